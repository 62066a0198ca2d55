import type { Column } from '../../../graph/columns/columnar.ts'
import { type Batch, columnOf } from '../batch.ts'
import { IdBits } from './idBits.ts'
import { Operator } from './operator.ts'
import { Selection } from './selection.ts'

/** Keeps some rows of its input. */
export abstract class RowFilter extends Operator {
  protected readonly input: Operator
  readonly #selection: Selection

  constructor(
    input: Operator,
    operator: string,
    detail: string,
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate,
        ascending: input.ascending,
        unique: input.unique,
      },
      { operator, detail, children: [input] },
    )
    this.input = input
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    for (const input of this.input.batches()) {
      const { rows } = this.#selection
      const length = input.length === 0 ? 0 : this.select(input, rows)
      yield this.#selection.take(input, length, length === input.length)
    }
  }

  /** Writes the rows of the input that stay, ascending, and gives their number. */
  protected abstract select(input: Batch, rows: Uint32Array): number
}

/** Keeps the rows whose id in a slot is in a list that ascends: a pattern of which all but that is a constant. */
export class MembershipFilter extends RowFilter {
  readonly #list: Uint32Array
  readonly #slot: number
  #bits: IdBits | undefined
  #tested = 0

  constructor(
    input: Operator,
    detail: string,
    list: Uint32Array,
    slot: number,
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    super(input, 'membership', detail, estimate, needed)
    this.#list = list
    this.#slot = slot
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    const ids = columnOf(input, this.#slot)
    this.#tested += input.length
    // To make a set of a long list pays only where there is much to be tested.
    if (this.#bits === undefined && this.#tested * 16 < this.#list.length) {
      return selectListed(this.#list, ids, input.length, rows)
    }
    this.#bits ??= new IdBits(this.#list)
    return this.#bits.select(ids, 0, input.length, rows, 0, false)
  }
}

function selectListed(list: Uint32Array, ids: Uint32Array, length: number, rows: Uint32Array): number {
  let count = 0
  for (let row = 0; row < length; row++) if (hasId(list, ids[row]!)) rows[count++] = row
  return count
}

function hasId(list: Uint32Array, id: number): boolean {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < id) low = middle + 1
    else high = middle
  }
  return list[low] === id
}

/** Keeps the rows whose two ids a column has as a pair: a pattern of which all is bound. */
export class PairFilter extends RowFilter {
  readonly #column: Column
  readonly #keySlot: number
  readonly #valueSlot: number

  constructor(
    input: Operator,
    detail: string,
    column: Column,
    slots: { key: number; value: number },
    estimate: number,
    needed: ReadonlySet<number>,
  ) {
    super(input, 'membership', detail, estimate, needed)
    this.#column = column
    this.#keySlot = slots.key
    this.#valueSlot = slots.value
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    const column = this.#column
    const keys = columnOf(input, this.#keySlot)
    const values = columnOf(input, this.#valueSlot)
    let count = 0
    for (let index = 0; index < input.length; index++) {
      if (column.has(keys[index]!, values[index]!)) rows[count++] = index
    }
    return count
  }
}
