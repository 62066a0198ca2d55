import { toDecimal } from '../decimal.ts'
import { toIsoDate, toIsoTime } from './serialDate.ts'

/** The text of a number as a spreadsheet shows it. */
export type NumberToText = (value: number) => string

/**
 * How numbers of a format (ECMA-376 part 1, 18.8.31) are told: dates as ISO 8601; other numbers with the digits that
 * one sees, but a point for decimals, nothing between thousands and no currency; leading zeros, signs of percent and
 * words as one sees them. The format General, and an exponent, give the shortest decimal text.
 */
export type NumberFormats = (code: string) => NumberToText

/** Programs write at most 255 characters. */
const LONGEST_CODE = 1000

/** @param date1904 whether days are counted from 1904, as old Macintoshes did */
export async function loadNumberFormats(date1904: boolean): Promise<NumberFormats> {
  const { format, getFormatDateInfo, isDateFormat } = await import('numfmt')
  return localCode => {
    if (localCode.length > LONGEST_CODE) return toDecimal
    // Of a currency and locale, as [$€-40C], the locale would change the separators.
    const code = localCode.replace(/\[\$([^\]-]*)-[^\]]*\]/g, (_, symbol) => (symbol ? `[$${symbol}]` : ''))
    if (/^(general|@)?$/i.test(code)) return toDecimal
    const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '')
    const show = (value: number) => {
      try {
        return format(code, value).trim()
      } catch {
        return toDecimal(value)
      }
    }
    if (/\[[hms]+\]/i.test(bare)) return show
    if (isDateFormat(code)) {
      const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(code)
      if (!year && !month && !day) return value => toIsoTime(value, Boolean(seconds))
      const withTime = Boolean(hours || minutes || seconds)
      return value => toIsoDate(value, date1904, withTime)
    }
    if (/0E[+-]|general/i.test(bare)) return toDecimal
    return value => toPlainNumber(show(value), value)
  }
}

/** `(1,234.50 €)` is -1234.50, `-` is 0; but `00012` and `3 km` remain as they are. */
function toPlainNumber(shown: string, value: number): string {
  if (shown !== '' && !/[\p{L}\p{N}]/u.test(shown)) return toDecimal(value)
  const bare = shown.replace(/\p{Sc}/gu, '').trim()
  const [, inner] = /^\((.*)\)$/.exec(bare) ?? []
  const signed = inner === undefined ? bare : `-${inner.trim()}`
  if (!/^-?\s*(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s?%?$/.test(signed)) return shown
  return signed.replace(/[,\s]/g, '')
}
