import type { Column } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, columnOf } from '../batch.ts'
import { locate } from './locate.ts'
import { Operator } from './operator.ts'
import { restrictColumn } from './restrictColumn.ts'
import { Selection } from './selection.ts'

/** How a column is looked up. */
export interface Lookup {
  readonly column: Column
  /** The slot of the input whose ids are looked up. */
  readonly keySlot: number
  /** The slot that gets the values. */
  readonly valueSlot: number
  /** Whether each value has one key, so that values tell rows apart as well as keys do. */
  readonly isFunctionalBackwards: boolean
  /** Whether rows without a value are kept. */
  readonly isOptional: boolean
  readonly estimate: number
  readonly detail: string
}

/** Joins its input with the values that a column has for the ids of one slot. */
export class LookupJoin extends Operator {
  readonly #input: Operator
  readonly #needed: ReadonlySet<number>
  readonly #lookup: Lookup
  readonly #selection: Selection
  readonly #values: Uint32Array | undefined

  constructor(input: Operator, lookup: Lookup, needed: ReadonlySet<number>) {
    const { column, keySlot, valueSlot, isOptional, isFunctionalBackwards } = lookup
    const possible = new Set(input.possible).add(valueSlot)
    let unique = input.unique
    if (unique && !column.isSingle) {
      const told = new Set(unique).add(valueSlot)
      if (isFunctionalBackwards && !isOptional) told.delete(keySlot)
      unique = told
    }
    super(
      input.context,
      {
        possible,
        certain: isOptional ? input.certain : new Set(input.certain).add(valueSlot),
        estimate: lookup.estimate,
        ascending: input.ascending,
        unique,
      },
      { operator: isOptional ? 'optional lookup' : 'lookup', detail: lookup.detail, children: [input] },
    )
    this.#input = input
    this.#lookup = lookup
    this.#needed = needed
    this.#selection = new Selection([...input.possible].filter(slot => needed.has(slot)))
    this.#values = needed.has(valueSlot) ? new Uint32Array(BATCH_SIZE) : undefined
  }

  /**
   * The same join with only those values that are in a list, as long as it pays to look through the column for them;
   * `undefined` where it does not, or the values are those of another slot.
   */
  restrictedTo(list: Uint32Array, slot: number, detail: string): LookupJoin | undefined {
    const { column, valueSlot, isOptional } = this.#lookup
    if (isOptional || slot !== valueSlot || column.size * 3 > this.#input.estimate) return undefined
    const restricted = restrictColumn(column, list)
    const estimate = (this.#input.estimate * restricted.size) / column.keys.length
    return new LookupJoin(
      this.#input,
      { ...this.#lookup, column: restricted, estimate, detail: `${this.#lookup.detail} . ${detail}` },
      this.#needed,
    )
  }

  protected override *run(): Generator<Batch> {
    const { column, keySlot, isOptional } = this.#lookup
    const { rows } = this.#selection
    const values = this.#values
    const located = new Int32Array(BATCH_SIZE)
    if (column.isSingle) {
      for (const input of this.#input.batches()) {
        const keys = columnOf(input, keySlot)
        locate(column, keys, input.length, located)
        const length = values
          ? lookUp(column, located, input.length, rows, values, isOptional)
          : isOptional
            ? input.length
            : selectLocated(located, 0, input.length, rows, 0)
        yield this.#emit(input, length, length === input.length)
      }
      return
    }
    const cursor = new LookupCursor(column, isOptional)
    for (const input of this.#input.batches()) {
      locate(column, columnOf(input, keySlot), input.length, located)
      cursor.begin(located, input.length)
      do {
        const length = values ? cursor.fill(rows, values) : cursor.skip(rows)
        yield this.#emit(input, length, false)
      } while (!cursor.isDone)
    }
  }

  #emit(input: Batch, length: number, areAll: boolean): Batch {
    const output = this.#selection.take(input, length, areAll)
    if (this.#values) output.columns[this.#lookup.valueSlot] = this.#values
    return output
  }
}

/** Looks keys up in a column that has one value for each. */
function lookUp(
  column: Column,
  located: Int32Array,
  length: number,
  rows: Uint32Array,
  found: Uint32Array,
  isOptional: boolean,
): number {
  const { values } = column
  let count = 0
  for (let index = 0; index < length; index++) {
    const row = located[index]!
    if (row >= 0) {
      found[count] = values[row]!
      rows[count++] = index
    } else if (isOptional) {
      found[count] = 0
      rows[count++] = index
    }
  }
  return count
}

/** Writes the places of those keys that are there, and gives their number. */
function selectLocated(
  located: Int32Array,
  from: number,
  to: number,
  rows: Uint32Array,
  count: number,
): number {
  let selected = count
  for (let index = from; index < to; index++) if (located[index]! >= 0) rows[selected++] = index
  return selected
}

/** A walk through the values of many keys, which stops where a batch is full. */
export class LookupCursor {
  readonly #column: Column
  readonly #isOptional: boolean
  #located: Int32Array = new Int32Array(0)
  #length = 0
  #index = 0
  /** What is left of the values of the key at hand. */
  #start = 0
  #end = 0

  constructor(column: Column, isOptional: boolean) {
    this.#column = column
    this.#isOptional = isOptional
  }

  /** @param located the rows of the keys, -1 for those that are not there */
  begin(located: Int32Array, length: number): void {
    this.#located = located
    this.#length = length
    this.#index = 0
    this.#start = 0
    this.#end = 0
  }

  get isDone(): boolean {
    return this.#index >= this.#length
  }

  fill(rows: Uint32Array, found: Uint32Array): number {
    const column = this.#column
    const { values, offsets } = column
    const located = this.#located
    const keyCount = this.#length
    const isOptional = this.#isOptional
    let index = this.#index
    let start = this.#start
    let end = this.#end
    let count = 0
    while (index < keyCount && count < BATCH_SIZE) {
      if (start === end) {
        const row = located[index]!
        if (row < 0) {
          if (isOptional) {
            found[count] = 0
            rows[count++] = index
          }
          index++
          continue
        }
        start = offsets[row]!
        end = offsets[row + 1]!
      }
      const stop = Math.min(end, start + BATCH_SIZE - count)
      while (start < stop) {
        found[count] = values[start++]!
        rows[count++] = index
      }
      if (start === end) index++
    }
    this.#index = index
    this.#start = start
    this.#end = end
    return count
  }

  /** The same where nobody asks for the values, only for how many there are. */
  skip(rows: Uint32Array): number {
    const column = this.#column
    const { offsets } = column
    const located = this.#located
    const keyCount = this.#length
    const isOptional = this.#isOptional
    let index = this.#index
    let start = this.#start
    let end = this.#end
    let count = 0
    while (index < keyCount && count < BATCH_SIZE) {
      if (start === end) {
        const row = located[index]!
        if (row < 0) {
          if (isOptional) rows[count++] = index
          index++
          continue
        }
        start = offsets[row]!
        end = offsets[row + 1]!
      }
      const stop = Math.min(end, start + BATCH_SIZE - count)
      while (start < stop) {
        rows[count++] = index
        start++
      }
      if (start === end) index++
    }
    this.#index = index
    this.#start = start
    this.#end = end
    return count
  }
}
