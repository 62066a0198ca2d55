import { QueryError } from '../../errors.ts'

/** As if there were a limit of a gigabyte, where there is none. */
const MOST_TO_KEEP_WITHIN = 2 ** 30

/** Something that holds what could be computed again. */
export interface Reclaimable {
  /** Lets go of what it can do without. */
  reclaim(): void
}

/** Keeps the operators of an evaluation within the memory that they may hold together. */
export class MemoryBudget {
  readonly #limit: number
  readonly #terms: { readonly bytes: number }
  readonly #reclaimable: Reclaimable[] = []
  #held = 0

  /**
   * @param limit bytes
   * @param terms the terms computed on the way, which count
   */
  constructor(limit: number, terms: { readonly bytes: number }) {
    this.#limit = limit
    this.#terms = terms
  }

  /** A share of the budget for an operator, empty at first. */
  share(operator: string): MemoryShare {
    return new MemoryShare(this, operator)
  }

  /** Has it let go of what it can do without before the memory is found not to be enough. */
  addReclaimable(holder: Reclaimable): void {
    this.#reclaimable.push(holder)
  }

  /** Whether that much more may be held of what could be computed again: it leaves half of the memory to others. */
  mayKeep(bytes: number): boolean {
    return this.#held + this.#terms.bytes + bytes <= Math.min(this.#limit, MOST_TO_KEEP_WITHIN) / 2
  }

  /**
   * @throws {QueryError} where that is more than the evaluation may hold
   */
  change(bytes: number, operator: string): void {
    this.#held += bytes
    if (this.#isWithin || bytes < 0) return
    for (const holder of this.#reclaimable) holder.reclaim()
    if (this.#isWithin) return
    throw new QueryError(
      `the query needs more than the ${Math.round(this.#limit / 2 ** 20)} MB of memory that it may have ` +
        `(${operator} asked for more); restrict what it matches, add a LIMIT, or allow it more memory`,
    )
  }

  get #isWithin(): boolean {
    return this.#held + this.#terms.bytes <= this.#limit
  }
}

/** What one operator holds. */
export class MemoryShare {
  readonly #budget: MemoryBudget
  readonly #operator: string
  #bytes = 0

  constructor(budget: MemoryBudget, operator: string) {
    this.#budget = budget
    this.#operator = operator
  }

  get bytes(): number {
    return this.#bytes
  }

  /**
   * Says how much the operator holds by now.
   *
   * @throws {QueryError} where that is too much
   */
  set(bytes: number): void {
    const change = bytes - this.#bytes
    this.#bytes = bytes
    this.#budget.change(change, this.#operator)
  }

  release(): void {
    if (this.#bytes === 0) return
    this.#budget.change(-this.#bytes, this.#operator)
    this.#bytes = 0
  }
}
