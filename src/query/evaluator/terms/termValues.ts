import { TERM_KIND, type TermId, type TermTable } from '../../../graph/columns/columnar.ts'
import { parseValue } from './parseValue.ts'
import { type INEXACT, typeOfDatatype, VALUE, type ZONED } from './valueTypes.ts'

/**
 * What the terms of a graph are to expressions, each found out when it is first asked for and then kept with the graph.
 * `types[id]` has the type in its lower four bits, 0 where it was not asked for yet; in its upper ones the digits after
 * the point of an integer or decimal, or {@link INEXACT}; {@link ZONED} of a date. `numbers[id]` is the number, 0 or 1
 * of a boolean, the milliseconds since 1970 of a date. Pages that nobody touches take no memory.
 */
export class TermValues {
  readonly types: Uint8Array
  readonly numbers: Float64Array
  readonly #terms: TermTable
  /** The type of a datatype, by the qualifier of its literals. */
  readonly #datatypes = new Map<number, number>()

  constructor(terms: TermTable) {
    this.#terms = terms
    this.types = new Uint8Array(terms.size + 1)
    this.numbers = new Float64Array(terms.size + 1)
  }

  /** Finds out what a term is, and returns what `types` has for it from now on. */
  load(id: TermId): number {
    const kind = this.#terms.kindOf(id)
    let found: number
    if (kind === TERM_KIND.iri) found = VALUE.iri
    else if (kind === TERM_KIND.blankNode) found = VALUE.blankNode
    else if (kind === TERM_KIND.string) found = VALUE.string
    else if (kind === TERM_KIND.languageString) found = VALUE.languageString
    else found = this.#loadTyped(id)
    this.types[id] = found
    return found
  }

  #loadTyped(id: TermId): number {
    const type = this.#datatypeOf(id)
    if (type === VALUE.other) return type
    if (type === VALUE.integer || type === VALUE.decimal) {
      const found = this.#loadDigits(id, type)
      if (found !== 0) return found
    }
    const parsed = parseValue(type, this.#terms.valueOf(id))
    this.numbers[id] = parsed.number
    return parsed.type
  }

  /** Most numbers are a few digits: these are read from their bytes. Returns 0 for all others. */
  #loadDigits(id: TermId, type: number): number {
    const start = this.#terms.startOf(id)
    const end = this.#terms.endOf(id)
    if (end - start > 15 || end === start) return 0
    const slab = this.#terms.slabOf(id)
    let digits = 0
    let scale = -1
    let at = start
    const isNegative = slab[at] === 0x2d
    if (isNegative) at++
    if (at === end) return 0
    for (; at < end; at++) {
      const byte = slab[at]!
      if (byte >= 0x30 && byte <= 0x39) {
        digits = digits * 10 + byte - 0x30
        if (scale >= 0) scale++
      } else if (byte === 0x2e && scale < 0 && type === VALUE.decimal && at > start && at + 1 < end) scale = 0
      else return 0
    }
    if (scale <= 0) scale = 0
    while (scale > 0 && digits % 10 === 0) {
      digits /= 10
      scale--
    }
    const number = scale === 0 ? digits : digits / 10 ** scale
    this.numbers[id] = isNegative && number !== 0 ? -number : number
    return type | (scale << 4)
  }

  #datatypeOf(id: TermId): number {
    const qualifier = this.#terms.qualifierOf(id)
    let type = this.#datatypes.get(qualifier)
    if (type === undefined) {
      type = typeOfDatatype(this.#terms.datatypeOf(id))
      this.#datatypes.set(qualifier, type)
    }
    return type
  }
}

const KEY = Symbol('values')

/** The values of a graph's terms, shared by all who evaluate over it. */
export function valuesOf(terms: TermTable): TermValues {
  return terms.cached(KEY, () => new TermValues(terms))
}
