import type * as RDF from '@rdfjs/types'
import { buildGraph } from '../graph/buildGraph.ts'
import { BlankTerm, QuadTerm } from '../graph/columns/terms.ts'
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
    const apart = <T extends RDF.Term>(term: T) =>
      term.termType === 'BlankNode' ? (new BlankTerm(`g${index}_${term.value}`) as RDF.BlankNode as T) : term
    for (const { subject, predicate, object, graph: name } of graph) {
      signal?.throwIfAborted()
      yield new QuadTerm(apart(subject), predicate, apart(object), apart(name))
    }
  }
}
