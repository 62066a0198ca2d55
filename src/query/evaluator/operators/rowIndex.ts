import type { Batch } from '../batch.ts'
import { columnOf } from '../batch.ts'
import { IdTable } from './idTable.ts'
import { RowStore } from './rowStore.ts'
import { RowTable } from './rowTable.ts'

/** Rows that are kept, and found by the ids that they have in some slots. */
export class RowIndex {
  readonly store: RowStore
  readonly #keys: readonly number[]
  readonly #single: IdTable | undefined
  readonly #table: RowTable
  /** By the number of a key, its latest row. */
  #heads = new Int32Array(256)
  #keyCount = 0
  /** Of each row the one before it with the same key, or -1. */
  #next = new Int32Array(256)

  /** @param keys slots that are bound in each row; without any, each row is found by any other */
  constructor(slots: readonly number[], keys: readonly number[]) {
    this.store = new RowStore(slots)
    this.#keys = keys
    this.#single = keys.length === 1 ? new IdTable() : undefined
    this.#table = new RowTable(keys.length)
  }

  get length(): number {
    return this.store.length
  }

  get bytes(): number {
    return (
      this.store.bytes +
      this.#heads.byteLength +
      this.#next.byteLength +
      this.#table.bytes +
      (this.#single?.bytes ?? 0)
    )
  }

  append(batch: Batch): void {
    const first = this.store.length
    this.store.append(batch)
    if (this.store.length > this.#next.length) this.#next = grown(this.#next, this.store.length)
    const columns = this.#keys.map(slot => columnOf(batch, slot))
    for (let row = 0; row < batch.length; row++) {
      const key = this.#numberOf(columns, row)
      this.#next[first + row] = this.#heads[key]! - 1
      this.#heads[key] = first + row + 1
    }
  }

  /** The columns of a batch by which {@link first} looks a row up. */
  keyColumns(batch: Batch): Uint32Array[] {
    return this.#keys.map(slot => columnOf(batch, slot))
  }

  /** A kept row that has the same key, or -1. */
  first(columns: readonly Uint32Array[], row: number): number {
    const key = this.#single ? this.#single.get(columns[0]![row]!) : this.#table.find(columns, row)
    return key < 0 ? -1 : this.#heads[key]! - 1
  }

  /** The next one, or -1. */
  next(row: number): number {
    return this.#next[row]!
  }

  #numberOf(columns: readonly Uint32Array[], row: number): number {
    const single = this.#single
    let key: number
    if (single) {
      key = single.get(columns[0]![row]!)
      if (key < 0) {
        key = this.#keyCount++
        single.set(columns[0]![row]!, key)
      }
    } else {
      key = this.#table.add(columns, row)
    }
    if (key >= this.#heads.length) this.#heads = grown(this.#heads, key + 1)
    return key
  }
}

function grown(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(needed, array.length * 2))
  larger.set(array)
  return larger
}
