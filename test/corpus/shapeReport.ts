import type * as RDF from '@rdfjs/types'
import { Store } from 'n3'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { ValidationResult } from '../../src/validation/report.ts'
import { createGraphGate } from '../../src/validation/shacl.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'

/** What became of data under shapes. A shape that looks at no node proves nothing. */
export interface ShapeReport {
  /** Number of focus nodes of each shape that has a target, by its IRI. */
  readonly focusNodes: ReadonlyMap<string, number>
  readonly violations: readonly ValidationResult[]
}

/** Validates data and counts, by its own means, what each shape looks at. */
export async function reportShapes(
  shapes: Iterable<RDF.Quad>,
  data: Iterable<RDF.Quad>,
): Promise<ShapeReport> {
  const shapesGraph = new Store([...shapes])
  const graph = new Store([...data])
  const focusNodes = new Map<string, Set<string>>()
  for (const [property, find] of Object.entries(TARGETS)) {
    for (const { subject, object } of shapesGraph.match(null, property as never)) {
      const nodes = focusNodes.get(subject.value) ?? new Set()
      for (const node of find(object.value, graph)) nodes.add(node)
      focusNodes.set(subject.value, nodes)
    }
  }
  const { results } = await (await createGraphGate(shapesGraph as Iterable<RDF.Quad>))(
    await buildGraph(graph as Iterable<RDF.Quad>),
  )
  return {
    focusNodes: new Map([...focusNodes].map(([shape, nodes]) => [shape, nodes.size])),
    violations: results.filter(({ severity }) => severity === 'violation'),
  }
}

/** How the focus nodes of each kind of target are found (SHACL §2.1.3). */
const TARGETS: Readonly<Record<string, (target: string, graph: Store) => string[]>> = {
  [iri('sh:targetClass')]: (target, graph) =>
    subclassesOf(target, graph).flatMap(type => values(graph.getSubjects(iri('rdf:type'), type, null))),
  [iri('sh:targetSubjectsOf')]: (target, graph) => values(graph.getSubjects(target, null, null)),
  [iri('sh:targetObjectsOf')]: (target, graph) => values(graph.getObjects(null, target, null)),
  [iri('sh:targetNode')]: target => [target],
}

function values(terms: readonly { value: string }[]): string[] {
  return terms.map(({ value }) => value)
}

function subclassesOf(type: string, graph: Store, found = new Set<string>()): string[] {
  if (found.has(type)) return []
  found.add(type)
  for (const subclass of graph.getSubjects(iri('rdfs:subClassOf'), type, null))
    subclassesOf(subclass.value, graph, found)
  return [...found]
}
