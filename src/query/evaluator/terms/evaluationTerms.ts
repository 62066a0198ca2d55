import type * as RDF from '@rdfjs/types'
import { TERM_KIND, type TermId, type TermKind, type TermTable } from '../../../graph/columns/columnar.ts'
import { BlankTerm, IriTerm, LiteralTerm } from '../../../graph/columns/terms.ts'
import { ComputedTerms } from './computedTerms.ts'
import { type Decimal, formatDecimal, normalizeDecimal, parseDecimal } from './decimal.ts'
import { formatDouble, formatFloat, formatSmallDecimal } from './numericForms.ts'
import { EXACT_DIGITS, EXACT_SCALE } from './parseValue.ts'
import { type TermValues, valuesOf } from './termValues.ts'
import {
  INEXACT,
  RDF_LANG_STRING,
  VALUE,
  XSD_BOOLEAN,
  XSD_DECIMAL,
  XSD_DOUBLE,
  XSD_FLOAT,
  XSD_INTEGER,
  XSD_STRING,
} from './valueTypes.ts'

export interface EvaluationTermsOptions {
  /** What `NOW()` gives. Without it, expressions with `NOW()` are not supported. */
  readonly now?: Date
  /** What relative IRIs are resolved against. Without it, `IRI()` of one is an error. */
  readonly baseIri?: string
  /** What the labels of computed blank nodes begin with. Default: `computed-`. */
  readonly blankNodePrefix?: string
}

/**
 * The terms of one evaluation: those of its graph, under their own ids, and those that expressions compute, under ids
 * above `graph.size`. A term that the graph has is never computed anew: equal terms have equal ids.
 */
export class EvaluationTerms {
  readonly graph: TermTable
  readonly graphValues: TermValues
  readonly now: Date | undefined
  readonly baseIri: string | undefined
  /** Ids up to this are the graph's. */
  readonly graphSize: number
  readonly true: TermId
  readonly false: TermId
  readonly #computed: ComputedTerms
  readonly #integers = new Map<number, TermId>()
  readonly #decimals = new Map<number, TermId>()
  readonly #doubles = new Map<number, TermId>()
  readonly #blankNodePrefix: string
  #blankNodes = 0

  constructor(graph: TermTable, options: EvaluationTermsOptions = {}) {
    this.graph = graph
    this.graphValues = valuesOf(graph)
    this.graphSize = graph.size
    this.now = options.now
    this.baseIri = options.baseIri
    this.#blankNodePrefix = options.blankNodePrefix ?? 'computed-'
    this.#computed = new ComputedTerms(graph.size)
    this.true = this.literal('true', XSD_BOOLEAN)
    this.false = this.literal('false', XSD_BOOLEAN)
  }

  /** Bytes that computed terms take, roughly. */
  get bytes(): number {
    return this.#computed.bytes + 40 * (this.#integers.size + this.#decimals.size + this.#doubles.size)
  }

  kindOf(id: TermId): TermKind {
    return id <= this.graphSize ? this.graph.kindOf(id) : this.#computed.kindOf(id)
  }

  /** The IRI, the label of the blank node, or the lexical form. */
  valueOf(id: TermId): string {
    return id <= this.graphSize ? this.graph.valueOf(id) : this.#computed.valueOf(id)
  }

  /** `''` for all but language strings. */
  languageOf(id: TermId): string {
    if (id <= this.graphSize) return this.graph.languageOf(id)
    return this.#computed.kindOf(id) === TERM_KIND.languageString ? this.#computed.qualifierOf(id) : ''
  }

  /** `''` for IRIs and blank nodes. */
  datatypeOf(id: TermId): string {
    if (id <= this.graphSize) return this.graph.datatypeOf(id)
    const kind = this.#computed.kindOf(id)
    if (kind === TERM_KIND.typed) return this.#computed.qualifierOf(id)
    if (kind === TERM_KIND.string) return XSD_STRING
    return kind === TERM_KIND.languageString ? RDF_LANG_STRING : ''
  }

  /** What a term is to expressions, as `TermValues.types` packs it. */
  packedTypeOf(id: TermId): number {
    if (id <= this.graphSize) return this.graphValues.types[id]! || this.graphValues.load(id)
    return this.#computed.packedTypeOf(id)
  }

  /** What a term is to expressions: one of `VALUE`. */
  typeOf(id: TermId): number {
    return this.packedTypeOf(id) & 15
  }

