import { DataFactory } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../../../src/graph/buildGraph.ts'
import type { Expression } from '../../../../src/query/evaluator/expression.ts'
import {
  compileExpression,
  mayCompile,
} from '../../../../src/query/evaluator/expressions/compileExpression.ts'
import { EvaluationTerms } from '../../../../src/query/evaluator/terms/evaluationTerms.ts'
import { query } from '../../../../src/query/query.ts'
import { batchOf, compile, parseExpression, scopeOf, termsWith } from '../expressionCase.ts'

test.each([
  '<urn:x:f>(?x)',
  'rand()',
  'uuid()',
  'struuid()',
  'bnode(?x)',
  'hasLang(?x)',
  '?x + <urn:x:f>(1)',
])('%s is not supported, and both ask say so', async text => {
  const expression = await parseExpression(text)
  expect(mayCompile(expression)).toBe(false)
  expect(compileExpression(expression, scopeOf(await termsWith([]), ['x']))).toBeUndefined()
})

test('NOW() is supported where the time is given', async () => {
  const { graph } = await termsWith([])
  const scope = scopeOf(new EvaluationTerms(graph), [])
  expect(compileExpression(await parseExpression('year(now())'), scope)).toBeUndefined()
})

test('IRI() is resolved against the base of the query', async () => {
  const graph = await buildGraph([])
  const sparql = 'BASE <http://example.org/a/> SELECT (IRI("b") AS ?iri) { }'
  const result = await query({ graph }, sparql, { engine: 'columns' })
  const rows = result.type === 'bindings' ? await Array.fromAsync(result.bindings) : []
  expect(rows.map(({ iri }) => iri?.value)).toEqual(['http://example.org/a/b'])
})

test('what is not supported within EXISTS makes the whole unsupported', async () => {
  const expression = await parseExpression('exists { ?x ?y ?z } || ?x = 1')
  expect(mayCompile(expression, () => false)).toBe(false)
  expect(mayCompile(expression, () => true)).toBe(true)
  expect(compileExpression(expression, scopeOf(await termsWith([]), ['x']))).toBeUndefined()
})

test('EXISTS is asked once for a batch, and its slots are read', async () => {
  const terms = await termsWith([])
  let asked = 0
  const exists: Expression = {
    slots: [2],
    evaluate: batch => {
      asked++
      return Uint32Array.from({ length: batch.length }, (_, row) => terms.boolean(row % 2 === 0))
    },
    test: () => Uint8Array.of(),
  }
  const ids = [1, 2, 3, 4].map(value => terms.integer(value))
  const compiled = await compile('if(not exists { ?a ?b ?c }, ?x, 0)', scopeOf(terms, ['x'], exists))
  expect(compiled.slots).toEqual([0, 2])
  const values = compiled.evaluate(batchOf(ids, [], ids))
  expect([...values.subarray(0, 4)].map(id => terms.valueOf(id))).toEqual(['0', '2', '0', '4'])
  expect(asked).toBe(1)
})

test('a variable by itself is its column; one that nothing binds is unbound', async () => {
  const terms = await termsWith([DataFactory.literal('a')])
  const scope = scopeOf(terms, ['x'])
  const batch = batchOf([1, 2])
  expect((await compile('?x', scope)).evaluate(batch)).toBe(batch.columns[0])
  expect([...(await compile('?x', scope)).evaluate({ length: 2, columns: [] }).subarray(0, 2)]).toEqual([
    0, 0,
  ])
  const nothing = await compile('coalesce(?nothing, 1)', scope)
  expect(terms.valueOf(nothing.evaluate(batch)[1]!)).toBe('1')
})

test('batches larger than usual, and expressions of several variables, are evaluated row by row', async () => {
  const terms = await termsWith([])
  const ids = Array.from({ length: 10_000 }, (_, index) => terms.integer(index))
  const scope = scopeOf(terms, ['x', 'y'])
  const batch = batchOf(ids, [...ids].reverse())
  const sums = await compile('?x + ?y', scope)
  expect(new Set(sums.evaluate(batch).subarray(0, 10_000))).toEqual(new Set([terms.integer(9_999)]))
  const tests = (await compile('?x < ?y && ?x > 10', scope)).test(batch).subarray(0, 10_000)
  expect(tests.reduce((sum, one) => sum + one, 0)).toBe(4_989)
  const doubled = (await compile('?x * 2', scope)).evaluate(batch)
  expect(terms.valueOf(doubled[9_999]!)).toBe('19998')
})
