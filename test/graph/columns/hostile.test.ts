import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../../../src/errors.ts'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { createGraphBuilder } from '../../../src/graph/columns/graphBuilder.ts'
import { openSnapshot } from '../../../src/graph/columns/openSnapshot.ts'
import { sortPairs } from '../../../src/graph/columns/sortPairs.ts'
import { writeSnapshot } from '../../../src/graph/columns/writeSnapshot.ts'
import { fc } from '../../fastCheck.ts'
import { sorted, textOf } from './quadText.ts'

const { namedNode, blankNode, literal, quad, variable } = DataFactory
const [A, P] = [namedNode('urn:a'), namedNode('urn:p')]

describe('a graph refuses', () => {
  it.each<[name: string, statement: unknown, message: string]>([
    [
      'a literal subject',
      quad(literal('x') as never, P, A),
      'the Literal "x" cannot be a subject in RDF 1.1',
    ],
    ['a blank predicate', quad(A, blankNode('b') as never, A), 'cannot be a predicate'],
    ['a variable', quad(A, P, variable('x')), 'a graph holds no Variable'],
    ['a triple term', quad(A, P, quad(A, P, A) as never), 'no triple terms'],
    ['a literal graph', quad(A, P, A, literal('x') as never), 'cannot be the name of a graph'],
    [
      'a base direction',
      quad(A, P, literal('x', { language: 'ar', direction: 'rtl' } as never)),
      'a base direction, which RDF 1.1 does not know',
    ],
    ['half of a surrogate pair', quad(A, P, literal('x\uD83D')), 'half of a surrogate pair'],
    ['half of a pair in a datatype', quad(A, P, literal('x', namedNode('urn:\uDC00'))), 'surrogate pair'],
  ])('%s', async (_, statement, message) => {
    const built = buildGraph([statement as RDF.Quad])
    await expect(built).rejects.toThrow(GraphError)
    await expect(built).rejects.toThrow(message)
  })

  it('to be built twice', () => {
    const builder = createGraphBuilder()
    builder.build()
    expect(() => builder.build()).toThrow(GraphError)
  })
})

describe('a graph finds nothing', () => {
  it.each([literal('x\uD83D'), variable('x'), quad(A, P, A), namedNode('urn:b'), literal('urn:a')])(
    'for a term that it does not hold',
    async term => {
      const graph = await buildGraph([quad(A, P, A) as RDF.Quad])
      expect(graph.match(null, null, term as RDF.Term).size).toBe(0)
      expect(graph.match(term as RDF.Term).size).toBe(0)
    },
  )
})

