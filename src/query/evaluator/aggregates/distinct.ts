import type { TermId } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE } from '../batch.ts'
import type { Accumulator } from '../expression.ts'
import { DistinctPairs } from './distinctPairs.ts'

/** Hands each value of a group on to another accumulator once only. */
export class DistinctAccumulator implements Accumulator {
  readonly #inner: Accumulator
  readonly #seen: DistinctPairs
  #groups = new Uint32Array(BATCH_SIZE)
  #values = new Uint32Array(BATCH_SIZE)

  /** @param highest the highest id that most values have */
  constructor(inner: Accumulator, highest: TermId) {
    this.#inner = inner
    this.#seen = new DistinctPairs(highest)
  }

  get bytes(): number {
    return this.#inner.bytes + this.#seen.bytes
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    if (length > this.#groups.length) {
      this.#groups = new Uint32Array(length)
      this.#values = new Uint32Array(length)
    }
    const fresh = this.#seen.addAll(groups, values, length, this.#groups, this.#values)
    this.#inner.add(this.#groups, this.#values, fresh)
  }

  result(group: number): TermId {
    return this.#inner.result(group)
  }
}
