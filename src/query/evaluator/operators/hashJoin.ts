import { BATCH_SIZE, type Batch, columnOf, HEARTBEAT, type OutputBatch, UNBOUND } from '../batch.ts'
import type { MemoryShare } from '../memoryBudget.ts'
import { Operator, type Slots } from './operator.ts'
import { RowIndex } from './rowIndex.ts'

/** What a join does with the rows of its first side. */
export type JoinKind = 'join' | 'optional'

/**
 * Joins two operators (SPARQL 1.1 §18.5, Join and LeftJoin without a condition): keeps the rows of `kept`, found by the
 * slots that both bind in each row, and runs through those of `streamed`. Slots that only some rows bind are compared
 * row by row: unbound is compatible with anything.
 */
export class HashJoin extends Operator {
  readonly #streamed: Operator
  readonly #kept: Operator
  readonly #kind: JoinKind
  readonly #keys: readonly number[]
  /** Slots that either side may leave unbound. */
  readonly #checked: readonly number[]
  readonly #output: OutputBatch = { length: 0, columns: [] }
  /** Slots taken from the streamed row, from the kept one, or from whichever binds it. */
  readonly #fromStreamed: readonly number[]
  readonly #fromKept: readonly number[]
  readonly #buffers: Uint32Array[] = []
  readonly #streamedRows = new Uint32Array(BATCH_SIZE)
  readonly #keptRows = new Int32Array(BATCH_SIZE)

  /** Whether the rows that are kept stay for later runs. */
  readonly #staysKept: boolean
  #index: RowIndex | undefined

  /** @param staysKept whether `kept` gives the same rows in each run, so that it has to run only once. */
  constructor(
    streamed: Operator,
    kept: Operator,
    kind: JoinKind,
    estimate: number,
    needed: Slots,
    staysKept = false,
  ) {
    const shared = streamed.possible.intersection(kept.possible)
    const keys = shared.intersection(streamed.certain).intersection(kept.certain)
    const checked = shared.difference(keys)
    super(
      streamed.context,
      {
        possible: streamed.possible.union(kept.possible),
        certain: kind === 'join' ? streamed.certain.union(kept.certain) : streamed.certain,
        estimate,
        ascending: checked.has(streamed.ascending ?? -1) ? undefined : streamed.ascending,
        unique: checked.size === 0 ? uniqueOf(streamed, kept, kind, keys) : undefined,
      },
      {
        operator: keys.size === 0 ? 'nested loop' : 'hash join',
        detail: `${kind === 'join' ? '' : 'optional '}on ${[...shared].map(slot => `?${streamed.context.names[slot]}`).join(' ') || 'nothing'}`,
        children: [streamed, kept],
      },
    )
    this.#streamed = streamed
    this.#kept = kept
    this.#kind = kind
    this.#staysKept = staysKept
    this.#keys = [...keys]
    this.#checked = [...checked]
    this.#fromStreamed = [...streamed.possible].filter(slot => needed.has(slot) && !checked.has(slot))
    this.#fromKept = [...kept.possible].filter(
      slot => needed.has(slot) && !checked.has(slot) && !streamed.possible.has(slot),
    )
    for (const slot of [...this.#fromStreamed, ...this.#fromKept, ...checked]) {
      this.#buffers[slot] = new Uint32Array(BATCH_SIZE)
    }
  }

  protected override *run(): Generator<Batch> {
    const share = this.context.budget.share('a join')
    try {
      const index = this.#index ?? (yield* this.#keep(share))
      if (this.#staysKept) this.#index = index
      if (index.length === 0 && this.#kind === 'join') return
      for (const batch of this.#streamed.batches()) {
        yield* this.#probe(batch, index)
      }
    } finally {
      if (!this.#staysKept) share.release()
    }
  }

  *#keep(share: MemoryShare): Generator<Batch, RowIndex> {
    const slots = new Set([...this.#keys, ...this.#checked, ...this.#fromKept])
    const index = new RowIndex([...slots], this.#keys)
    for (const batch of this.#kept.batches()) {
      if (batch.length > 0) index.append(batch)
      share.set(index.bytes)
      yield HEARTBEAT
    }
    return index
  }

  *#probe(batch: Batch, index: RowIndex): Generator<Batch> {
    const { columns } = index.store
    const streamedRows = this.#streamedRows
    const keptRows = this.#keptRows
    const keyColumns = index.keyColumns(batch)
    const hasChecks = this.#checked.length > 0
    let count = 0
    let tried = 0
    for (let row = 0; row < batch.length; row++) {
      let isMatched = false
      let candidate = index.length === 0 ? -1 : index.first(keyColumns, row)
      while (candidate >= 0) {
        if (!hasChecks || this.#isCompatible(batch, row, columns, candidate)) {
          isMatched = true
          streamedRows[count] = row
          keptRows[count++] = candidate
        }
        if (count === BATCH_SIZE || ++tried === SIGN_OF_LIFE) {
          yield this.#emit(batch, columns, count)
          count = 0
          tried = 0
        }
        candidate = index.next(candidate)
      }
      if (!isMatched && this.#kind === 'optional') {
        streamedRows[count] = row
        keptRows[count++] = -1
        if (count === BATCH_SIZE) {
          yield this.#emit(batch, columns, count)
          count = 0
        }
      }
    }
    yield this.#emit(batch, columns, count)
  }

  #isCompatible(batch: Batch, row: number, columns: readonly Uint32Array[], candidate: number): boolean {
    for (const slot of this.#checked) {
      const one = columnOf(batch, slot)[row]!
      const other = columns[slot]![candidate]!
      if (one !== other && one !== 0 && other !== 0) return false
    }
    return true
  }

  #emit(batch: Batch, columns: readonly Uint32Array[], count: number): Batch {
    const output = this.#output
    const streamedRows = this.#streamedRows
    const keptRows = this.#keptRows
    output.length = count
    if (count === 0) return output
    for (const slot of this.#fromStreamed) {
      const source = batch.columns[slot]
      const target = this.#buffers[slot]!
      output.columns[slot] = source && target
      if (source) for (let index = 0; index < count; index++) target[index] = source[streamedRows[index]!]!
    }
    for (const slot of this.#fromKept) {
      const source = columns[slot]!
      const target = this.#buffers[slot]!
      output.columns[slot] = target
      for (let index = 0; index < count; index++) {
        const row = keptRows[index]!
        target[index] = row < 0 ? 0 : source[row]!
      }
    }
    for (const slot of this.#checked) {
      const one = batch.columns[slot] ?? UNBOUND
      const other = columns[slot]!
      const target = this.#buffers[slot]!
      output.columns[slot] = target
      for (let index = 0; index < count; index++) {
        const row = keptRows[index]!
        target[index] = one[streamedRows[index]!]! || (row < 0 ? 0 : other[row]!)
      }
    }
    return output
  }
}

/** Pairs of rows after which a batch is handed on even if none of them matched. */
const SIGN_OF_LIFE = 65536

function uniqueOf(streamed: Operator, kept: Operator, kind: JoinKind, keys: Slots): Slots | undefined {
  if (!streamed.unique || !kept.unique) return undefined
  if (kept.unique.isSubsetOf(keys)) return streamed.unique
  if (kind === 'join' && streamed.unique.isSubsetOf(keys)) return kept.unique
  return streamed.unique.union(kept.unique)
}
