import { BATCH_SIZE, type Batch, columnOf, HEARTBEAT } from '../batch.ts'
import { type Expression, FALSE, TRUE } from '../expression.ts'
import type { Operator } from './operator.ts'
import { type Joined, numbered } from './optionalJoin.ts'
import { RowTable } from './rowTable.ts'
import type { Feed } from './unit.ts'

interface Booleans {
  boolean(value: boolean): number
}

/** EXISTS (SPARQL 1.1 §18.6) as an expression; what says for which rows of a batch there is anything. */
abstract class ExistsExpression implements Expression {
  readonly slots: readonly number[]
  readonly #terms: Booleans
  readonly #values = new Uint32Array(BATCH_SIZE)

  constructor(slots: readonly number[], terms: Booleans) {
    this.slots = slots
    this.#terms = terms
  }

  abstract test(batch: Batch): Uint8Array

  evaluate(batch: Batch): Uint32Array {
    const tests = this.test(batch)
    const yes = this.#terms.boolean(true)
    const no = this.#terms.boolean(false)
    for (let row = 0; row < batch.length; row++) this.#values[row] = tests[row] === TRUE ? yes : no
    return this.#values
  }
}

/** EXISTS of a pattern that is looked up for all rows of a batch together. */
export class BatchExists extends ExistsExpression {
  readonly #joined: Joined
  readonly #tests = new Uint8Array(BATCH_SIZE)

  constructor(slots: readonly number[], terms: Booleans, joined: Joined) {
    super(slots, terms)
    this.#joined = joined
  }

  override test(batch: Batch): Uint8Array {
    const { feed, rows, ordinal } = this.#joined
    const tests = this.#tests.fill(FALSE, 0, batch.length)
    feed.batch = numbered(batch, ordinal)
    let missing = batch.length
    for (const found of rows.batches()) {
      const ordinals = columnOf(found, ordinal)
      for (let row = 0; row < found.length; row++) {
        const place = ordinals[row]! - 1
        if (tests[place] === FALSE) {
          tests[place] = TRUE
          missing--
        }
      }
      if (missing === 0) break
    }
    return tests
  }
}

/** EXISTS of any pattern: evaluated once for all rows that agree on what it shares with them. */
export class RowExists extends ExistsExpression {
  readonly #feed: Feed
  readonly #rows: Operator
  readonly #tests = new Uint8Array(BATCH_SIZE)
  readonly #known: RowTable
  readonly #answers: boolean[] = []

  /** What is evaluated. */
  get rows(): Operator {
    return this.#rows
  }

  constructor(slots: readonly number[], terms: Booleans, feed: Feed, rows: Operator) {
    super(slots, terms)
    this.#feed = feed
    this.#rows = rows
    this.#known = new RowTable(slots.length)
  }

  override test(batch: Batch): Uint8Array {
    const deciding = this.decide(batch)
    let step = deciding.next()
    while (!step.done) step = deciding.next()
    return step.value
  }

  /** The same, with signs of life on the way. */
  *decide(batch: Batch): Generator<Batch, Uint8Array> {
    const columns = this.slots.map(slot => columnOf(batch, slot))
    for (let row = 0; row < batch.length; row++) {
      const number = this.#known.add(columns, row)
      if (number === this.#answers.length) this.#answers.push(yield* this.#hasRows(columns, row))
      this.#tests[row] = this.#answers[number] ? TRUE : FALSE
    }
    return this.#tests
  }

  *#hasRows(columns: readonly Uint32Array[], row: number): Generator<Batch, boolean> {
    const given: Uint32Array[] = []
    for (const [index, slot] of this.slots.entries()) given[slot] = Uint32Array.of(columns[index]![row]!)
    this.#feed.batch = { length: 1, columns: given }
    for (const { length } of this.#rows.batches()) {
      if (length > 0) return true
      yield HEARTBEAT
    }
    return false
  }
}
