import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Batch } from './batch.ts'
import type { EvaluationTerms } from './terms/evaluationTerms.ts'

/** A compiled SPARQL expression. */
export interface Expression {
  /** The slots that it reads, ascending. */
  readonly slots: readonly number[]
  /**
   * The id of its value for each row of a batch, 0 where it is an error or unbound. The array is the expression's to
   * reuse, or a column of the batch itself; it has at least as many elements as the batch has rows.
   */
  evaluate(batch: Batch): Uint32Array
  /** Its effective boolean value (SPARQL 1.1 §17.2.2) for each row: {@link FALSE}, {@link TRUE} or {@link ERROR}. */
  test(batch: Batch): Uint8Array
}

export const FALSE = 0
export const TRUE = 1
export const ERROR = 2

/** What an expression is compiled against. */
export interface ExpressionScope {
  readonly terms: EvaluationTerms
  /** The slot of a variable, `undefined` for one that is never bound. */
  slotOf(variable: string): number | undefined
  /** What a variable stands for that no column holds. */
  definitionOf?(variable: string): Algebra.Expression | undefined
  /** Whether the pattern has a solution with the bindings of a row; `undefined` where it is not supported. */
  exists(pattern: Algebra.Operation): Expression | undefined
}

/** Gathers the values of one aggregate over all groups at once. */
export interface Accumulator {
  /**
   * @param groups of each row the number of its group, from 0
   * @param values of each row the id of its value, 0 where it is an error or unbound
   */
  add(groups: Uint32Array, values: Uint32Array, length: number): void
  /** The id of the aggregate's value for a group, 0 where it is an error. A group that got no row has its empty value. */
  result(group: number): number
  /** Bytes that it keeps, roughly. */
  readonly bytes: number
}
