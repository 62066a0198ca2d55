import type { Algebra } from '@traqula/algebra-transformations-1-2'

/** The parts of a condition that all have to be true for it to be (SPARQL 1.1 §17.2). */
export function conjunctsOf(expression: Algebra.Expression): Algebra.Expression[] {
  if (expression.subType === 'operator' && expression.operator === '&&') {
    return expression.args.flatMap(conjunctsOf)
  }
  return [expression]
}
