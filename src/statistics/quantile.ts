/** A number and how often it is there. */
export interface Frequency {
  readonly number: number
  readonly frequency: number
}

/**
 * The quantile of a distribution, between two numbers in proportion (definition 7 of Hyndman and Fan, "Sample Quantiles
 * in Statistical Packages", 1996), rounded half up to four decimals.
 *
 * @param distribution ascending, not empty
 * @param probability from 0 to 1
 */
export function quantile(distribution: readonly Frequency[], probability: number): number {
  const total = distribution.reduce((sum, { frequency }) => sum + frequency, 0)
  const position = (total - 1) * probability
  const below = at(distribution, Math.floor(position))
  const above = at(distribution, Math.ceil(position))
  const exact = below + (above - below) * (position - Math.floor(position))
  return Math.round(exact * 10_000) / 10_000
}

/** The number at a place of the whole sequence, from 0. */
function at(distribution: readonly Frequency[], place: number): number {
  let passed = 0
  for (const { number, frequency } of distribution) {
    passed += frequency
    if (place < passed) return number
  }
  return distribution.at(-1)!.number
}

/** The probability that a measure names: `median` is 0.5, `q25` is 0.25. */
export function probabilityOf(measure: string): number {
  return measure === 'median' ? 0.5 : Number(measure.slice(1)) / 100
}
