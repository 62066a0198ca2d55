import type { Observation, Rounding } from './statistic.ts'

/**
 * 100 × n ÷ base, rounded for people in whole-number arithmetic, never from a share that was rounded before: 56,84999 is
 * 56,8 and not 56,85 and then 56,9.
 *
 * @returns `null` where the base is 0
 */
export function roundShare(n: number, base: number, rounding: Rounding = {}): number | null {
  return base === 0 ? null : roundQuotient(n, base, 100n, rounding)
}

/** The number with as many decimals, as it is written: 1.005 is 1.01 with two of them. Halves go away from zero. */
export function roundNumber(number: number, rounding: Rounding = {}): number {
  return roundQuotient(number, 1, 1n, rounding)
}

/**
 * The share of an observation as people are shown it: from its counts, or from the share where there are none.
 *
 * @returns `null` where the observation has no share
 */
export function shownShare(
  { n, base, share }: Pick<Observation, 'n' | 'base' | 'share'>,
  rounding: Rounding = {},
): number | null {
  if (share === null) return null
  return n === null || base === null ? roundNumber(share, rounding) : roundShare(n, base, rounding)
}

function roundQuotient(
  numerator: number,
  denominator: number,
  scale: bigint,
  { decimals = 1, mode = 'half-up' }: Rounding,
): number {
  const [over, under] = [toDecimal(numerator), toDecimal(denominator)]
  const exponent = over.exponent - under.exponent + decimals
  const dividend = over.digits * scale * 10n ** BigInt(Math.max(exponent, 0))
  const divisor = under.digits * 10n ** BigInt(Math.max(-exponent, 0))
  const isNegative = dividend < 0n !== divisor < 0n
  const [left, right] = [magnitude(dividend), magnitude(divisor)]
  const rounded = mode === 'truncate' ? left / right : (2n * left + right) / (2n * right)
  return rounded === 0n ? 0 : Number(`${isNegative ? '-' : ''}${rounded}e-${decimals}`)
}

/** A number as `digits × 10 ** exponent`: the decimals that it is written with. */
function toDecimal(number: number): { digits: bigint; exponent: number } {
  const [digits, exponent = '0'] = String(number).split('e')
  const [whole, fraction = ''] = digits!.split('.')
  return { digits: BigInt(whole! + fraction), exponent: Number(exponent) - fraction.length }
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number
}
