import { parseDate, parseDateTime, timeOf } from './dateTime.ts'
import { isDecimalForm, normalizeDecimal, parseDecimal } from './decimal.ts'
import { isIntegerForm, parseDouble } from './numericForms.ts'
import { INEXACT, VALUE, ZONED } from './valueTypes.ts'

/** The value of a lexical form: see `TermValues` for what its parts mean. */
export interface ParsedValue {
  readonly type: number
  readonly number: number
}

/** Up to this many units of its last digit, a double gives each decimal back exactly. */
export const EXACT_DIGITS = 2 ** 50
/** How many digits after the point a double keeps exactly. */
export const EXACT_SCALE = 14

/** @param type that of a well-formed literal of its datatype */
export function parseValue(type: number, form: string): ParsedValue {
  switch (type) {
    case VALUE.boolean:
      return parseBoolean(form)
    case VALUE.integer:
      return isIntegerForm(form) ? exactValue(VALUE.integer, form) : illFormed
    case VALUE.decimal:
      return isDecimalForm(form) ? exactValue(VALUE.decimal, form) : illFormed
    case VALUE.float:
    case VALUE.double: {
      const number = parseDouble(form)
      if (number === undefined) return illFormed
      return { type, number: type === VALUE.float ? Math.fround(number) : number }
    }
    case VALUE.dateTime:
    case VALUE.date: {
      const value = type === VALUE.date ? parseDate(form) : parseDateTime(form)
      if (!value) return { type: VALUE.other, number: 0 }
      return { type: value.offset === undefined ? type : type | (ZONED << 4), number: timeOf(value) }
    }
    default:
      return { type, number: 0 }
  }
}

const illFormed: ParsedValue = { type: VALUE.illFormed, number: Number.NaN }

function parseBoolean(form: string): ParsedValue {
  if (form === 'true' || form === '1') return { type: VALUE.boolean, number: 1 }
  if (form === 'false' || form === '0') return { type: VALUE.boolean, number: 0 }
  return illFormed
}

function exactValue(type: number, form: string): ParsedValue {
  const number = Number(form) + 0
  if (type === VALUE.integer)
    return { type: Number.isSafeInteger(number) ? type : type | (INEXACT << 4), number }
  const { digits, scale } = normalizeDecimal(parseDecimal(form))
  const isExact = scale <= EXACT_SCALE && digits < EXACT_DIGITS && digits > -EXACT_DIGITS
  return { type: type | ((isExact ? scale : INEXACT) << 4), number: number === 0 ? 0 : number }
}
