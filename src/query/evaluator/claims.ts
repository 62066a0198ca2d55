import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { mayCompile } from './expressions/compileExpression.ts'

/** Whether the columns can answer an operation by themselves, whatever the graph. */
export function mayEvaluate(operation: Algebra.Operation): boolean {
  switch (operation.type) {
    case 'nop':
      return true
    case 'bgp':
      return operation.patterns.every(({ subject, predicate, object, graph }) =>
        [subject, predicate, object, graph].every(isSimple),
      )
    case 'path':
      return [operation.subject, operation.object, operation.graph].every(isSimple)
    case 'join':
    case 'union':
    case 'minus':
      return operation.input.every(mayEvaluate)
    case 'leftjoin':
      return (
        operation.input.every(mayEvaluate) && (!operation.expression || mayBeCondition(operation.expression))
      )
    case 'filter':
      return mayEvaluate(operation.input) && mayBeCondition(operation.expression)
    case 'extend':
      return mayEvaluate(operation.input) && mayBeCondition(operation.expression)
    case 'orderby':
      return mayEvaluate(operation.input) && operation.expressions.every(mayBeOrder)
    case 'group':
      return (
        mayEvaluate(operation.input) &&
        operation.aggregates.every(
          ({ expression, aggregator }) =>
            (expression.subType === 'wildcard' && aggregator === 'count') || mayBeCondition(expression),
        )
      )
    case 'values':
      return operation.bindings.every(binding => Object.values(binding).every(isSimple))
    case 'graph':
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'slice':
      return mayEvaluate(operation.input)
    default:
      return false
  }
}

/** Terms about triples are left to others; blank nodes in patterns have become variables. */
function isSimple({ termType }: RDF.Term): boolean {
  return termType !== 'Quad' && termType !== 'BlankNode'
}

function mayBeOrder(expression: Algebra.Expression): boolean {
  const isDescending = expression.subType === 'operator' && expression.operator === 'desc'
  return mayBeCondition(isDescending ? expression.args[0]! : expression)
}

function mayBeCondition(expression: Algebra.Expression): boolean {
  return mayCompile(expression, mayEvaluate)
}
