import { beforeAll, expect, test } from 'vitest'
import { type PlanNode, prepare } from '../../../../src/query/evaluator/evaluate.ts'
import { algebraOf, graphOf, solutionsOfOxigraph, solutionsOnColumns, type TestGraph } from '../witnesses.ts'

/** More than a batch has. */
const COUNT = 4200

let graph: TestGraph
let turtle: string
beforeAll(async () => {
  const lines = Array.from({ length: COUNT }, (_, n) =>
    [
      `:s${n} a :Actor ; :at :p${(n * 31) % 60}`,
      n % 3 === 0 ? '' : ` ; :form :f${(n * 7) % 11}, :f${n % 5}`,
      ` ; :size ${(n * 613) % 997} .`,
    ].join(''),
  )
  for (let n = 0; n < 60; n++) lines.push(`:p${n} :in :r${n % 9}, :d${n % 13} .`)
  turtle = lines.join('\n')
  graph = await graphOf(turtle)
})

/** Each actor with where it is, once. */
const places = (actor = '?s', place = '?r', unit = '?p') =>
  `{ SELECT DISTINCT ${actor} ${place} WHERE { { ${actor} :at ${place} } UNION { ${actor} :at ${unit} . ${unit} :in ${place} } } }`

const BY_PLACE = `SELECT ?r ?n ?base {
  { SELECT ?r (COUNT(DISTINCT ?s) AS ?n) { ?s a :Actor . ${places()} } GROUP BY ?r }
  { SELECT (COUNT(DISTINCT ?s) AS ?base) { ?s a :Actor . ${places()} } }
}`

interface Run {
  readonly plan: PlanNode
  readonly rows: number
}

function run(sparql: string, memoryLimit?: number): Run {
  const evaluation = prepare(
    graph.columns,
    algebraOf(sparql),
    memoryLimit === undefined ? {} : { memoryLimit },
  )
  if (!evaluation) throw new Error(`not claimed: ${sparql}`)
  let rows = 0
  const batches = evaluation.batches()
  for (let step = batches.next(); !step.done; step = batches.next()) rows += step.value.length
  return { plan: evaluation.plan, rows }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

/** How many operators of that kind gave rows. */
function working(plan: PlanNode, operator: string): number {
  return nodesOf(plan).filter(node => node.operator === operator && node.rows > 0).length
}

test.each<[what: string, sparql: string, unions: number]>([
  ['the rows of two groupings', BY_PLACE, 1],
  ['subqueries that are joined', `SELECT * { ${places()} ${places()} }`, 1],
  [
    'subqueries whose variables have other names',
    `SELECT * { ${places()} ${places('?t', '?r', '?u')} FILTER(?s = :s17) }`,
    1,
  ],
  [
    'within each other',
    `SELECT * { { SELECT ?s (COUNT(*) AS ?n) { ${places()} } GROUP BY ?s } UNION { SELECT ?s (COUNT(*) AS ?n) { ${places()} } GROUP BY ?s } UNION ${places()} }`,
    2,
  ],
  [
    'one that is read while another one is',
    `SELECT * { ${places()} OPTIONAL { ${places('?t', '?r')} FILTER(?t = :s2 && ?s != ?t) } }`,
    1,
  ],
  ['what is left of it', `SELECT * { ${places()} MINUS { ${places('?s', '?q')} } }`, 1],
  ['other variables', `SELECT * { ${places()} ${places('?r', '?s')} }`, 1],
  [
    'a variable in another place',
    `SELECT * { ${places()} { SELECT DISTINCT ?s ?r WHERE { { ?s :at ?r } UNION { ?s :at ?p . ?p :in ?s } } } }`,
    2,
  ],
  [
    'a subquery for rows from outside',
    `SELECT * { ?s :size 5 FILTER EXISTS { ${places()} } FILTER EXISTS { ${places()} } }`,
    2,
  ],
])('%s', (_, sparql, unions) => {
  const found = solutionsOnColumns(graph, sparql)
  expect(found.sort()).toEqual(solutionsOfOxigraph(turtle, sparql).sort())
  expect(working(run(sparql).plan, 'union')).toBe(unions)
})

test('a plan says what was evaluated elsewhere', () => {
  const details = nodesOf(run(BY_PLACE).plan).flatMap(({ operator, detail, children }) =>
    operator === 'shared' ? [`${detail}: ${children.length}`] : [],
  )
  expect(details.sort()).toEqual(['rows 1: ?s ?r, evaluated elsewhere: 0', 'rows 1: ?s ?r: 1'])
})

test('a LIMIT ends the work', () => {
  const { plan, rows } = run(`SELECT * { { ${places()} } UNION { ${places()} } } LIMIT 10`)
  expect(rows).toBe(10)
  expect(nodesOf(plan).find(({ operator }) => operator === 'distinct')!.rows).toBeLessThan(COUNT)
})

test('what would take up too much memory is evaluated again', () => {
  const one = `{ SELECT ?s ?r ?size { ${places()} ?s :size ?size } ORDER BY ?size }`
  const several = `SELECT ?s { ${one} UNION ${one} UNION ${one} }`
  const expected = run(several).rows
  const sorts = new Set<number>()
  let tooMuch = 0
  for (let limit = 2 ** 16; limit < 2 ** 23; limit *= 1.15) {
    try {
      run(`SELECT * ${one}`, limit)
    } catch {
      tooMuch++
      continue
    }
    const { plan, rows } = run(several, limit)
    expect(rows).toBe(expected)
    sorts.add(working(plan, 'sort'))
  }
  expect(tooMuch).toBeGreaterThan(0)
  expect(sorts).toEqual(new Set([3, 1]))
})

test('new blank nodes are new each time', () => {
  const one = '{ SELECT DISTINCT ?f ?new { ?s :form ?f BIND(BNODE() AS ?new) } LIMIT 5 }'
  expect(new Set(solutionsOnColumns(graph, `SELECT ?new { ${one} UNION ${one} }`)).size).toBe(10)
})

test('an evaluation can be run again', () => {
  const evaluation = prepare(graph.columns, algebraOf(BY_PLACE))!
  const count = () => {
    let rows = 0
    const batches = evaluation.batches()
    for (let step = batches.next(); !step.done; step = batches.next()) rows += step.value.length
    return rows
  }
  const first = count()
  expect(first).toBeGreaterThan(0)
  expect(count()).toBe(first)
})

test('subqueries within subqueries are made ready, however deep they are', () => {
  const nested = (depth: number): string =>
    depth === 0 ? '{ ?s :form ?f }' : `{ SELECT ?s ?f WHERE { ${nested(depth - 1)} } }`
  expect(run(`SELECT * { ${nested(150)} UNION ${nested(150)} }`).rows).toBeGreaterThan(COUNT)
})
