import { BATCH_SIZE, type Batch, columnOf, HEARTBEAT } from '../batch.ts'
import { Operator, type Slots } from './operator.ts'
import { RowIndex } from './rowIndex.ts'
import { Selection } from './selection.ts'

/**
 * The rows of its input with which no row of `removed` is compatible and shares a variable that both bind (SPARQL 1.1
 * §18.5, Minus).
 */
export class Minus extends Operator {
  readonly #input: Operator
  readonly #removed: Operator
  /** Slots that both sides bind in each row. */
  readonly #keys: readonly number[]
  readonly #checked: readonly number[]
  /** Whether a pair of rows is sure to share a variable. */
  readonly #isShared: boolean
  readonly #ignored: number | undefined
  readonly #selection: Selection

  /**
   * @param variables slots that are variables of both sides
   * @param ignored slot of the variable of a GRAPH around it, which is no variable of its rows (§18.6)
   */
  constructor(input: Operator, removed: Operator, variables: Slots, needed: Slots, ignored?: number) {
    super(input.context, input, { operator: 'minus', children: [input, removed] })
    const shared = input.possible.intersection(removed.possible).intersection(variables)
    const keys = shared.intersection(input.certain).intersection(removed.certain)
    this.#input = input
    this.#removed = removed
    this.#keys = [...keys]
    this.#checked = [...shared.difference(keys)]
    this.#isShared = this.#keys.some(slot => slot !== ignored)
    this.#ignored = ignored
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    const index = new RowIndex([...this.#keys, ...this.#checked], this.#keys)
    const share = this.context.budget.share('MINUS')
    try {
      for (const batch of this.#removed.batches()) {
        if (batch.length > 0) index.append(batch)
        share.set(index.bytes)
        yield HEARTBEAT
      }
      for (const batch of this.#input.batches()) yield* this.#keep(batch, index)
    } finally {
      share.release()
    }
  }

  *#keep(batch: Batch, index: RowIndex): Generator<Batch> {
    const { columns } = index.store
    const keyColumns = index.keyColumns(batch)
    let count = 0
    let tried = 0
    for (let row = 0; row < batch.length; row++) {
      let candidate = index.length === 0 ? -1 : index.first(keyColumns, row)
      while (candidate >= 0 && !this.#removes(batch, row, columns, candidate)) {
        candidate = index.next(candidate)
        if (++tried % SIGN_OF_LIFE === 0) yield HEARTBEAT
      }
      if (candidate < 0) this.#selection.rows[count++] = row
    }
    yield this.#selection.take(batch, count, count === batch.length)
  }

  #removes(batch: Batch, row: number, columns: readonly Uint32Array[], candidate: number): boolean {
    let isShared = this.#isShared
    for (const slot of this.#checked) {
      const one = columnOf(batch, slot)[row]!
      const other = columns[slot]![candidate]!
      if (one === 0 || other === 0) continue
      if (one !== other) return false
      if (slot !== this.#ignored) isShared = true
    }
    return isShared
  }
}

const SIGN_OF_LIFE = BATCH_SIZE * 16
