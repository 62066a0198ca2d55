import type { Column, ColumnSet } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, columnOf } from '../batch.ts'
import { FALSE, TRUE } from '../expression.ts'
import type { RowExists } from './exists.ts'
import { locate } from './locate.ts'
import { selectLocated } from './lookupJoin.ts'
import { RowFilter } from './membership.ts'
import { Operator, type Slots } from './operator.ts'
import { type Joined, numbered } from './optionalJoin.ts'
import { Selection } from './selection.ts'

/** Keeps the rows whose id in a slot is a key of a column: EXISTS of one pattern whose other end is anything. */
export class KeyFilter extends RowFilter {
  readonly #column: Column
  readonly #slot: number
  readonly #located = new Int32Array(BATCH_SIZE)

  constructor(
    input: Operator,
    detail: string,
    column: Column,
    slot: number,
    needed: Slots,
    isNegated: boolean,
  ) {
    super(input, 'key', detail, input.estimate / 2, needed, isNegated)
    this.#column = column
    this.#slot = slot
  }

  protected override select(input: Batch, rows: Uint32Array): number {
    locate(this.#column, columnOf(input, this.#slot), input.length, this.#located)
    return selectLocated(this.#located, 0, input.length, rows, 0)
  }
}

/** The same where the predicate is bound by the rows. */
export class PredicateFilter extends RowFilter {
  readonly #columns: ColumnSet
  readonly #slots: { readonly key: number; readonly predicate: number }
  readonly #located = new Int32Array(BATCH_SIZE)

  constructor(
    input: Operator,
    detail: string,
    columns: ColumnSet,
    slots: { readonly key: number; readonly predicate: number },
    needed: Slots,
    isNegated: boolean,
  ) {
    super(input, 'key', detail, input.estimate / 2, needed, isNegated)
    this.#columns = columns
    this.#slots = slots
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
      const column = this.#columns.column(predicate)
      if (column) {
        const located = this.#located
        locate(column, keys.subarray(row, end), end - row, located.subarray(row, end))
        count = selectLocated(located, row, end, rows, count)
      }
      row = end
    }
    return count
  }
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
