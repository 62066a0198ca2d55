import { BATCH_SIZE, type Batch, type OutputBatch } from '../batch.ts'
import { type EvaluationContext, Operator } from './operator.ts'

/** Rows that the query gives itself (SPARQL 1.1 §10). */
export class Values extends Operator {
  readonly #slots: readonly number[]
  readonly #columns: readonly Uint32Array[]
  readonly #length: number

  /**
   * @param columns of each slot the ids of all rows, 0 for UNDEF
   * @param operator what the plan calls it
   */
  constructor(
    context: EvaluationContext,
    slots: readonly number[],
    columns: readonly Uint32Array[],
    length: number,
    operator = 'values',
  ) {
    const isEach = (test: (id: number) => boolean) =>
      new Set(slots.filter((_, index) => columns[index]!.every(test)))
    const unbound = isEach(id => id === 0)
    super(
      context,
      {
        possible: new Set(slots).difference(unbound),
        certain: isEach(id => id !== 0),
        estimate: length,
        unique:
          slots.length === 1 && length < 1000 && new Set(columns[0]).size === length
            ? new Set(slots)
            : undefined,
      },
      { operator, detail: slots.map(slot => `?${context.names[slot]}`).join(' ') },
    )
    this.#slots = slots
    this.#columns = columns
    this.#length = length
  }

  protected override *run(): Generator<Batch> {
    for (let start = 0; start < this.#length; start += BATCH_SIZE) {
      const end = Math.min(start + BATCH_SIZE, this.#length)
      const output: OutputBatch = { length: end - start, columns: [] }
      for (const [index, slot] of this.#slots.entries()) {
        output.columns[slot] = this.#columns[index]!.subarray(start, end)
      }
      yield output
    }
  }
}
