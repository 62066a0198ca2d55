import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { ColumnarGraph } from '../../graph/columns/columnar.ts'
import type { Batch } from './batch.ts'
import type { EvaluationTerms } from './terms/evaluationTerms.ts'

/** How an operation is evaluated. */
export interface EvaluationOptions {
  /** What `NOW()` gives. */
  readonly now?: Date
  /** Milliseconds, for the plan. Default: none are measured. */
  readonly clock?: () => number
  /** Bytes that operators may hold. Default: no limit. */
  readonly memoryLimit?: number
}

/** An operator of a plan, with what it did once it was run. */
export interface PlanNode {
  readonly operator: string
  readonly detail: string
  readonly estimate?: number
  readonly rows: number
  readonly milliseconds: number
  readonly children: readonly PlanNode[]
}

/** An operation that is ready to run over a graph. */
export interface Evaluation {
  readonly variables: readonly string[]
  /** The slot of each variable. */
  readonly slots: readonly number[]
  readonly terms: EvaluationTerms
  batches(): Iterator<Batch>
  readonly plan: PlanNode
}

/** Whether {@link prepare} would take the operation. */
export function mayEvaluate(_operation: Algebra.Operation): boolean {
  return false
}

/** An operation made ready, `undefined` where something in it is not supported. */
export function prepare(
  _graph: ColumnarGraph,
  _operation: Algebra.Operation,
  _options: EvaluationOptions = {},
): Evaluation | undefined {
  return undefined
}
