/** How many bytes of bits are kept at most. */
const BITS_LIMIT = 64 * 1024 * 1024
/** How many times larger than the table the bits may be that replace it. */
const BITS_FACTOR = 16

/**
 * A set of pairs of a group and an id, flat in typed arrays: a table of open addressing, until a bit for each id of
 * each group, which is faster, would not be much larger. From then on groups have their bits, as long as these do not take
 * too much.
 */
export class DistinctPairs {
  readonly #highest: number
  readonly #words: number
  #hasBits = false
  readonly #bits: (Uint32Array | undefined)[] = []
  #bitBytes = 0
  #lastGroup = 0
  /** Pairs: the group + 1, then the id; 0 in both where there is none. */
  #table = new Uint32Array(0)
  #mask = 0
  #size = 0

  /** @param highest ids up to this may have a bit */
  constructor(highest: number) {
    this.#highest = highest
    this.#words = (highest >>> 5) + 1
  }

  get bytes(): number {
    return this.#bitBytes + this.#table.byteLength
  }

  /** Adds pairs, writes those that are new to the last two arrays, and returns their number. */
  addAll(
    groups: Uint32Array,
    ids: Uint32Array,
    length: number,
    freshGroups: Uint32Array,
    freshIds: Uint32Array,
  ): number {
    let fresh = 0
    for (let row = 0; row < length; row++) {
      const group = groups[row]!
      const id = ids[row]!
      const bits = this.#hasBits && id <= this.#highest ? this.#bitsOf(group) : undefined
      if (!(bits === undefined ? this.#add(group, id) : setBit(bits, id))) continue
      freshGroups[fresh] = group
      freshIds[fresh++] = id
    }
    return fresh
  }

  /** The bits of a group; `undefined`, then and later, if there is no room for them. */
  #bitsOf(group: number): Uint32Array | undefined {
    const kept = this.#bits[group]
    if (kept !== undefined) return kept
    const size = this.#words * 4
    if (this.#bitBytes + size > BITS_LIMIT) return undefined
    this.#bitBytes += size
    const bits = new Uint32Array(this.#words)
    this.#bits[group] = bits
    return bits
  }

  #add(group: number, id: number): boolean {
    if (this.#size * 2 >= this.#mask) {
      this.#grow()
      if (this.#hasBits && id <= this.#highest) {
        const bits = this.#bitsOf(group)
        if (bits) return setBit(bits, id)
      }
    }
    if (group > this.#lastGroup) this.#lastGroup = group
    const table = this.#table
    let at = hash(group, id) & this.#mask
    for (; table[at * 2] !== 0; at = (at + 1) & this.#mask) {
      if (table[at * 2] === group + 1 && table[at * 2 + 1] === id) return false
    }
    table[at * 2] = group + 1
    table[at * 2 + 1] = id
    this.#size++
    return true
  }

  #grow(): void {
    const old = this.#table
    const needed = (this.#lastGroup + 1) * this.#words * 4
    const turnsToBits = !this.#hasBits && needed <= old.byteLength * BITS_FACTOR && needed <= BITS_LIMIT
    if (turnsToBits) this.#hasBits = true
    const capacity = turnsToBits ? 1024 : Math.max(1024, (this.#mask + 1) * 2)
    this.#table = new Uint32Array(capacity * 2)
    this.#mask = capacity - 1
    this.#size = 0
    for (let from = 0; from < old.length; from += 2) {
      if (old[from] === 0) continue
      const group = old[from]! - 1
      const id = old[from + 1]!
      const bits = turnsToBits && id <= this.#highest ? this.#bitsOf(group) : undefined
      if (bits) bits[id >>> 5]! |= 1 << (id & 31)
      else this.#add(group, id)
    }
  }
}

function hash(group: number, id: number): number {
  let mixed = Math.imul(group, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** @returns whether it was not set before */
function setBit(bits: Uint32Array, id: number): boolean {
  const word = bits[id >>> 5]!
  const bit = 1 << (id & 31)
  bits[id >>> 5] = word | bit
  return (word & bit) === 0
}
