import { type Batch, columnOf } from '../batch.ts'
import { IdSet, IdTable } from './idTable.ts'
import { Operator, type Slots } from './operator.ts'
import { RowTable } from './rowTable.ts'
import { Selection } from './selection.ts'

/** Each of its input's rows once (SPARQL 1.1 §18.5, Distinct). */
export class Distinct extends Operator {
  readonly #input: Operator
  readonly #slots: readonly number[]
  readonly #selection: Selection

  /** @param copies slots that in each row have the same id as another one of the slots, or are not bound either */
  constructor(input: Operator, slots: Slots, copies: Slots = new Set()) {
    const possible = input.possible.intersection(slots)
    const told = possible.difference(copies)
    super(
      input.context,
      {
        possible,
        certain: input.certain,
        estimate: input.estimate,
        ascending: input.ascending,
        unique: told,
      },
      { operator: 'distinct', children: [input] },
    )
    this.#input = input
    this.#slots = [...told]
    this.#selection = new Selection([...possible])
  }

  protected override *run(): Generator<Batch> {
    const seen = seenRows(this.#slots, this.#input.ascending)
    const share = this.context.budget.share('DISTINCT')
    const { rows } = this.#selection
    try {
      for (const input of this.#input.batches()) {
        const columns = this.#slots.map(slot => columnOf(input, slot))
        const count = seen.selectNew(columns, input.length, rows)
        share.set(seen.bytes)
        yield this.#selection.take(input, count, count === input.length)
      }
    } finally {
      share.release()
    }
  }
}

/** Tells rows that have not been seen before. */
export interface SeenRows {
  /** Writes the rows that are new, and gives their number. */
  selectNew(columns: readonly Uint32Array[], length: number, rows: Uint32Array): number
  readonly bytes: number
}

/** @param ascending the slot by which the rows ascend, if there is one */
export function seenRows(slots: readonly number[], ascending: number | undefined): SeenRows {
  if (slots.length === 1) return slots[0] === ascending ? new SeenRuns() : new SeenIds()
  if (slots.length === 2 && ascending !== undefined) {
    const index = slots.indexOf(ascending)
    if (index >= 0) return new SeenPairs(index)
  }
  return slots.length === 2 ? new SeenSets() : new SeenAny(slots.length)
}

/** Of ids that ascend, one is new if it is not that before it. */
class SeenRuns implements SeenRows {
  readonly bytes = 0
  #last = -1

  selectNew([ids]: readonly Uint32Array[], length: number, rows: Uint32Array): number {
    let last = this.#last
    let count = 0
    for (let row = 0; row < length; row++) {
      const id = ids![row]!
      if (id === last) continue
      last = id
      rows[count++] = row
    }
    this.#last = last
    return count
  }
}

class SeenIds implements SeenRows {
  readonly #seen = new IdSet()

  get bytes(): number {
    return this.#seen.bytes
  }

  selectNew([ids]: readonly Uint32Array[], length: number, rows: Uint32Array): number {
    const seen = this.#seen
    let count = 0
    for (let row = 0; row < length; row++) if (seen.add(ids![row]!)) rows[count++] = row
    return count
  }
}

/** Of pairs of which one id ascends, a pair is new if the other id was last seen with another one. */
class SeenPairs implements SeenRows {
  readonly #ascending: number
  readonly #lastWith = new IdTable()

  constructor(ascending: number) {
    this.#ascending = ascending
  }

  get bytes(): number {
    return this.#lastWith.bytes
  }

  selectNew(columns: readonly Uint32Array[], length: number, rows: Uint32Array): number {
    const runs = columns[this.#ascending]!
    const others = columns[1 - this.#ascending]!
    const lastWith = this.#lastWith
    let count = 0
    for (let row = 0; row < length; row++) {
      const run = runs[row]!
      const other = others[row]!
      if (lastWith.get(other) === run) continue
      lastWith.set(other, run)
      rows[count++] = row
    }
    return count
  }
}

/** How many ids of a pair's smaller side have a set each of the ids that came with them. */
const MOST_SETS = 64

/** Pairs of which one id is one of few: for each of these the set of the other ids; a table for what goes beyond. */
class SeenSets implements SeenRows {
  readonly #numbers = new IdTable()
  readonly #sets: IdSet[] = []
  readonly #rest = new RowTable(2)
  /** Which of the two has fewer ids, as far as the first rows tell. */
  #few: 0 | 1 | undefined

  get bytes(): number {
    return this.#sets.reduce((sum, { bytes }) => sum + bytes, this.#numbers.bytes + this.#rest.bytes)
  }

  selectNew(columns: readonly Uint32Array[], length: number, rows: Uint32Array): number {
    this.#few ??= fewer(columns, length)
    const fews = columns[this.#few]!
    const others = columns[1 - this.#few]!
    const sets = this.#sets
    const rest = this.#rest
    let count = 0
    for (let row = 0; row < length; row++) {
      const set = sets[this.#numberOf(fews[row]!)]
      if (set !== undefined) {
        if (set.add(others[row]!)) rows[count++] = row
      } else {
        const before = rest.size
        rest.add(columns, row)
        if (rest.size > before) rows[count++] = row
      }
    }
    return count
  }

  #numberOf(id: number): number {
    const number = this.#numbers.get(id)
    if (number >= 0) return number
    const isLast = this.#sets.length === MOST_SETS
    if (!isLast) this.#sets.push(new IdSet())
    const added = isLast ? MOST_SETS : this.#sets.length - 1
    this.#numbers.set(id, added)
    return added
  }
}

function fewer([ones, others]: readonly Uint32Array[], length: number): 0 | 1 {
  const differentIn = (ids: Uint32Array) => new Set(ids.subarray(0, length)).size
  return differentIn(ones!) <= differentIn(others!) ? 0 : 1
}

class SeenAny implements SeenRows {
  readonly #table: RowTable

  constructor(width: number) {
    this.#table = new RowTable(width)
  }

  get bytes(): number {
    return this.#table.bytes
  }

  selectNew(columns: readonly Uint32Array[], length: number, rows: Uint32Array): number {
    const table = this.#table
    let count = 0
    for (let row = 0; row < length; row++) {
      const before = table.size
      table.add(columns, row)
      if (table.size > before) rows[count++] = row
    }
    return count
  }
}
