import type { PackedColumn } from './column.ts'
import type { TermId } from './columnar.ts'

/** Up to this many columns are asked one after the other for a key. */
const FEW = 128

/** Knows which columns have a key: in time that does not grow with the number of the others. */
export class KeyDirectory {
  readonly #columns: readonly PackedColumn[]
  /** By key, where its columns begin in `found`. */
  readonly #starts: Uint32Array | undefined
  readonly #found: Uint32Array | undefined

  /**
   * @param order the numbers of the columns, in the order in which they are to be given
   */
  constructor(order: Uint32Array, columnAt: (index: number) => PackedColumn) {
    const columns = Array.from(order, columnAt)
    this.#columns = columns
    if (columns.length <= FEW) return
    const last = columns.reduce((largest, { keys }) => Math.max(largest, keys[keys.length - 1]!), 0)
    const starts = new Uint32Array(last + 2)
    for (const { keys } of columns) for (const key of keys) starts[key + 1]!++
    for (let key = 0; key <= last; key++) starts[key + 1]! += starts[key]!
    const found = new Uint32Array(starts[last + 1]!)
    const next = starts.slice()
    for (const [index, { keys }] of columns.entries()) for (const key of keys) found[next[key]!++] = index
    this.#starts = starts
    this.#found = found
  }

  of(key: TermId): PackedColumn[] {
    const starts = this.#starts
    const columns: PackedColumn[] = []
    if (starts === undefined) {
      for (const column of this.#columns) if (column.rowOf(key) >= 0) columns.push(column)
    } else if (key + 1 < starts.length) {
      for (let at = starts[key]!; at < starts[key + 1]!; at++) columns.push(this.#columns[this.#found![at]!]!)
    }
    return columns
  }
}
