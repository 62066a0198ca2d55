import { type Batch, columnOf } from '../batch.ts'
import type { MemoryBudget, MemoryShare, Reclaimable } from '../memoryBudget.ts'
import type { Operator } from './operator.ts'
import { RowStore } from './rowStore.ts'

/** An operator that gives rows which others give too. */
export interface RowSource {
  readonly operator: Operator
  /** The slots of the columns that all of them have. */
  readonly slots: readonly number[]
}

/**
 * Rows that are evaluated once and read several times. They are evaluated no faster than the first of their readers asks
 * for them, and let go once all have read them. Where they would take up too much memory they are not kept: then each
 * reader evaluates them by itself.
 */
export class SharedRows implements Reclaimable {
  readonly #budget: MemoryBudget
  readonly #share: MemoryShare
  #readers = 0
  #left = 0
  #active = 0
  #store: RowStore
  #source: { readonly batches: Iterator<Batch>; readonly slots: readonly number[] } | undefined
  /** How many rows the reader has taken that was the last to take some. */
  #taken = 0
  #isComplete = false
  #areKept = true

  constructor(width: number, budget: MemoryBudget) {
    this.#budget = budget
    this.#share = budget.share('what a query has several times')
    this.#store = new RowStore(columnNumbers(width))
    budget.addReclaimable(this)
  }

  /** Says that there is one reader more. */
  addReader(): void {
    this.#readers++
    this.#left++
  }

  /** Whether a reader should read what is kept here rather than evaluate it by itself. */
  get areShared(): boolean {
    return this.#readers > 1 && this.#areKept
  }

  /** Whether somebody has begun to evaluate them. */
  get hasBegun(): boolean {
    return this.#source !== undefined
  }

  /** How many rows there are by now. */
  get length(): number {
    return this.#store.length
  }

  /** Some rows of a column, for a reader that has taken those before. */
  part(column: number, start: number, end: number): Uint32Array {
    this.#taken = end
    return this.#store.columns[column]!.subarray(start, end)
  }

  /** @param source evaluates the rows, where nobody has begun to */
  begin({ operator, slots }: RowSource): void {
    this.#active++
    this.#taken = 0
    this.#source ??= { batches: operator.batches(), slots }
  }

  /**
   * Evaluates further rows. For a reader that has read all that there are so far.
   *
   * @returns whether there may be more; where they can no longer be kept, the further rows themselves, in the columns of
   *   those slots
   * @throws {QueryError} where the evaluation needs too much memory
   */
  advance(): boolean | { readonly batch: Batch; readonly slots: readonly number[] } {
    if (this.#isComplete) return false
    this.#taken = this.length
    const { batches, slots } = this.#source!
    let step: IteratorResult<Batch>
    try {
      step = batches.next()
    } catch (error) {
      this.#areKept = false
      throw error
    }
    if (step.done) {
      this.#isComplete = true
      return false
    }
    const batch = step.value
    if (!this.#areKept) return { batch, slots }
    this.#store.append({ length: batch.length, columns: slots.map(slot => columnOf(batch, slot)) })
    // Who has begun to read cannot change over to rows of its own.
    if (this.#active > 1 || this.#budget.mayKeep(this.#store.bytes - this.#share.bytes)) {
      this.#share.set(this.#store.bytes)
      return true
    }
    this.#letGo()
    return { batch, slots }
  }

  /** Lets the rows go, where nobody who has begun to read has still to read them. */
  reclaim(): void {
    if (this.#share.bytes === 0) return
    if (this.#active === 0) {
      this.#source?.batches.return?.()
      this.#source = undefined
      this.#letGo()
    } else if (this.#active === 1 && !this.#isComplete && this.#taken === this.length) {
      this.#letGo()
    }
  }

  /** Says that a reader has read as much as it wants. */
  end(): void {
    this.#active--
    this.#left--
    this.#taken = 0
    if (this.#active > 0 || (this.#left > 0 && this.#areKept)) return
    this.#source?.batches.return?.()
    this.#source = undefined
    this.#left = this.#readers
    this.#isComplete = false
    this.#clear()
  }

  #letGo(): void {
    this.#areKept = false
    this.#clear()
  }

  #clear(): void {
    this.#store = new RowStore(this.#store.slots)
    this.#share.release()
  }
}

function columnNumbers(width: number): number[] {
  return Array.from({ length: width }, (_, column) => column)
}
