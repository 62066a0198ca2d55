import { setImmediate } from 'node:timers/promises'
import type * as RDF from '@rdfjs/types'
import { iri } from '../vocabulary/namespaces.ts'
import type { DataGraph } from './columns/dataGraph.ts'
import { focusNodesOf } from './columns/focusNodes.ts'
import { type LexicalTest, ShapePreparation } from './columns/prepareShapes.ts'
import { Results } from './columns/results.ts'
import { reportOf, type ValidationReport } from './report.ts'
import { readShapes } from './shapes/readShapes.ts'

/** Checks a graph. The signal is asked between batches of focus nodes. */
export type GraphGate = (data: DataGraph, options?: { signal?: AbortSignal }) => Promise<ValidationReport>

/** Focus nodes that are checked between two looks at the signal: some milliseconds. */
const BATCH = 4096

/**
 * Makes the gate that graphs pass before they are published: SHACL Core, without inference other than
 * `rdfs:subClassOf` (SHACL §1.5). What the shapes look at must be in the data, types included.
 *
 * Results are in the order of the shapes, then of the focus nodes in the graph, then of the constraints of the shape.
 *
 * @param shapes a message in French and one in English (`sh:message`) are given as they are
 * @throws {VocabularyError} where a shape is ill-formed, refers to itself, or uses what is not a part of SHACL Core
 */
export async function createGraphGate(shapes: Iterable<RDF.Quad>): Promise<GraphGate> {
  const targeted = readShapes(shapes)
  const lexicalTestOf = await loadLexicalTests()
  return async (data, { signal } = {}) => {
    signal?.throwIfAborted()
    const preparation = new ShapePreparation(data, lexicalTestOf)
    const found = new Results(preparation.nodes)
    for (const { shape, targets } of targeted) {
      const check = preparation.prepare(shape)
      const focusNodes = focusNodesOf(targets, data, preparation.nodes, preparation.classes)
      for (let start = 0; start < focusNodes.length; start += BATCH) {
        for (const focus of focusNodes.subarray(start, start + BATCH)) check.run(focus, found)
        await setImmediate()
        signal?.throwIfAborted()
      }
    }
    return reportOf(found.results)
  }
}

/** The lexical forms of the datatypes of XML Schema, where they are restricted. All texts are strings. */
async function loadLexicalTests(): Promise<LexicalTest> {
  const [{ validators }, { DataFactory }] = await Promise.all([import('rdf-validate-datatype'), import('n3')])
  return datatype =>
    datatype === iri('xsd:string')
      ? undefined
      : (validators.find(DataFactory.namedNode(datatype)) ?? undefined)
}
