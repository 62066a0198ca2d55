import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { SyntaxFailure } from './syntax/syntaxFailure.ts'

/**
 * Makes sure that a query or subquery which groups selects only what it groups by, and aggregates (SPARQL 1.1 §11.4),
 * which the parser lets pass in subqueries, and of aggregates other than COUNT. It is told as the parser tells the others.
 *
 * @throws {SyntaxFailure} where one selects anything else
 */
export function checkGroups(operation: Algebra.Operation): void {
  if (operation.type === 'project') {
    const given = givenByGroup(operation.input)
    if (given && operation.variables.some(({ value }) => !given.has(value)))
      throw new SyntaxFailure('rule', 'Variable not allowed in projection')
  }
  const inner: unknown = 'input' in operation ? operation.input : []
  for (const one of [inner].flat() as Algebra.Operation[]) checkGroups(one)
}

/** The variables that have a value where groups are selected from; `undefined` where none are. */
function givenByGroup(operation: Algebra.Operation): Set<string> | undefined {
  switch (operation.type) {
    case 'group':
      return new Set(
        [...operation.variables, ...operation.aggregates.map(({ variable }) => variable)].map(
          ({ value }) => value,
        ),
      )
    case 'extend':
      return givenByGroup(operation.input)?.add(operation.variable.value)
    case 'filter':
    case 'orderby':
      return givenByGroup(operation.input)
    default:
      return undefined
  }
}
