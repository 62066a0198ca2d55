import type { Batch } from '../batch.ts'
import { Operator, type Slots } from './operator.ts'

/** Its input's rows, of which only some variables are seen from outside (SPARQL 1.1 §18.5, Project). */
export class Project extends Operator {
  readonly #input: Operator

  constructor(input: Operator, slots: Slots) {
    super(
      input.context,
      {
        possible: input.possible.intersection(slots),
        certain: input.certain.intersection(slots),
        estimate: input.estimate,
        ascending: input.ascending,
        unique: input.unique,
      },
      {
        operator: 'project',
        detail: [...slots].map(slot => `?${input.context.names[slot]}`).join(' '),
        children: [input],
      },
    )
    this.#input = input
  }

  protected override run(): Iterator<Batch> {
    return this.#input.batches()
  }
}
