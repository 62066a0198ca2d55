import { expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { query } from '../../src/query/query.ts'

const source = { graph: await buildGraph([]) }

test.each([
  ['SELECT ?x { BIND(1 AS ?x) BIND(2 AS ?x) }', /binds \?x where it has a value already/],
  ['SELECT ?x { { BIND(1 AS ?x) } OPTIONAL { ?s ?p ?o } BIND(2 AS ?x) }', /x/],
  ['SELECT ?x (SUM(?y) AS ?z) { ?x ?p ?y }', /\?x is selected from groups/],
  ['SELECT ?z { { SELECT ?x ?z { ?x ?p ?z } GROUP BY ?z } }', /\?x is selected from groups/],
  ['SELECT (<urn:f>(1) AS ?x) {}', /^there is no function <urn:f> at line 1, column 9; /],
])('%s', async (sparql, message) => {
  const answer = query(source, sparql).then(result =>
    result.type === 'bindings' ? Array.fromAsync(result.bindings) : [],
  )
  await expect(answer).rejects.toThrow(message)
  await expect(answer).rejects.toBeInstanceOf(QueryError)
})

test('a variable may be bound on either side of a union, and anew in a subquery that does not give it', async () => {
  for (const sparql of [
    'SELECT ?x { { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }',
    'SELECT ?x ?y { BIND(1 AS ?x) { SELECT ?y { BIND(2 AS ?x) BIND(?x AS ?y) } } }',
  ]) {
    const result = await query(source, sparql)
    expect(result.type === 'bindings' && (await Array.fromAsync(result.bindings)).length).toBeGreaterThan(0)
  }
})

test.each([
  [source.graph, {}, /a source is \{ graph \}/],
  [[], {}, /there is nothing to query/],
  [[], { isolated: true }, /there is nothing to query/],
  [source, { isolated: true, timeout: Number.NaN }, /"timeout" is NaN/],
  [source, { timeout: -1 }, /"timeout" is -1/],
  [source, { memoryLimit: Number.NaN }, /"memoryLimit" is NaN/],
  [source, { engine: 'fast' }, /no engine "fast"; known are/],
] as [never, object, RegExp][])('what the types forbid is told: %#', async (asked, options, message) => {
  await expect(query(asked, 'ASK {}', options)).rejects.toThrow(message)
})
