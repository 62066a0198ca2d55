import { formatDecimal, parseDecimal } from './decimal.ts'

/** The lexical forms of numbers: read as XSD 1.1 has them, written in the canonical forms of XSD 1.0. */

const integerForm = /^[+-]?\d+$/
const doubleForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

export function isIntegerForm(text: string): boolean {
  return integerForm.test(text)
}

/** @returns `undefined` for what is no lexical form of `xsd:double` */
export function parseDouble(text: string): number | undefined {
  if (doubleForm.test(text)) return Number(text)
  if (text === 'INF' || text === '+INF') return Number.POSITIVE_INFINITY
  if (text === '-INF') return Number.NEGATIVE_INFINITY
  return text === 'NaN' ? Number.NaN : undefined
}

/** The canonical form of `xsd:double`: `1.0E0`. */
export function formatDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF'
  return scientific(value, value.toExponential())
}

/** The canonical form of `xsd:float`: the fewest digits that give the same 32 bits back. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return formatDouble(value)
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits)
    if (Math.fround(Number(text)) === value) return scientific(value, text)
  }
  return scientific(value, value.toExponential())
}

function scientific(value: number, exponential: string): string {
  const [mantissa, exponent] = exponential.split('e') as [string, string]
  const sign = Object.is(value, -0) ? '-' : ''
  return `${sign}${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`
}

/** The canonical form of a decimal that a double holds exactly: the fewest digits that give it back are its own. */
export function formatSmallDecimal(value: number): string {
  const text = String(value)
  if (text.includes('e')) return formatDecimal(parseDecimal(value.toFixed(14)))
  return text.includes('.') ? text : `${text}.0`
}
