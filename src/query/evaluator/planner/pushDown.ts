import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { certainVariables, expressionVariables, type Operation, visibleVariables } from './variables.ts'

/** A filter as it is, or the operation beneath it with its condition as far down as it may go. */
export function pushDown(expression: Algebra.Expression, operation: Operation): Operation {
  const read = expressionVariables(expression)
  switch (operation.type) {
    case 'leftjoin':
    case 'minus': {
      const [left, right] = operation.input
      if (operation.type === 'leftjoin' && !isDecidedBefore(read, left, right)) break
      return { ...operation, input: [pushDown(expression, left), right] }
    }
    case 'extend':
      if (read.has(operation.variable.value)) break
      return { ...operation, input: pushDown(expression, operation.input) }
    case 'union':
      return { ...operation, input: operation.input.map(input => pushDown(expression, input)) }
  }
  return { type: 'filter', input: operation, expression } as Algebra.Filter
}

/** Whether nothing that a condition reads can be bound by the optional side. */
function isDecidedBefore(read: ReadonlySet<string>, left: Operation, right: Operation): boolean {
  const certain = certainVariables(left)
  const bound = visibleVariables(right)
  return [...read].every(variable => certain.has(variable) || !bound.has(variable))
}
