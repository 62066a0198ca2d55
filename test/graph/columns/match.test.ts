import type * as RDF from '@rdfjs/types'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import type { Column } from '../../../src/graph/columns/columnar.ts'
import { fc } from '../../fastCheck.ts'
import { quads as statements } from '../quadArbitrary.ts'
import { sorted, textOf } from './quadText.ts'

const { namedNode, blankNode, literal, defaultGraph, quad } = DataFactory

const node = fc.constantFrom(
  namedNode('https://example.org/a'),
  namedNode('https://example.org/b'),
  namedNode('https://example.org/c'),
  blankNode('a'),
  blankNode('b'),
)
const property = fc.constantFrom(
  namedNode('https://example.org/a'),
  namedNode('https://example.org/p'),
  namedNode('https://example.org/q'),
)
const value = fc.oneof(
  node,
  fc.constantFrom(
    literal('a'),
    literal('a', 'fr'),
    literal('a', 'en'),
    literal('https://example.org/a'),
    literal('1', namedNode('http://www.w3.org/2001/XMLSchema#integer')),
    literal('01', namedNode('http://www.w3.org/2001/XMLSchema#integer')),
    literal('1', namedNode('http://www.w3.org/2001/XMLSchema#string')),
    literal('1', namedNode('https://example.org/a')),
  ),
)
const graphName = fc.oneof(
  { weight: 2, arbitrary: fc.constant(defaultGraph()) },
  { weight: 1, arbitrary: node },
)
const small = fc.array(
  fc.tuple(node, property, value, graphName).map(terms => quad(...terms) as RDF.Quad),
  { maxLength: 40 },
)

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 })
const pattern = fc.tuple(option(node), option(property), option(value), option(graphName))
type Pattern = [RDF.Term | null, RDF.Term | null, RDF.Term | null, RDF.Term | null]

function matches({ subject, predicate, object, graph }: RDF.Quad, wanted: Pattern): boolean {
  return [subject, predicate, object, graph].every((term, place) => wanted[place]?.equals(term) ?? true)
}

describe('a graph in columns', () => {
  it('gives back the quads it was built from, term for term, each once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(small, statements), async quads => {
        const graph = await buildGraph([...quads, ...quads])
        const expected = sorted(new Map(quads.map(one => [textOf(one), one])).values())
        expect(sorted(graph)).toEqual(expected)
        expect(graph.size).toBe(expected.length)
        for (const one of quads) expect(graph.has(one)).toBe(true)
      }),
    )
  })

  it('finds by every pattern what a filter finds, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(small, pattern, async (quads, wanted) => {
        const graph = await buildGraph(quads)
        const found = graph.match(...wanted)
        const expected = sorted(quads.filter(one => matches(one, wanted)))
        expect(sorted(found)).toEqual(expected)
        expect(found.size).toBe(expected.length)
        expect(graph.asSource().countQuads(...wanted)).toBe(expected.length)
        for (const one of quads) expect(found.has(one)).toBe(matches(one, wanted))
      }),
      { numRuns: 1000 },
    )
  })

  it('finds in what was found', async () => {
    await fc.assert(
      fc.asyncProperty(small, pattern, pattern, async (quads, first, second) => {
        const found = (await buildGraph(quads)).match(...first).match(...second)
        expect(sorted(found)).toEqual(
          sorted(quads.filter(one => matches(one, first) && matches(one, second))),
        )
      }),
    )
  })

  it('is a source of streams', async () => {
    const graph = await buildGraph([
      quad(namedNode('urn:a'), namedNode('urn:p'), literal('1')),
      quad(namedNode('urn:b'), namedNode('urn:p'), literal('2')),
      quad(namedNode('urn:b'), namedNode('urn:q'), literal('3')),
    ])
    const stream = graph.asSource().match(null, namedNode('urn:p'))
    const values: string[] = []
    stream.on('data', ({ object }: RDF.Quad) => values.push(object.value))
    await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject))
    expect(values).toEqual(['1', '2'])
  })

  it('iterates in the order in which subjects and predicates first came', async () => {
    const [a, b, p, q] = ['urn:a', 'urn:b', 'urn:p', 'urn:q'].map(iri => namedNode(iri))
    const graph = await buildGraph([
      quad(a!, q!, b!),
      quad(b!, p!, literal('2')),
      quad(a!, p!, literal('1')),
      quad(b!, q!, a!),
    ])
    expect([...graph].map(({ subject, predicate }) => subject.value + predicate.value)).toEqual([
      'urn:aurn:q',
      'urn:aurn:p',
      'urn:burn:q',
      'urn:burn:p',
    ])
  })
})

describe('columns', () => {
  it('hold what the quads say, and their inverses too', async () => {
    await fc.assert(
      fc.asyncProperty(small, async quads => {
        const graph = await buildGraph(quads)
        const { terms } = graph
        const sets = [
          { set: graph.defaultGraph, name: defaultGraph() as RDF.Term },
          ...Array.from(graph.graphNames, id => ({ set: graph.namedGraph(id)!, name: terms.termOf(id) })),
        ]
        for (const { set, name } of sets) {
          const own = graph.match(null, null, null, name)
          expect(set.size).toBe(own.size)
          for (const predicate of set.predicates) {
            const expected = Array.from(own.match(null, terms.termOf(predicate)), ({ subject, object }) => [
              terms.idOf(subject),
              terms.idOf(object),
            ])
            const flip = ([subject, object]: number[]) => [object!, subject!]
            expect(pairsOf(set.column(predicate)!)).toEqual(expected.sort(byPair))
            expect(pairsOf(set.inverse(predicate)!)).toEqual(expected.map(flip).sort(byPair))
          }
        }
      }),
    )
  })
})

function pairsOf(column: Column): number[][] {
  const { keys, offsets, values } = column
  return Array.from(keys).flatMap((key, row) => {
    expect(column.rowOf(key)).toBe(row)
    return Array.from(values.subarray(offsets[row], offsets[row + 1]), value => {
      expect(column.has(key, value)).toBe(true)
      return [key, value]
    })
  })
}

function byPair([a, b]: number[], [c, d]: number[]): number {
  return a! - c! || b! - d!
}
