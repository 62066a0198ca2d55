import type * as RDF from '@rdfjs/types'
import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Column, ColumnarGraph, ColumnSet, TermId } from '../../../graph/columns/columnar.ts'
import type { PatternTerm, TriplePattern } from '../operators/patternTerm.ts'
import type { Scope } from './scope.ts'

/** The terms at the places of a pattern. */
type Places = { readonly [place in 'subject' | 'predicate' | 'object' | 'graph']: RDF.Term }

/** The terms of a pattern as slots and as ids of the graph, 0 where the graph does not have them. */
export function toTriplePattern(
  { subject, predicate, object, graph }: Places,
  scope: Scope,
  terms: Pick<ColumnarGraph['terms'], 'idOf'>,
): TriplePattern {
  const toTerm = (term: RDF.Term): PatternTerm =>
    term.termType === 'Variable' ? { slot: scope.slotOf(term.value) } : { id: terms.idOf(term) }
  return {
    subject: toTerm(subject),
    predicate: toTerm(predicate),
    object: toTerm(object),
    graph: graph.termType === 'DefaultGraph' ? undefined : toTerm(graph),
  }
}

/** The columns in which a pattern is sought, where it names them; `undefined` where the graph has none such. */
export function columnsOfPattern(pattern: TriplePattern, graph: ColumnarGraph): ColumnSet | undefined {
  return pattern.graph === undefined ? graph.defaultGraph : graph.namedGraph(pattern.graph.id ?? 0)
}

/** Whether both predicate and graph are given, so that one column has all that there is. */
export function hasOneColumn({ predicate, graph }: TriplePattern): boolean {
  return predicate.slot === undefined && graph?.slot === undefined
}

/** The values of a key: none where the column does not have it. */
export function valuesOf(column: Column, key: TermId): Uint32Array {
  const row = column.rowOf(key)
  return row < 0 ? NO_VALUES : column.values.subarray(column.offsets[row], column.offsets[row + 1])
}

const NO_VALUES = new Uint32Array(0)

export function describePattern({ subject, predicate, object, graph }: RDF.BaseQuad): string {
  const triple = [subject, predicate, object].map(describeTerm).join(' ')
  return graph.termType === 'DefaultGraph' ? triple : `${triple} in ${describeTerm(graph)}`
}

export function describePath({ subject, object }: Algebra.Path): string {
  return `${describeTerm(subject)} … ${describeTerm(object)}`
}

function describeTerm(term: RDF.Term): string {
  switch (term.termType) {
    case 'Variable':
      return `?${term.value}`
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    default:
      return JSON.stringify(term.value)
  }
}
