import { TERM_KIND, type TermId, type TermKind, type TermTable } from '../../../graph/columns/columnar.ts'

/** How many bytes are looked at. */
const BYTES = 16

/**
 * Tells terms of the graph from one that bounds them by the first bytes of their values: IRIs, strings and language
 * strings each are ordered by code point before all else (SPARQL 1.1 §15.1), which is the order of their bytes.
 */
export class TextBound {
  readonly #terms: TermTable
  readonly #kind: TermKind | 0
  readonly #bytes: Uint8Array

  constructor(terms: TermTable, bound: TermId) {
    this.#terms = terms
    const kind = bound > 0 && bound <= terms.size ? terms.kindOf(bound) : 0
    this.#kind = kind === TERM_KIND.typed || kind === TERM_KIND.blankNode ? 0 : kind
    const start = this.#kind === 0 ? 0 : terms.startOf(bound)
    this.#bytes =
      this.#kind === 0
        ? new Uint8Array(0)
        : terms.slabOf(bound).slice(start, Math.min(start + BYTES, terms.endOf(bound)))
  }

  /** 1 where a term certainly comes after the bound, -1 where it certainly comes before, 0 where that is not known. */
  order(id: TermId): number {
    const terms = this.#terms
    if (this.#kind === 0 || id === 0 || id > terms.size || terms.kindOf(id) !== this.#kind) return 0
    const bytes = this.#bytes
    const slab = terms.slabOf(id)
    const start = terms.startOf(id)
    const shared = Math.min(bytes.length, terms.endOf(id) - start)
    for (let at = 0; at < shared; at++) {
      const byte = slab[start + at]!
      if (byte !== bytes[at]) return byte > bytes[at]! ? 1 : -1
    }
    return 0
  }
}
