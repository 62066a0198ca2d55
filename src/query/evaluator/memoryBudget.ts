import { QueryError } from '../../errors.ts'

/** Keeps the operators of an evaluation within the memory that they may hold together. */
export class MemoryBudget {
  readonly #limit: number
  readonly #terms: { readonly bytes: number }
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

  /**
   * @throws {QueryError} where that is more than the evaluation may hold
   */
  change(bytes: number, operator: string): void {
    this.#held += bytes
    if (this.#held + this.#terms.bytes <= this.#limit) return
    throw new QueryError(
      `the query needs more than the ${Math.round(this.#limit / 2 ** 20)} MB of memory that it may have ` +
        `(${operator} asked for more); restrict what it matches, add a LIMIT, or allow it more memory`,
    )
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
    this.#budget.change(-this.#bytes, this.#operator)
    this.#bytes = 0
  }
}
