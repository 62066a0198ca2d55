import { roundNumber } from '../rounding.ts'

/**
 * A quotient rounded half away from zero to four decimals: exactly where both are whole numbers, else as near as
 * floating point comes.
 *
 * @param scale what it is multiplied by, a whole number: 100 for percentages
 */
export function roundRatio(numerator: number | bigint, denominator: number | bigint, scale: number): number {
  if (typeof numerator === 'bigint' && typeof denominator === 'bigint') {
    const isNegative = numerator < 0n !== denominator < 0n
    const [dividend, divisor] = [magnitude(numerator) * BigInt(scale) * 10_000n, magnitude(denominator)]
    const rounded = (2n * dividend + divisor) / (2n * divisor)
    return rounded === 0n ? 0 : Number(isNegative ? -rounded : rounded) / 10_000
  }
  return toFourDecimals((Number(numerator) / Number(denominator)) * scale)
}

/** A number rounded half away from zero to four decimals. */
export function toFourDecimals(number: number): number {
  return roundNumber(number, { decimals: 4 })
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number
}
