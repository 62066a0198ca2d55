import type { Batch } from '../batch.ts'
import { type Expression, TRUE } from '../expression.ts'
import { Operator, type Slots } from './operator.ts'
import { Selection } from './selection.ts'

/** The rows for which an expression is true: neither false nor an error (SPARQL 1.1 §17.2). */
export class Filter extends Operator {
  readonly #input: Operator
  readonly #expression: Expression
  readonly #selection: Selection

  constructor(input: Operator, expression: Expression, detail: string, needed: Slots) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate: input.estimate / 3,
        ascending: input.ascending,
        unique: input.unique,
      },
      { operator: 'filter', detail, children: [input] },
    )
    this.#input = input
    this.#expression = expression
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    const { rows } = this.#selection
    for (const input of this.#input.batches()) {
      let count = 0
      if (input.length > 0) {
        const values = this.#expression.test(input)
        for (let row = 0; row < input.length; row++) if (values[row] === TRUE) rows[count++] = row
      }
      yield this.#selection.take(input, count, count === input.length)
    }
  }
}
