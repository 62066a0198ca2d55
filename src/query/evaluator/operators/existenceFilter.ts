import type { Column, ColumnSet } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, columnOf } from '../batch.ts'
import { FALSE, TRUE } from '../expression.ts'
import type { RowExists } from './exists.ts'
import { keyBits } from './idBits.ts'
import { RowFilter } from './membership.ts'
import { Operator, type Slots } from './operator.ts'
import { type Joined, numbered } from './optionalJoin.ts'
import { Selection } from './selection.ts'

/** Keeps the rows whose id in a slot is a key of a column, or is none: EXISTS of a pattern whose other end is anything. */
export class KeyFilter extends RowFilter {
  readonly #column: Column
  readonly #slot: number
  readonly #isNegated: boolean

  constructor(
    input: Operator,
    detail: string,
    column: Column,
    slot: number,
    needed: Slots,
    isNegated: boolean,
  ) {
    super(input, isNegated ? 'no key' : 'key', detail, input.estimate / 2, needed)
    this.#column = column
    this.#slot = slot
    this.#isNegated = isNegated
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    return selectKeys(this.#column, columnOf(input, this.#slot), 0, input.length, rows, 0, this.#isNegated)
  }
}

/** The same where the predicate is bound by the rows. */
export class PredicateFilter extends RowFilter {
  readonly #columns: ColumnSet
  readonly #slots: { readonly key: number; readonly predicate: number }
  readonly #isNegated: boolean

  constructor(
    input: Operator,
    detail: string,
    columns: ColumnSet,
    slots: { readonly key: number; readonly predicate: number },
    needed: Slots,
    isNegated: boolean,
  ) {
    super(input, isNegated ? 'no key' : 'key', detail, input.estimate / 2, needed)
    this.#columns = columns
    this.#slots = slots
    this.#isNegated = isNegated
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    const keys = columnOf(input, this.#slots.key)
    const predicates = columnOf(input, this.#slots.predicate)
    const { length } = input
    let count = 0
    let row = 0
    while (row < length) {
      const predicate = predicates[row]!
      let end = row + 1
      while (end < length && predicates[end] === predicate) end++
      count = selectKeys(this.#columns.column(predicate), keys, row, end, rows, count, this.#isNegated)
      row = end
    }
    return count
  }
}

/** Writes the places of those ids that are keys of a column, or of those that are none, behind `count` others. */
function selectKeys(
  column: Column | undefined,
  ids: Uint32Array,
  from: number,
  to: number,
  rows: Uint32Array,
  count: number,
  isNegated: boolean,
): number {
  const bits = column && keyBits(column)
  if (bits) return bits.select(ids, from, to, rows, count, isNegated)
  let selected = count
  for (let row = from; row < to; row++) {
    const isKey = column !== undefined && column.rowOf(ids[row]!) >= 0
    if (isKey !== isNegated) rows[selected++] = row
  }
  return selected
}

/** Keeps the rows for which a pattern has a solution, or has none. */
export class ExistenceFilter extends Operator {
  readonly #input: Operator
  readonly #joined: Joined
  readonly #isNegated: boolean
  readonly #selection: Selection
  readonly #isMatched = new Uint8Array(BATCH_SIZE + 1)

  constructor(input: Operator, joined: Joined, needed: Slots, isNegated: boolean) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate: input.estimate / 2,
        ascending: input.ascending,
        unique: input.unique,
      },
      { operator: isNegated ? 'not exists' : 'exists', children: [input, joined.rows] },
    )
    this.#input = input
    this.#joined = joined
    this.#isNegated = isNegated
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    const { feed, rows: found, ordinal } = this.#joined
    const { rows } = this.#selection
    const isMatched = this.#isMatched
    for (const input of this.#input.batches()) {
      if (input.length === 0) {
        yield input
        continue
      }
      isMatched.fill(0, 0, input.length + 1)
      feed.batch = numbered(input, ordinal)
      let missing = input.length
      for (const batch of found.batches()) {
        const ordinals = columnOf(batch, ordinal)
        for (let row = 0; row < batch.length; row++) {
          const number = ordinals[row]!
          if (isMatched[number] === 0) missing--
          isMatched[number] = 1
        }
        if (missing === 0) break
        if (batch.length === 0) yield batch
      }
      const wanted = this.#isNegated ? 0 : 1
      let count = 0
      for (let row = 0; row < input.length; row++) if (isMatched[row + 1] === wanted) rows[count++] = row
      yield this.#selection.take(input, count, count === input.length)
    }
  }
}

/** The same for any pattern: evaluated once for all rows that agree on what it shares with them. */
export class RowExistenceFilter extends Operator {
  readonly #input: Operator
  readonly #exists: RowExists
  readonly #isNegated: boolean
  readonly #selection: Selection

  constructor(input: Operator, exists: RowExists, needed: Slots, isNegated: boolean) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate: input.estimate / 2,
        ascending: input.ascending,
        unique: input.unique,
      },
      { operator: isNegated ? 'not exists' : 'exists', children: [input, exists.rows] },
    )
    this.#input = input
    this.#exists = exists
    this.#isNegated = isNegated
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
  }

  protected override *run(): Generator<Batch> {
    const { rows } = this.#selection
    const wanted = this.#isNegated ? FALSE : TRUE
    for (const input of this.#input.batches()) {
      const tests = yield* this.#exists.decide(input)
      let count = 0
      for (let row = 0; row < input.length; row++) if (tests[row] === wanted) rows[count++] = row
      yield this.#selection.take(input, count, count === input.length)
    }
  }
}
