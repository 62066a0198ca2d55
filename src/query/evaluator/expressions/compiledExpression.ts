import type { Batch } from '../batch.ts'
import { BATCH_SIZE } from '../batch.ts'
import type { ComputedValue, Expression } from '../expression.ts'
import type { Node } from './node.ts'

/** An expression that goes row by row. */
export class CompiledExpression implements Expression {
  readonly slots: readonly number[]
  readonly #root: Node
  #values = new Uint32Array(BATCH_SIZE)
  #tests = new Uint8Array(BATCH_SIZE)

  constructor(root: Node, slots: readonly number[]) {
    this.#root = root
    this.slots = slots
  }

  evaluate(batch: Batch): Uint32Array {
    if (batch.length > this.#values.length) this.#values = new Uint32Array(batch.length)
    const values = this.#values
    const root = this.#root
    root.bind(batch)
    for (let row = 0; row < batch.length; row++) {
      root.compute(row)
      values[row] = root.intern()
    }
    return values
  }

  forEachValue(batch: Batch, use: (row: number, value: ComputedValue) => void): void {
    const root = this.#root
    root.bind(batch)
    for (let row = 0; row < batch.length; row++) {
      root.compute(row)
      use(row, root)
    }
  }

  test(batch: Batch): Uint8Array {
    if (batch.length > this.#tests.length) this.#tests = new Uint8Array(batch.length)
    const tests = this.#tests
    const root = this.#root
    root.bind(batch)
    for (let row = 0; row < batch.length; row++) {
      root.compute(row)
      tests[row] = root.effectiveBoolean()
    }
    return tests
  }
}
