import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Expression } from '../expression.ts'
import { compileExpression } from '../expressions/compileExpression.ts'
import type { EvaluationContext, Operator, Slots } from '../operators/operator.ts'
import type { Pool } from './pool.ts'
import type { Scope } from './scope.ts'
import type { Sharing } from './sharing.ts'
import type { Operation } from './variables.ts'

/** Rows whose variables a pattern may share. */
export interface OuterRows {
  readonly possible: Slots
  readonly certain: Slots
}

/** What compiles each kind of thing: operations hold expressions, and these operations again. */
export interface Compiler {
  operation(operation: Operation, needed: Slots, compilation: Compilation, limit?: number): Operator
  pool(pool: Pool, needed: Slots, compilation: Compilation): Operator
  exists(pattern: Operation, outer: OuterRows, compilation: Compilation): Expression
}

/** Where an operation is compiled. */
export interface Compilation {
  readonly compiler: Compiler
  readonly context: EvaluationContext
  readonly scope: Scope
  /** What its patterns are joined to: one row that binds nothing, or rows from outside. */
  readonly start: Operator
  /** What the query has several times. Default: nothing that is known of. */
  readonly sharing?: Sharing | undefined
  /** How often the query has what it is compiled within. Default: once. */
  readonly times?: number
}

/** Something in an operation is not supported: it is not claimed. */
export class NotSupported extends Error {}

/**
 * An expression over the rows of an operator.
 *
 * @param definitions what variables stand for that the operator does not bind
 * @throws {NotSupported}
 */
export function compileCondition(
  expression: Algebra.Expression,
  input: OuterRows,
  compilation: Compilation,
  definitions?: ReadonlyMap<string, Algebra.Expression>,
): Expression {
  const { compiler, context, scope } = compilation
  const compiled = compileExpression(expression, {
    terms: context.terms,
    slotOf: variable => scope.slotOf(variable),
    ...(definitions && { definitionOf: (variable: string) => definitions.get(variable) }),
    exists: pattern => compiler.exists(pattern, input, compilation),
  })
  if (!compiled) throw new NotSupported()
  return compiled
}
