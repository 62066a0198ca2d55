/** Below this many keys, a binary search is as fast as a bitmap. */
const FEW = 32

/** Finds the rows of the keys of a column: numbers in ascending order, each once, at least one. */
export class KeyIndex {
  readonly keys: Uint32Array
  readonly #first: number
  readonly #last: number
  /** Whether the keys follow each other without a gap. */
  readonly #isDense: boolean
  /** A bit for each number from the first key, where they are not too far apart, and of each word the row of its first. */
  readonly #bits: Uint32Array | undefined
  readonly #rows: Uint32Array | undefined
  /** Where they are too far apart, buckets of row numbers plus one: 0 is free. */
  readonly #buckets: Uint32Array | undefined

  constructor(keys: Uint32Array) {
    const { length } = keys
    const first = keys[0]!
    const last = keys[length - 1]!
    this.keys = keys
    this.#first = first
    this.#last = last
    this.#isDense = last - first === length - 1
    const words = ((last - first) >>> 5) + 1
    if (this.#isDense || length < FEW) return
    if (words > length * 2) {
      this.#buckets = hashRows(keys)
      return
    }
    const bits = new Uint32Array(words)
    const rows = new Uint32Array(words)
    for (let row = length - 1; row >= 0; row--) {
      const place = keys[row]! - first
      bits[place >>> 5]! |= 1 << (place & 31)
      rows[place >>> 5] = row
    }
    this.#bits = bits
    this.#rows = rows
  }

  /** The row of a key, or -1. */
  rowOf(key: number): number {
    if (key < this.#first || key > this.#last) return -1
    const place = key - this.#first
    if (this.#isDense) return place
    if (this.#buckets !== undefined) return findRow(this.#buckets, this.keys, key)
    if (this.#bits === undefined) return search(this.keys, key, 0, this.keys.length)
    const word = this.#bits[place >>> 5]!
    const bit = 1 << (place & 31)
    return (word & bit) === 0 ? -1 : this.#rows![place >>> 5]! + countBits(word & (bit - 1))
  }
}

/** A table of the rows of keys, half full at most. */
function hashRows(keys: Uint32Array): Uint32Array {
  const buckets = new Uint32Array(2 ** (33 - Math.clz32(keys.length)))
  const mask = buckets.length - 1
  for (let row = 0; row < keys.length; row++) {
    let bucket = bucketOf(keys[row]!) & mask
    while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask
    buckets[bucket] = row + 1
  }
  return buckets
}

function findRow(buckets: Uint32Array, keys: Uint32Array, key: number): number {
  const mask = buckets.length - 1
  let bucket = bucketOf(key) & mask
  while (true) {
    const row = buckets[bucket]! - 1
    if (row < 0 || keys[row] === key) return row
    bucket = (bucket + 1) & mask
  }
}

function bucketOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** Where a number is in a part of an ascending array, or -1. */
export function search(numbers: Uint32Array, wanted: number, start: number, end: number): number {
  let low = start
  let high = end - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = numbers[middle]!
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
