import type { TermId, TermTable } from '../../../graph/columns/columnar.ts'
import { valuesOf } from '../terms/termValues.ts'
import { VALUE } from '../terms/valueTypes.ts'

/** How many bytes of a text its key has: with the kind of the term before them, a double still holds them exactly. */
const BYTES = 6

/**
 * The kinds of terms that go by their text alone, in the order that they have among each other: language strings are
 * before strings by the IRIs of their datatypes.
 */
const PLACES = new Map<number, number>([
  [VALUE.blankNode, 1],
  [VALUE.iri, 2],
  [VALUE.languageString, 3],
  [VALUE.string, 4],
])

/** The key of a term whose place no key tells. */
export const NO_KEY = -1

/**
 * Numbers in the order of `ORDER BY`, as far as the first bytes of texts tell it: where the key of one term is less than
 * that of another, so is the term. Equal keys tell nothing, nor does {@link NO_KEY}, which is that of numbers, dates,
 * literals of other datatypes, unbound and computed terms. Most comparisons need no more, and the bytes of a text are
 * looked up once in the life of a graph.
 */
export class SortKeys {
  readonly #terms: TermTable
  /** 0 where it was not asked for yet. */
  readonly #keys: Float64Array

  constructor(terms: TermTable) {
    this.#terms = terms
    this.#keys = new Float64Array(terms.size + 1)
    this.#keys[0] = NO_KEY
  }

  of(id: TermId): number {
    return id < this.#keys.length ? this.#keys[id]! || this.#load(id) : NO_KEY
  }

  #load(id: TermId): number {
    const values = valuesOf(this.#terms)
    const place = PLACES.get((values.types[id]! || values.load(id)) & 15)
    let key = place ?? NO_KEY
    if (place !== undefined) {
      const slab = this.#terms.slabOf(id)
      const start = this.#terms.startOf(id)
      const end = this.#terms.endOf(id)
      for (let at = start; at < start + BYTES; at++) key = key * 256 + (at < end ? slab[at]! : 0)
    }
    this.#keys[id] = key
    return key
  }
}

const KEY = Symbol('sort keys')

/** The sort keys of a graph's terms, shared by all who evaluate over it. */
export function sortKeysOf(terms: TermTable): SortKeys {
  return terms.cached(KEY, () => new SortKeys(terms))
}
