import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Graph } from './graph.ts'

/**
 * The quads about some subjects, about what their objects are, about the objects of these, and so on, each subject once.
 *
 * @param subjects IRIs
 */
export function* reachableQuads(graph: Graph, subjects: Iterable<string>): Generator<RDF.Quad> {
  const waiting: RDF.Term[] = [...subjects].map(subject => DataFactory.namedNode(subject))
  const seen = new Set(waiting.map(keyOf))
  for (let subject = waiting.pop(); subject; subject = waiting.pop()) {
    for (const quad of graph.match(subject)) {
      yield quad
      const { object } = quad
      if (object.termType === 'Literal' || seen.has(keyOf(object))) continue
      seen.add(keyOf(object))
      waiting.push(object)
    }
  }
}

function keyOf({ termType, value }: RDF.Term): string {
  return termType === 'BlankNode' ? `_:${value}` : value
}
