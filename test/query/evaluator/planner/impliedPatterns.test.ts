import { expect, test } from 'vitest'
import { type PlanNode, prepare } from '../../../../src/query/evaluator/evaluate.ts'
import { algebraOf, graphOf, solutionsOfComunica, solutionsOnColumns, type TestGraph } from '../witnesses.ts'

// All that have a form are actors, not all that have a name; of whom an actor knows, none is.
const GRAPH = `
:a a :Actor, :Thing ; :form :assoc ; :name "A" ; :knows :x .
:b a :Actor ; :form :coop, :assoc ; :name "B" .
:c a :Actor ; :name "C" .
:d a :Other ; :name "D" .
:g { :e :form :assoc }
`

/** How many operators of the plan read one column each. */
function readers(graph: TestGraph, sparql: string): number {
  const { plan } = prepare(graph.columns, algebraOf(sparql), {})!
  const count = ({ operator, children }: PlanNode): number =>
    (/scan|lookup|membership/.test(operator) ? 1 : 0) + children.reduce((sum, child) => sum + count(child), 0)
  return count(plan)
}

test.each([
  ['SELECT * { ?s a :Actor ; :form ?form }', 1],
  ['SELECT * { ?s :form :assoc ; a :Actor }', 1],
  ['SELECT * { ?s a :Actor ; :form ?form ; :name ?name }', 2],
  ['SELECT * { ?s a :Actor ; :name ?name }', 2],
  ['SELECT * { ?s a :Thing ; :form ?form }', 2],
  ['SELECT * { ?s a :Actor . ?other :form ?form }', 2],
  ['SELECT * { ?s :knows ?other . ?other a :Actor }', 2],
  ['SELECT * { ?s a :Actor ; ?p ?form }', 1],
  ['SELECT * { ?s a :Actor . ?s a :Actor }', 2],
  ['SELECT * { GRAPH :g { ?s :form ?form } ?s a :Actor }', 2],
  ['SELECT * { ?s a :Actor ; :form ?form FILTER NOT EXISTS { ?s a :Thing ; :form :coop } }', 3],
])('%s', async (sparql, expected) => {
  const graph = await graphOf(GRAPH)
  expect(solutionsOnColumns(graph, sparql).sort()).toEqual((await solutionsOfComunica(graph, sparql)).sort())
  expect(readers(graph, sparql)).toBe(expected)
})
