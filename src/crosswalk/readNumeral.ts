import { asIs, type Conversion, fail } from './conversion.ts'
import { parseAngle } from './point.ts'
import type { RepairRule } from './repairRules.ts'
import * as messages from './valueMessages.ts'

const { EXPECTED } = messages

/** Longer texts are no numbers; their patterns are not tried. */
const LONGEST = 60

/** As machines write numbers, and people where nothing separates the thousands. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,20})?$/

/** Thousands apart by spaces or apostrophes, with decimals or none. */
const SPACED = /^[+-]?\d{1,3}(?:([ \u00a0\u2009\u202f'’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/
/** Thousands apart by the one of stop and comma, decimals by the other; or thousands alone, more than once. */
const DOTTED = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/
const COMMAED = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/
/** Decimals apart by either. */
const SIMPLE = /^[+-]?(?:\d+(?:[.,]\d+)?|\.\d+)(?:[eE]-\d{1,3})?$/

const EXPONENT = /^[+-]?\d+(?:[.,]\d+)?[eE]\+?\d{1,3}$/
const WITH_UNIT = /^[+-]?\d[\d.,\s]*[\p{L}%€$£°‰µ/][\p{L}\d%€$£²³/.]{0,14}(?:\s\p{L}{1,12})?$/u

/**
 * Reads a number: decimal point or comma, thousands apart by spaces, apostrophes, or the one of stop and comma that is
 * not decimal. A comma or stop alone is decimal. An angle with the letter of its direction becomes decimal degrees.
 */
export function readDecimal(text: string): Conversion {
  if (PLAIN.test(text)) return asIs(Number(text) + 0)
  const numeral = parseNumeral(text)
  if (numeral) return Number.isFinite(numeral.value) ? numeral : fail(EXPECTED.number)
  const angle = parseAngle(text)
  if (angle) return { value: angle.degrees + 0, repairs: ['degrees-minutes-seconds'] }
  return refuse(text, 'number')
}

/**
 * Reads a whole number. `1,234` and `1.234` may be thousands or decimals: that has to be told. Beyond 2⁵³ a number would
 * be changed without a word.
 */
export function readInteger(text: string): Conversion {
  if (/^-?\d{1,15}$/.test(text)) return asIs(Number(text) + 0)
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    const message = messages.ambiguousNumber(text)
    return fail(EXPECTED.integer, { code: 'ambiguous-number', message })
  }
  const numeral = parseNumeral(text)
  if (!numeral) return refuse(text, 'integer')
  const { value, repairs } = numeral
  if (!Number.isSafeInteger(value) || /[eE]/.test(text)) return fail(EXPECTED.integer)
  return /[.,]0+$/.test(text) && !DOTTED.test(text) && !COMMAED.test(text)
    ? { value, repairs: [...repairs, 'float-tail'] }
    : numeral
}

function parseNumeral(text: string): { value: number; repairs: readonly RepairRule[] } | undefined {
  if (text.length > LONGEST) return undefined
  const repairs: RepairRule[] = []
  const signed = text.replace(/^\u2212/, '-')
  if (signed !== text) repairs.push('minus-sign')
  let digits: string
  if (SIMPLE.test(signed)) digits = signed
  else {
    if (SPACED.test(signed)) digits = signed.replace(/[ \u00a0\u2009\u202f'’]/g, '')
    else if (DOTTED.test(signed)) digits = signed.replaceAll('.', '')
    else if (COMMAED.test(signed)) digits = signed.replaceAll(',', '')
    else return undefined
    repairs.push('strip-separators')
  }
  return { value: Number(digits.replace(',', '.')) + 0, repairs }
}

function refuse(text: string, kind: 'number' | 'integer'): Conversion {
  if (text.length > LONGEST) return fail(EXPECTED[kind])
  if (EXPONENT.test(text)) {
    return fail(EXPECTED[kind], { code: 'exponent-notation', message: messages.exponentNotation(text) })
  }
  if (WITH_UNIT.test(text)) {
    return fail(EXPECTED[kind], { code: 'number-with-unit', message: messages.numberWithUnit(text) })
  }
  return fail(EXPECTED[kind])
}
