import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Batch } from '../batch.ts'
import { ERROR, FALSE, TRUE } from '../expression.ts'
import { type Decimal, formatDecimal, parseDecimal } from '../terms/decimal.ts'
import { type EvaluationTerms, isExactType, scaleOfDecimal } from '../terms/evaluationTerms.ts'
import { formatDouble, formatFloat, formatSmallDecimal } from '../terms/numericForms.ts'
import { EXACT_DIGITS, EXACT_SCALE } from '../terms/parseValue.ts'
import { datatypeOfType, INEXACT, VALUE } from '../terms/valueTypes.ts'

/**
 * A part of an expression. `compute` leaves the value that it has for one row in the fields of the node, where the node
 * around it reads it: no object is made per row, and no term for what is only on the way to a result.
 */
export abstract class Node {
  /** What the value is: one of `VALUE`. */
  type: number = VALUE.error
  /** A number, 0 or 1 of a boolean, the milliseconds since 1970 of a date. */
  number = 0
  /** Of an integer or decimal its digits after the point, or `INEXACT`; `ZONED` of a date. */
  scale = 0
  /** The term, 0 where it was not made yet. */
  id: TermId = 0
  protected readonly terms: EvaluationTerms
  #text: string | undefined
  #tag = ''
  #big: Decimal | undefined

  constructor(terms: EvaluationTerms) {
    this.terms = terms
  }

  /** Takes the columns that it reads from a batch. */
  abstract bind(batch: Batch): void
  /** Computes the value for a row, and returns its type. */
  abstract compute(row: number): number