  /** The value of a number, boolean (0 or 1) or date (milliseconds since 1970); of no use for other terms. */
  numberOf(id: TermId): number {
    if (id > this.graphSize) return this.#computed.numberOf(id)
    if (this.graphValues.types[id] === 0) this.graphValues.load(id)
    return this.graphValues.numbers[id]!
  }

  /** The exact value of an integer or decimal. */
  decimalOf(id: TermId): Decimal {
    return parseDecimal(this.valueOf(id))
  }

  termOf(id: TermId): RDF.Term {
    if (id <= this.graphSize) return this.graph.termOf(id)
    const value = this.valueOf(id)
    const kind = this.#computed.kindOf(id)
    if (kind === TERM_KIND.iri) return new IriTerm(value)
    if (kind === TERM_KIND.blankNode) return new BlankTerm(value)
    return new LiteralTerm(value, this.languageOf(id), new IriTerm(this.datatypeOf(id)))
  }

  /**
   * The id of a term, a new one if need be.
   *
   * @throws TypeError if the term is a variable, a default graph, a triple term, or a literal with a base direction
   */
  idOf(term: RDF.Term): TermId {
    if (term.termType === 'NamedNode') return this.iri(term.value)
    if (term.termType === 'BlankNode') return this.#intern(TERM_KIND.blankNode, term.value, '')
    if (term.termType !== 'Literal' || term.direction) {
      throw new TypeError(`No ${term.termType === 'Literal' ? 'directional literal' : term.termType} is kept`)
    }
    if (term.language) return this.languageString(term.value, term.language)
    return this.literal(term.value, term.datatype.value)
  }

  iri(value: string): TermId {
    return this.#intern(TERM_KIND.iri, value, '')
  }

  /** A blank node that is like no other. */
  blankNode(): TermId {
    for (;;) {
      const label = `${this.#blankNodePrefix}${this.#blankNodes++}`
      if (this.graph.find(TERM_KIND.blankNode, label) === 0) {
        return this.#intern(TERM_KIND.blankNode, label, '')
      }
    }
  }

  string(value: string): TermId {
    return this.#intern(TERM_KIND.string, value, '')
  }

  languageString(value: string, tag: string): TermId {
    return this.#intern(TERM_KIND.languageString, value, tag)
  }

  literal(value: string, datatype: string): TermId {
    if (datatype === XSD_STRING) return this.string(value)
    return this.#intern(TERM_KIND.typed, value, datatype)
  }

  boolean(value: boolean): TermId {
    return value ? this.true : this.false
  }

  /** @param value a safe integer */
  integer(value: number): TermId {
    let id = this.#integers.get(value)
    if (id === undefined) {
      id = this.literal(String(value + 0), XSD_INTEGER)
      this.#integers.set(value, id)
    }
    return id
  }

  bigInteger(value: bigint): TermId {
    return this.literal(String(value), XSD_INTEGER)
  }

  decimal(value: Decimal): TermId {
    return this.literal(formatDecimal(value), XSD_DECIMAL)
  }

  /** @param value a decimal that a double holds exactly */
  smallDecimal(value: number): TermId {
    let id = this.#decimals.get(value)
    if (id === undefined) {
      const text = formatSmallDecimal(value)
      id = this.literal(text, XSD_DECIMAL)
      this.#decimals.set(value, id)
    }
    return id
  }

  double(value: number): TermId {
    // a Map takes -0 for 0
    if (value === 0) return this.literal(formatDouble(value), XSD_DOUBLE)
    let id = this.#doubles.get(value)
    if (id === undefined) {
      id = this.literal(formatDouble(value), XSD_DOUBLE)
      this.#doubles.set(value, id)
    }
    return id
  }

  /** @param value a number of 32 bits */
  float(value: number): TermId {
    return this.literal(formatFloat(value), XSD_FLOAT)
  }

  #intern(kind: TermKind, value: string, qualifier: string): TermId {
    return this.graph.find(kind, value, qualifier) || this.#computed.intern(kind, value, qualifier)
  }
}

/** The scale that packs into a type, {@link INEXACT} where a double does not hold the value. */
export function scaleOfDecimal(value: Decimal): number {
  const { digits, scale } = normalizeDecimal(value)
  return scale <= EXACT_SCALE && digits < EXACT_DIGITS && digits > -EXACT_DIGITS ? scale : INEXACT
}

/** Whether a type is that of an integer or a decimal. */
export function isExactType(type: number): boolean {
  return type === VALUE.integer || type === VALUE.decimal
}
