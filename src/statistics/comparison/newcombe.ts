import type { Interval } from './comparison.ts'
import { toFourDecimals } from './roundRatio.ts'
import { type IntervalOptions, wilsonBounds } from './wilson.ts'

/** The counts of a share; a sample says so, else they are of everybody. */
export interface CountedShare extends IntervalOptions {
  readonly n: number
  readonly base: number
  readonly isSample: boolean
}

/**
 * The confidence interval at 95 % of the difference of two shares of independent samples: the hybrid score interval
 * without continuity correction (R. G. Newcombe, 1998, “Interval estimation for the difference between independent
 * proportions: comparison of eleven methods”, Statistics in Medicine 17, 873–890, method 10). The share of a whole
 * population is a constant: it adds nothing to the width.
 *
 * @returns bounds of `own` − `other`, in percentage points, rounded to four decimals
 * @throws {StatisticsError} as {@link wilsonInterval}
 */
export function differenceInterval(own: CountedShare, other: CountedShare): Interval {
  const [one, two] = [boundsOf(own), boundsOf(other)]
  const difference = one.share - two.share
  const below = Math.hypot(one.share - one.lower, two.upper - two.share)
  const above = Math.hypot(one.upper - one.share, two.share - two.lower)
  return {
    lower: toFourDecimals(100 * Math.max(-1, difference - below)),
    upper: toFourDecimals(100 * Math.min(1, difference + above)),
  }
}

function boundsOf({ n, base, isSample, ...options }: CountedShare): Interval & { readonly share: number } {
  const share = n / base
  return isSample ? { share, ...wilsonBounds(n, base, options) } : { share, lower: share, upper: share }
}
