import { StatisticsError } from '../../errors.ts'
import type { Interval } from './comparison.ts'
import { toFourDecimals } from './roundRatio.ts'

/** The 0.975 quantile of the normal distribution: intervals are two-sided, at 95 %. */
const Z = 1.959963984540054

/** What is known of a sample beside its counts. */
export interface IntervalOptions {
  /**
   * Size of the population that the sample was drawn from, without replacement. Default: it is much larger than the
   * sample. Of a part of the sample it makes the interval no narrower than it is: the part was drawn from fewer.
   */
  readonly drawnFrom?: number
}

/**
 * The confidence interval of a share at 95 %: the score interval without continuity correction (E. B. Wilson, 1927,
 * “Probable inference, the law of succession, and statistical inference”, JASA 22, 209–212).
 *
 * Where the size N of the population is known, the variance of the share is that of draws without replacement,
 * p(1 − p)/b · (N − b)/(N − 1): the interval is that of b(N − 1)/(N − b) answers in the place of b. So 225 of 400 are
 * known a third better than 225 of many, and 400 of 400 are known.
 *
 * @param n of the sample who have the value, from 0 to `base`
 * @param base of the sample who answered, 1 at least
 * @returns bounds in percent, rounded to four decimals
 * @throws {StatisticsError} where these are no such counts, or more were drawn than there are
 */
export function wilsonInterval(n: number, base: number, options: IntervalOptions = {}): Interval {
  const { lower, upper } = wilsonBounds(n, base, options)
  return { lower: toFourDecimals(100 * lower), upper: toFourDecimals(100 * upper) }
}

/** The same, as proportions that are not rounded. */
export function wilsonBounds(n: number, base: number, { drawnFrom }: IntervalOptions = {}): Interval {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(base) || n < 0 || base < 1 || n > base) {
    throw new StatisticsError(
      `there is no interval of ${n} of ${base}: a sample has whole numbers, n from 0 to its base, and a base from 1`,
    )
  }
  if (drawnFrom !== undefined && !(Number.isSafeInteger(drawnFrom) && drawnFrom >= base)) {
    throw new StatisticsError(
      `${base} who answered cannot be drawn from ${drawnFrom}; "drawnFrom" is the size of the whole population`,
    )
  }
  const p = n / base
  if (drawnFrom === base) return { lower: p, upper: p }
  const answers = drawnFrom === undefined ? base : (base * (drawnFrom - 1)) / (drawnFrom - base)
  const square = Z ** 2 / answers
  const centre = p + square / 2
  const half = Math.sqrt(square * (p * (1 - p) + square / 4))
  // Where no or all have the value, the share is a bound itself, which floating point may miss by a hair.
  return {
    lower: Math.max(0, Math.min(p, (centre - half) / (1 + square))),
    upper: Math.min(1, Math.max(p, (centre + half) / (1 + square))),
  }
}
