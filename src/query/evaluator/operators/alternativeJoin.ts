import type { Column } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, columnOf } from '../batch.ts'
import { locate } from './locate.ts'
import { LookupCursor } from './lookupJoin.ts'
import { Operator } from './operator.ts'
import { Selection } from './selection.ts'

/**
 * Joins its input with the values that any of several columns has for the ids of one slot: once for each of these, as an
 * alternative of predicates has it (SPARQL 1.1 §18.4).
 */
export class AlternativeJoin extends Operator {
  readonly #input: Operator
  readonly #columns: readonly Column[]
  readonly #keySlot: number
  readonly #valueSlot: number
  readonly #selection: Selection
  readonly #values = new Uint32Array(BATCH_SIZE)

  constructor(
    input: Operator,
    columns: readonly Column[],
    slots: { readonly key: number; readonly value: number },
    detail: string,
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    super(
      input.context,
      {
        possible: new Set(input.possible).add(slots.value),
        certain: new Set(input.certain).add(slots.value),
        estimate,
      },
      { operator: 'lookup', detail, children: [input] },
    )
    this.#input = input
    this.#columns = columns
    this.#keySlot = slots.key
    this.#valueSlot = slots.value
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    const located = new Int32Array(BATCH_SIZE)
    const cursors = this.#columns.map(column => ({ column, cursor: new LookupCursor(column, false) }))
    for (const input of this.#input.batches()) {
      for (const { column, cursor } of cursors) {
        locate(column, columnOf(input, this.#keySlot), input.length, located)
        cursor.begin(located, input.length)
        do {
          const length = cursor.fill(this.#selection.rows, this.#values)
          const output = this.#selection.take(input, length, false)
          output.columns[this.#valueSlot] = this.#values
          yield output
        } while (!cursor.isDone)
      }
    }
  }
}
