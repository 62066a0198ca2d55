import type { Column } from '../../../graph/columns/columnar.ts'

/** A set of ids as a bit for each from the first to the last. */
export class IdBits {
  readonly #first: number
  readonly #range: number
  readonly #words: Uint32Array

  /** @param ids ascending */
  constructor(ids: Uint32Array) {
    const first = ids.length === 0 ? 0 : ids[0]!
    const range = ids.length === 0 ? 0 : ids[ids.length - 1]! - first + 1
    const words = new Uint32Array((range + 31) >>> 5)
    for (let index = 0; index < ids.length; index++) {
      const place = ids[index]! - first
      words[place >>> 5]! |= 1 << (place & 31)
    }
    this.#first = first
    this.#range = range
    this.#words = words
  }

  /**
   * Writes the places from `from` to `to` of those ids that are in the set, or of those that are not, behind `count`
   * others; gives the number of all. Without a branch that depends on what is found: that cannot be foretold.
   */
  select(
    ids: Uint32Array,
    from: number,
    to: number,
    rows: Uint32Array,
    count: number,
    isNegated: boolean,
  ): number {
    const words = this.#words
    const first = this.#first
    const range = this.#range
    const skipped = isNegated ? 1 : 0
    let selected = count
    for (let index = from; index < to; index++) {
      const place = ids[index]! - first
      const bit = place >= 0 && place < range ? (words[place >>> 5]! >>> (place & 31)) & 1 : 0
      rows[selected] = index
      selected += bit ^ skipped
    }
    return selected
  }
}

/** How many bits a key may cost. */
const BITS_PER_KEY = 256

const known = new WeakMap<Column, IdBits>()

/** The keys of a column as a set, kept as long as the column; `undefined` where they are too far apart. */
export function keyBits(column: Column): IdBits | undefined {
  let bits = known.get(column)
  if (bits) return bits
  const { keys } = column
  if ((keys.at(-1) ?? 0) - (keys[0] ?? 0) > keys.length * BITS_PER_KEY) return undefined
  bits = new IdBits(keys)
  known.set(column, bits)
  return bits
}
