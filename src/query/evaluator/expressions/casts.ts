import { FALSE, TRUE } from '../expression.ts'
import { formatDate, parseDate, parseDateTime } from '../terms/dateTime.ts'
import { floorDecimal, formatDecimal, isDecimalForm, parseDecimal } from '../terms/decimal.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { formatDouble, formatFloat, isIntegerForm, parseDouble } from '../terms/numericForms.ts'
import { INEXACT, isNumeric, VALUE, XSD, XSD_DATE, XSD_DATE_TIME } from '../terms/valueTypes.ts'
import { dateOf } from './dateFunctions.ts'
import { FunctionNode, type Node } from './node.ts'

/** The datatypes that SPARQL 1.1 §17.5 casts to, and `xsd:date`. */
export const CASTS = [
  'boolean',
  'double',
  'float',
  'decimal',
  'integer',
  'string',
  'dateTime',
  'date',
] as const
export type Cast = (typeof CASTS)[number]

/** The cast that an IRI stands for. */
export function castOf(iri: string): Cast | undefined {
  return iri.startsWith(XSD) ? CASTS.find(name => XSD + name === iri) : undefined
}

/** A constructor function: `xsd:integer(?x)`. */
export class CastNode extends FunctionNode {
  readonly #cast: Cast

  constructor(terms: EvaluationTerms, args: readonly Node[], cast: Cast) {
    super(terms, args)
    this.#cast = cast
  }

  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (this.#cast === 'string') return this.#toString(arg, type)
    if (type === VALUE.string) return this.#parse(arg.text())
    switch (this.#cast) {
      case 'boolean':
        if (type !== VALUE.boolean && !isNumeric(type)) return this.setError()
        return this.setBoolean(arg.effectiveBoolean())
      case 'double':
      case 'float':
        if (type !== VALUE.boolean && !isNumeric(type)) return this.setError()
        return this.#setFloating(arg.number)
      case 'integer':
      case 'decimal':
        return this.#toExact(arg, type)
      case 'dateTime':
      case 'date':
        return this.#toDate(arg, type)
    }
  }

  #setFloating(value: number): number {
    return this.#cast === 'double'
      ? this.setDouble(value, VALUE.double)
      : this.setDouble(Math.fround(value), VALUE.float)
  }

  /** From a string: its lexical form without space around it (XPath F&O 3.1 §19.2). */
  #parse(text: string): number {
    if (this.#cast === 'integer' || this.#cast === 'decimal') {
      if (this.#parseDigits(text, this.#cast === 'integer' ? VALUE.integer : VALUE.decimal)) return this.type
    }
    const form = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    switch (this.#cast) {
      case 'boolean':
        if (form === 'true' || form === '1') return this.setBoolean(TRUE)
        return form === 'false' || form === '0' ? this.setBoolean(FALSE) : this.setError()
      case 'double':
      case 'float': {
        const value = parseDouble(form)
        return value === undefined ? this.setError() : this.#setFloating(value)
      }
      case 'integer':
        return isIntegerForm(form) ? this.setDecimal(parseDecimal(form), VALUE.integer) : this.setError()
      case 'decimal':
        return isDecimalForm(form) ? this.setDecimal(parseDecimal(form), VALUE.decimal) : this.setError()
      case 'dateTime':
        return parseDateTime(form) ? this.setTerm(this.terms.literal(form, XSD_DATE_TIME)) : this.setError()
      default:
        return parseDate(form) ? this.setTerm(this.terms.literal(form, XSD_DATE)) : this.setError()
    }
  }

  /** Most numbers are a few digits. Returns false for all others. */
  #parseDigits(text: string, type: number): boolean {
    const { length } = text
    if (length > 15) return false
    const isNegative = text.charCodeAt(0) === 0x2d
    const first = isNegative ? 1 : 0
    let digits = 0
    let point = length
    for (let at = first; at < length; at++) {
      const unit = text.charCodeAt(at)
      if (unit >= 0x30 && unit <= 0x39) digits = digits * 10 + unit - 0x30
      else if (unit === 0x2e && type === VALUE.decimal && point === length && at > first) point = at
      else return false
    }
    if (length === first || point === length - 1) return false
    return this.setDigits(isNegative ? -digits : digits, Math.max(0, length - point - 1), type)
  }

  #toExact(arg: Node, type: number): number {
    const target = this.#cast === 'integer' ? VALUE.integer : VALUE.decimal
    if (type === VALUE.boolean) return this.setDecimal({ digits: BigInt(arg.number), scale: 0 }, target)
    if (!isNumeric(type) || !Number.isFinite(arg.number)) return this.setError()
    const value = type >= VALUE.float ? parseDecimal(expand(arg.number)) : arg.decimal()
    if (target === VALUE.decimal) return this.setDecimal(value, target)
    // towards zero
    const magnitude = floorDecimal({ ...value, digits: value.digits < 0n ? -value.digits : value.digits })
    return this.setDecimal({ digits: value.digits < 0n ? -magnitude : magnitude, scale: 0 }, target)
  }

  #toDate(arg: Node, type: number): number {
    if (type !== VALUE.date && type !== VALUE.dateTime) return this.setError()
    const value = dateOf(arg)
    if (!value) return this.setError()
    const isDate = this.#cast === 'date'
    if (isDate === (type === VALUE.date)) {
      return this.setTerm(this.terms.literal(arg.text(), isDate ? XSD_DATE : XSD_DATE_TIME))
    }
    if (isDate) return this.setTerm(this.terms.literal(formatDate(value), XSD_DATE))
    const date = formatDate({ ...value, zone: '' })
    return this.setTerm(this.terms.literal(`${date}T00:00:00${value.zone}`, XSD_DATE_TIME))
  }

  /** XPath F&O 3.1 §19.1.2.1: numbers as one would write them, all else as it is. */
  #toString(arg: Node, type: number): number {
    if (type === VALUE.error || type === VALUE.blankNode) return this.setError()
    if (type === VALUE.boolean) return this.setString(arg.number === 1 ? 'true' : 'false')
    if (type === VALUE.integer || type === VALUE.decimal) {
      if (type === VALUE.integer && arg.scale !== INEXACT) return this.setString(String(arg.number))
      return this.setString(formatDecimal(arg.decimal()).replace(/\.0$/, ''))
    }
    if (type === VALUE.float || type === VALUE.double) return this.setString(formatShort(arg.number, type))
    return this.setString(arg.text())
  }
}

/** A number between 10^-6 and 10^6 is written as a decimal, others in their canonical form. */
function formatShort(value: number, type: number): string {
  const magnitude = Math.abs(value)
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const canonical = type === VALUE.float ? formatFloat(value) : formatDouble(value)
  return magnitude >= 1e-6 && magnitude < 1e6 ? expand(Number(canonical)) : canonical
}

/** The decimal digits of a finite double, the fewest that give it back, without an exponent. */
function expand(value: number): string {
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string]
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = mantissa.replace('-', '').split('.') as [string, string?]
  const digits = whole + fraction
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits.padEnd(point, '0')
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
