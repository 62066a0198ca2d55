import { BATCH_SIZE, type Batch, gather, type OutputBatch } from '../batch.ts'

/** Buffers in which an operator hands on selected rows of its input beside columns of its own. */
export class Selection {
  /** The rows of the input that are handed on. */
  readonly rows = new Uint32Array(BATCH_SIZE)
  readonly output: OutputBatch = { length: 0, columns: [] }
  readonly #carried: readonly number[]
  readonly #buffers: Uint32Array[]

  /** @param carried slots of the input that are handed on */
  constructor(carried: readonly number[]) {
    this.#carried = carried
    this.#buffers = carried.map(() => new Uint32Array(BATCH_SIZE))
  }

  /**
   * The first `length` selected rows of the input. Where these are all of its rows, each once and in their order, its
   * columns are handed on themselves.
   */
  take(input: Batch, length: number, areAll: boolean): OutputBatch {
    const { output } = this
    output.length = length
    for (const [index, slot] of this.#carried.entries()) {
      const source = input.columns[slot]
      if (source === undefined || areAll || length === 0) {
        output.columns[slot] = source
      } else {
        gather(source, this.rows, length, this.#buffers[index]!)
        output.columns[slot] = this.#buffers[index]!
      }
    }
    return output
  }
}
