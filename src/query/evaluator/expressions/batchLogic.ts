import type { Batch } from '../batch.ts'
import { ERROR, type Expression, FALSE, TRUE } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { TestExpression } from './columnExpression.ts'

/** What `&&` and `||` make of two effective boolean values, by `3 * left + right` (SPARQL 1.1 §17.2). */
const AND = Uint8Array.from([FALSE, FALSE, FALSE, FALSE, TRUE, ERROR, FALSE, ERROR, ERROR])
const OR = Uint8Array.from([FALSE, TRUE, ERROR, TRUE, TRUE, TRUE, ERROR, TRUE, ERROR])

/** `&&` or `||`, batch by batch. */
export class JunctionExpression extends TestExpression {
  readonly #left: Expression
  readonly #right: Expression
  readonly #table: Uint8Array
  /** The value of the left side that settles the row. */
  readonly #settled: number

  constructor(terms: EvaluationTerms, left: Expression, right: Expression, isAnd: boolean) {
    super(
      terms,
      [...new Set([...left.slots, ...right.slots])].sort((a, b) => a - b),
    )
    this.#left = left
    this.#right = right
    this.#table = isAnd ? AND : OR
    this.#settled = isAnd ? FALSE : TRUE
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const left = this.#left.test(batch)
    let isSettled = true
    for (let row = 0; row < batch.length; row++) {
      tests[row] = left[row]!
      if (left[row] !== this.#settled) isSettled = false
    }
    if (isSettled) return
    const right = this.#right.test(batch)
    for (let row = 0; row < batch.length; row++) tests[row] = this.#table[tests[row]! * 3 + right[row]!]!
  }
}

/** `!`, batch by batch. */
export class NegationExpression extends TestExpression {
  readonly #inner: Expression

  constructor(terms: EvaluationTerms, inner: Expression) {
    super(terms, inner.slots)
    this.#inner = inner
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const inner = this.#inner.test(batch)
    for (let row = 0; row < batch.length; row++) {
      const value = inner[row]!
      tests[row] = value === ERROR ? ERROR : 1 - value
    }
  }
}
