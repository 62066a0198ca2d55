import { type Decimal, isDecimalForm, parseDecimal } from '../query/evaluator/terms/decimal.ts'

/** A number and how often it is there. */
export interface Frequency {
  readonly number: number
  readonly frequency: number
}

/** A number and what those weigh who gave it, as a decimal numeral: `0.1` three times is `0.3`. */
export interface WeightedFrequency {
  readonly number: number
  readonly weight: string
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

/** Sums of weights that differ by less than a part of all weights in this many are equal: weights are rounded. */
const PRECISION = 10n ** 12n

/**
 * The quantile of a weighted distribution by its inverse, as is usual of surveys (Särndal, Swensson and Wretman, "Model
 * Assisted Survey Sampling", 1992, section 5.11): the least number up to which the weights add up to that part of all
 * weights. Where they do exactly, to a part in 10^12, it lies in the middle between that number and the next. With equal
 * weights this is definition 2 of Hyndman and Fan (1996), whose median is that of the numbers without weights.
 * Multiplying all weights by a number changes nothing. Rounded half up to four decimals.
 *
 * @param distribution ascending, not empty, its weights greater than 0
 * @param percentage from 1 to 99, whole
 */
export function weightedQuantile(distribution: readonly WeightedFrequency[], percentage: number): number {
  const weights = toUnits(distribution.map(({ weight }) => decimalOf(weight)))
  const total = weights.reduce((sum, weight) => sum + weight)
  const [aim, whole] = [BigInt(percentage) * PRECISION, 100n * PRECISION]
  const from = (total * (aim - 100n) + whole - 1n) / whole
  const to = (total * (aim + 100n)) / whole
  let passed = 0n
  const index = weights.findIndex(weight => {
    passed += weight
    return passed >= from
  })
  const { number } = distribution[index]!
  const above = passed <= to ? (distribution[index + 1]?.number ?? number) : number
  return Math.round(((number + above) / 2) * 10_000) / 10_000
}

/** Decimals as whole numbers of the least unit that one of them has. */
function toUnits(decimals: readonly Decimal[]): readonly bigint[] {
  const finest = decimals.reduce((most, { scale }) => Math.max(most, scale), 0)
  return decimals.map(({ digits, scale }) => digits * 10n ** BigInt(finest - scale))
}

/** A number as SPARQL gives it; what is no decimal numeral is a double. */
function decimalOf(numeral: string): Decimal {
  if (isDecimalForm(numeral)) return parseDecimal(numeral)
  const [mantissa, exponent = '0'] = String(Number(numeral)).split('e')
  const { digits, scale } = parseDecimal(mantissa!)
  const point = scale - Number(exponent)
  return point < 0 ? { digits: digits * 10n ** BigInt(-point), scale: 0 } : { digits, scale: point }
}

/** The percentage that a measure names: `median` is 50, `q25` is 25. */
export function percentageOf(measure: string): number {
  return measure === 'median' ? 50 : Number(measure.slice(1))
}

/** The probability that a measure names: `median` is 0.5, `q25` is 0.25. */
export function probabilityOf(measure: string): number {
  return percentageOf(measure) / 100
}
