import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../../src/graph/buildGraph.ts'
import { createPath } from '../../../../src/query/evaluator/paths/createPath.ts'
import { IdList } from '../../../../src/query/evaluator/paths/idList.ts'
import type { PathRelation } from '../../../../src/query/evaluator/paths/pathRelation.ts'
import type { PropertyPath } from '../../../../src/query/evaluator/paths/propertyPath.ts'
import { fc } from '../../../fastCheck.ts'
import { naivePairs, type Triples } from './naivePath.ts'

const { namedNode, quad } = DataFactory
const link = (name: string): PropertyPath => ({ type: 'link', iri: namedNode(name) })
const not = (...names: string[]): PropertyPath => ({ type: 'nps', iris: names.map(name => namedNode(name)) })
const inv = (path: PropertyPath): PropertyPath => ({ type: 'inv', path })
const seq = (...input: PropertyPath[]): PropertyPath => ({ type: 'seq', input })
const alt = (...input: PropertyPath[]): PropertyPath => ({ type: 'alt', input })
const optional = (path: PropertyPath): PropertyPath => ({ type: 'ZeroOrOnePath', path })
const star = (path: PropertyPath): PropertyPath => ({ type: 'ZeroOrMorePath', path })
const plus = (path: PropertyPath): PropertyPath => ({ type: 'OneOrMorePath', path })

/** `a-p-b` is a triple. */
async function open(triples: Triples, path: PropertyPath) {
  const { defaultGraph, terms } = await buildGraph(
    triples.map(([s, p, o]) => quad(namedNode(s), namedNode(p), namedNode(o))),
  )
  const idOf = (name: string) => terms.idOf(namedNode(name))
  const nameOf = (id: number) => terms.valueOf(id)
  return { relation: createPath(path as never, defaultGraph, terms), idOf, nameOf, terms }
}

const triplesOf = (text: string) =>
  text.split(' ').map(triple => triple.split('-') as [string, string, string])

async function forward(text: string, path: PropertyPath, from: string): Promise<string[]> {
  const { relation, idOf, nameOf } = await open(triplesOf(text), path)
  return toNames(found => relation.forward(idOf(from), found), nameOf)
}

function toNames(fill: (found: IdList) => void, nameOf: (id: number) => string): string[] {
  const found = new IdList()
  fill(found)
  return Array.from(found.ids.subarray(0, found.length), nameOf).sort()
}

describe('from a subject', () => {
  test.each([
    ['a predicate', link('p'), 'a-p-b a-p-c a-q-d', ['b', 'c']],
    ['a predicate that the graph does not have', link('x'), 'a-p-b', []],
    ['an inverse', inv(link('p')), 'b-p-a c-p-a a-p-d', ['b', 'c']],
    [
      'a sequence keeps what it finds twice',
      seq(link('p'), link('q')),
      'a-p-b a-p-c b-q-d c-q-d',
      ['d', 'd'],
    ],
    ['an alternative keeps what it finds twice', alt(link('p'), link('q')), 'a-p-b a-q-b', ['b', 'b']],
    ['a negated set', not('p'), 'a-p-b a-q-c a-r-c', ['c', 'c']],
    ['a negated set of inverses', inv(not('p')), 'b-p-a c-q-a', ['c']],
    ['? gives each once', optional(alt(link('p'), link('q'))), 'a-p-b a-q-b a-p-a', ['a', 'b']],
    ['* of a cycle', star(link('p')), 'a-p-b b-p-c c-p-a c-p-d', ['a', 'b', 'c', 'd']],
    ['+ of a cycle', plus(link('p')), 'a-p-b b-p-a', ['a', 'b']],
    ['+ does not begin where it is', plus(link('p')), 'a-p-b b-p-c', ['b', 'c']],
    ['+ of an alternative', plus(alt(link('p'), link('q'))), 'a-p-b b-q-c c-r-d', ['b', 'c']],
    ['* of siblings', star(seq(inv(link('p')), link('q'))), 'x-p-a x-q-b y-p-b y-q-c', ['a', 'b', 'c']],
    ['* of * ends', star(star(link('p'))), 'a-p-b b-p-a', ['a', 'b']],
    ['+ of ? may be empty', plus(optional(link('p'))), 'a-p-b', ['a', 'b']],
    ['? of a sequence', optional(seq(link('p'), link('q'))), 'a-p-b b-q-c', ['a', 'c']],
    ['a node without steps', star(link('p')), 'a-q-b', ['a']],
  ])('%s', async (_, path, triples, expected) => {
    expect(await forward(triples, path, 'a')).toEqual(expected)
  })
})

