/** Distinct rows of ids, numbered from 0 in the order in which they came. */
export class RowTable {
  readonly width: number
  /** Row `r` is `rows[r * width] … rows[(r + 1) * width - 1]`. */
  rows: Uint32Array
  size = 0
  /** Of each bucket the number of its row plus one, 0 where it is free. */
  #buckets: Int32Array
  #mask: number

  constructor(width: number) {
    this.width = width
    this.rows = new Uint32Array(Math.max(width, 1) * 64)
    this.#buckets = new Int32Array(128)
    this.#mask = 127
  }

  get bytes(): number {
    return this.rows.byteLength + this.#buckets.byteLength
  }

  /** The number of the row that the columns have there; the next number where it is new, and then it is added. */
  add(columns: readonly Uint32Array[], row: number): number {
    const { width } = this
    let bucket = hashOf(columns, row, width) & this.#mask
    while (true) {
      const number = this.#buckets[bucket]! - 1
      if (number < 0) break
      if (this.#equals(number, columns, row)) return number
      bucket = (bucket + 1) & this.#mask
    }
    const number = this.size
    if ((number + 1) * width > this.rows.length) this.#growRows()
    const start = number * width
    for (let index = 0; index < width; index++) this.rows[start + index] = columns[index]![row]!
    this.#buckets[bucket] = number + 1
    this.size = number + 1
    if (this.size * 2 > this.#mask) this.#growBuckets()
    return number
  }

  /** -1 where there is no such row. */
  find(columns: readonly Uint32Array[], row: number): number {
    let bucket = hashOf(columns, row, this.width) & this.#mask
    while (true) {
      const number = this.#buckets[bucket]! - 1
      if (number < 0 || this.#equals(number, columns, row)) return number
      bucket = (bucket + 1) & this.#mask
    }
  }

  #equals(number: number, columns: readonly Uint32Array[], row: number): boolean {
    const { width, rows } = this
    const start = number * width
    for (let index = 0; index < width; index++) {
      if (rows[start + index] !== columns[index]![row]) return false
    }
    return true
  }

  #growRows(): void {
    const grown = new Uint32Array(this.rows.length * 2)
    grown.set(this.rows)
    this.rows = grown
  }

  #growBuckets(): void {
    const { width, rows, size } = this
    const mask = this.#mask * 4 + 3
    const buckets = new Int32Array(mask + 1)
    for (let number = 0; number < size; number++) {
      let hash = 0
      const start = number * width
      for (let index = 0; index < width; index++) hash = mix(hash, rows[start + index]!)
      let bucket = finish(hash) & mask
      while (buckets[bucket] !== 0) bucket = (bucket + 1) & mask
      buckets[bucket] = number + 1
    }
    this.#buckets = buckets
    this.#mask = mask
  }
}

function hashOf(columns: readonly Uint32Array[], row: number, width: number): number {
  let hash = 0
  for (let index = 0; index < width; index++) hash = mix(hash, columns[index]![row]!)
  return finish(hash)
}

function mix(hash: number, id: number): number {
  return Math.imul((hash ^ id) + 0x7f4a7c15, 0x9e3779b1) ^ (hash >>> 13)
}

function finish(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
