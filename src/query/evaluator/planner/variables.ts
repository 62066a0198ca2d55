import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'

/** An algebra operation: a union over its `type`, without the operations of updates. */
export type Operation = Algebra.Operation

/** The variables that are in scope after an operation (SPARQL 1.1 §18.2.1), in the order in which they are named. */
export function visibleVariables(operation: Operation): Set<string> {
  const found = new Set<string>()
  collect(operation, found, false)
  return found
}

/** Those, and the variables that its expressions name: all whose values from outside could matter within it. */
export function mentionedVariables(operation: Operation): Set<string> {
  const found = new Set<string>()
  collect(operation, found, true)
  return found
}

/** The variables that an expression reads, those of its EXISTS patterns too. */
export function expressionVariables(expression: Algebra.Expression): Set<string> {
  const found = new Set<string>()
  collectExpression(expression, found)
  return found
}

function collect(operation: Operation, found: Set<string>, all: boolean): void {
  switch (operation.type) {
    case 'bgp':
      for (const { subject, predicate, object, graph } of operation.patterns) {
        addVariables([subject, predicate, object, graph], found)
      }
      return
    case 'path':
      addVariables([operation.subject, operation.object, operation.graph], found)
      return
    case 'join':
    case 'union':
      for (const input of operation.input) collect(input, found, all)
      return
    case 'leftjoin':
      for (const input of operation.input) collect(input, found, all)
      if (all && operation.expression) collectExpression(operation.expression, found)
      return
    case 'minus':
      collect(operation.input[0], found, all)
      if (all) collect(operation.input[1], found, all)
      return
    case 'filter':
      collect(operation.input, found, all)
      if (all) collectExpression(operation.expression, found)
      return
    case 'extend':
      collect(operation.input, found, all)
      found.add(operation.variable.value)
      if (all) collectExpression(operation.expression, found)
      return
    case 'group':
      for (const { value } of operation.variables) found.add(value)
      for (const { variable } of operation.aggregates) found.add(variable.value)
      if (all) collect(operation.input, found, all)
      return
    case 'project':
    case 'values':
      for (const { value } of operation.variables) found.add(value)
      return
    case 'graph':
      addVariables([operation.name], found)
      collect(operation.input, found, all)
      return
    case 'orderby':
      collect(operation.input, found, all)
      if (all) for (const expression of operation.expressions) collectExpression(expression, found)
      return
    case 'distinct':
    case 'reduced':
    case 'slice':
      collect(operation.input, found, all)
      return
  }
}

function addVariables(terms: readonly RDF.Term[], found: Set<string>): void {
  for (const term of terms) if (term.termType === 'Variable') found.add(term.value)
}

function collectExpression(expression: Algebra.Expression, found: Set<string>): void {
  switch (expression.subType) {
    case 'term':
      addVariables([expression.term], found)
      return
    case 'operator':
    case 'named':
      for (const argument of expression.args) collectExpression(argument, found)
      return
    case 'existence':
      collect(expression.input, found, true)
      return
    case 'aggregate':
      collectExpression(expression.expression, found)
      return
  }
}

/** The variables that each solution of an operation binds, as far as its form tells. */
export function certainVariables(operation: Operation): Set<string> {
  switch (operation.type) {
    case 'bgp':
    case 'path':
      return visibleVariables(operation)
    case 'join':
      return operation.input.map(certainVariables).reduce((all, one) => all.union(one), new Set<string>())
    case 'union': {
      const [first, ...others] = operation.input.map(certainVariables)
      return others.reduce((all, one) => all.intersection(one), first!)
    }
    case 'leftjoin':
    case 'minus':
      return certainVariables(operation.input[0])
    case 'graph':
    case 'filter':
    case 'extend':
    case 'orderby':
    case 'distinct':
    case 'reduced':
    case 'slice':
      return certainVariables(operation.input)
    case 'project':
      return certainVariables(operation.input).intersection(visibleVariables(operation))
    case 'group':
      return certainVariables(operation.input).intersection(
        new Set(operation.variables.map(({ value }) => value)),
      )
    case 'values':
      return new Set(
        operation.variables
          .map(({ value }) => value)
          .filter(name => operation.bindings.every(binding => binding[name] !== undefined)),
      )
    default:
      return new Set()
  }
}