describe('a graph holds', () => {
  it('texts that are longer than a slab, between others', async () => {
    const lengths = [0, 1, 2 ** 24 - 5, 2 ** 24, 3, 2 ** 24 + 1, 2 ** 25 + 7, 0, 5]
    const quads = lengths.map((length, at) => {
      return quad(namedNode(`urn:${at}`), P, literal('x'.repeat(length), `l${'x'.repeat(at)}`)) as RDF.Quad
    })
    const graph = await buildGraph(quads)
    const snapshot = Buffer.concat([...writeSnapshot(graph)])
    const opened = openSnapshot(new Uint8Array(snapshot.buffer, snapshot.byteOffset, snapshot.length))
    for (const one of [graph, opened]) {
      const found = Array.from(one, ({ object }) => object.value.length)
      expect(found).toEqual(lengths)
      for (const wanted of quads) expect(one.has(wanted)).toBe(true)
    }
  }, 60_000)

  it('the same text as an IRI, a blank node and literals of many types', async () => {
    const objects = [
      namedNode('urn:x'),
      blankNode('urn:x'),
      literal('urn:x'),
      literal('urn:x', 'fr'),
      literal('urn:x', 'fr-ca'),
      literal('urn:x', namedNode('urn:x')),
      literal('urn:x', namedNode('fr')),
      literal('urn:x', namedNode('@fr')),
    ]
    const quads = objects.map(object => quad(A, P, object) as RDF.Quad)
    expect(sorted(await buildGraph(quads))).toEqual(sorted(quads))
    expect((await buildGraph(quads)).size).toBe(objects.length)
  })

  it('100,000 predicates, and as many subjects that have them, in linear time', async () => {
    const count = 100_000
    const nodes = Array.from({ length: count }, (_, at) => namedNode(`urn:${at}`))
    const quads = nodes.map((node, at) => quad(node, nodes[count - 1 - at]!, A) as RDF.Quad)
    const graph = await buildGraph(quads)
    expect(graph.size).toBe(count)
    expect(Array.from(graph, textOf)).toEqual(quads.map(textOf))
    let found = 0
    for (const node of nodes) found += graph.match(node).size + graph.match(null, node).size
    expect(found).toBe(count * 2)
    expect(graph.match(null, null, A).size).toBe(count)
  }, 60_000)

  it('30,000 named graphs, in linear time', async () => {
    const count = 30_000
    const names = Array.from({ length: count }, (_, at) => namedNode(`urn:${at}`))
    const graph = await buildGraph(names.map(name => quad(A, P, A, name) as RDF.Quad))
    expect(graph.graphNames.length).toBe(count)
    let found = 0
    for (const name of names) found += graph.match(A, P, A, name).size
    expect(found).toBe(count)
    expect(graph.match(A).size).toBe(count)
  }, 60_000)

  it('100,000 languages and datatypes', async () => {
    const count = 50_000
    const objects = Array.from({ length: count }, (_, at) => [
      literal('x', `l-${at}`),
      literal('x', namedNode(`urn:${at}`)),
    ]).flat()
    const graph = await buildGraph(objects.map(object => quad(A, P, object) as RDF.Quad))
    expect(Array.from(graph, ({ object }) => object).every((object, at) => object.equals(objects[at]!))).toBe(
      true,
    )
    expect(graph.size).toBe(count * 2)
  }, 60_000)

  it('one subject with 100,000 values, given backwards and twice', async () => {
    const count = 100_000
    const builder = createGraphBuilder()
    const [a, p] = [builder.terms.intern(A), builder.terms.intern(P)]
    const ids = Array.from({ length: count }, (_, at) => builder.terms.intern(literal(`${at}`)))
    for (const id of [...ids, ...ids].reverse()) builder.add(a, p, id)
    const column = builder.build().defaultGraph.column(p)!
    expect(column.values).toEqual(Uint32Array.from(ids))
    expect(column.keys).toEqual(Uint32Array.of(a))
    expect(column.has(a, ids[count >> 1]!)).toBe(true)
    expect(column.has(a, p)).toBe(false)
  }, 60_000)
})

describe('columns', () => {
  it('have the same keys where their subjects are the same', async () => {
    const subjects = Array.from({ length: 50 }, (_, at) => namedNode(`urn:${at * 7}`))
    const [p, q, r] = ['p', 'q', 'r'].map(name => namedNode(`urn:${name}`))
    const graph = await buildGraph(
      subjects.flatMap((subject, at) => [
        quad(subject, p!, A) as RDF.Quad,
        quad(subject, q!, literal('1')) as RDF.Quad,
        quad(subject, q!, literal('2')) as RDF.Quad,
        // The first and the last subject are those of the others, and as many.
        quad(at === 20 ? namedNode('urn:other') : subject, r!, A) as RDF.Quad,
      ]),
    )
    const column = (term: RDF.Term) => graph.defaultGraph.column(graph.terms.idOf(term))!
    expect(column(p!).keys).toBe(column(q!).keys)
    expect(column(r!).keys).not.toEqual(column(p!).keys)
    expect(column(p!).isSingle).toBe(true)
    expect(column(q!).isSingle).toBe(false)
  })

  it('find the rows of keys, near or far apart', () => {
    const gaps = fc.array(fc.oneof(fc.constant(1), fc.nat(4), fc.nat(100_000)), { maxLength: 200 })
    fc.assert(
      fc.property(gaps, given => {
        const builder = createGraphBuilder()
        let last = 1
        const keys = [...new Set([last, ...given.map(gap => (last += gap))])]
        const known = new Map(keys.map((key, row) => [key, row]))
        for (const key of keys) builder.add(key, 1, 1)
        const column = builder.build().defaultGraph.column(1)!
        for (const key of keys) {
          for (const near of [key - 1, key, key + 1, key + 32]) {
            expect(column.rowOf(near)).toBe(known.get(near) ?? -1)
          }
        }
      }),
    )
  })
})

it('pairs are sorted, each once', () => {
  const number = fc.oneof(fc.nat(5), fc.nat(5000), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 300 }), pairs => {
      const firsts = Uint32Array.from(pairs, ([first]) => first)
      const seconds = Uint32Array.from(pairs, ([, second]) => second)
      const length = sortPairs(firsts, seconds)
      const found = Array.from({ length }, (_, at) => [firsts[at], seconds[at]])
      const distinct = [...new Map(pairs.map(pair => [pair.join(), pair])).values()]
      expect(found).toEqual(distinct.sort(([a, b], [c, d]) => a - c || b - d))
    }),
    { numRuns: 500 },
  )
})
