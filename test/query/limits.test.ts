import { Parser } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { type QueryOptions, query } from '../../src/query/query.ts'

const ACTORS = 3000
/** Nine million pairs; the condition keeps a join from being looked up. */
const ENDLESS =
  'SELECT (COUNT(*) AS ?n) { ?a <urn:x:size> ?x . ?b <urn:x:size> ?y . ?c <urn:x:size> ?z FILTER(?x + ?y < ?z) }'
/** A regular expression that tries all ways to divide a word. */
const STUCK = 'ASK { ?s <urn:x:word> ?word FILTER(REGEX(?word, "^(a+)+$")) }'
const MANY = 'SELECT ?a ?b ?c { ?a <urn:x:size> ?x . ?b <urn:x:size> ?y . ?c <urn:x:size> ?z }'

let graph: Graph
beforeAll(async () => {
  const many = Array.from({ length: ACTORS }, (_, n) => `<urn:x:${n}> <urn:x:size> ${n} .`)
  const word = `<urn:x:w> <urn:x:word> "${'a'.repeat(60)}b" .`
  graph = await buildGraph(new Parser().parse([...many, word].join('\n')))
})

async function all(sparql: string, options: QueryOptions): Promise<unknown> {
  const result = await query({ graph }, sparql, options)
  if (result.type === 'boolean') return result.value
  return Array.fromAsync<unknown>(result.type === 'quads' ? result.quads : result.bindings)
}

async function failureOf(sparql: string, options: QueryOptions): Promise<Error> {
  return all(sparql, options).then(
    () => Promise.reject(new Error('it was answered')),
    (error: Error) => error,
  )
}

describe('a query that takes too long', () => {
  test.each([{ engine: 'columns' }, { engine: 'comunica' }, { isolated: true }] as const)(
    '%j',
    async options => {
      const error = await failureOf(ENDLESS, { ...options, timeout: 500 })
      expect(error).toBeInstanceOf(QueryError)
      expect(error.message).toMatch(/longer than the 0\.5 s/)
    },
  )

  test('that nothing within can stop is stopped with its thread', async () => {
    await expect(all(STUCK, { isolated: true, timeout: 1500 })).rejects.toThrow(/longer than the 1\.5 s/)
    expect(await all('ASK { ?s <urn:x:size> 3 }', { isolated: true })).toBe(true)
  })

  test('while it is evaluated, others have their turn', async () => {
    let turns = 0
    const others = setInterval(() => turns++, 20)
    await expect(all(ENDLESS, { engine: 'columns', timeout: 600 })).rejects.toThrow(QueryError)
    clearInterval(others)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('a query that needs too much memory', () => {
  const SORTED = `${MANY} ORDER BY ?a ?b ?c`

  test.each([{ engine: 'columns' }, { isolated: true }] as const)('%j', async options => {
    const error = await failureOf(SORTED, { ...options, memoryLimit: 20 * 2 ** 20 })
    expect(error).toBeInstanceOf(QueryError)
    expect(error.message).toMatch(/20 MB/)
  })

  test('for the triples that a template gave', async () => {
    const sparql = `CONSTRUCT { ?a ?b ?c } { ${MANY.slice(MANY.indexOf('{') + 1)}`
    await expect(all(sparql, { memoryLimit: 5 * 2 ** 20 })).rejects.toThrow(/5 MB/)
  })
})

describe('a thread of its own', () => {
  test.each([
    'SELECT ?s ?size ?no { ?s <urn:x:size> ?size OPTIONAL { ?s <urn:x:no> ?no } } ORDER BY ?size LIMIT 2500',
    'SELECT ("Île"@fr AS ?text) (1 AS ?one) (BNODE() AS ?node) {}',
    'ASK { ?s <urn:x:size> 3 }',
    'CONSTRUCT { ?s <urn:x:is> ?size } { ?s <urn:x:size> ?size FILTER(?size < 3) }',
  ])('gives the same answer: %s', async sparql => {
    expect(await all(sparql, { isolated: true })).toEqual(await all(sparql, {}))
  })

  test('and the same errors', async () => {
    await expect(all('SELECT *\nWHERE { ?s ?p ?o } GROP', { isolated: true })).rejects.toThrow(
      /syntax error at line 2, column 20/,
    )
  })

  test('ends when nobody reads on, and when it is told to', async () => {
    const result = await query({ graph }, MANY, { isolated: true })
    if (result.type !== 'bindings') throw new Error(`these are ${result.type}`)
    for await (const solution of result.bindings) {
      expect(Object.keys(solution)).toEqual(['a', 'b', 'c'])
      break
    }
    const controller = new AbortController()
    setTimeout(() => controller.abort('enough'), 300)
    await expect(all(MANY, { isolated: true, signal: controller.signal })).rejects.toBe('enough')
  })
})
