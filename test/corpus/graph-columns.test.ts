import { existsSync, readFileSync } from 'node:fs'
import type * as RDF from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { openSnapshot } from '../../src/graph/columns/openSnapshot.ts'
import { writeSnapshot } from '../../src/graph/columns/writeSnapshot.ts'
import { loadGraph } from '../../src/graph/loadGraph.ts'
import { sorted, textOf } from '../graph/columns/quadText.ts'
import { read } from '../graph/gather.ts'
import { describeWith, shared } from './shared.ts'

const FOLDER = 'suites/w3c/rdf/rdf11/rdf-turtle/'
const BASE = 'https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/'
const RDFT = 'http://www.w3.org/ns/rdftest#'
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'

/** The files of the positive cases. */
function filesOf(property: 'action' | 'result'): string[] {
  if (!existsSync(shared(FOLDER))) return []
  const manifest = new Store(
    new Parser({ baseIRI: `${BASE}manifest.ttl` }).parse(
      readFileSync(shared(`${FOLDER}manifest.ttl`), 'utf8'),
    ),
  )
  return ['TestTurtleEval', 'TestTurtlePositiveSyntax']
    .flatMap(type => manifest.getSubjects(null, RDFT + type, null))
    .flatMap(id => manifest.getObjects(id, MF + property, null))
    .map(({ value }) => value.slice(BASE.length))
}

/** What the graph holds, in its order, once it has come through a snapshot too. */
async function throughColumns(quads: readonly RDF.Quad[]): Promise<RDF.Quad[]> {
  const graph = await buildGraph(quads)
  const snapshot = new Uint8Array(Array.from(writeSnapshot(graph), part => Array.from(part)).flat())
  expect(Array.from(openSnapshot(snapshot), textOf)).toEqual(Array.from(graph, textOf))
  return [...graph]
}

describeWith(FOLDER, 'columns hold what the W3C suite for Turtle has', () => {
  const documents = filesOf('action')
  const results = filesOf('result')

  test('it is all there', () => {
    expect([documents.length, results.length]).toEqual([219, 145])
  })

  test.each(documents)('%s', async name => {
    const quads = await read(readFileSync(shared(FOLDER + name), 'utf8'), 'text/turtle', {
      baseIRI: BASE + name,
    })
    const held = await throughColumns(quads)
    expect(sorted(held)).toEqual(sorted(quads))
    expect(held.length).toBe(new Set(quads.map(textOf)).size)
  })

  test.each(results)('%s is read from its bytes', async name => {
    const bytes = readFileSync(shared(FOLDER + name))
    const quads = await read(bytes.toString(), 'application/n-triples')
    // The parser writes language tags in small letters.
    const lower = (texts: string[]) => texts.map(text => text.replaceAll('"en-UK"', '"en-uk"'))
    const loaded = await loadGraph([bytes], 'application/n-triples')
    expect(lower(sorted(loaded))).toEqual(sorted(quads))
  })
})
