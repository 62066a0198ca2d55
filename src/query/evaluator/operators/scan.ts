import type { Column } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, type OutputBatch } from '../batch.ts'
import { type EvaluationContext, Operator } from './operator.ts'

/** All pairs of a column. */
export class ColumnScan extends Operator {
  readonly #column: Column
  readonly #keySlot: number
  readonly #valueSlot: number
  readonly #needed: ReadonlySet<number>

  constructor(
    context: EvaluationContext,
    detail: string,
    column: Column,
    keySlot: number,
    valueSlot: number,
    needed: ReadonlySet<number>,
  ) {
    const slots = new Set([keySlot, valueSlot])
    super(
      context,
      {
        possible: slots,
        certain: slots,
        estimate: column.size,
        ascending: keySlot,
        unique: column.isSingle ? new Set([keySlot]) : slots,
      },
      { operator: 'scan', detail },
    )
    this.#column = column
    this.#keySlot = keySlot
    this.#valueSlot = valueSlot
    this.#needed = needed
  }

  protected override *run(): Generator<Batch> {
    const { size, keys, values, isSingle } = this.#column
    const needsKeys = this.#needed.has(this.#keySlot)
    const output: OutputBatch = { length: 0, columns: [] }
    const expanded = needsKeys && !isSingle ? new Uint32Array(BATCH_SIZE) : undefined
    let row = 0
    for (let start = 0; start < size; start += BATCH_SIZE) {
      const end = Math.min(start + BATCH_SIZE, size)
      output.length = end - start
      if (this.#needed.has(this.#valueSlot)) output.columns[this.#valueSlot] = values.subarray(start, end)
      if (expanded) {
        row = this.#expand(expanded, row, start, end)
        output.columns[this.#keySlot] = expanded
      } else if (needsKeys) {
        output.columns[this.#keySlot] = keys.subarray(start, end)
      }
      yield output
    }
  }

  /** Writes the key of each value; gives the row of the last one. */
  #expand(target: Uint32Array, first: number, start: number, end: number): number {
    const { keys, offsets } = this.#column
    let row = first
    for (let index = start; index < end; index++) {
      while (offsets[row + 1]! <= index) row++
      target[index - start] = keys[row]!
    }
    return row
  }
}

/** Ids that ascend, as the values of one slot. */
export class ListScan extends Operator {
  readonly #list: Uint32Array
  readonly #slot: number

  constructor(context: EvaluationContext, detail: string, list: Uint32Array, slot: number) {
    const slots = new Set([slot])
    super(
      context,
      { possible: slots, certain: slots, estimate: list.length, ascending: slot, unique: slots },
      { operator: 'scan', detail },
    )
    this.#list = list
    this.#slot = slot
  }

  protected override *run(): Generator<Batch> {
    const output: OutputBatch = { length: 0, columns: [] }
    for (let start = 0; start < this.#list.length; start += BATCH_SIZE) {
      const part = this.#list.subarray(start, start + BATCH_SIZE)
      output.length = part.length
      output.columns[this.#slot] = part
      yield output
    }
  }
}
