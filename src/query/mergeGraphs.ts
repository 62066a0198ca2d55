import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { buildGraph } from '../graph/buildGraph.ts'
import type { Graph } from '../graph/graph.ts'

/**
 * The graphs as one: a quad that several hold is there once, and blank nodes of different graphs stay apart, whatever
 * their labels (the merge of RDF 1.1 Semantics §4.1). One graph is given back as it is.
 *
 * @throws {unknown} the reason of the signal
 */
export async function mergeGraphs(graphs: readonly Graph[], signal?: AbortSignal): Promise<Graph> {
  const [first, ...others] = new Set(graphs)
  if (first && others.length === 0) return first
  return buildGraph(quadsOf(first ? [first, ...others] : [], signal))
}

function* quadsOf(graphs: readonly Graph[], signal: AbortSignal | undefined): Generator<RDF.Quad> {
  for (const [index, graph] of graphs.entries()) {
    const apart = (term: RDF.Term) =>
      (term.termType === 'BlankNode' ? DataFactory.blankNode(`g${index}_${term.value}`) : term) as never
    for (const { subject, predicate, object, graph: name } of graph) {
      signal?.throwIfAborted()
      yield DataFactory.quad(apart(subject), predicate as never, apart(object), apart(name)) as RDF.Quad
    }
  }
}
