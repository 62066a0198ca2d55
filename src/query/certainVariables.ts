import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'

/** The variables that every solution of an operation binds. Others it may leave unbound, or does not have. */
export function certainVariables(operation: Algebra.Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'bgp':
      return union(
        operation.patterns.map(({ subject, predicate, object, graph }) =>
          namesOf([subject, predicate, object, graph]),
        ),
      )
    case 'pattern':
      return namesOf([operation.subject, operation.predicate, operation.object, operation.graph])
    case 'path':
      return namesOf([operation.subject, operation.object, operation.graph])
    case 'join':
      return union(operation.input.map(certainVariables))
    case 'union':
      return operation.input.map(certainVariables).reduce((a, b) => a.intersection(b))
    case 'leftjoin':
    case 'minus':
      return certainVariables(operation.input[0])
    case 'filter':
    case 'extend':
    case 'distinct':
    case 'reduced':
    case 'slice':
    case 'orderby':
      return certainVariables(operation.input)
    case 'project':
    case 'group':
      return certainVariables(operation.input).intersection(namesOf(operation.variables))
    case 'values':
      return new Set(
        operation.variables
          .map(({ value }) => value)
          .filter(name => operation.bindings.every(binding => name in binding || `?${name}` in binding)),
      )
    default:
      return new Set()
  }
}

function namesOf(terms: readonly RDF.Term[]): ReadonlySet<string> {
  return new Set(terms.filter(({ termType }) => termType === 'Variable').map(({ value }) => value))
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return sets.reduce((a, b) => a.union(b), new Set())
}
