import type * as RDF from '@rdfjs/types'
import { Parser, Writer } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { beforeAll, describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { explainQuery, formatExplanation } from '../../src/query/explain.ts'
import { type QueryOptions, type QueryResult, query } from '../../src/query/query.ts'
import { startGraphEndpoint } from './graphEndpoint.ts'

const TRIG = `
  @prefix : <urn:x:> .
  :a a :Actor ; :name "Un"@fr, "One"@en ; :size 3 ; :part :b, :c ; :since "2010-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .
  :b a :Actor ; :name "Deux"@fr ; :size 4.5 ; :part :d .
  :c a :Actor ; :name "Trois" ; :size 04 .
  :d :name "Quatre" ; :part [ :name "anonyme" ] .
  :g1 { :a :size 7 . :e :size 8 . }
  :g2 { :a :colour "red" . }
`

let graph: Graph
beforeAll(async () => {
  graph = await buildGraph(new Parser({ format: 'TriG' }).parse(TRIG))
})

/** An answer that can be compared: solutions in order where the query orders them. */
async function read(result: QueryResult, isOrdered: boolean): Promise<unknown> {
  if (result.type === 'boolean') return result
  if (result.type === 'quads') return Array.fromAsync(result.quads)
  const rows = await Array.fromAsync(result.bindings, row =>
    Object.entries(row)
      .map(([name, term]) => `${name}=${format(term)}`)
      .sort()
      .join(' '),
  )
  return { variables: result.variables, rows: isOrdered ? rows : rows.sort() }
}

function format(term: RDF.Term): string {
  return term.termType === 'BlankNode'
    ? '_:'
    : new Writer().quadToString(term as never, term as never, term as never)
}

const QUERIES = [
  'SELECT * { ?s :name ?name }',
  'SELECT ?s ?name { ?s a :Actor ; :name ?name } ORDER BY ?name',
  'SELECT ?s ?size { ?s a :Actor OPTIONAL { ?s :size ?size FILTER(?size > 3) } }',
  'SELECT ?s { ?s a :Actor MINUS { ?s :part ?part } }',
  'SELECT ?s { ?s a :Actor FILTER NOT EXISTS { ?s :part ?part } }',
  'SELECT ?x { { ?x :size 3 } UNION { ?x :name "Trois" } }',
  'SELECT ?s ?x { VALUES ?s { :a :b } ?s :part+ ?x }',
  'SELECT (COUNT(*) AS ?n) (SUM(?size) AS ?sum) (GROUP_CONCAT(DISTINCT ?s; SEPARATOR="") AS ?all) { ?s :size ?size }',
  'SELECT ?s (COUNT(?name) AS ?n) { ?s :name ?name } GROUP BY ?s HAVING(COUNT(?name) > 1)',
  'SELECT DISTINCT ?type { ?s a ?type }',
  'SELECT ?s (STRLEN(?name) * 2 AS ?length) { ?s :name ?name FILTER(LANG(?name) = "fr") } ORDER BY DESC(?length) ?s',
  'SELECT ?s { ?s :size ?size } ORDER BY ?size ?s LIMIT 1 OFFSET 1',
  'SELECT ?g ?s ?size { GRAPH ?g { ?s :size ?size } }',
  'SELECT ?s { { SELECT ?s { ?s :size ?size } ORDER BY ?size LIMIT 1 } ?s :part ?part }',
  'SELECT (YEAR(NOW()) AS ?year) {}',
  'SELECT * {}',
  'SELECT * { ?s :missing ?o }',
  'ASK { :a :part :b }',
  'ASK { :b :part :a }',
  'CONSTRUCT { ?part :partOf ?whole } { ?whole :part ?part }',
  'CONSTRUCT { ?s :named _:name . _:name :is ?name } { ?s :name ?name }',
  'CONSTRUCT { ?name :of ?s . ?s ?missing 1 . ?s :is "Actor" } { ?s :name ?name }',
  'CONSTRUCT { ?s :part ?part . ?part :partOf ?s } { ?s :part ?part } ORDER BY ?part LIMIT 1',
  'CONSTRUCT WHERE { ?s :size ?size }',
  'DESCRIBE :a :unknown',
  'DESCRIBE ?part { :a :part ?part }',
  'DESCRIBE ?s ?part { ?s :part ?part } ORDER BY ?s ?part LIMIT 1',
] as const
const PROLOGUE = 'PREFIX : <urn:x:>\n'

describe('both ways give the same answer', () => {
  const now = new Date('2026-11-24T12:00:00Z')

  test.each(QUERIES)('%s', async sparql => {
    const ask = async (engine: QueryOptions['engine']) =>
      read(await query({ graph }, PROLOGUE + sparql, { engine: engine!, now }), /ORDER BY/.test(sparql))
    const [columns, comunica] = [await ask('columns'), await ask('comunica')]
    if (Array.isArray(columns)) expect(isomorphic(columns, comunica as RDF.Quad[])).toBe(true)
    else expect(columns).toEqual(comunica)
  })

  test('and what they give is right', async () => {
    const quads = await read(await query({ graph }, `${PROLOGUE}DESCRIBE ?part { :a :part ?part }`), false)
    const expected = `@prefix : <urn:x:> . :b a :Actor ; :name "Deux"@fr ; :size 4.5 ; :part :d . :c a :Actor ; :name "Trois" ; :size 04 .`
    expect(isomorphic(quads as RDF.Quad[], new Parser().parse(expected) as RDF.Quad[])).toBe(true)
    const template = `${PROLOGUE}CONSTRUCT { ?s :is :thing . ?s :is :thing } { ?s :name ?name }`
    expect(await read(await query({ graph }, template), false)).toHaveLength(5)
  })

  test('the blank nodes of a template are none of the graph', async () => {
    const known = await buildGraph(
      Array.from(new Parser({ blankNodePrefix: '' }).parse('_:c1 <urn:p> _:c2 . _:c3 <urn:p> _:c1 .')),
    )
    const made = await query({ graph: known }, 'CONSTRUCT { ?s ?p _:new } { ?s ?p ?o }')
    const quads = (await read(made, false)) as RDF.Quad[]
    const subjects = new Set(Array.from(known, ({ subject }) => subject.value))
    expect(quads).toHaveLength(2)
    expect(quads.filter(({ object }) => subjects.has(object.value))).toEqual([])
  })
})

describe('who evaluates', () => {
  const explain = (sparql: string, options?: QueryOptions) =>
    explainQuery({ graph }, PROLOGUE + sparql, options)

  test.each(QUERIES)('the columns alone: %s', async sparql => {
    expect(await explain(sparql)).toMatchObject({ engine: 'columns' })
  })

  const FAR = '@prefix : <urn:x:> . :b :remark "good" . :c :remark "bad" . :far a :Actor ; :part :b .'

  test.each([
    ['a service', 'SELECT * { ?s a :Actor ; :part ?part SERVICE <FAR> { ?part :remark ?remark } }', 1],
    [
      'a service that comes first',
      'SELECT * { SERVICE <FAR> { ?s :remark ?r } ?s a :Actor ; :name ?name }',
      1,
    ],
    [
      'a service under OPTIONAL',
      'SELECT * { ?s a :Actor ; :size ?n OPTIONAL { SERVICE <FAR> { ?s :remark ?r } } }',
      1,
    ],
    [
      'groups over a service',
      'SELECT ?r (COUNT(*) AS ?n) { { SELECT ?s { ?s a :Actor ; :name ?x } } SERVICE <FAR> { ?s :remark ?r } } GROUP BY ?r',
      1,
    ],
    ['named graphs', 'SELECT ?s FROM :g1 { ?s :size ?size }', 0],
  ])('Comunica, and the columns what they can: %s', async (_, sparql, parts) => {
    const far = await startGraphEndpoint(await buildGraph(new Parser().parse(FAR)))
    const asked = PROLOGUE + sparql.replace('FAR', far)
    const explanation = await explainQuery({ graph }, asked)
    expect(explanation).toMatchObject({ engine: 'comunica' })
    expect(explanation.plans.length).toBeGreaterThanOrEqual(parts)
    const [plain, mixed] = [
      await query({ graph }, asked, { engine: 'comunica' }),
      await query({ graph }, asked),
    ]
    const expected = await read(plain, false)
    expect(explanation.rows).toBeGreaterThan(0)
    expect(await read(mixed, false)).toEqual(expected)
  })

  test('Comunica, where an endpoint is asked beside the graph', async () => {
    const endpoint = await startGraphEndpoint(await buildGraph(new Parser().parse(FAR)))
    const sparql = `${PROLOGUE}SELECT ?s ?remark { ?s a :Actor ; :part ?part . ?part :remark ?remark }`
    const ask = async (engine: 'auto' | 'comunica') =>
      read(await query([{ graph }, { endpoint }], sparql, { engine }), false)
    expect(await ask('auto')).toEqual(await ask('comunica'))
    expect(await ask('auto')).toMatchObject({ rows: { length: 3 } })
  })

  test.each([
    'SELECT * { ?s a :Actor ; :name ?name FAR { ?s :size ?size } }',
    'SELECT * { FAR { ?s a :Actor } OPTIONAL { ?s :part ?part . ?part :name ?name } }',
    'SELECT * { ?s a :Actor OPTIONAL { ?s :part ?part FAR { ?part :name ?name } } }',
    'SELECT * { { ?s :size ?size ; :name ?name } UNION { FAR { ?s :part ?part } ?part :name ?name } }',
    'SELECT * { ?s :name ?name ; a :Actor MINUS { FAR { ?s :part ?part } } }',
    'SELECT * { FAR { ?s :name ?name } MINUS { ?s :part/:name ?other } }',
    'SELECT * { FAR { ?s :name ?name } FILTER NOT EXISTS { ?s :part ?part . ?part :name ?other } }',
    'SELECT * { FAR { ?s :name ?name } FILTER EXISTS { ?s :part+ ?part } }',
    'SELECT * { { SELECT ?s (COUNT(?name) AS ?n) { ?s :name ?name } GROUP BY ?s } FAR { ?s a ?type } }',
    'SELECT * { { SELECT ?s (MAX(?size) AS ?n) { ?s a :Actor OPTIONAL { ?s :size ?size } } GROUP BY ?s } FAR { ?s :part ?p } }',
    'SELECT ?type (COUNT(*) AS ?n) { ?s a ?type ; :name ?name FAR { ?s :name ?name } } GROUP BY ?type',
    'SELECT * { VALUES (?s ?x) { (:a 1) (:b UNDEF) } ?s :name ?name ; :size ?size FAR { ?s a ?type } }',
    'SELECT * { ?s :size ?size ; :name ?name BIND(?size * 2 AS ?x) FAR { ?s a ?type } }',
    'SELECT * { ?s :part+ ?x . ?x :name ?name FAR { ?s a ?type } }',
    'SELECT * { ?s :part* ?x . ?s :name ?n FAR { ?x a ?type } }',
    'SELECT * { ?s ?p ?o . ?o ?q ?x FAR { ?x :name ?name } }',
    'SELECT * { { SELECT ?s { ?s :size ?size ; :name ?name } ORDER BY ?size LIMIT 2 } FAR { ?s :name ?other } }',
    'SELECT DISTINCT ?s { ?s a :Actor OPTIONAL { ?s :part ?part . ?part :size ?size } FAR { ?part a ?type } }',
    'CONSTRUCT { ?s :is ?name } { ?s a :Actor ; :part ?part FAR { ?part :name ?name } }',
    'ASK { ?s a :Actor ; :part ?part FAR { ?part :name "Quatre" } }',
  ])('the same data, near and far: %s', async sparql => {
    // A blank node has no name that an endpoint would know.
    const named = await buildGraph(
      new Parser({ format: 'TriG' }).parse(TRIG.replace('[ :name "anonyme" ]', ':e . :e :name "anonyme"')),
    )
    const endpoint = await startGraphEndpoint(named)
    const far = PROLOGUE + sparql.replace('FAR', `SERVICE <${endpoint}>`)
    const [expected, found] = [
      await read(await query({ graph: named }, PROLOGUE + sparql.replace('FAR', '')), false),
      await read(await query({ graph: named }, far), false),
    ]
    if (Array.isArray(expected)) expect(isomorphic(found as RDF.Quad[], expected)).toBe(true)
    else expect(found).toEqual(expected)
  })

  test('a function that nobody has is told', async () => {
    await expect(explain('SELECT ?s { ?s :part ?part FILTER(<urn:f>(?part)) }')).rejects.toThrow(QueryError)
  })

  test('the columns alone or nobody', async () => {
    const sparql = `${PROLOGUE}SELECT ?s FROM :g1 { ?s :size ?size }`
    await expect(query({ graph }, sparql, { engine: 'columns' })).rejects.toThrow(QueryError)
  })

  test('is told as text', async () => {
    const text = formatExplanation(await explain('SELECT ?s { ?s a :Actor ; :name ?name } LIMIT 2'))
    expect(text).toMatch(/^evaluated on columns: 2 rows in \d+\.\d ms\n\nslice.*\n {2}project/)
    const other = formatExplanation(await explain('ASK {}', { engine: 'comunica' }))
    expect(other).toMatch(/^evaluated by Comunica over the quads that match: 1 row in/)
  })
})
