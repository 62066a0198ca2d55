import type { TermId } from '../../../graph/columns/columnar.ts'
import { BATCH_SIZE, type Batch } from '../batch.ts'
import type { Expression } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import type { Node } from './node.ts'

/** Marks a value that was computed, in memory that was zero. */
const KNOWN = 4

/**
 * An expression of one variable: its value is kept for each term that the variable has had. What is kept is as long as
 * the graph has terms, of which pages that nobody touches take no memory.
 */
export class MemoizedExpression implements Expression {
  readonly slots: readonly number[]
  readonly #root: Node
  readonly #slot: number
  readonly #limit: TermId
  /** One more than the id of the value, by the id of the variable's term. */
  #keptValues: Uint32Array | undefined
  #keptTests: Uint8Array | undefined
  #values = new Uint32Array(BATCH_SIZE)
  #tests = new Uint8Array(BATCH_SIZE)

  constructor(root: Node, slot: number, terms: EvaluationTerms) {
    this.#root = root
    this.#slot = slot
    this.#limit = terms.graphSize
    this.slots = [slot]
  }

  evaluate(batch: Batch): Uint32Array {
    if (batch.length > this.#values.length) this.#values = new Uint32Array(batch.length)
    this.#keptValues ??= new Uint32Array(this.#limit + 1)
    const values = this.#values
    const kept = this.#keptValues
    const root = this.#root
    const column = batch.columns[this.#slot]
    root.bind(batch)
    for (let row = 0; row < batch.length; row++) {
      const id = column === undefined ? 0 : column[row]!
      const known = id <= this.#limit ? kept[id]! : 0
      if (known !== 0) {
        values[row] = known - 1
        continue
      }
      root.compute(row)
      const value = root.intern()
      values[row] = value
      if (id <= this.#limit) kept[id] = value + 1
    }
    return values
  }

  test(batch: Batch): Uint8Array {
    if (batch.length > this.#tests.length) this.#tests = new Uint8Array(batch.length)
    this.#keptTests ??= new Uint8Array(this.#limit + 1)
    const tests = this.#tests
    const kept = this.#keptTests
    const root = this.#root
    const column = batch.columns[this.#slot]
    root.bind(batch)
    for (let row = 0; row < batch.length; row++) {
      const id = column === undefined ? 0 : column[row]!
      const known = id <= this.#limit ? kept[id]! : 0
      if (known !== 0) {
        tests[row] = known ^ KNOWN
        continue
      }
      root.compute(row)
      const value = root.effectiveBoolean()
      tests[row] = value
      if (id <= this.#limit) kept[id] = value | KNOWN
    }
    return tests
  }
}
