import { StatisticsError } from '../../errors.ts'

/** How the size of a sample is shared out among strata. */
export type Allocation =
  /** In proportion to the units of each, so that all weigh nearly the same. */
  | 'proportional'
  /** The same for each; where a stratum has not as many, it is taken whole and the others get the rest. */
  | 'equal'
  /** How many of each; `''` stands for the units whose stratum is not known. */
  | Readonly<Record<string, number>>

/** The number of units of a stratum in the frame. */
export interface StratumSize {
  /** `''` for the units whose stratum is not known. */
  readonly code: string
  readonly frameSize: number
}

/**
 * Shares the size of a sample out among strata by the largest remainder (Hamilton, Hare–Niemeyer): each gets the whole
 * part of its quota, and what is left goes to the largest fractions, among equals to the first code. Quotas are compared
 * as whole numbers, never as rounded ones.
 *
 * @param minimum that each stratum gets, or all that it has. Default: 0.
 * @returns numbers of units, in the order of the strata; they add up to the size
 * @throws {StatisticsError} where the strata have not so many units, or the minimum asks for more than the size
 */
export function allocate(
  strata: readonly StratumSize[],
  size: number,
  allocation: Exclude<Allocation, object>,
  minimum = 0,
): readonly number[] {
  const least = strata.map(({ frameSize }) => Math.min(minimum, frameSize))
  const needed = sum(least)
  if (needed > size) {
    throw new StatisticsError(
      `a sample of ${size} cannot have ${minimum} of each of ${strata.length} strata; it needs ${needed} at least`,
    )
  }
  const weights = strata.map(({ frameSize }) => (allocation === 'equal' ? 1 : frameSize))
  const fixed = fixBounds(strata, weights, least, size)
  const free = strata.flatMap((_, index) => (fixed[index] === undefined ? [index] : []))
  const rest = size - sum(fixed.map(count => count ?? 0))
  const whole = sum(free.map(index => weights[index]!))
  const shares = free.map(index => {
    const product = BigInt(rest) * BigInt(weights[index]!)
    return { index, quotient: Number(product / BigInt(whole)), remainder: product % BigInt(whole) }
  })
  const left = rest - sum(shares.map(({ quotient }) => quotient))
  const favoured = new Set(
    [...shares]
      .sort(
        (a, b) => compare(b.remainder, a.remainder) || compare(strata[a.index]!.code, strata[b.index]!.code),
      )
      .slice(0, left)
      .map(({ index }) => index),
  )
  const counts = [...fixed]
  for (const { index, quotient } of shares) counts[index] = quotient + (favoured.has(index) ? 1 : 0)
  return counts as number[]
}

/**
 * The strata whose quota is above what they have, or below what they have to get, with that; `undefined` for the others.
 * Each that is fixed changes the quotas of the rest, so they are looked at again until none is out of its bounds.
 */
function fixBounds(
  strata: readonly StratumSize[],
  weights: readonly number[],
  least: readonly number[],
  size: number,
): (number | undefined)[] {
  const fixed: (number | undefined)[] = strata.map(() => undefined)
  for (;;) {
    const free = strata.flatMap((_, index) => (fixed[index] === undefined ? [index] : []))
    const rest = BigInt(size - sum(fixed.map(count => count ?? 0)))
    const whole = BigInt(sum(free.map(index => weights[index]!)))
    const isAbove = (index: number, bound: number) => rest * BigInt(weights[index]!) > BigInt(bound) * whole
    const full = free.filter(index => isAbove(index, strata[index]!.frameSize))
    for (const index of full) fixed[index] = strata[index]!.frameSize
    if (full.length > 0) continue
    const short = free.filter(index => rest * BigInt(weights[index]!) < BigInt(least[index]!) * whole)
    for (const index of short) fixed[index] = least[index]!
    if (short.length === 0) return fixed
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
