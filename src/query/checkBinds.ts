import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { visibleVariables } from './evaluator/planner/variables.ts'
import { SyntaxFailure } from './syntax/syntaxFailure.ts'

/**
 * Makes sure that no BIND gives a value to a variable that may have one already (SPARQL 1.1 §10.1), which the parser
 * lets pass where that one was bound by another BIND. It is told as the parser tells the others.
 *
 * @throws {SyntaxFailure} naming the variable
 */
export function checkBinds(operation: Algebra.Operation): void {
  if (operation.type === 'extend' && visibleVariables(operation.input).has(operation.variable.value)) {
    throw new SyntaxFailure('rule', `Variable used to bind is already bound (?${operation.variable.value})`)
  }
  const inner: unknown = 'input' in operation ? operation.input : []
  for (const one of [inner].flat() as Algebra.Operation[]) checkBinds(one)
}
