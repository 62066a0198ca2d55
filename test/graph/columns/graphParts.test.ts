import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { expect, it } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { exportParts, type GraphParts, importParts } from '../../../src/graph/columns/graphParts.ts'
import { sorted } from './quadText.ts'

const { namedNode, literal, quad } = DataFactory
const QUADS = ['a', 'b', 'é\u{1F600}'].flatMap(name =>
  [1, 2].map(
    count =>
      quad(namedNode(`urn:${name}`), namedNode('urn:p'), literal(`${name} ${count}`, 'fr')) as RDF.Quad,
  ),
)

/** What another thread gets when this is posted to it. */
function posted<T>(message: T): T {
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(message)
  const received = receiveMessageOnPort(port2)
  port1.close()
  return received?.message
}

it.each([{ shared: false }, { shared: true }])('a graph is posted to another thread, %o', async options => {
  const graph = await buildGraph(QUADS, options)
  const received = importParts(posted(exportParts(graph)))
  expect(sorted(received)).toEqual(sorted(QUADS))
  for (const one of QUADS) expect(received.has(one)).toBe(true)
})

it('no byte of a shared graph is copied', async () => {
  const parts = exportParts(await buildGraph(QUADS, { shared: true }))
  for (const array of arraysOf(parts)) expect(array.buffer).toBeInstanceOf(SharedArrayBuffer)
})

function arraysOf({ terms, columns }: GraphParts): (Uint8Array | Uint32Array)[] {
  return [...terms.slabs, terms.starts, terms.types, terms.table, ...Object.values(columns)]
}
