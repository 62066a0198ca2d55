import { IdTable } from './idTable.ts'
import { RowTable } from './rowTable.ts'

/** Numbers groups from 0 by their keys, in the order in which they come. */
export interface GroupNumbers {
  readonly size: number
  readonly bytes: number
  /** Writes the number of the group of each row. */
  number(columns: readonly Uint32Array[], length: number, groups: Uint32Array): void
  /** The id that a group has for a key. */
  keyOf(group: number, key: number): number
}

export function groupNumbers(keys: number): GroupNumbers {
  if (keys === 0) return new OneGroup()
  if (keys === 1) return new GroupsByOne()
  return keys === 2 ? new GroupsByTwo() : new GroupsByMany(keys)
}

class OneGroup implements GroupNumbers {
  readonly size = 1
  readonly bytes = 0

  number(_: readonly Uint32Array[], length: number, groups: Uint32Array): void {
    groups.fill(0, 0, length)
  }

  keyOf(): number {
    return 0
  }
}

class GroupsByOne implements GroupNumbers {
  readonly #numbers = new IdTable()
  #keys = new Uint32Array(64)
  size = 0

  get bytes(): number {
    return this.#numbers.bytes + this.#keys.byteLength
  }

  number([ids]: readonly Uint32Array[], length: number, groups: Uint32Array): void {
    const numbers = this.#numbers
    let last = -1
    let group = -1
    for (let row = 0; row < length; row++) {
      const id = ids![row]!
      if (id !== last) {
        last = id
        group = numbers.get(id)
        if (group < 0) group = this.#add(id)
      }
      groups[row] = group
    }
  }

  keyOf(group: number): number {
    return this.#keys[group]!
  }

  /** The number of an id. */
  numberOf(id: number): number {
    const group = this.#numbers.get(id)
    return group < 0 ? this.#add(id) : group
  }

  #add(id: number): number {
    const group = this.size++
    this.#numbers.set(id, group)
    if (group === this.#keys.length) {
      const grown = new Uint32Array(group * 2)
      grown.set(this.#keys)
      this.#keys = grown
    }
    this.#keys[group] = id
    return group
  }
}

/** How many numbers the matrix of two keys has at most. */
const LARGEST_MATRIX = 1 << 20

/** Groups by two keys: in a matrix of the numbers of either key as long as that is small, else in a table. */
class GroupsByTwo implements GroupNumbers {
  readonly #first = new GroupsByOne()
  readonly #second = new GroupsByOne()
  /** Group number plus one of a pair, 0 where there is none. */
  #matrix: Int32Array | undefined = new Int32Array(64 * 64)
  #width = 64
  readonly #table = new RowTable(2)

  get size(): number {
    return this.#table.size
  }

  get bytes(): number {
    return this.#first.bytes + this.#second.bytes + this.#table.bytes + (this.#matrix?.byteLength ?? 0)
  }

  number(columns: readonly Uint32Array[], length: number, groups: Uint32Array): void {
    const [ones, others] = columns as [Uint32Array, Uint32Array]
    const first = this.#first
    const second = this.#second
    const table = this.#table
    let row = 0
    for (; row < length && this.#matrix; row++) {
      const one = first.numberOf(ones[row]!)
      const other = second.numberOf(others[row]!)
      const place = one * this.#width + other
      if (other >= this.#width || place >= this.#matrix.length) {
        this.#grow()
        row--
        continue
      }
      let group = this.#matrix[place]! - 1
      if (group < 0) {
        group = table.add(columns, row)
        this.#matrix[place] = group + 1
      }
      groups[row] = group
    }
    for (; row < length; row++) groups[row] = table.add(columns, row)
  }

  keyOf(group: number, key: number): number {
    return this.#table.rows[group * 2 + key]!
  }

  #grow(): void {
    let width = this.#width
    while (width < this.#second.size) width *= 2
    let height = 64
    while (height < this.#first.size) height *= 2
    const old = this.#matrix!
    if (width * height > LARGEST_MATRIX) {
      this.#matrix = undefined
      return
    }
    const matrix = new Int32Array(width * height)
    for (let start = 0; start < old.length; start += this.#width) {
      matrix.set(old.subarray(start, start + this.#width), (start / this.#width) * width)
    }
    this.#matrix = matrix
    this.#width = width
  }
}

class GroupsByMany implements GroupNumbers {
  readonly #table: RowTable

  constructor(width: number) {
    this.#table = new RowTable(width)
  }

  get size(): number {
    return this.#table.size
  }

  get bytes(): number {
    return this.#table.bytes
  }

  number(columns: readonly Uint32Array[], length: number, groups: Uint32Array): void {
    for (let row = 0; row < length; row++) groups[row] = this.#table.add(columns, row)
  }

  keyOf(group: number, key: number): number {
    return this.#table.rows[group * this.#table.width + key]!
  }
}
