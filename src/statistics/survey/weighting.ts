import { addDecimals, type Decimal, formatDecimal } from '../../query/evaluator/terms/decimal.ts'
import type { SampledStratum } from '../sample/drawSample.ts'

/**
 * How responses of a sample are weighted, in each stratum: `design` by the inverse of the probability of being drawn,
 * N ÷ n (Horvitz and Thompson, 1952); `response` by N ÷ r, as if those who answered had been drawn of all (Little and
 * Rubin, "Statistical Analysis with Missing Data", weighting class estimator). N are the units of the frame, n those
 * drawn, r those of them who answered.
 */
export type Weighting = 'design' | 'response'

/** All of {@link Weighting}. */
export const WEIGHTINGS: readonly Weighting[] = ['design', 'response']

/** Somebody who was drawn. */
export interface DrawnUnit {
  /** Code of its stratum; `''` where it is not known. */
  readonly stratum: string
  /** What it answered, by identifiers: nothing where it did not, several where it answered several times. */
  readonly responses: readonly string[]
}

/** A stratum and how many of those drawn in it answered. */
export interface AnsweredStratum extends SampledStratum {
  /** r. Where it is 0, the units of the frame are represented by nobody. */
  readonly answered: number
}

/** The weights of the responses of those drawn. */
export interface ResponseWeights {
  /** By identifier of the response. Several responses of one unit share its weight. */
  readonly weights: ReadonlyMap<string, number>
  /** In the order given. */
  readonly strata: readonly AnsweredStratum[]
  /** Whether all weights are the same, but for the last digit. */
  readonly areEqual: boolean
}

/**
 * Weights the responses of a sample. A weight has fifteen significant digits, the last of which is shared out, so that
 * weights of a stratum add up to exactly N in decimal arithmetic: those by `response` of all who answered in it, those by
 * `design` of all who were drawn in it.
 */
export function weighResponses(
  strata: readonly SampledStratum[],
  units: readonly DrawnUnit[],
  weighting: Weighting,
): ResponseWeights {
  const sums = new Map<string, Decimal>()
  const drawn = Map.groupBy(units, ({ stratum }) => stratum)
  const answeredStrata = strata.map(stratum => {
    const drawnHere = drawn.get(stratum.code) ?? []
    const answering = drawnHere.filter(({ responses }) => responses.length > 0)
    const weighed = weighting === 'design' ? drawnHere : answering
    const parts = shareOut({ digits: BigInt(stratum.frameSize), scale: 0 }, weighed.length)
    for (const [index, { responses }] of weighed.entries()) {
      const shares = shareOut(parts[index]!, responses.length)
      // Records that were drawn apart, and are one by now, stand for what both stood for.
      for (const [place, response] of responses.entries())
        sums.set(response, addDecimals(sums.get(response) ?? ZERO, shares[place]!))
    }
    return { ...stratum, answered: answering.length }
  })
  const weights = new Map([...sums].map(([response, sum]) => [response, Number(formatDecimal(sum))]))
  return { weights, strata: answeredStrata, areEqual: areEqual([...weights.values()]) }
}

const ZERO: Decimal = { digits: 0n, scale: 0 }

/** Digits of a weight: as many as a double holds of any decimal. */
const DIGITS = 15

/** A number in parts of {@link DIGITS} significant digits that add up to it; the first ones are greater in the last digit. */
function shareOut({ digits, scale }: Decimal, count: number): readonly Decimal[] {
  if (count === 0) return []
  const wholeDigits = String(digits / 10n ** BigInt(scale) / BigInt(count)).length
  const finer = Math.max(scale, DIGITS - wholeDigits)
  const whole = digits * 10n ** BigInt(finer - scale)
  const [part, rest] = [whole / BigInt(count), whole % BigInt(count)]
  return Array.from({ length: count }, (_, index) => ({
    digits: index < rest ? part + 1n : part,
    scale: finer,
  }))
}

function areEqual(weights: readonly number[]): boolean {
  const [first = 0] = weights
  return weights.every(weight => Math.abs(weight - first) <= first * 1e-12)
}
