import { type Batch, columnOf } from '../batch.ts'

/** Rows that are kept, column by column. */
export class RowStore {
  readonly slots: readonly number[]
  length = 0
  /** By slot. */
  readonly columns: Uint32Array[] = []
  #capacity = 256

  constructor(slots: readonly number[]) {
    this.slots = slots
    for (const slot of slots) this.columns[slot] = new Uint32Array(this.#capacity)
  }

  append(batch: Batch): void {
    const needed = this.length + batch.length
    if (needed > this.#capacity) this.#grow(needed)
    for (const slot of this.slots) {
      const source = columnOf(batch, slot)
      this.columns[slot]!.set(
        batch.length === source.length ? source : source.subarray(0, batch.length),
        this.length,
      )
    }
    this.length = needed
  }

  get bytes(): number {
    return this.#capacity * 4 * this.slots.length
  }

  #grow(needed: number): void {
    while (this.#capacity < needed) this.#capacity *= 2
    for (const slot of this.slots) {
      const grown = new Uint32Array(this.#capacity)
      grown.set(this.columns[slot]!.subarray(0, this.length))
      this.columns[slot] = grown
    }
  }
}
