import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Batch } from './batch.ts'
import type { Decimal } from './terms/decimal.ts'
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
  /**
   * Computes its value for each row, without making terms of what only is added up. The object is the expression's to
   * reuse. Absent where {@link evaluate} is as cheap.
   */
  forEachValue?(batch: Batch, use: (row: number, value: ComputedValue) => void): void
  /** Its effective boolean value (SPARQL 1.1 §17.2.2) for each row: {@link FALSE}, {@link TRUE} or {@link ERROR}. */
  test(batch: Batch): Uint8Array
}

/** A value that was computed, and needs no term. */
export interface ComputedValue {
  /** One of `VALUE`. */
  readonly type: number
  /** Of a number. */
  readonly number: number
  /** Of an integer or decimal its digits after the point, or `INEXACT`. */
  readonly scale: number
  /** The exact value of an integer or decimal. */
  decimal(): Decimal
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
  /** The same of one value that has no term. Absent where terms are needed. */
  addValue?(group: number, value: ComputedValue): void
  /** The id of the aggregate's value for a group, 0 where it is an error. A group that got no row has its empty value. */
  result(group: number): number
  /** Bytes that it keeps, roughly. */
  readonly bytes: number
}
