import { beforeAll, expect, test } from 'vitest'
import { graphOf, solutionsOfOxigraph, solutionsOnColumns, type TestGraph } from './witnesses.ts'

/** More rows than a batch has, with gaps, several values, and ids that are not in the order of subjects. */
let graph: TestGraph
let turtle: string
beforeAll(async () => {
  const lines = Array.from({ length: 6000 }, (_, n) => {
    const one = [`:s${n} a :Actor`]
    if (n % 3 !== 0) one.push(`:form :f${(n * 7) % 11}`)
    if (n % 2 === 0) one.push(`:for :w${n % 5}, :w${(n + 1) % 5}, :w${(n * 3) % 7}`)
    if (n % 5 !== 1) one.push(`:at :p${(n * 31) % 400}`)
    one.push(`:label "label ${(n * 613) % 997}"`, `:size ${n % 97}`)
    return `${one.join(' ; ')} .`
  })
  for (let n = 0; n < 400; n++) lines.push(`:p${n} :in :r${n % 9} .`)
  for (let n = 0; n < 11; n++) lines.push(`:f${n} :scheme :forms ; :label "form ${n}" .`)
  turtle = lines.join('\n')
  graph = await graphOf(turtle)
})

test.each([
  'SELECT ?s ?w { ?s a :Actor ; :for ?w }',
  'SELECT ?s { ?s a :Actor ; :for ?w }',
  'SELECT ?s ?w { ?s a :Actor OPTIONAL { ?s :for ?w } }',
  'SELECT ?s ?r { ?s :form :f3 ; :at ?p . ?p :in ?r }',
  'SELECT ?s ?p { ?s a :Actor OPTIONAL { ?s :at ?p . ?p :in :r4 } }',
  'SELECT DISTINCT ?w { ?s :for ?w }',
  'SELECT DISTINCT ?s { ?s :for ?w }',
  'SELECT DISTINCT ?w (?w AS ?same) { ?s :for ?w }',
  'SELECT DISTINCT (?f AS ?same) ?f (?same AS ?again) { ?s a :Actor OPTIONAL { ?s :form ?f } }',
  'SELECT DISTINCT ?f ?w { ?s :form ?f ; :for ?w }',
  'SELECT DISTINCT ?s ?r { { ?s :at ?r } UNION { ?s :at ?p . ?p :in ?r } }',
  'SELECT DISTINCT ?l ?n ?f { ?s :label ?l ; :size ?n ; :form ?f }',
  'SELECT DISTINCT ?l ?n { { ?s :label ?l ; :size ?n } UNION { ?s :form ?l ; :size ?n } }',
  'SELECT ?f ?w (COUNT(DISTINCT ?s) AS ?n) { ?s a :Actor ; :form ?f ; :for ?w } GROUP BY ?f ?w',
  'SELECT ?r (COUNT(DISTINCT ?s) AS ?n) { ?s a :Actor ; :at/:in ?r ; :for ?w } GROUP BY ?r',
  'SELECT ?l ?n (COUNT(*) AS ?c) { ?s :label ?l ; :size ?n } GROUP BY ?l ?n',
  'SELECT ?l ?f ?w (COUNT(*) AS ?c) (MAX(?n) AS ?m) { ?s :label ?l ; :size ?n ; :form ?f ; :for ?w } GROUP BY ?l ?f ?w',
  'SELECT (COUNT(DISTINCT ?l) AS ?c) { ?s a :Actor ; :label ?l }',
  'SELECT ?s { ?s a :Actor FILTER NOT EXISTS { ?s :form ?f } }',
  'SELECT ?s ?p { VALUES ?p { :form :at :for } ?s a :Actor FILTER NOT EXISTS { ?s ?p ?o } }',
  'SELECT ?s { ?s a :Actor FILTER EXISTS { ?s :at ?p . ?p :in :r2 } }',
  'SELECT ?s { ?s :label ?l FILTER(?l < "label 2") MINUS { ?s :form ?f } }',
  'SELECT ?s ?l { ?s :form ?f { SELECT DISTINCT ?f ?l { ?f :scheme :forms ; :label ?l } } }',
  'SELECT ?s ?n { ?s :label ?l { SELECT ?l (COUNT(*) AS ?n) { ?t :label ?l } GROUP BY ?l } }',
  'SELECT ?s ?o { ?s a :Actor ; :at|:form ?o }',
])('%s', sparql => {
  const found = solutionsOnColumns(graph, sparql)
  expect(found.length).toBeGreaterThan(0)
  expect(found.sort()).toEqual(solutionsOfOxigraph(turtle, sparql).sort())
})

test.each([
  'SELECT ?s ?l { ?s a :Actor ; :label ?l } ORDER BY ?l ?s LIMIT 30 OFFSET 2000',
  'SELECT ?s ?l { ?s a :Actor ; :label ?l } ORDER BY DESC(?l) ?s LIMIT 30',
  'SELECT ?s ?n { ?s a :Actor ; :size ?n } ORDER BY DESC(?n) DESC(?s) LIMIT 3000',
  'SELECT ?s ?l ?n { ?s a :Actor ; :label ?l ; :size ?n } ORDER BY ?n DESC(?l) ?s',
  'SELECT ?s ?f { ?s a :Actor OPTIONAL { ?s :form ?f } } ORDER BY ?f ?s LIMIT 2500',
])('in order: %s', sparql => {
  expect(solutionsOnColumns(graph, sparql)).toEqual(solutionsOfOxigraph(turtle, sparql))
})
