import type { Batch, OutputBatch } from '../batch.ts'
import type { Expression } from '../expression.ts'
import { Operator } from './operator.ts'

/** Its input's rows with the value of an expression, unbound where that is an error (SPARQL 1.1 §18.5, Extend). */
export class Extend extends Operator {
  readonly #input: Operator
  readonly #expression: Expression
  readonly #slot: number

  constructor(input: Operator, expression: Expression, slot: number, isCertain: boolean, detail: string) {
    super(
      input.context,
      {
        possible: new Set(input.possible).add(slot),
        certain: isCertain ? new Set(input.certain).add(slot) : input.certain,
        estimate: input.estimate,
        ascending: input.ascending,
        unique: input.unique,
      },
      { operator: 'extend', detail, children: [input] },
    )
    this.#input = input
    this.#expression = expression
    this.#slot = slot
  }

  protected override *run(): Generator<Batch> {
    const output: OutputBatch = { length: 0, columns: [] }
    for (const input of this.#input.batches()) {
      if (input.length === 0) {
        yield input
        continue
      }
      output.length = input.length
      for (const slot of this.#input.possible) output.columns[slot] = input.columns[slot]
      output.columns[this.#slot] = this.#expression.evaluate(input)
      yield output
    }
  }
}
