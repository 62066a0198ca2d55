import type { ColumnarGraph } from '../../../graph/columns/columnar.ts'
import type { Batch } from '../batch.ts'
import type { MemoryBudget } from '../memoryBudget.ts'
import type { RunningNode } from '../plan.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'

export type Slots = ReadonlySet<number>

/** What the operators of one evaluation share. */
export interface EvaluationContext {
  readonly graph: ColumnarGraph
  readonly terms: EvaluationTerms
  readonly budget: MemoryBudget
  readonly clock: (() => number) | undefined
  /** The variable of each slot. */
  readonly names: readonly string[]
}

/** What is known of an operator's rows before it runs. */
export interface RowProperties {
  /** The slots that it may bind. */
  readonly possible: Slots
  /** Those that it binds in each row. */
  readonly certain: Slots
  /** How many rows are expected. */
  readonly estimate: number
  /** The slot by whose ids the rows ascend (not strictly), if there is one. */
  readonly ascending?: number | undefined
  /** Slots on which no two rows agree, as far as such are known. They need not be carried. */
  readonly unique?: Slots | undefined
}

/** A step of an evaluation that gives rows. It may be run again once it has ended, but not twice at a time. */
export abstract class Operator implements RowProperties {
  readonly context: EvaluationContext
  readonly possible: Slots
  readonly certain: Slots
  readonly estimate: number
  readonly ascending: number | undefined
  readonly unique: Slots | undefined
  readonly plan: RunningNode

  constructor(
    context: EvaluationContext,
    rows: RowProperties,
    described: { operator: string; detail?: string; children?: readonly Operator[] },
  ) {
    this.context = context
    this.possible = rows.possible
    this.certain = rows.certain
    this.estimate = rows.estimate
    this.ascending = rows.ascending
    this.unique = rows.unique
    const { operator, detail = '', children = [] } = described
    this.plan = {
      operator,
      detail,
      estimate: Math.round(rows.estimate),
      rows: 0,
      milliseconds: 0,
      children: children.map(({ plan }) => plan),
    }
  }

  protected abstract run(): Iterator<Batch>

  /** Its rows, from the first. */
  batches(): BatchIterator {
    return new BatchIterator(this.run(), this.plan, this.context.clock)
  }
}

/** Counts what an operator gives, and the time that it takes. */
export class BatchIterator implements IterableIterator<Batch, undefined> {
  readonly #batches: Iterator<Batch>
  readonly #node: RunningNode
  readonly #clock: (() => number) | undefined

  constructor(batches: Iterator<Batch>, node: RunningNode, clock: (() => number) | undefined) {
    this.#batches = batches
    this.#node = node
    this.#clock = clock
  }

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<Batch, undefined> {
    const begun = this.#clock?.() ?? 0
    const result = this.#batches.next()
    if (this.#clock) this.#node.milliseconds += this.#clock() - begun
    if (result.done) return { done: true, value: undefined }
    this.#node.rows += result.value.length
    return result
  }

  return(): IteratorResult<Batch, undefined> {
    this.#batches.return?.()
    return { done: true, value: undefined }
  }
}
