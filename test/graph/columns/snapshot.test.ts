import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../../../src/errors.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { checksumOf } from '../../../src/graph/columns/checksum.ts'
import { exportParts } from '../../../src/graph/columns/graphParts.ts'
import { openSnapshot } from '../../../src/graph/columns/openSnapshot.ts'
import { writeSnapshot } from '../../../src/graph/columns/writeSnapshot.ts'
import { fc } from '../../fastCheck.ts'
import { quads as statements } from '../quadArbitrary.ts'
import { sorted, textOf } from './quadText.ts'

const { namedNode, blankNode, literal, quad } = DataFactory

const QUADS = [
  quad(namedNode('urn:a'), namedNode('urn:p'), literal('été', 'fr')),
  quad(namedNode('urn:a'), namedNode('urn:p'), literal('1', namedNode('urn:d'))),
  quad(namedNode('urn:b'), namedNode('urn:q'), blankNode('b')),
  quad(namedNode('urn:b'), namedNode('urn:q'), blankNode('b'), namedNode('urn:g')),
] as RDF.Quad[]

async function snapshotOf(quads: readonly RDF.Quad[], options = {}): Promise<Uint8Array> {
  return concatenated(writeSnapshot(await buildGraph(quads, options)))
}

function concatenated(parts: Iterable<Uint8Array>): Uint8Array {
  return new Uint8Array(Array.from(parts, part => Array.from(part)).flat())
}

/** The same snapshot with an array changed, and checksums that are right. */
function forged(snapshot: Uint8Array, name: string, change: (numbers: Uint32Array) => void): Uint8Array {
  const bytes = snapshot.slice()
  const words = new Uint32Array(bytes.buffer)
  const manifestLength = words[3]!
  const manifest = JSON.parse(new TextDecoder().decode(bytes.slice(32, 32 + manifestLength)))
  let at = 32 + manifestLength
  for (const section of manifest.sections) {
    const paddedLength = Math.ceil(section.length / 16) * 16
    if (section.name === name) {
      change(words.subarray(at / 4, (at + section.length) / 4))
      section.checksum = [...checksumOf(words.subarray(at / 4, (at + paddedLength) / 4))]
    }
    at += paddedLength
  }
  // Decimals of a checksum may be more or fewer: the body moves, the manifest says the same.
  const body = bytes.slice(32 + manifestLength)
  const text = () => new TextEncoder().encode(JSON.stringify(manifest))
  for (let size = 0; manifest.size !== size; ) {
    size = manifest.size
    manifest.size = 32 + Math.ceil(text().length / 16) * 16 + body.length
  }
  const padding = new Uint8Array(Math.ceil(text().length / 16) * 16).fill(0x20)
  padding.set(text())
  const header = new Uint32Array(8)
  header.set(words.subarray(0, 3))
  header.set([padding.length, ...checksumOf(new Uint32Array(padding.buffer))], 3)
  return concatenated([new Uint8Array(header.buffer), padding, body])
}

describe('a snapshot', () => {
  it('gives the graph back, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(statements, async quads => {
        const graph = await buildGraph([...quads, ...QUADS])
        const opened = openSnapshot(concatenated(writeSnapshot(graph)))
        expect(Array.from(opened, textOf)).toEqual(Array.from(graph, textOf))
        for (const one of quads) expect(opened.has(one)).toBe(true)
        expect(opened.size).toBe(graph.size)
      }),
    )
  })

  it('of no quads is one of no quads', async () => {
    expect([...openSnapshot(await snapshotOf([]))]).toEqual([])
  })

  it('has the same bytes each time, whatever memory the graph lies in', async () => {
    const snapshot = await snapshotOf(QUADS)
    expect(await snapshotOf(QUADS, { shared: true })).toEqual(snapshot)
    expect(concatenated(writeSnapshot(openSnapshot(snapshot)))).toEqual(snapshot)
  })

  it('is read where it lies', async () => {
    const snapshot = await snapshotOf(QUADS)
    const { terms, columns } = exportParts(openSnapshot(snapshot))
    for (const { buffer } of [...terms.slabs, terms.starts, terms.table, ...Object.values(columns)]) {
      expect(buffer).toBe(snapshot.buffer)
    }
  })

  it('is read from the middle of a buffer', async () => {
    const snapshot = await snapshotOf(QUADS)
    for (const start of [1, 2, 3, 4]) {
      const buffer = new Uint8Array(snapshot.length + 8)
      buffer.set(snapshot, start)
      expect(sorted(openSnapshot(buffer.subarray(start, start + snapshot.length)))).toEqual(sorted(QUADS))
    }
  })

  it('is refused with any bit flipped', async () => {
    const snapshot = await snapshotOf(QUADS)
    for (let bit = 0; bit < snapshot.length * 8; bit++) {
      snapshot[bit >>> 3]! ^= 1 << (bit & 7)
      expect(() => openSnapshot(snapshot)).toThrow(GraphError)
      snapshot[bit >>> 3]! ^= 1 << (bit & 7)
    }
    expect(sorted(openSnapshot(snapshot))).toEqual(sorted(QUADS))
  })

  it('is refused when it is cut off anywhere', async () => {
    const snapshot = await snapshotOf(QUADS)
    for (let length = 0; length < snapshot.length; length++) {
      expect(() => openSnapshot(snapshot.slice(0, length))).toThrow(
        length < 8 ? 'it is no snapshot' : 'it is cut off',
      )
    }
  })

  it('is refused with something behind its end, of another version, or when it is something else', async () => {
    const snapshot = await snapshotOf(QUADS)
    expect(() => openSnapshot(concatenated([snapshot, new Uint8Array(16)]))).toThrow('behind its end')
    const other = snapshot.slice()
    other[8] = 2
    expect(() => openSnapshot(other, 'a.graph')).toThrow(/^a\.graph: it is a snapshot of version 2/)
    expect(() => openSnapshot(new TextEncoder().encode('<urn:a> <urn:p> <urn:b> .'))).toThrow('no snapshot')
  })

  it.each<[name: string, change: (numbers: Uint32Array) => void]>([
    ['table', table => table.fill(1)],
    ['table', table => table.fill(0)],
    ['table', table => table.fill(1_000_000, 0, 1)],
    ['starts', starts => starts.fill(0xffffffff)],
    ['starts', starts => starts.reverse()],
    ['starts', starts => starts.fill(2 ** 20, -1)],
    ['types', types => types.fill(99)],
    ['graphNames', names => names.fill(0)],
    ['setStarts', starts => starts.fill(7)],
    ['subjectStarts', starts => starts.fill(2 ** 31)],
    ['subjects', subjects => subjects.fill(77)],
    ['predicates', predicates => predicates.fill(77)],
    ['predicates', predicates => predicates.reverse()],
    ['ranks', ranks => ranks.fill(77)],
    ['keyStarts', starts => starts.fill(77)],
    ['keyCounts', counts => counts.fill(0)],
    ['keyCounts', counts => counts.fill(77)],
    ['valueStarts', starts => starts.reverse()],
    ['offsetStarts', starts => starts.fill(77)],
    ['keys', keys => keys.fill(0)],
    ['offsets', offsets => offsets.fill(77)],
    ['values', values => values.fill(77)],
    ['identity', identity => identity.fill(77)],
  ])('is refused when someone forged its %s', async (name, change) => {
    const snapshot = await snapshotOf(QUADS)
    expect(sorted(openSnapshot(forged(snapshot, name, () => {})))).toEqual(sorted(QUADS))
    expect(() => openSnapshot(forged(snapshot, name, change))).toThrow(/^snapshot: it is damaged \(/)
  })
})
