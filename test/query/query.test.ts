import { setTimeout } from 'node:timers/promises'
import { Parser, Writer } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { type QueryOptions, query } from '../../src/query/query.ts'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'

const TURTLE = `
  @prefix : <urn:x:> . @prefix skos: <${PREFIXES.skos}> .
  :a skos:prefLabel "Un"@fr ; :size 3 ; :part :b .
  :b skos:prefLabel "Deux"@fr ; :size 4 .
  :c skos:prefLabel "Trois"@fr .
`

let graph: Graph
beforeAll(async () => {
  graph = await buildGraph(new Parser().parse(TURTLE))
})

const ask = (sparql: string, options?: QueryOptions) => query({ graph }, sparql, options)

async function rows(sparql: string, options?: QueryOptions): Promise<Record<string, string>[]> {
  const result = await ask(sparql, options)
  if (result.type !== 'bindings') throw new Error(`these are ${result.type}`)
  return Array.fromAsync(result.bindings, row =>
    Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])),
  )
}

describe('answers', () => {
  test('solutions, without entries for what is unbound', async () => {
    const sparql =
      'SELECT ?label ?size { ?s skos:prefLabel ?label OPTIONAL { ?s <urn:x:size> ?size } } ORDER BY ?label'
    expect(await rows(sparql, { prefixes: PREFIXES })).toEqual([
      { label: 'Deux', size: '4' },
      { label: 'Trois' },
      { label: 'Un', size: '3' },
    ])
    const result = await ask(sparql, { prefixes: PREFIXES })
    expect(result).toMatchObject({ type: 'bindings', variables: ['label', 'size'] })
  })

  test('yes or no', async () => {
    expect(await ask('ASK { <urn:x:a> ?p <urn:x:b> }')).toEqual({ type: 'boolean', value: true })
    expect(await ask('ASK { <urn:x:b> ?p <urn:x:a> }')).toEqual({ type: 'boolean', value: false })
  })

  test.each([
    [
      'CONSTRUCT { ?b <urn:x:partOf> ?a } WHERE { ?a <urn:x:part> ?b }',
      '<urn:x:b> <urn:x:partOf> <urn:x:a> .\n',
    ],
    ['DESCRIBE <urn:x:c>', `<urn:x:c> <${PREFIXES.skos}prefLabel> "Trois"@fr .\n`],
  ])('quads: %s', async (sparql, expected) => {
    const result = await ask(sparql)
    if (result.type !== 'quads') throw new Error(`these are ${result.type}`)
    const quads = await Array.fromAsync(result.quads)
    expect(new Writer().quadsToString(quads)).toBe(expected)
  })

  test('over several graphs as if they were one', async () => {
    const other = await buildGraph(new Parser().parse('<urn:x:b> <urn:x:colour> "red" .'))
    const result = await query(
      [{ graph }, { graph: other }],
      'SELECT ?a { ?a <urn:x:part>/<urn:x:colour> "red" }',
    )
    expect(result.type === 'bindings' && (await Array.fromAsync(result.bindings))).toMatchObject([
      { a: { value: 'urn:x:a' } },
    ])
  })

  test('what several graphs say counts once, and their blank nodes are not the same', async () => {
    const others = await Promise.all(
      [`${TURTLE} _:x :size 1 .`, '@prefix : <urn:x:> . :a :size 3 . _:x :size 2 .'].map(turtle =>
        buildGraph(new Parser({ blankNodePrefix: '' }).parse(turtle)),
      ),
    )
    const sources = [{ graph }, ...others.map(other => ({ graph: other })), { graph }]
    const counted = await query(
      sources,
      'SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) { ?s <urn:x:size> ?size }',
    )
    expect(counted.type === 'bindings' && (await Array.fromAsync(counted.bindings))).toMatchObject([
      { n: { value: '4' }, subjects: { value: '4' } },
    ])
  })
})

describe('what is refused', () => {
  test.each([
    ['SELECT * WHERE { ?s ?p ', /ends before it is whole/],
    ['SELECT *\nWHERE { ?s ?p ?o } GROP BY ?o', /syntax error at line 2, column 20: "GROP"/],
    ['SELECT *\nWHERE { ?s skos:p ?o } ORDER ?o', /syntax error at line 2, column 30: .*\?o/],
    ['SELECT *\nWHERE { ?s skos:p "x }', /syntax error at line 2, column 19/],
    ['SELECT *\nWHERE { ?s foo:p ?o }', /prefix "foo:" at line 2, column 12/],
    ['SELECT (1 AS ?x) (2 AS ?x) {}', /\?x is selected twice/],
    ['', /there is no query/],
    ['# SELECT', /there is no query/],
    ['INSERT DATA { <urn:x:a> <urn:x:b> 1 }', /is an update/],
    ['DELETE WHERE { ?s ?p ?o }', /is an update/],
    ['CLEAR ALL', /is an update/],
  ])('%j', async (sparql, message) => {
    const failure = await ask(sparql, { prefixes: PREFIXES }).catch(error => error)
    expect(failure).toBeInstanceOf(QueryError)
    expect(failure.message).toMatch(message)
    expect(graph.size).toBe(6)
  })

  test('a prefix that only the engine knows, in its own sense', async () => {
    await expect(ask('SELECT * { ?s skos:prefLabel ?o }')).rejects.toThrow(
      /prefix "skos:" at line 1, column 15/,
    )
  })

  test('an endpoint that is no address', async () => {
    await expect(query({ endpoint: 'file:///etc/passwd' }, 'ASK {}')).rejects.toThrow(QueryError)
  })

  test('what goes wrong while solutions are found', async () => {
    await expect(rows('SELECT * { ?s ?p ?o FILTER(<urn:f>(?o)) }')).rejects.toThrow(QueryError)
  })
})

describe('a query can be stopped', () => {
  test('before it begins', async () => {
    await expect(ask('ASK {}', { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
  })

  test('while it is iterated over', async () => {
    const controller = new AbortController()
    const result = await ask('SELECT * { ?s ?p ?o }', { signal: controller.signal })
    if (result.type !== 'bindings') throw new Error(`these are ${result.type}`)
    const solutions = result.bindings[Symbol.asyncIterator]()
    expect(await solutions.next()).toMatchObject({ done: false })
    controller.abort('enough')
    await expect(solutions.next()).rejects.toBe('enough')
  })

  test('while it counts: the engine stops soon after', { timeout: 20_000 }, async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `<urn:x:${n}> <urn:x:size> ${n} .`).join('\n')
    const large = await buildGraph(new Parser().parse(many))
    const result = await query(
      { graph: large },
      'SELECT (COUNT(*) AS ?n) { ?a <urn:x:size> ?x . ?b <urn:x:size> ?y FILTER(?x < ?y) }',
      { signal: AbortSignal.timeout(200) },
    )
    if (result.type !== 'bindings') throw new Error(`these are ${result.type}`)
    await expect(Array.fromAsync(result.bindings)).rejects.toMatchObject({ name: 'TimeoutError' })
    await setTimeout(500)
    const before = performance.eventLoopUtilization()
    await setTimeout(500)
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })
})

test.each([
  ['SELECT * { ?s ?p ?o }', ['s', 'p', 'o']],
  ['SELECT ?p ?s (STR(?o) AS ?a) { ?s ?p ?o }', ['p', 's', 'a']],
])('the variables of %s come in its order', async (sparql, expected) => {
  const result = await query({ graph: await buildGraph([]) }, sparql)
  expect(result).toMatchObject({ type: 'bindings', variables: expected })
})
