import type * as RDF from '@rdfjs/types'
import type { Algebra, Types } from '@traqula/algebra-transformations-1-2'
import type { ColumnarGraph } from '../../../graph/columns/columnar.ts'

type Operation = Algebra.Operation
type GraphName = RDF.NamedNode | RDF.Variable

/**
 * The same operation without GRAPH: patterns say themselves which graph they are matched in (SPARQL 1.1 §18.6,
 * Evaluation of a Graph Pattern). Where `GRAPH ?g` stands around nothing but patterns, these have ?g for a graph, and
 * joins do the rest. Where it stands around what has to be evaluated for each graph by itself (a subquery with
 * aggregates or LIMIT, values, nothing at all), that is done for each graph.
 */
export function withoutGraphs(operation: Operation, graph: ColumnarGraph): Operation {
  return hasGraph(operation) ? new GraphRewriter(graph).rewrite(operation, undefined) : operation
}

class GraphRewriter {
  readonly #graph: ColumnarGraph
  #names: RDF.NamedNode[] | undefined

  constructor(graph: ColumnarGraph) {
    this.#graph = graph
  }

  /** @param name of the graph that the patterns are matched in; `undefined` for that which they name themselves */
  rewrite<T extends Operation>(operation: T, name: GraphName | undefined): T
  rewrite(operation: Operation, name: GraphName | undefined): Operation {
    switch (operation.type) {
      case 'bgp':
        return name
          ? {
              ...operation,
              patterns: operation.patterns.map(pattern => ({ ...pattern, graph: name }) as Algebra.Pattern),
            }
          : operation
      case 'path':
        return name ? { ...operation, graph: name } : operation
      case 'graph':
        return this.#expand(operation)
      case 'project': {
        const input = this.rewrite(operation.input, name)
        return name?.termType === 'Variable'
          ? { ...operation, input, variables: [...operation.variables, name] }
          : { ...operation, input }
      }
      case 'minus': {
        const [left, right] = operation.input.map(one => this.rewrite(one, name))
        const rewritten = { ...operation, input: [left!, right!] as [Operation, Operation] }
        return name?.termType === 'Variable' ? { ...rewritten, graphScopeVar: name } : rewritten
      }
      case 'join':
      case 'union':
        return { ...operation, input: operation.input.map(one => this.rewrite(one, name)) }
      case 'leftjoin': {
        const [left, right] = operation.input.map(one => this.rewrite(one, name))
        const { expression, ...rest } = operation
        const input: [Operation, Operation] = [left!, right!]
        return expression
          ? { ...rest, input, expression: this.#expression(expression, name) }
          : { ...rest, input }
      }
      case 'filter':
      case 'extend':
        return {
          ...operation,
          input: this.rewrite(operation.input, name),
          expression: this.#expression(operation.expression, name),
        }
      case 'orderby':
        return {
          ...operation,
          input: this.rewrite(operation.input, name),
          expressions: operation.expressions.map(one => this.#expression(one, name)),
        }
      case 'group':
        return {
          ...operation,
          input: this.rewrite(operation.input, name),
          aggregates: operation.aggregates.map(one => ({
            ...one,
            expression: this.#expression(one.expression, name),
          })),
        }
      case 'distinct':
      case 'reduced':
      case 'slice':
        return { ...operation, input: this.rewrite(operation.input, name) }
      default:
        return operation
    }
  }

  #expression<T extends Algebra.Expression>(expression: T, name: GraphName | undefined): T
  #expression(expression: Algebra.Expression, name: GraphName | undefined): Algebra.Expression {
    switch (expression.subType) {
      case 'existence':
        return { ...expression, input: this.rewrite(expression.input, name) }
      case 'operator':
      case 'named':
        return { ...expression, args: expression.args.map(one => this.#expression(one, name)) }
      default:
        return expression
    }
  }

  #expand({ name, input }: Algebra.Graph): Operation {
    if (name.termType === 'Variable') {
      if (bindsGraph(input, name)) return this.rewrite(input, name)
      const each = this.#graphNames().map(one => join(this.rewrite(input, one), values(name, [one])))
      return each.length === 1 ? each[0]! : each.length === 0 ? values(name, []) : union(each)
    }
    const { graphNames, terms } = this.#graph
    // Without such a graph there are no solutions, whatever the pattern.
    return graphNames.includes(terms.idOf(name)) ? this.rewrite(input, name) : values(undefined, [])
  }

  #graphNames(): RDF.NamedNode[] {
    const { graphNames, terms } = this.#graph
    this.#names ??= Array.from(graphNames, id => terms.termOf(id) as RDF.NamedNode)
    return this.#names
  }
}

/** Whether an operation is the same for each graph by itself and with the graph as a variable, which it always binds. */
function bindsGraph(operation: Operation, name: RDF.Variable): boolean {
  switch (operation.type) {
    case 'bgp':
      return operation.patterns.length > 0
    case 'path':
      return true
    case 'join':
      return (
        operation.input.some(one => bindsGraph(one, name)) &&
        operation.input.every(one => bindsGraph(one, name) || isIndependent(one))
      )
    case 'union':
      return operation.input.every(one => bindsGraph(one, name))
    case 'leftjoin':
      return (
        bindsGraph(operation.input[0], name) &&
        (bindsGraph(operation.input[1], name) || isIndependent(operation.input[1])) &&
        (!operation.expression || isBlindTo(operation.expression, name))
      )
    case 'minus':
      return (
        bindsGraph(operation.input[0], name) &&
        (bindsGraph(operation.input[1], name) || isIndependent(operation.input[1]))
      )
    case 'filter':
      return bindsGraph(operation.input, name) && isBlindTo(operation.expression, name)
    case 'extend':
      return (
        bindsGraph(operation.input, name) &&
        operation.variable.value !== name.value &&
        isBlindTo(operation.expression, name)
      )
    case 'project':
      return bindsGraph(operation.input, name) && !mentions(operation, name)
    case 'distinct':
    case 'reduced':
      return bindsGraph(operation.input, name)
    default:
      return false
  }
}

function isIndependent({ type }: Operation): boolean {
  return type === 'values'
}

/** Whether an expression reads neither the variable nor, with EXISTS, the graph. */
function isBlindTo(expression: Algebra.Expression, name: RDF.Variable): boolean {
  switch (expression.subType) {
    case 'term':
      return !isVariable(expression.term, name)
    case 'operator':
    case 'named':
      return expression.args.every(one => isBlindTo(one, name))
    default:
      return false
  }
}

/** Whether a variable stands anywhere in what may have the graph as a variable. */
function mentions(operation: Operation, name: RDF.Variable): boolean {
  switch (operation.type) {
    case 'bgp':
      return operation.patterns.some(({ subject, predicate, object }) =>
        [subject, predicate, object].some(term => isVariable(term, name)),
      )
    case 'path':
      return isVariable(operation.subject, name) || isVariable(operation.object, name)
    case 'values':
      return operation.variables.some(variable => isVariable(variable, name))
    case 'join':
    case 'union':
    case 'leftjoin':
    case 'minus':
      return operation.input.some(one => mentions(one, name))
    case 'project':
      return (
        operation.variables.some(variable => isVariable(variable, name)) || mentions(operation.input, name)
      )
    case 'filter':
    case 'extend':
    case 'distinct':
    case 'reduced':
      return mentions(operation.input, name)
    default:
      return true
  }
}

function isVariable({ termType, value }: RDF.Term, name: RDF.Variable): boolean {
  return termType === 'Variable' && value === name.value
}

function hasGraph(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasGraph)
  if (typeof value !== 'object' || value === null || 'termType' in value) return false
  return ('type' in value && value.type === 'graph') || Object.values(value).some(hasGraph)
}

function values(variable: RDF.Variable | undefined, terms: readonly RDF.NamedNode[]): Algebra.Values {
  return {
    type: 'values' as Types.VALUES,
    variables: variable ? [variable] : [],
    bindings: terms.map(term => ({ [variable!.value]: term })),
  }
}

function join(left: Operation, right: Operation): Algebra.Join {
  return { type: 'join' as Types.JOIN, input: [left, right] }
}

function union(input: Operation[]): Algebra.Union {
  return { type: 'union' as Types.UNION, input }
}
