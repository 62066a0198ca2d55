import type { IQuerySource } from '@comunica/types'
import type * as RDF from '@rdfjs/types'
import type { Algebra, AlgebraUtils, Types } from '@traqula/algebra-transformations-1-2'

/** Finds the operations that columns evaluate, in queries that are not theirs alone. */
export interface Claims {
  /**
   * The same query, in which the largest operations that columns can evaluate have them as their source.
   *
   * @param known what patterns over the graph have as their source
   */
  assign(operation: Algebra.Operation, known: RDF.Source, columns: IQuerySource): Algebra.Operation
}

/** An operation as Comunica keeps it: with the source that is to evaluate it. */
type Operation = Algebra.Operation & {
  readonly metadata?: { readonly scopedSource?: { readonly source: IQuerySource } }
}

export function createClaims(
  mayEvaluate: (operation: Algebra.Operation) => boolean,
  algebra: AlgebraUtils,
): Claims {
  return {
    assign(operation, known, columns) {
      const isOurs = (one: unknown) =>
        (one as Operation).metadata?.scopedSource?.source.referenceValue === known
      const assign = (one: Algebra.Operation): Algebra.Operation => {
        // Queries that name their graphs are rewritten pattern by pattern, later; services are others' to evaluate.
        if (one.type === 'from' || one.type === 'service') return one
        if (isWorthIt(one) && isOver(one, isOurs) && mayEvaluate(toPlain(one, algebra))) {
          return Object.assign({ ...one }, { metadata: { scopedSource: { source: columns } } })
        }
        if (one.type === 'join') return joinOf(one, isOurs, assign)
        const { input } = one as { input?: Algebra.Operation | Algebra.Operation[] }
        if (!input || one.type === 'expression') return one
        return {
          ...one,
          input: Array.isArray(input) ? input.map(assign) : assign(input),
        } as Algebra.Operation
      }
      return assign(operation)
    },
  }

  /** A join whose inputs over the graph are one input, as far as they share variables. */
  function joinOf(
    join: Algebra.Join,
    isOurs: (one: unknown) => boolean,
    assign: (one: Algebra.Operation) => Algebra.Operation,
  ): Algebra.Operation {
    const groups: { readonly operations: Algebra.Operation[]; readonly variables: Set<string> }[] = []
    const others: Algebra.Operation[] = []
    for (const one of join.input) {
      if (!isOver(one, isOurs) || !mayEvaluate(toPlain(one, algebra))) {
        others.push(one)
        continue
      }
      const group = { operations: [one], variables: new Set(algebra.inScopeVariables(one).map(v => v.value)) }
      for (const known of groups.filter(({ variables }) => !variables.isDisjointFrom(group.variables))) {
        groups.splice(groups.indexOf(known), 1)
        group.operations.unshift(...known.operations)
        for (const variable of known.variables) group.variables.add(variable)
      }
      groups.push(group)
    }
    const ours = groups.map(({ operations }) =>
      operations.length === 1
        ? operations[0]!
        : ({ type: 'join' as Types.JOIN, input: operations } satisfies Algebra.Join),
    )
    return { ...join, input: [...ours, ...others].map(assign) }
  }
}

/** A pattern alone Comunica asks for as well; what reads no graph it evaluates itself. */
function isWorthIt({ type }: Algebra.Operation): boolean {
  return type !== 'pattern' && type !== 'values' && type !== 'nop' && type !== 'expression'
}

/** Whether an operation reads the graph, and nothing else. */
function isOver(operation: Algebra.Operation, isOurs: (one: unknown) => boolean): boolean {
  let ours = 0
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return true
    if (Array.isArray(value)) return value.every(visit)
    const { type } = value as { type?: string }
    if (type === 'service' || type === 'from') return false
    if (type === 'pattern' || type === 'link' || type === 'nps') {
      if (!isOurs(value)) return false
      ours++
      return true
    }
    // Terms have no parts that are operations.
    if ('termType' in value) return true
    return Object.entries(value).every(([key, part]) => key === 'metadata' || visit(part))
  }
  return visit(operation) && ours > 0
}

/** An operation as the parser gives it: patterns in groups, without what Comunica notes. */
export function toPlain(operation: Algebra.Operation, algebra: AlgebraUtils): Algebra.Operation {
  const mapped = algebra.mapOperation<'unsafe', Algebra.Operation>(operation, {
    pattern: { transform: one => toBgp([one as Algebra.Pattern]) },
    join: { transform: one => gatherPatterns((one as Algebra.Join).input) },
  })
  return mapped
}

function gatherPatterns(inputs: readonly Algebra.Operation[]): Algebra.Operation {
  const patterns = inputs.flatMap(one => (one.type === 'bgp' ? one.patterns : []))
  const others = inputs.filter(one => one.type !== 'bgp')
  const input = patterns.length === 0 ? others : [toBgp(patterns), ...others]
  return input.length === 1 ? input[0]! : { type: 'join' as Types.JOIN, input }
}

function toBgp(patterns: Algebra.Pattern[]): Algebra.Bgp {
  return { type: 'bgp' as Types.BGP, patterns }
}
