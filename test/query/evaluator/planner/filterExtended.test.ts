import { beforeAll, expect, test } from 'vitest'
import { type PlanNode, prepare } from '../../../../src/query/evaluator/evaluate.ts'
import { algebraOf, graphOf, solutionsOfOxigraph, solutionsOnColumns, type TestGraph } from '../witnesses.ts'

const TURTLE = Array.from({ length: 60 }, (_, n) => {
  const point =
    n % 7 === 0 ? 'POINT EMPTY' : `POINT(${((n - 30) / 8 + 0.001).toFixed(3)} ${(40.001 + n / 5).toFixed(3)})`
  return `:s${n} :at "${point}" ; :name "name ${n % 10}"@${n % 2 === 0 ? 'fr' : 'en'} ; :size ${n} .`
}).join('\n')

let graph: TestGraph
beforeAll(async () => {
  graph = await graphOf(TURTLE)
})

const POINT = 'BIND(STRBEFORE(STRAFTER(STR(?at), "POINT("), ")") AS ?point)'
const X = 'BIND(xsd:decimal(STRBEFORE(?point, " ")) AS ?x)'
const Y = 'BIND(xsd:decimal(STRAFTER(?point, " ")) AS ?y)'

/** Operators of a plan, those at the top first. */
function operators(sparql: string): string {
  const { plan } = prepare(graph.columns, algebraOf(sparql), {})!
  const list = ({ operator, children }: PlanNode): string[] => [operator, ...children.flatMap(list)]
  return list(plan)
    .filter(operator => ['filter', 'extend'].includes(operator))
    .join(' ')
}

test.each<[sparql: string, operators: string]>([
  [`SELECT ?s { ?s :at ?at ${POINT} ${X} ${Y} FILTER(?x > -2 && ?x < 2 && ?y >= 46.5) }`, 'filter'],
  [`SELECT ?s ?y { ?s :at ?at ${POINT} ${X} ${Y} FILTER(?x > -2 && ?x < 2) }`, 'extend extend filter'],
  [`SELECT ?s ?x { ?s :at ?at ${POINT} ${X} FILTER(?x > -2) }`, 'extend extend filter'],
  [`SELECT ?s { ?s :at ?at ${POINT} ${X} FILTER(!BOUND(?x)) }`, 'filter'],
  [`SELECT ?s { ?s :at ?at ${POINT} ${X} FILTER(COALESCE(?x, 100) > 3) }`, 'filter'],
  [`SELECT ?s { ?s :at ?at ; :size ?n ${POINT} ${X} FILTER(?x > 0) FILTER(?n < 50) }`, 'filter filter'],
  ['SELECT ?s { ?s :size ?n BIND(7 AS ?seven) FILTER(?n = ?seven) }', 'filter'],
  [
    'SELECT ?s { ?s :size ?n BIND(?n + 1 AS ?m) BIND(?m * ?m AS ?k) FILTER(?k > ?m * 9 || ?k < 5) }',
    'filter',
  ],
  ['SELECT ?s { ?s :size ?n BIND(?none AS ?m) FILTER(BOUND(?m) || ?n = 4) }', 'filter'],
  [
    'SELECT ?s ?t { ?s :name ?name BIND(LANG(?name) AS ?t) FILTER(?t = "fr" && STR(?name) != "name 2") }',
    'extend filter filter',
  ],
  [
    'SELECT ?s { ?s :name ?name BIND(STRLANG(STR(?name), "de") AS ?t) FILTER(SAMETERM(?t, "name 3"@de)) }',
    'filter',
  ],
  [
    'SELECT ?s { ?s :size ?n BIND(STRDT(STR(?n), xsd:decimal) AS ?t) FILTER(DATATYPE(?t) = xsd:decimal && ?t < 3) }',
    'filter',
  ],
  // What may be another one each time, or is looked for in the graph, stays where it is.
  ['SELECT ?s { ?s :size ?n BIND(BNODE() AS ?b) FILTER(ISBLANK(?b) && ?n < 3) }', 'filter extend filter'],
  ['SELECT ?s { ?s :size ?n BIND(?n + 1 AS ?m) FILTER EXISTS { ?t :size ?m } }', 'extend'],
  [
    'SELECT ?s { ?s :size ?n BIND(?n + 1 AS ?m) FILTER(?m > 55) FILTER EXISTS { ?t :size ?m } }',
    'extend filter',
  ],
  ['SELECT ?s { ?s :size ?n BIND(EXISTS { ?s :name "name 3"@en } AS ?has) FILTER(?has) }', 'filter extend'],
])('%s', (sparql, expected) => {
  const found = solutionsOnColumns(graph, sparql)
  expect(found.length).toBeGreaterThan(0)
  expect(found.sort()).toEqual(solutionsOfOxigraph(TURTLE, sparql).sort())
  expect(operators(sparql)).toBe(expected)
})

test('any number of them, one computed from the other', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, n) => `BIND(?n${n} + ?n${n} AS ?n${n + 1})`).join(' ')
  for (const length of [5, 30, 31, 32, 33, 300]) {
    const sparql = `SELECT ?s { ?s :size ?n0 ${chain(length)} FILTER(?n${length} >= 0) }`
    expect(solutionsOnColumns(graph, sparql)).toHaveLength(60)
  }
})
