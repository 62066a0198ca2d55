import { type DateTime, formatOffset, parseDate, parseDateTime } from '../terms/dateTime.ts'
import { isDecimalForm, parseDecimal } from '../terms/decimal.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { VALUE, XSD } from '../terms/valueTypes.ts'
import { FunctionNode, type Node } from './node.ts'

export type DatePart = 'year' | 'month' | 'day' | 'hours' | 'minutes' | 'seconds' | 'timezone' | 'tz'

/**
 * `YEAR` … `SECONDS`, `TIMEZONE` and `TZ` (SPARQL 1.1 §17.4.5) of an `xsd:dateTime`, and those that a date has (XPath F&O
 * 3.1 §9.5) of an `xsd:date` too.
 */
export class DatePartNode extends FunctionNode {
  readonly #part: DatePart

  constructor(terms: EvaluationTerms, args: readonly Node[], part: DatePart) {
    super(terms, args)
    this.#part = part
  }

  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (type !== VALUE.dateTime && type !== VALUE.date) return this.setError()
    const value = dateOf(arg)
    if (value === undefined) return this.setError()
    const hasTime = type === VALUE.dateTime
    switch (this.#part) {
      case 'year':
        return this.setInteger(value.year)
      case 'month':
        return this.setInteger(value.month)
      case 'day':
        return this.setInteger(value.day)
      case 'hours':
        // 24:00:00 is the beginning of the next day
        return hasTime ? this.setInteger(value.hours % 24) : this.setError()
      case 'minutes':
        return hasTime ? this.setInteger(value.minutes) : this.setError()
      case 'seconds':
        return hasTime ? this.#setSeconds(value) : this.setError()
      case 'timezone':
        if (value.offset === undefined) return this.setError()
        return this.setTerm(this.terms.literal(formatOffset(value.offset), `${XSD}dayTimeDuration`))
      case 'tz':
        return this.setString(value.zone)
    }
  }

  #setSeconds({ secondsForm }: DateTime): number {
    return isDecimalForm(secondsForm)
      ? this.setDecimal(parseDecimal(secondsForm), VALUE.decimal)
      : this.setError()
  }
}

/** The parts of a date or a date with time, which is well-formed. */
export function dateOf(node: Node): DateTime | undefined {
  return node.type === VALUE.date ? parseDate(node.text()) : parseDateTime(node.text())
}
