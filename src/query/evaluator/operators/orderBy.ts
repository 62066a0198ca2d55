import type { TermId } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch, HEARTBEAT, type OutputBatch } from '../batch.ts'
import type { Expression } from '../expression.ts'
import { NO_KEY, type SortKeys, sortKeysOf } from '../expressions/sortKeys.ts'
import { Operator, type Slots } from './operator.ts'
import { RowStore } from './rowStore.ts'
import { sortRows } from './sortRows.ts'

/** One condition of an order. */
export interface OrderCondition {
  readonly expression: Expression
  readonly isDescending: boolean
}

/** Order of two terms: negative, 0 or positive. */
export type TermOrder = (a: TermId, b: TermId) => number

/**
 * Its input's rows in order (SPARQL 1.1 §15.1); rows that are equal in it keep the order in which they came. Where only
 * the first so many are asked for, no more are kept than twice as many.
 */
export class OrderBy extends Operator {
  readonly #input: Operator
  readonly #conditions: readonly OrderCondition[]
  readonly #compare: TermOrder
  readonly #limit: number
  readonly #carried: readonly number[]
  readonly #sortKeys: SortKeys

  /** @param limit how many rows are asked for at most. Default: all. */
  constructor(
    input: Operator,
    conditions: readonly OrderCondition[],
    compare: TermOrder,
    needed: Slots,
    limit = Infinity,
  ) {
    super(
      input.context,
      {
        possible: input.possible,
        certain: input.certain,
        estimate: Math.min(input.estimate, limit),
        unique: input.unique,
      },
      {
        operator: limit === Infinity ? 'sort' : 'top',
        detail: limit === Infinity ? '' : String(limit),
        children: [input],
      },
    )
    this.#input = input
    this.#conditions = conditions
    this.#compare = compare
    this.#limit = limit
    this.#sortKeys = sortKeysOf(input.context.graph.terms)
    this.#carried = [...input.possible].filter(slot => needed.has(slot))
  }

  protected override *run(): Generator<Batch> {
    const share = this.context.budget.share('ORDER BY')
    // The values of the conditions are kept as slots of their own, behind those of the query.
    const firstKey = this.context.names.length
    const keys = this.#conditions.map((_, index) => firstKey + index)
    const slots = [...this.#carried, ...keys]
    const most = this.#limit * 2 + BATCH_SIZE / 4
    let store = new RowStore(slots)
    let threshold: readonly TermId[] | undefined
    try {
      for (const input of this.#input.batches()) {
        if (input.length > 0) {
          const values = this.#conditions.map(({ expression }) => expression.evaluate(input))
          const batch = threshold ? this.#before(input, values, threshold) : input
          const columns = batch.columns.slice()
          for (const [index, key] of keys.entries()) {
            columns[key] = batch === input ? values[index]! : batch.columns[key]
          }
          store.append({ length: batch.length, columns })
          share.set(store.bytes)
        }
        if (store.length > most) {
          store = yield* this.#first(store, keys)
          threshold = keys.map(key => store.columns[key]![this.#limit - 1]!)
        }
        yield HEARTBEAT
      }
      const order = yield* sortRows(store.length, this.#comparator(store, keys))
      share.set(store.bytes + order.byteLength * 2)
      yield* this.#emit(store, order.subarray(0, Math.min(order.length, this.#limit)))
    } finally {
      share.release()
    }
  }

  /** The rows that come before the last of those that are asked for. */
  #before(input: Batch, values: readonly Uint32Array[], threshold: readonly TermId[]): Batch {
    const count = this.#selectBefore(input.length, values, threshold)
    const firstKey = this.context.names.length
    const output: OutputBatch = { length: count, columns: [] }
    for (const slot of this.#carried) {
      const source = input.columns[slot]
      if (source) output.columns[slot] = this.#pick(source, count)
    }
    for (const [index, value] of values.entries()) {
      output.columns[firstKey + index] = this.#pick(value, count)
    }
    return output
  }

  /** Most rows are told by the key of their first value alone. */
  #selectBefore(length: number, values: readonly Uint32Array[], threshold: readonly TermId[]): number {
    const rows = this.#rows
    const sortKeys = this.#sortKeys
    const first = values[0]!
    const bound = sortKeys.of(threshold[0]!)
    const { isDescending } = this.#conditions[0]!
    let count = 0
    for (let row = 0; row < length; row++) {
      const key = sortKeys.of(first[row]!)
      const isBehind = isDescending ? key < bound : key > bound
      if (isBehind && key !== NO_KEY && bound !== NO_KEY) continue
      if (this.#isBefore(row, values, threshold)) rows[count++] = row
    }
    return count
  }

  #isBefore(row: number, values: readonly Uint32Array[], threshold: readonly TermId[]): boolean {
    for (let index = 0; index < threshold.length; index++) {
      const value = values[index]![row]!
      if (value === threshold[index]) continue
      const order = this.#compare(value, threshold[index]!)
      if (order !== 0) return this.#conditions[index]!.isDescending ? order > 0 : order < 0
    }
    return false
  }

  #pick(source: Uint32Array, count: number): Uint32Array {
    const rows = this.#rows
    const target = new Uint32Array(count)
    for (let index = 0; index < count; index++) target[index] = source[rows[index]!]!
    return target
  }

  readonly #rows = new Uint32Array(BATCH_SIZE)

  #comparator(store: RowStore, keys: readonly number[]): (a: number, b: number) => number {
    const compare = this.#compare
    const columns = keys.map(key => store.columns[key]!)
    const signs = this.#conditions.map(({ isDescending }) => (isDescending ? -1 : 1))
    return (a, b) => {
      for (let index = 0; index < columns.length; index++) {
        const one = columns[index]![a]!
        const other = columns[index]![b]!
        if (one === other) continue
        const order = compare(one, other)
        if (order !== 0) return order * signs[index]!
      }
      return a - b
    }
  }

  /** The rows that are asked for, in order. */
  *#first(store: RowStore, keys: readonly number[]): Generator<Batch, RowStore> {
    const order = yield* sortRows(store.length, this.#comparator(store, keys))
    const kept = new RowStore(store.slots)
    for (const batch of parts(store, order.subarray(0, this.#limit))) kept.append(batch)
    return kept
  }

  *#emit(store: RowStore, order: Uint32Array): Generator<Batch> {
    for (const batch of parts(store, order)) yield batch
    yield HEARTBEAT
  }
}

/** Rows of a store in that order. */
function* parts(store: RowStore, order: Uint32Array): Generator<Batch> {
  const buffers = store.slots.map(() => new Uint32Array(BATCH_SIZE))
  const output: OutputBatch = { length: 0, columns: [] }
  for (let start = 0; start < order.length; start += BATCH_SIZE) {
    const rows = order.subarray(start, start + BATCH_SIZE)
    output.length = rows.length
    for (const [index, slot] of store.slots.entries()) {
      const source = store.columns[slot]!
      const target = buffers[index]!
      for (let row = 0; row < rows.length; row++) target[row] = source[rows[row]!]!
      output.columns[slot] = target
    }
    yield output
  }
}