  /** The IRI, the label, or the lexical form. */
  text(): string {
    if (this.#text === undefined) this.#text = this.id ? this.terms.valueOf(this.id) : this.#format()
    return this.#text
  }

  /** The language tag of a language string. */
  tag(): string {
    return this.id ? this.terms.languageOf(this.id) : this.#tag
  }

  datatype(): string {
    return this.id ? this.terms.datatypeOf(this.id) : datatypeOfType(this.type)
  }

  /** The exact value of an integer or decimal. */
  decimal(): Decimal {
    if (this.scale !== INEXACT) {
      return { digits: BigInt(Math.round(this.number * 10 ** this.scale)), scale: this.scale }
    }
    this.#big ??= parseDecimal(this.text())
    return this.#big
  }

  /** The term of the value, made if need be; 0 of an error. */
  intern(): TermId {
    if (this.id === 0 && this.type !== VALUE.error) this.id = this.#intern()
    return this.id
  }

  /** SPARQL 1.1 §17.2.2; of a language string it is an error, as in RDF 1.1 it is no simple literal. */
  effectiveBoolean(): number {
    if (this.type === VALUE.boolean) return this.number
    if (this.type >= VALUE.integer && this.type <= VALUE.double) {
      return this.number === 0 || Number.isNaN(this.number) ? FALSE : TRUE
    }
    if (this.type === VALUE.string) return this.text() === '' ? FALSE : TRUE
    return this.type === VALUE.illFormed ? FALSE : ERROR
  }

  /** Has the value of a term, 0 for none. */
  protected setTerm(id: TermId): number {
    this.id = id
    if (id === 0) return this.setError()
    const packed = this.terms.packedTypeOf(id)
    this.#text = undefined
    this.#big = undefined
    this.type = packed & 15
    this.scale = packed >> 4
    if (this.type >= VALUE.boolean) this.number = this.terms.numberOf(id)
    return this.type
  }

  protected setError(): number {
    this.id = 0
    this.type = VALUE.error
    return VALUE.error
  }

  protected setBoolean(value: number): number {
    if (value === ERROR) return this.setError()
    this.id = value === TRUE ? this.terms.true : this.terms.false
    this.#text = undefined
    this.number = value
    this.type = VALUE.boolean
    return VALUE.boolean
  }

  protected setString(text: string): number {
    this.id = 0
    this.#text = text
    this.type = VALUE.string
    return VALUE.string
  }

  /** A string like another: with its language tag if it has one. */
  protected setStringLike(text: string, like: Node): number {
    this.setString(text)
    if (like.type === VALUE.languageString) {
      this.#tag = like.tag()
      this.type = VALUE.languageString
    }
    return this.type
  }

  protected setLanguageString(text: string, tag: string): number {
    this.setString(text)
    this.#tag = tag
    this.type = VALUE.languageString
    return VALUE.languageString
  }

  protected setIri(iri: string): number {
    this.setString(iri)
    this.type = VALUE.iri
    return VALUE.iri
  }

  /** @param value a safe integer */
  protected setInteger(value: number): number {
    this.id = 0
    this.#text = undefined
    this.#big = undefined
    // there is no negative zero among the integers
    this.number = value + 0
    this.scale = 0
    this.type = VALUE.integer
    return VALUE.integer
  }

  /** @param value of 32 bits for a float */
  protected setDouble(value: number, type: number): number {
    this.id = 0
    this.#text = undefined
    this.number = value
    this.scale = 0
    this.type = type
    return type
  }

  /**
   * A decimal, or an integer, that a double holds.
   *
   * @returns whether it does
   */
  protected setDigits(digits: number, scale: number, type: number): boolean {
    if (!(Math.abs(digits) < EXACT_DIGITS) || scale > EXACT_SCALE) return false
    while (scale > 0 && digits % 10 === 0) {
      digits /= 10
      scale--
    }
    this.id = 0
    this.#text = undefined
    this.#big = undefined
    this.number = digits / 10 ** scale + 0
    this.scale = scale
    this.type = type
    return true
  }

  /** An exact value of any size; an integer has the scale 0. */
  protected setDecimal(value: Decimal, type: number): number {
    this.id = 0
    this.#big = value
    this.#text = type === VALUE.integer ? String(value.digits) : formatDecimal(value)
    this.number = Number(this.#text)
    this.scale = type === VALUE.integer && Number.isSafeInteger(this.number) ? 0 : scaleOfDecimal(value)
    this.type = type
    return type
  }

  /** Has the value of another node. */
  protected setFrom(other: Node): number {
    this.id = other.id
    this.type = other.type
    this.number = other.number
    this.scale = other.scale
    this.#text = other.#text
    this.#tag = other.#tag
    this.#big = other.#big
    return this.type
  }

  /** The canonical form of a number that was computed. */
  #format(): string {
    if (isExactType(this.type)) {
      return this.type === VALUE.integer ? String(this.number) : formatSmallDecimal(this.number)
    }
    return this.type === VALUE.float ? formatFloat(this.number) : formatDouble(this.number)
  }

  #intern(): TermId {
    switch (this.type) {
      case VALUE.iri:
        return this.terms.iri(this.text())
      case VALUE.string:
        return this.terms.string(this.text())
      case VALUE.languageString:
        return this.terms.languageString(this.text(), this.#tag)
      case VALUE.integer:
        if (this.scale === 0) return this.terms.integer(this.number)
        return this.terms.literal(this.text(), datatypeOfType(VALUE.integer))
      case VALUE.decimal:
        if (this.scale !== INEXACT) return this.terms.smallDecimal(this.number)
        return this.terms.literal(this.text(), datatypeOfType(VALUE.decimal))
      case VALUE.double:
        return this.terms.double(this.number)
      default:
        return this.terms.literal(this.text(), datatypeOfType(this.type))
    }
  }
}

/** A variable. */
export class VariableNode extends Node {
  readonly slot: number
  #column: Uint32Array | undefined

  constructor(terms: EvaluationTerms, slot: number) {
    super(terms)
    this.slot = slot
  }

  bind(batch: Batch): void {
    this.#column = batch.columns[this.slot]
  }

  compute(row: number): number {
    return this.setTerm(this.#column === undefined ? 0 : this.#column[row]!)
  }
}

/** A constant; the id 0 is an error, or a variable that nothing binds. */
export class ConstantNode extends Node {
  constructor(terms: EvaluationTerms, id: TermId) {
    super(terms)
    this.setTerm(id)
  }

  bind(): void {}

  compute(): number {
    return this.type
  }
}

/** A node that computes from others. */
export abstract class FunctionNode extends Node {
  readonly args: readonly Node[]

  constructor(terms: EvaluationTerms, args: readonly Node[]) {
    super(terms)
    this.args = args
  }

  bind(batch: Batch): void {
    for (const arg of this.args) arg.bind(batch)
  }
}
