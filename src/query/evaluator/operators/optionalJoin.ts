import { BATCH_SIZE, type Batch, columnOf, type OutputBatch } from '../batch.ts'
import { Operator, type Slots } from './operator.ts'
import type { Feed } from './unit.ts'

/** What a row of the input is told apart by while more is joined to it. */
export interface Joined {
  /** Where the rows of the input go in. */
  readonly feed: Feed
  /** What comes out: rows of the input with what was joined to them. */
  readonly rows: Operator
  /** Slot of the number of a row of the input in its batch, from 1. */
  readonly ordinal: number
}

/** The numbers of the rows of a batch, from 1. */
export const ORDINALS: Uint32Array = Uint32Array.from({ length: BATCH_SIZE }, (_, index) => index + 1)

/** A batch with a column of the numbers of its rows. */
export function numbered(batch: Batch, ordinal: number): Batch {
  const columns = batch.columns.slice()
  columns[ordinal] = ORDINALS
  return { length: batch.length, columns }
}

/**
 * Joins the rows of its input, batch by batch, with what is found for them; rows for which nothing is found stay as they
 * are (SPARQL 1.1 §18.5, LeftJoin, where its second side is a pattern that can be looked up).
 */
export class OptionalJoin extends Operator {
  readonly #input: Operator
  readonly #joined: Joined
  readonly #slots: readonly number[]
  readonly #isMatched = new Uint8Array(BATCH_SIZE + 1)

  constructor(input: Operator, joined: Joined, needed: Slots) {
    const { rows, ordinal } = joined
    super(
      input.context,
      {
        possible: input.possible.union(without(rows.possible, ordinal)),
        certain: input.certain,
        estimate: Math.max(input.estimate, rows.estimate),
        unique: input.unique && rows.unique ? input.unique.union(without(rows.unique, ordinal)) : undefined,
      },
      { operator: 'optional', children: [input, rows] },
    )
    this.#input = input
    this.#joined = joined
    this.#slots = [...this.possible].filter(slot => needed.has(slot))
  }

  protected override *run(): Generator<Batch> {
    const { feed, rows, ordinal } = this.#joined
    const isMatched = this.#isMatched
    for (const input of this.#input.batches()) {
      if (input.length === 0) {
        yield input
        continue
      }
      isMatched.fill(0, 0, input.length + 1)
      feed.batch = numbered(input, ordinal)
      for (const batch of rows.batches()) {
        const ordinals = columnOf(batch, ordinal)
        for (let row = 0; row < batch.length; row++) isMatched[ordinals[row]!] = 1
        yield batch
      }
      yield this.#unmatched(input)
    }
  }

  #unmatched(input: Batch): Batch {
    const isMatched = this.#isMatched
    let count = 0
    for (let row = 1; row <= input.length; row++) if (isMatched[row] === 0) this.#rows[count++] = row - 1
    const output: OutputBatch = { length: count, columns: [] }
    for (const slot of this.#slots) {
      const source = input.columns[slot]
      if (!source) continue
      const target = new Uint32Array(count)
      for (let index = 0; index < count; index++) target[index] = source[this.#rows[index]!]!
      output.columns[slot] = target
    }
    return output
  }

  readonly #rows = new Uint32Array(BATCH_SIZE)
}

function without(slots: Slots, slot: number): Slots {
  const others = new Set(slots)
  others.delete(slot)
  return others
}
