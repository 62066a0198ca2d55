import type { Language } from '../../errors.ts'
import { roundNumber, shownShare } from '../rounding.ts'
import type { Observation, Rounding } from '../statistic.ts'

/**
 * What stands between thousands, before decimals and before the sign of percent: in French U+202F, the comma and U+00A0
 * (Imprimerie nationale).
 */
const SIGNS = {
  fr: { group: '\u202F', decimal: ',', percent: '\u00A0%' },
  en: { group: ',', decimal: '.', percent: '%' },
} as const

const MINUS = '\u2212'

/**
 * A number for people: « 1 234,5 », “1,234.5”, with as many decimals as it has, at most `decimals` of them (half up).
 *
 * @param options `decimals`: at most. Default: 2. `isFixed`: always so many, zeros too. Default: false.
 */
export function formatNumber(
  number: number,
  language: Language,
  { decimals = 2, isFixed = false }: { readonly decimals?: number; readonly isFixed?: boolean } = {},
): string {
  const { group, decimal } = SIGNS[language]
  const rounded = roundNumber(number, { decimals })
  const [whole, fraction = ''] = plainDigits(Math.abs(rounded)).split('.')
  const digits = isFixed ? fraction.padEnd(decimals, '0') : fraction
  const sign = rounded < 0 ? MINUS : ''
  return `${sign}${whole!.replace(/\B(?=(?:\d{3})+$)/g, group)}${digits && decimal + digits}`
}

/**
 * A share for people: « 56,9 % » with a no-break space, “56.9%”; as many decimals as the rounding says. Of counts, round
 * with {@link roundShare} before, or use {@link formatShareOf}: what was rounded twice may be wrong.
 *
 * @param share in percent
 */
export function formatShare(share: number, language: Language, rounding: Rounding = {}): string {
  const { decimals = 1 } = rounding
  const text = formatNumber(roundNumber(share, rounding), language, { decimals, isFixed: true })
  return text + SIGNS[language].percent
}

/**
 * The share of an observation for people, from its counts. None and all are « 0 % » and « 100 % »; a share without
 * counts has no more decimals than it was told with.
 *
 * @returns `null` where the observation has no share
 */
export function formatShareOf(
  observation: Pick<Observation, 'n' | 'base' | 'share'>,
  language: Language,
  rounding: Rounding = {},
): string | null {
  const share = shownShare(observation, rounding)
  if (share === null) return null
  const { n, base } = observation
  const isExact = n === null || base === null || n === 0 || n === base
  if (!isExact) return formatShare(share, language, rounding)
  return formatNumber(share, language, { decimals: rounding.decimals ?? 1 }) + SIGNS[language].percent
}

/** A number without an exponent. */
function plainDigits(number: number): string {
  const text = String(number)
  if (!text.includes('e')) return text
  return number < 1 ? number.toFixed(20).replace(/0+$/, '') : BigInt(number).toString()
}
