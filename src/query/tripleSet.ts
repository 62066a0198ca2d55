import type { TermId } from '../graph/columns/columnar.ts'

const WIDTH = 3

/** A set of triples of term ids: an open-addressing table over typed arrays, some 20 bytes a triple. */
export class TripleSet {
  #size = 0
  #triples = new Uint32Array(64 * WIDTH)
  /** One more than the number of a triple; 0 where there is none. Twice as many as there is room for triples. */
  #slots = new Uint32Array(128)

  /** Number of triples. */
  get size(): number {
    return this.#size
  }

  /** Bytes that it keeps. */
  get bytes(): number {
    return this.#triples.byteLength + this.#slots.byteLength
  }

  /** Whether the triple was not there yet. */
  add(subject: TermId, predicate: TermId, object: TermId): boolean {
    const slot = this.#find(subject, predicate, object)
    if (this.#slots[slot] !== 0) return false
    this.#triples.set([subject, predicate, object], this.#size * WIDTH)
    this.#slots[slot] = ++this.#size
    if (this.#size * WIDTH === this.#triples.length) this.#grow()
    return true
  }

  #find(subject: TermId, predicate: TermId, object: TermId): number {
    const mask = this.#slots.length - 1
    let slot = hash(subject, predicate, object) & mask
    for (let found = this.#slots[slot]!; found !== 0; found = this.#slots[slot]!) {
      const at = (found - 1) * WIDTH
      if (
        this.#triples[at] === subject &&
        this.#triples[at + 1] === predicate &&
        this.#triples[at + 2] === object
      )
        return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const triples = new Uint32Array(this.#triples.length * 2)
    triples.set(this.#triples)
    this.#triples = triples
    this.#slots = new Uint32Array(this.#slots.length * 2)
    for (let number = 0; number < this.#size; number++) {
      const at = number * WIDTH
      this.#slots[this.#find(triples[at]!, triples[at + 1]!, triples[at + 2]!)] = number + 1
    }
  }
}

/** Mixes all bits: ids of one column stand close together. */
function hash(subject: TermId, predicate: TermId, object: TermId): number {
  let mixed =
    Math.imul(subject, 0x9e3779b1) ^ Math.imul(predicate, 0x85ebca6b) ^ Math.imul(object, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
