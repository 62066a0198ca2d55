import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { createComparator } from '../../../../src/query/evaluator/expressions/createComparator.ts'
import { PREFIXES } from '../../../../src/vocabulary/namespaces.ts'
import { fc } from '../../../fastCheck.ts'
import { termsWith, write } from '../expressionCase.ts'
import { INTERESTING_TERMS } from '../interestingTerms.ts'

const { blankNode, literal, namedNode } = DataFactory
const xsd = (name: string) => namedNode(PREFIXES.xsd + name)

test('unbound, blank nodes, IRIs, literals: these by datatype, by value, by code point', async () => {
  const ordered = [
    blankNode('a'),
    blankNode('b'),
    namedNode('urn:x:a'),
    namedNode('urn:x:b'),
    literal('A', 'fr'),
    literal('a', 'en'),
    literal('a', 'fr'),
    literal('false', xsd('boolean')),
    literal('1', xsd('boolean')),
    literal('perhaps', xsd('boolean')),
    literal('2026-01-01', xsd('date')),
    literal('2026-01-02Z', xsd('date')),
    literal('NaN', xsd('double')),
    literal('-INF', xsd('float')),
    literal('-1', xsd('integer')),
    literal('0.1', xsd('decimal')),
    literal('1e0', xsd('double')),
    literal('9007199254740992', xsd('integer')),
    literal('9007199254740993', xsd('integer')),
    literal('abc', xsd('integer')),
    literal(''),
    literal('Z'),
    literal('a'),
    literal('\u00e9'),
    literal('\uFFFD'),
    literal('\u{1F600}'),
    literal('a', namedNode('urn:x:type')),
  ]
  const terms = await termsWith(ordered.filter((_, index) => index % 3 === 0))
  const ids = [0, ...ordered.map(term => terms.idOf(term))]
  const shuffled = [...ids].sort((a, b) => ((a * 7919) % 101) - ((b * 7919) % 101))
  expect(shuffled).not.toEqual(ids)
  const name = (id: number) => (id === 0 ? 'unbound' : write(terms.termOf(id)))
  expect(shuffled.sort(createComparator(terms)).map(name)).toEqual(ids.map(name))
})

test('equal values are equal, whatever their form', async () => {
  const terms = await termsWith([])
  const compare = createComparator(terms)
  const numbers = ['1', '01', '+1'].map(form => terms.literal(form, `${PREFIXES.xsd}integer`))
  numbers.push(terms.literal('1.0', `${PREFIXES.xsd}decimal`), terms.literal('1e0', `${PREFIXES.xsd}double`))
  for (const a of numbers) for (const b of numbers) expect(compare(a, b)).toBe(0)
})

test('it is an order: of any three terms', async () => {
  const terms = await termsWith(INTERESTING_TERMS.filter((_, index) => index % 2 === 0))
  const compare = createComparator(terms)
  const id = fc.constantFrom(0, ...INTERESTING_TERMS.map(term => terms.idOf(term)))
  fc.assert(
    fc.property(id, id, id, (a, b, c) => {
      expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 20_000 },
  )
})

test('texts go by their bytes: short ones, those that begin alike, those with zeros', async () => {
  const texts = [
    '',
    '\0',
    'a',
    'a\0',
    'abcde',
    'abcdef',
    'abcdef\0',
    'abcdefg',
    'abcdeé',
    'abcde😀',
    'é',
    '\uFFFD',
  ]
  const kinds = [namedNode, (text: string) => literal(text, 'fr'), (text: string) => literal(text)]
  const terms = await termsWith(kinds.flatMap(kind => texts.map(text => kind(text))))
  const compare = createComparator(terms)
  const byBytes = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  for (const kind of kinds) {
    const ids = texts.map(text => terms.idOf(kind(text)))
    expect(ids.every(id => id <= terms.graphSize)).toBe(true)
    expect(ids.sort(compare).map(id => terms.valueOf(id))).toEqual(byBytes)
  }
})
