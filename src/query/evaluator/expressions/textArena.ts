import type { TermId, TermTable } from '../../../graph/columns/columnar.ts'
import { mayHaveOtherCases } from './byteSearch.ts'

/** How many bytes an arena has at most; terms beyond them are read where they lie. */
const MOST = 2 ** 28

/** What stands before each text: the kind of its term, with {@link PLAIN}, then its length in three bytes. */
export const HEADER = 4

/** Marks a text that has no characters beyond Latin-1 that are other cases of such within. */
export const PLAIN = 0x80

/**
 * The texts of terms side by side, in the order in which they were first searched. In a graph, the labels of a column lie
 * among all that is said of the things that have them, each on a page of memory of its own; here they are read one
 * after the other, which is what a search of all of them waits for.
 */
export class TextArena {
  /** Where the header of a term is, by its id; 0 where it is not in the arena yet. */
  readonly places: Uint32Array
  /** Replaced by a larger one when a term is added that has no room. */
  bytes: Uint8Array = new Uint8Array(2 ** 16)
  readonly #terms: TermTable
  /** 0 is no place. */
  #end = HEADER

  constructor(terms: TermTable) {
    this.#terms = terms
    this.places = new Uint32Array(terms.size + 1)
  }

  /** Adds a term of the graph, and returns where; 0 where the arena is full. */
  add(id: TermId): number {
    const terms = this.#terms
    const start = terms.startOf(id)
    const end = terms.endOf(id)
    const place = this.#end
    const next = place + HEADER + end - start
    if (next > MOST) return 0
    if (next > this.bytes.length) this.#grow(next)
    const { bytes } = this
    const slab = terms.slabOf(id)
    bytes[place] = terms.kindOf(id) | (mayHaveOtherCases(slab, start, end) ? 0 : PLAIN)
    bytes[place + 1] = end - start
    bytes[place + 2] = (end - start) >>> 8
    bytes[place + 3] = (end - start) >>> 16
    let target = place + HEADER
    for (let at = start; at < end; at++) bytes[target++] = slab[at]!
    this.places[id] = place
    this.#end = next
    return place
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.min(MOST, Math.max(needed, this.bytes.length * 2)))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

const KEY = Symbol('text arena')

/** The arena of a graph's terms, shared by all who search them. */
export function textArenaOf(terms: TermTable): TextArena {
  return terms.cached(KEY, () => new TextArena(terms))
}
