import { beforeAll, expect, test } from 'vitest'
import { QueryError } from '../../../src/errors.ts'
import { BATCH_SIZE } from '../../../src/query/evaluator/batch.ts'
import { type Evaluation, type PlanNode, prepare } from '../../../src/query/evaluator/evaluate.ts'
import { algebraOf, graphOf, type TestGraph } from './witnesses.ts'

const COUNT = 20_000

let graph: TestGraph
beforeAll(async () => {
  const lines = Array.from(
    { length: COUNT },
    (_, n) => `:s${n} a :Actor ; :next :s${n + 1} ; :label "${n % 977}" .`,
  )
  graph = await graphOf(lines.join('\n'))
})

function prepared(sparql: string, options = {}): Evaluation {
  const evaluation = prepare(graph.columns, algebraOf(sparql), options)
  if (!evaluation) throw new Error(`not claimed: ${sparql}`)
  return evaluation
}

function run(evaluation: Evaluation): number {
  let rows = 0
  const batches = evaluation.batches()
  for (let step = batches.next(); !step.done; step = batches.next()) rows += step.value.length
  return rows
}

test.each([
  ['DISTINCT', 'SELECT DISTINCT ?s ?o { ?s ?p ?o }'],
  ['ORDER BY', 'SELECT * { ?s :label ?l } ORDER BY ?l'],
  ['GROUP BY', 'SELECT ?s ?l (COUNT(*) AS ?n) { ?s :label ?l ; :next ?o } GROUP BY ?s ?l'],
  ['a join', 'SELECT * { { ?s a :Actor } UNION { ?s :next ?o } { SELECT DISTINCT ?s ?l { ?s :label ?l } } }'],
  ['MINUS', 'SELECT * { ?o a :Actor MINUS { ?s :next ?o } }'],
])('%s keeps within the memory that it may have', (operator, sparql) => {
  expect(() => run(prepared(sparql, { memoryLimit: 50_000 }))).toThrow(QueryError)
  expect(() => run(prepared(sparql, { memoryLimit: 50_000 }))).toThrow(operator)
  expect(run(prepared(sparql, { memoryLimit: 2 ** 28 }))).toBeGreaterThan(0)
})

test.each([
  'SELECT (COUNT(*) AS ?n) { ?s :label ?l . ?t :label ?m }',
  'SELECT * { ?s :label ?l . ?t :label ?m FILTER(?l = "x") }',
  'SELECT * { ?s :label ?l . ?t :next+ ?u FILTER(?l = "x") }',
  'SELECT * { ?s :next+ :s1 . ?t :next+ ?u . ?v :next+ :nowhere }',
  'SELECT * { ?s a :Actor FILTER NOT EXISTS { ?t :label ?m . ?u :label ?n FILTER(?m = ?s) } }',
  'SELECT * { ?s :label ?l . ?t :label ?m } ORDER BY ?l',
  'SELECT * { { ?s :label ?l } UNION { ?s :next ?x } MINUS { ?t :label ?l . ?t :next ?x } }',
])('%s can be given up after every few batches', sparql => {
  const evaluation = prepared(sparql)
  const batches = evaluation.batches()
  const rowsSoFar = () => nodesOf(evaluation.plan).reduce((sum, { rows }) => sum + rows, 0)
  let most = 0
  let last = 0
  for (let steps = 0; steps < 1000 && !batches.next().done; steps++) {
    const rows = rowsSoFar()
    most = Math.max(most, rows - last)
    last = rows
  }
  expect(most).toBeLessThan(32 * BATCH_SIZE)
  batches.return?.()
})

test('a LIMIT ends the work', () => {
  const evaluation = prepared('SELECT * { ?s :label ?l . ?t :label ?m } LIMIT 10')
  expect(run(evaluation)).toBe(10)
  expect(Math.max(...nodesOf(evaluation.plan).map(({ rows }) => rows))).toBeLessThan(COUNT * 3)
})

test('a plan tells what was done', () => {
  let time = 0
  const evaluation = prepared('SELECT ?s { ?s :label ?l ; :next ?o FILTER(?l = "7") }', {
    clock: () => time++,
  })
  const rows = run(evaluation)
  const nodes = nodesOf(evaluation.plan)
  expect(nodes[0]).toMatchObject({ operator: 'project', detail: '?s', rows })
  expect(nodes.map(({ operator }) => operator)).toEqual(expect.arrayContaining(['scan', 'lookup', 'filter']))
  expect(nodes.every(({ milliseconds }) => milliseconds > 0)).toBe(true)
})

test('an evaluation can be run again', () => {
  const evaluation = prepared('SELECT DISTINCT ?l { ?s :label ?l OPTIONAL { ?s :next ?o FILTER(?l = "3") } }')
  expect(run(evaluation)).toBe(977)
  expect(run(evaluation)).toBe(977)
})

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}
