import type { Column } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, columnOf } from '../batch.ts'
import { IdSet } from './idTable.ts'
import { Operator } from './operator.ts'
import { Selection } from './selection.ts'

/** Keeps some rows of its input, or all but these. */
export abstract class RowFilter extends Operator {
  protected readonly input: Operator
  readonly #isNegated: boolean
  readonly #selection: Selection

  /** @param isNegated whether the rows that are selected go, and the others stay */
  constructor(
    input: Operator,
    operator: string,
    detail: string,
    estimate: number,
    needed: ReadonlySet<number>,
    isNegated: boolean,
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
      { operator: isNegated ? `no ${operator}` : operator, detail, children: [input] },
    )
    this.input = input
    this.#isNegated = isNegated
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    for (const input of this.input.batches()) {
      const { rows } = this.#selection
      let length = input.length === 0 ? 0 : this.select(input, rows)
      if (this.#isNegated) length = this.#complement(length, input.length)
      yield this.#selection.take(input, length, length === input.length)
    }
  }

  /** The rows that are not selected, in the place of those that are. */
  #complement(selected: number, length: number): number {
    const { rows } = this.#selection
    const kept = this.#kept
    let count = 0
    let next = 0
    for (let row = 0; row < length; row++) {
      if (next < selected && rows[next] === row) next++
      else kept[count++] = row
    }
    rows.set(kept.subarray(0, count))
    return count
  }

  readonly #kept = new Uint32Array(BATCH_SIZE)

  /** Writes the rows of the input that are selected, ascending, and gives their number. */
  protected abstract select(input: Batch, rows: Uint32Array): number
}

/** Keeps the rows whose id in a slot is in a list that ascends: a pattern of which all but that is a constant. */
export class MembershipFilter extends RowFilter {
  readonly #list: Uint32Array
  readonly #slot: number
  #set: IdSet | undefined
  #position = 0

  constructor(
    input: Operator,
    detail: string,
    list: Uint32Array,
    slot: number,
    estimate: number,
    needed: ReadonlySet<number>,
    isNegated = false,
  ) {
    super(input, 'membership', detail, estimate, needed, isNegated)
    this.#list = list
    this.#slot = slot
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    const keys = columnOf(input, this.#slot)
    return this.input.ascending === this.#slot
      ? this.#merge(keys, input.length, rows)
      : this.#test(keys, input.length, rows)
  }

  #merge(keys: Uint32Array, length: number, rows: Uint32Array): number {
    const list = this.#list
    let position = this.#position
    // A run from the start begins with a smaller id than the last one ended with.
    if (position > 0 && list[position - 1]! >= keys[0]!) position = lowerBound(list, keys[0]!, 0, position)
    let count = 0
    for (let index = 0; index < length; index++) {
      const key = keys[index]!
      if (position < list.length && list[position]! < key) position = gallop(list, key, position + 1)
      if (position < list.length && list[position] === key) rows[count++] = index
    }
    this.#position = position
    return count
  }

  #test(keys: Uint32Array, length: number, rows: Uint32Array): number {
    this.#set ??= setOf(this.#list)
    const set = this.#set
    let count = 0
    for (let index = 0; index < length; index++) if (set.has(keys[index]!)) rows[count++] = index
    return count
  }
}

/** The first place from `from` on at which the list has an id that is not smaller. */
function gallop(list: Uint32Array, key: number, from: number): number {
  let step = 1
  let low = from
  while (low + step <= list.length && list[low + step - 1]! < key) {
    low += step
    step *= 2
  }
  return lowerBound(list, key, low, Math.min(low + step, list.length))
}

function lowerBound(list: Uint32Array, key: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

function setOf(list: Uint32Array): IdSet {
  const set = new IdSet()
  for (let index = 0; index < list.length; index++) set.add(list[index]!)
  return set
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
    isNegated = false,
  ) {
    super(input, 'membership', detail, estimate, needed, isNegated)
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
