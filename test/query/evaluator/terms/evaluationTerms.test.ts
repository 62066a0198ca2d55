import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { TERM_KIND } from '../../../../src/graph/columns/columnar.ts'
import { termsWith, write } from '../expressionCase.ts'
import { INTERESTING_TERMS } from '../interestingTerms.ts'

const { blankNode, defaultGraph, literal, namedNode, variable } = DataFactory

test('terms are the graph’s where it has them, each once where it does not', async () => {
  const inGraph = INTERESTING_TERMS.filter((_, index) => index % 2 === 0)
  const terms = await termsWith(inGraph)
  const ids = INTERESTING_TERMS.map(term => terms.idOf(term))
  INTERESTING_TERMS.forEach((term, index) => {
    expect(ids[index]! <= terms.graphSize).toBe(index % 2 === 0)
    expect(terms.termOf(ids[index]!).equals(term)).toBe(true)
  })
  expect(INTERESTING_TERMS.map(term => terms.idOf(term))).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('parts of terms are told in the same way for those of the graph and for computed ones', async () => {
  const all = await termsWith(INTERESTING_TERMS)
  const none = await termsWith([])
  for (const term of INTERESTING_TERMS) {
    const [a, b] = [all.idOf(term), none.idOf(term)]
    const parts = (terms: typeof all, id: number) => [
      terms.kindOf(id),
      terms.valueOf(id),
      terms.languageOf(id),
      terms.datatypeOf(id),
      terms.packedTypeOf(id),
      terms.typeOf(id) >= 5 && terms.typeOf(id) <= 11 ? terms.numberOf(id) : 0,
    ]
    expect(parts(all, a), write(term)).toEqual(parts(none, b))
  }
})

test('a datatype that ends where a value begins is no other', async () => {
  const terms = await termsWith([])
  expect(terms.literal('b c', 'a')).not.toBe(terms.literal('c', 'a b'))
})

test('computed blank nodes are like no other', async () => {
  const terms = await termsWith([blankNode('computed-0')])
  const [a, b] = [terms.blankNode(), terms.blankNode()]
  expect(a).not.toBe(b)
  expect(terms.kindOf(a)).toBe(TERM_KIND.blankNode)
  expect([terms.valueOf(a), terms.valueOf(b)]).toEqual(['computed-1', 'computed-2'])
})

test('computed numbers are the terms that their canonical forms are', async () => {
  const terms = await termsWith([literal('7', namedNode('http://www.w3.org/2001/XMLSchema#integer'))])
  expect(terms.integer(7)).toBeLessThanOrEqual(terms.graphSize)
  expect(terms.integer(-0)).toBe(terms.integer(0))
  expect([0.5, 2, 1e-7, -12.25].map(value => terms.valueOf(terms.smallDecimal(value)))).toEqual([
    '0.5',
    '2.0',
    '0.0000001',
    '-12.25',
  ])
  expect([-0, 0, 1.5, 1e21].map(value => terms.valueOf(terms.double(value)))).toEqual([
    '-0.0E0',
    '0.0E0',
    '1.5E0',
    '1.0E21',
  ])
  expect(terms.valueOf(terms.float(Math.fround(0.1)))).toBe('1.0E-1')
})

describe('what is no term of RDF 1.1 is refused', () => {
  test.each([variable('x'), defaultGraph()])('$termType', async term => {
    const terms = await termsWith([])
    expect(() => terms.idOf(term)).toThrow(TypeError)
  })

  test('a literal with a base direction', async () => {
    const terms = await termsWith([])
    const tag = { language: 'fr', direction: 'ltr' } as unknown as string
    const directed = literal('a', tag)
    expect(() => terms.idOf(directed)).toThrow(TypeError)
  })
})
