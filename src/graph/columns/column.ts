import type { Column, TermId } from './columnar.ts'
import { KeyIndex, search } from './keyIndex.ts'
import { sortStably } from './sortPairs.ts'

/** Up to this many values are looked through one by one. */
const FEW = 8

/** The keys of columns, found by an index that is built when first needed. */
export class KeyList {
  readonly keys: Uint32Array
  #index: KeyIndex | undefined

  constructor(keys: Uint32Array) {
    this.keys = keys
  }

  rowOf(key: TermId): number {
    this.#index ??= new KeyIndex(this.keys)
    return this.#index.rowOf(key)
  }
}

export class PackedColumn implements Column {
  readonly predicate: TermId
  readonly size: number
  readonly keys: Uint32Array
  readonly offsets: Uint32Array
  readonly values: Uint32Array
  readonly isSingle: boolean
  readonly #list: KeyList

  constructor(predicate: TermId, list: KeyList, offsets: Uint32Array, values: Uint32Array) {
    this.predicate = predicate
    this.size = values.length
    this.keys = list.keys
    this.offsets = offsets
    this.values = values
    this.isSingle = list.keys.length === values.length
    this.#list = list
  }

  rowOf(key: TermId): number {
    return this.#list.rowOf(key)
  }

  has(key: TermId, value: TermId): boolean {
    const row = this.#list.rowOf(key)
    if (row < 0) return false
    if (this.isSingle) return this.values[row] === value
    const start = this.offsets[row]!
    const end = this.offsets[row + 1]!
    if (end - start > FEW) return search(this.values, value, start, end) >= 0
    for (let at = start; at < end; at++) if (this.values[at] === value) return true
    return false
  }
}

/** The column from values to keys. */
export function invert(column: Column): PackedColumn {
  const { predicate, keys, offsets, values, size } = column
  const firsts = values.slice()
  const seconds = new Uint32Array(size)
  for (let row = 0; row < keys.length; row++) seconds.fill(keys[row]!, offsets[row]!, offsets[row + 1]!)
  // The keys ascend, and those of equal values keep their order.
  sortStably(firsts, seconds)
  const found = compress(firsts, size)
  return new PackedColumn(predicate, new KeyList(found.keys), found.offsets, seconds)
}

/** The distinct numbers of an ascending array, and where each begins. */
function compress(numbers: Uint32Array, length: number): { keys: Uint32Array; offsets: Uint32Array } {
  let rows = 0
  for (let at = 0; at < length; at++) if (at === 0 || numbers[at] !== numbers[at - 1]) rows++
  const keys = new Uint32Array(rows)
  const offsets = new Uint32Array(rows + 1)
  let row = 0
  for (let at = 0; at < length; at++) {
    if (at > 0 && numbers[at] === numbers[at - 1]) continue
    keys[row] = numbers[at]!
    offsets[row++] = at
  }
  offsets[rows] = length
  return { keys, offsets }
}
