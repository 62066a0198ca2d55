import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { openSnapshot } from '../../../src/graph/columns/openSnapshot.ts'
import { writeSnapshot } from '../../../src/graph/columns/writeSnapshot.ts'
import { loadGraph } from '../../../src/graph/loadGraph.ts'
import { openDirectory } from '../../../src/index.ts'
import { read, written } from '../gather.ts'
import { sorted, textOf } from './quadText.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)

it.each(readdirSync(EXAMPLES))(
  'the quads of examples/%s come back, term for term',
  async name => {
    const directory = await openDirectory(new URL(`${name}/`, EXAMPLES).pathname)
    const text = await written([...(await directory.graph())], 'application/n-triples')
    const quads = await read(text, 'application/n-triples')
    expect(quads.length).toBeGreaterThan(100)
    const graph = await buildGraph(quads)
    expect(sorted(graph)).toEqual(sorted(quads))
    expect(graph.size).toBe(quads.length)
    const loaded = await loadGraph([new TextEncoder().encode(text)], 'application/n-triples')
    expect(Array.from(loaded, textOf)).toEqual(Array.from(graph, textOf))
    const snapshot = Buffer.concat([...writeSnapshot(graph)])
    expect(Array.from(openSnapshot(snapshot), textOf)).toEqual(Array.from(graph, textOf))
  },
  300_000,
)
