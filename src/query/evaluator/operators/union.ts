import type { Batch } from '../batch.ts'
import { type EvaluationContext, Operator } from './operator.ts'

/** The rows of all its inputs (SPARQL 1.1 §18.5, Union). */
export class Union extends Operator {
  readonly #inputs: readonly Operator[]

  constructor(context: EvaluationContext, inputs: readonly Operator[]) {
    const [first, ...others] = inputs
    super(
      context,
      {
        possible: others.reduce((slots, { possible }) => slots.union(possible), first!.possible),
        certain: others.reduce((slots, { certain }) => slots.intersection(certain), first!.certain),
        estimate: inputs.reduce((sum, { estimate }) => sum + estimate, 0),
      },
      { operator: 'union', children: inputs },
    )
    this.#inputs = inputs
  }

  protected override *run(): Generator<Batch> {
    for (const input of this.#inputs) yield* input.batches()
  }
}
