import type { Batch, OutputBatch } from '../batch.ts'
import { Operator } from './operator.ts'

/** Some of its input's rows; asks for no more once it has them (SPARQL 1.1 §18.5, Slice). */
export class Slice extends Operator {
  readonly #input: Operator
  readonly #start: number
  readonly #end: number

  constructor(input: Operator, start: number, length: number | undefined) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate: Math.max(0, Math.min(input.estimate - start, length ?? Infinity)),
        ascending: input.ascending,
        unique: input.unique,
      },
      {
        operator: 'slice',
        detail: [length === undefined ? '' : `limit ${length}`, start === 0 ? '' : `offset ${start}`]
          .filter(Boolean)
          .join(' '),
        children: [input],
      },
    )
    this.#input = input
    this.#start = start
    this.#end = length === undefined ? Infinity : start + length
  }

  protected override *run(): Generator<Batch> {
    if (this.#end <= this.#start) return
    let seen = 0
    for (const batch of this.#input.batches()) {
      const from = Math.min(Math.max(this.#start - seen, 0), batch.length)
      const to = Math.min(this.#end - seen, batch.length)
      seen += batch.length
      yield from === 0 && to === batch.length ? batch : part(batch, from, to)
      if (seen >= this.#end) return
    }
  }
}

function part(batch: Batch, from: number, to: number): Batch {
  const output: OutputBatch = { length: to - from, columns: [] }
  for (const [slot, column] of batch.columns.entries()) output.columns[slot] = column?.subarray(from, to)
  return output
}
