import { BATCH_SIZE, type Batch } from '../batch.ts'
import type { Expression } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'

/** A variable by itself: its column, as it is. */
export class ColumnExpression implements Expression {
  readonly slots: readonly number[]
  readonly #slot: number
  readonly #fallback: Expression
  #unbound = new Uint32Array(BATCH_SIZE)

  /** @param fallback the same, where its effective boolean value is asked for */
  constructor(slot: number, fallback: Expression) {
    this.#slot = slot
    this.#fallback = fallback
    this.slots = [slot]
  }

  evaluate(batch: Batch): Uint32Array {
    const column = batch.columns[this.#slot]
    if (column) return column
    if (batch.length > this.#unbound.length) this.#unbound = new Uint32Array(batch.length)
    return this.#unbound
  }

  test(batch: Batch): Uint8Array {
    return this.#fallback.test(batch)
  }
}

/** An expression that is known by its effective boolean value, which is boolean whenever it is no error. */
export abstract class TestExpression implements Expression {
  readonly slots: readonly number[]
  protected readonly terms: EvaluationTerms
  #tests = new Uint8Array(BATCH_SIZE)
  #values = new Uint32Array(BATCH_SIZE)

  constructor(terms: EvaluationTerms, slots: readonly number[]) {
    this.terms = terms
    this.slots = slots
  }

  test(batch: Batch): Uint8Array {
    if (batch.length > this.#tests.length) this.#tests = new Uint8Array(batch.length)
    this.fill(batch, this.#tests)
    return this.#tests
  }

  evaluate(batch: Batch): Uint32Array {
    if (batch.length > this.#values.length) this.#values = new Uint32Array(batch.length)
    const tests = this.test(batch)
    const values = this.#values
    const terms = [this.terms.false, this.terms.true, 0]
    for (let row = 0; row < batch.length; row++) values[row] = terms[tests[row]!]!
    return values
  }

  /** Writes the effective boolean value of each row. */
  protected abstract fill(batch: Batch, tests: Uint8Array): void
}