describe('a path of no length (SPARQL 1.1 §18.4)', () => {
  const path = star(link('p'))
  test('a term that the query itself has matches itself, even where it is no node of the graph', async () => {
    const { relation, terms } = await open([['a', 'p', 'b']], path)
    const foreign = terms.size + 1
    expect(toNames(found => relation.forward(foreign, found, true), String)).toEqual([`${foreign}`])
    expect(toNames(found => relation.backward(foreign, found, true), String)).toEqual([`${foreign}`])
    expect(run(relation.count(foreign, foreign, true))).toBe(1)
  })

  test('what a variable has matches itself only where it is a node of the graph', async () => {
    const { relation, idOf, nameOf, terms } = await open([['a', 'p', 'b']], path)
    expect(toNames(found => relation.forward(terms.size + 1, found), nameOf)).toEqual([])
    expect(toNames(found => relation.forward(idOf('p'), found), nameOf)).toEqual([])
    expect(toNames(found => relation.forward(idOf('b'), found), nameOf)).toEqual(['b'])
  })

  test('a sequence has a variable in between', async () => {
    const both = seq(optional(link('p')), optional(link('q')))
    const { relation, terms } = await open([['a', 'p', 'b']], both)
    expect(toNames(found => relation.forward(terms.size + 1, found, true), String)).toEqual([])
  })
})

test('walks pause, and what is found can be taken in between', async () => {
  const chain = Array.from({ length: 500 }, (_, index): [string, string, string] => [
    `${index}`,
    'p',
    `${index + 1}`,
  ])
  const { relation, idOf, nameOf } = await open(chain, star(link('p')))
  const walk = relation.walk('forward')
  const found = new IdList()
  const names: string[] = []
  let pauses = 0
  walk.start(idOf('0'), found, true)
  for (let isDone = false; !isDone; ) {
    isDone = walk.advance(10)
    if (!isDone) pauses++
    names.push(...Array.from(found.ids.subarray(0, found.length), nameOf))
    found.clear()
  }
  expect(names).toEqual(Array.from({ length: 501 }, (_, index) => `${index}`))
  expect(pauses).toBeGreaterThan(20)
})

test('paths of thousands of steps or alternatives are made ready', async () => {
  const long = seq(...Array.from({ length: 3000 }, () => link('p')))
  const wide = alt(...Array.from({ length: 3000 }, (_, index) => link(`x${index}`)), link('p'))
  expect(await forward('a-p-b b-p-a', star(alt(long, long)), 'a')).toEqual(['a'])
  expect(await forward('a-p-b b-p-a', plus(wide), 'a')).toEqual(['a', 'b'])
})

const predicate = fc.constantFrom('p', 'q', 'r')
const node = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const graphs = fc.array(fc.tuple(node, predicate, node), { minLength: 1, maxLength: 12 })
const { path: paths } = fc.letrec<{ path: PropertyPath }>(tie => ({
  path: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    predicate.map(link),
    fc.array(predicate, { maxLength: 2 }).map(names => not(...names)),
    tie('path').map(inv),
    fc.array(tie('path'), { minLength: 1, maxLength: 3 }).map(input => seq(...input)),
    fc.array(tie('path'), { minLength: 1, maxLength: 3 }).map(input => alt(...input)),
    tie('path').map(optional),
    tie('path').map(star),
    tie('path').map(plus),
  ),
}))

test('any path finds what its definition says, from either end', () =>
  fc.assert(
    fc.asyncProperty(graphs, paths, async (triples, path) => {
      const { relation, idOf, nameOf } = await open(triples, path)
      const expected = naivePairs(path, triplesOnce(triples))
      fc.pre(expected.length < 5000)
      const sorted = expected.map(pair => pair.join(' ')).sort()
      expect(pairsOf(relation, 'forward', nameOf)).toEqual(sorted)
      expect(pairsOf(relation, 'backward', nameOf)).toEqual(sorted)
      for (const [a, b] of [...expected, ['a', 'e'] as const]) {
        const times = expected.filter(([s, o]) => s === a && o === b).length
        expect(run(relation.count(idOf(a) || 1_000, idOf(b) || 1_001))).toBe(times)
      }
      if (relation.isSet) expect(new Set(sorted).size).toBe(sorted.length)
      const { pairs, keys, objectsPerSubject, subjectsPerObject } = relation.estimate()
      expect(Math.min(pairs, keys, objectsPerSubject, subjectsPerObject)).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  ))

function triplesOnce(triples: Triples): Triples {
  return triplesOf([...new Set(triples.map(triple => triple.join('-')))].join(' '))
}

function pairsOf(relation: PathRelation, direction: 'forward' | 'backward', nameOf: (id: number) => string) {
  const pairs: string[] = []
  const keys = [...relation.keys(direction)]
  expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
  for (const key of keys) {
    for (const other of toNames(found => relation[direction](key, found), nameOf)) {
      pairs.push(direction === 'forward' ? `${nameOf(key)} ${other}` : `${other} ${nameOf(key)}`)
    }
  }
  return pairs.sort()
}

function run<T>(generator: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = generator.next()
    if (done) return value
  }
}
