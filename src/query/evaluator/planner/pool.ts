import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { conjunctsOf } from './conjuncts.ts'
import { certainVariables, expressionVariables, type Operation } from './variables.ts'

/** What is joined with one another, in whatever order, and the conditions on it all. */
export interface Pool {
  readonly patterns: Algebra.Pattern[]
  readonly paths: Algebra.Path[]
  /** Whatever has to be evaluated by itself. */
  readonly relations: Operation[]
  readonly filters: Algebra.Expression[]
}

/** The joins at the top of an operation as one pool (SPARQL 1.1 §18.5: Join is associative and commutative). */
export function toPool(operation: Operation): Pool {
  const pool: Pool = { patterns: [], paths: [], relations: [], filters: [] }
  let top = operation
  while (top.type === 'filter') {
    pool.filters.push(...conjunctsOf(top.expression))
    top = top.input
  }
  addTo(pool, top)
  return pool
}

function addTo(pool: Pool, operation: Operation): void {
  switch (operation.type) {
    case 'bgp':
      pool.patterns.push(...operation.patterns)
      return
    case 'path':
      pool.paths.push(operation)
      return
    case 'join':
      for (const input of operation.input) addTo(pool, input)
      return
    case 'nop':
      return
    case 'filter':
      if (isWithin(operation)) {
        addTo(pool, operation.input)
        pool.filters.push(...conjunctsOf(operation.expression))
      } else {
        pool.relations.push(operation)
      }
      return
    default:
      pool.relations.push(operation)
  }
}

/** Whether a filter reads only what its own group always binds: then it matters not where it is applied. */
function isWithin({ input, expression }: Algebra.Filter): boolean {
  return expressionVariables(expression).isSubsetOf(certainVariables(input))
}

/** Whether there is nothing in a pool but what can be looked up for given rows. */
export function isLookup({ relations }: Pool): boolean {
  return relations.length === 0
}
