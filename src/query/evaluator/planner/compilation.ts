import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Expression } from '../expression.ts'
import { compileExpression } from '../expressions/compileExpression.ts'
import type { EvaluationContext, Operator, Slots } from '../operators/operator.ts'
import { compileExists } from './compileExists.ts'
import type { Scope } from './scope.ts'

/** Where an operation is compiled. */
export interface Compilation {
  readonly context: EvaluationContext
  readonly scope: Scope
  /** What its patterns are joined to: one row that binds nothing, or rows from outside. */
  readonly start: Operator
}

/** Something in an operation is not supported: it is not claimed. */
export class NotSupported extends Error {}

/**
 * An expression over the rows of an operator.
 *
 * @throws {NotSupported}
 */
export function compileCondition(
  expression: Algebra.Expression,
  input: { readonly possible: Slots; readonly certain: Slots },
  { context, scope }: Compilation,
): Expression {
  const compiled = compileExpression(expression, {
    terms: context.terms,
    slotOf: variable => scope.slotOf(variable),
    exists: pattern => compileExists(pattern, input, context, scope),
  })
  if (!compiled) throw new NotSupported()
  return compiled
}
