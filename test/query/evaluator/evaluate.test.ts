import { beforeAll, expect, test } from 'vitest'
import { mayEvaluate, prepare } from '../../../src/query/evaluator/evaluate.ts'
import { algebraOf, graphOf, solutionsOfComunica, solutionsOnColumns, type TestGraph } from './witnesses.ts'

const GRAPH = `
:a a :Actor ; :name "Alpha"@fr, "Alpha" ; :form :assoc ; :for :young, :old ; :size 3 ; :at :x .
:b a :Actor ; :name "Beta" ; :form :coop ; :for :old ; :size 12 ; :at :y ; :knows :a, :b .
:c a :Actor ; :name "Gamma"@en ; :form :assoc ; :size 3.0 ; :knows :b .
:d a :Other ; :name "Delta" ; :form :coop ; :at _:z ; :knows _:k .
_:k :name "Kappa" ; :knows :d , _:k .
_:z :in :x .
:x :in :north . :y :in :south . :north :in :land . :south :in :land .
:assoc :label "Association"@fr, "Association"@en ; :scheme :forms .
:coop :label "Coopérative"@fr ; :scheme :forms .
:odd :p :odd ; :name :odd ; :form "assoc" .
:g1 { :a :name "in g1" ; :size 5 . :e :form :assoc }
:g2 { :a :name "in g2" . :b :knows :g2 . :g2 :knows :a }
`

let graph: TestGraph
beforeAll(async () => {
  graph = await graphOf(GRAPH)
})

/** Without an ORDER BY solutions come in any order. */
async function expectSame(sparql: string): Promise<void> {
  const found = solutionsOnColumns(graph, sparql)
  expect(found.sort(), sparql).toEqual((await solutionsOfComunica(graph, sparql)).sort())
}

const QUERIES = `
SELECT * { ?s ?p ?o }
SELECT * { :a ?p ?o }
SELECT * { ?s ?p :a }
SELECT * { :a ?p :assoc }
SELECT ?s { ?s a :Actor }
SELECT ?p { ?s ?p ?o }
SELECT * { ?s :form ?f }
SELECT * { ?s :nothing ?f }
SELECT * { :nobody :form ?f }
SELECT * { :a :form :assoc }
SELECT * { :a :form :coop }
SELECT * { ?s :knows ?s }
SELECT * { ?s ?p ?s }
SELECT * { ?p ?p ?o }
SELECT * { }
SELECT * { ?s a :Actor ; :form ?f . ?f :scheme :forms }
SELECT * { ?s :form ?f . ?f :label ?l . ?s :for ?w }
SELECT * { ?s :for ?w . ?t :for ?w }
SELECT * { ?s :knows ?t . ?t :knows ?s }
SELECT * { ?s :knows ?t . ?t :knows ?u . ?u :form ?f }
SELECT * { ?s a :Actor . ?t :scheme :forms }
SELECT * { ?s a :Actor . ?s ?p ?o . ?o :scheme :forms }
SELECT * { ?s :at/:in ?r }
SELECT * { ?s :at/:in* ?r }
SELECT * { ?s :in+ ?r }
SELECT * { ?s :knows* ?s }
SELECT * { :a :knows* ?r }
SELECT * { :nobody :knows* ?r }
SELECT * { ?s :knows? :a }
SELECT * { ?s :knows|:at ?o }
SELECT * { ?s a :Actor . ?s :knows|:at|^:knows ?o }
SELECT * { ?o a :Actor . ?s :knows|:at|^:knows ?o }
SELECT * { ?s a :Actor . ?o a :Actor . ?s :knows|:nothing|^:knows ?o }
SELECT * { GRAPH :g2 { ?s :name ?n . ?s :knows|:name|^:knows ?o } }
SELECT * { ?s !(:knows|:name) ?o }
SELECT * { ?s ^:knows ?o . ?o :in* ?z }
SELECT * { ?s a :Actor . ?s :at/:in+ :land }
SELECT * { VALUES ?s { :a :b } ?s :knows* ?o }
SELECT * { GRAPH ?g { ?s ?p ?o } }
SELECT * { GRAPH :g1 { ?s ?p ?o } }
SELECT * { GRAPH ?g { ?g ?p ?o } }
SELECT * { GRAPH :none { ?s ?p ?o } }
SELECT * { ?s :form ?f . GRAPH ?g { ?s :name ?n } }
SELECT * { GRAPH ?g { ?s :knows+ ?o } }
SELECT * { GRAPH :g2 { :b :knows+ ?o } }
SELECT * { GRAPH ?g { ?s :name ?n } GRAPH ?h { ?s :size ?z } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } }
SELECT * { ?s a :Actor OPTIONAL { ?s :for ?w } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w . ?w :in ?r } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } OPTIONAL { ?w :in ?r } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } ?w :in ?r }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } OPTIONAL { ?w :in ?r OPTIONAL { ?r :in ?t } } }
SELECT * { ?s a :Actor OPTIONAL { ?t :at ?w } }
SELECT * { ?s a :Actor OPTIONAL { ?s :nothing ?w } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at :x } }
SELECT * { ?f :scheme :forms OPTIONAL { ?s :form ?f } }
SELECT * { OPTIONAL { ?s :nothing ?w } }
SELECT * { OPTIONAL { ?s :for ?w } ?s a :Actor }
SELECT * { { ?s :at ?w } UNION { ?s :for ?w } }
SELECT * { { ?s :at ?w } UNION { ?s :for ?v } }
SELECT * { { ?s :at ?w } UNION { ?s :for ?v } ?s :form ?f }
SELECT * { { ?s :at ?w } UNION { ?s :for ?v } ?w :in ?r }
SELECT * { { ?s :at ?w } UNION { ?s :for ?v } { ?s :at ?w } UNION { ?t :knows ?s } }
SELECT * { { ?s a :Actor } UNION { } }
SELECT * { ?s a :Actor { { ?s :at ?w } UNION { } } }
SELECT * { ?s a :Actor MINUS { ?s :at ?w } }
SELECT * { ?s a :Actor MINUS { ?t :at ?w } }
SELECT * { ?s a :Actor MINUS { } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } MINUS { ?t :at ?w } }
SELECT * { ?s :for ?w MINUS { ?s :knows ?w } }
SELECT * { ?s :at ?w MINUS { { ?s :for ?v } UNION { ?t :at ?w } } }
SELECT * { VALUES ?s { :a :b :nobody } ?s :form ?f }
SELECT * { VALUES ?s { :a :b :nobody } }
SELECT * { VALUES (?s ?f) { (:a :assoc) (UNDEF :coop) (:c UNDEF) } ?s :form ?f }
SELECT * { VALUES (?s ?f) { (:a :assoc) (UNDEF :coop) (:c UNDEF) } }
SELECT * { VALUES (?s ?f) { (:a UNDEF) (UNDEF :coop) } VALUES (?s ?f) { (:a UNDEF) (:b :coop) (UNDEF UNDEF) } }
SELECT * { ?s :form ?f } VALUES ?f { :coop }
SELECT * { VALUES ?s { } ?s :form ?f }
SELECT DISTINCT ?s { ?s ?p ?o }
SELECT DISTINCT ?p { ?s ?p ?o }
SELECT DISTINCT ?f { ?s :form ?f }
SELECT DISTINCT ?s ?f { ?s :form ?f ; :for ?w }
SELECT DISTINCT ?w ?f ?n { ?s :form ?f ; :for ?w ; :name ?n }
SELECT DISTINCT ?w ?f { ?s :form ?f OPTIONAL { ?s :for ?w } }
SELECT REDUCED ?s { ?s :form ?f } 
SELECT ?f { { SELECT DISTINCT ?f { ?s :form ?f } } ?s :form ?f }
SELECT ?s { ?s :form ?f { SELECT ?f { ?s :scheme ?x ; ^:form ?t . BIND(?s AS ?f) } } }
SELECT * { { SELECT ?s { ?s :at ?w } } ?w :in ?r }
SELECT * { { SELECT ?w { ?s :at ?w } } ?s :in ?r }
SELECT * { ?s a :Actor { SELECT ?s ?w { ?s :at ?w } LIMIT 100 } }
SELECT ?s { ?s a :Actor } LIMIT 0
SELECT ?s { ?s a :Actor } OFFSET 10
SELECT * { ?s a :Actor FILTER(?s = :a) }
SELECT * { ?s a :Actor FILTER(?t = :a) }
SELECT * { ?s :size ?n FILTER(?n > 3 && ?s != :b) }
SELECT * { ?s :size ?n . ?s :form ?f FILTER(?n = 3 || ?f = :coop) }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } FILTER(!BOUND(?w)) }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w FILTER(?w = :x) } }
SELECT * { ?s :size ?n OPTIONAL { ?t :size ?m FILTER(?m > ?n) } }
SELECT * { ?s :size ?n OPTIONAL { { ?t :size ?m } FILTER(?m > ?n) } }
SELECT * { ?s :size ?n OPTIONAL { { ?t :size ?m FILTER(?m > ?n) } } }
SELECT * { ?s :size ?n OPTIONAL { { SELECT ?t ?m { ?t :size ?m } } FILTER(?m > ?n) } }
SELECT * { ?s :size ?n OPTIONAL { { SELECT ?s ?m { ?s :size ?m } } FILTER(?m > 5) } }
SELECT * { ?s :size ?n { ?s :form ?f FILTER(?n > 3) } }
SELECT * { ?s :size ?n { ?s :form ?f FILTER(?f = :coop) } }
SELECT * { ?s a :Actor FILTER EXISTS { ?s :at ?w } }
SELECT * { ?s a :Actor FILTER NOT EXISTS { ?s :at ?w } }
SELECT * { ?s a :Actor FILTER NOT EXISTS { ?s :at ?w . ?w :in :north } }
SELECT * { ?s a :Actor FILTER EXISTS { ?t :nothing ?w } }
SELECT * { ?s a :Actor FILTER NOT EXISTS { ?t :at ?w } }
SELECT * { ?s :size ?n FILTER EXISTS { ?t :size ?m FILTER(?m > ?n) } }
SELECT * { ?s :form ?f FILTER EXISTS { ?s :at ?w OPTIONAL { ?w :in ?r } } }
SELECT * { ?s :form ?f FILTER NOT EXISTS { { ?s :at ?w } UNION { ?s :for ?w } } }
SELECT * { ?s :form ?f FILTER EXISTS { ?s :at ?w MINUS { ?v :in :north } } }
SELECT * { ?s :form ?f FILTER EXISTS { { SELECT ?s { ?s :at ?w } } } }
SELECT * { ?s :form ?f FILTER(EXISTS { ?s :at ?w } || ?f = :coop) }
SELECT * { VALUES ?p { :at :for :knows } ?s a :Actor FILTER NOT EXISTS { ?s ?p ?o } }
SELECT * { ?s a :Actor FILTER EXISTS { ?s :knows* ?t . ?t :at ?w } }
SELECT * { ?s a :Actor OPTIONAL { ?s :at ?w } FILTER EXISTS { ?t :at ?w } }
SELECT * { ?s a :Actor BIND(?s AS ?t) }
SELECT * { ?s :size ?n BIND(?n + 1 AS ?m) }
SELECT * { ?s :size ?n BIND(?nothing AS ?m) }
SELECT * { ?s :size ?n BIND(?n + 1 AS ?m) ?t :size ?m }
SELECT * { BIND(:a AS ?s) ?s :form ?f }
SELECT (COUNT(*) AS ?n) { ?s :form ?f }
SELECT (COUNT(*) AS ?n) { ?s ?p ?o }
SELECT (COUNT(*) AS ?n) { ?s :nothing ?f }
SELECT (COUNT(*) AS ?n) { :a ?p ?o }
SELECT (COUNT(?s) AS ?n) { ?s :form :assoc }
SELECT (COUNT(DISTINCT ?f) AS ?n) { ?s :form ?f }
SELECT (COUNT(DISTINCT *) AS ?n) { ?s :form ?f OPTIONAL { ?s :for ?w } }
SELECT (COUNT(DISTINCT *) AS ?n) { { ?s :form ?f } UNION { ?s :form ?f } }
SELECT ?f (COUNT(*) AS ?n) { ?s :form ?f } GROUP BY ?f
SELECT ?f (COUNT(?s) AS ?n) { ?s a :Actor ; :form ?f } GROUP BY ?f
SELECT ?s (COUNT(?o) AS ?n) { ?s :for ?o } GROUP BY ?s
SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p
SELECT ?p (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p
SELECT ?f ?w (COUNT(DISTINCT ?s) AS ?n) { ?s :form ?f ; :for ?w } GROUP BY ?f ?w
SELECT ?f ?w (COUNT(DISTINCT ?n) AS ?m) { ?s :form ?f ; :for ?w ; :name ?n } GROUP BY ?f ?w
SELECT ?f (COUNT(?w) AS ?n) { ?s :form ?f OPTIONAL { ?s :for ?w } } GROUP BY ?f
SELECT ?w (COUNT(*) AS ?n) { ?s :form ?f OPTIONAL { ?s :for ?w } } GROUP BY ?w
SELECT ?f (SUM(?n) AS ?m) { ?s :form ?f ; :size ?n } GROUP BY ?f
SELECT ?f (COUNT(*) AS ?n) { ?s :form ?f } GROUP BY ?f HAVING(COUNT(*) > 1)
SELECT (COUNT(*) AS ?n) { ?s :form ?f } GROUP BY (STR(?f))
SELECT ?z (COUNT(*) AS ?n) { ?s :form ?f } GROUP BY (STR(?f) AS ?z)
SELECT (COUNT(?s) + 1 AS ?n) { ?s :form ?f }
SELECT ?f ?n ?b { { SELECT ?f (COUNT(DISTINCT ?s) AS ?n) { ?s :form ?f } GROUP BY ?f } { SELECT (COUNT(DISTINCT ?s) AS ?b) { ?s :form ?f } } }
SELECT ?f ?l { { SELECT DISTINCT ?f { ?s :form ?f } } OPTIONAL { SELECT ?f (MIN(STR(?t)) AS ?l) { ?f :label ?t } GROUP BY ?f } }
SELECT * { { SELECT DISTINCT ?s ?w { { ?s :at ?w } UNION { ?s :at ?v . ?v :in ?w } ?w :in ?x } } ?s :form ?f }
`
  .trim()
  .split('\n')

test.each(QUERIES)('%s', expectSame)

test.each([
  'SELECT * { ?s :size ?n } ORDER BY ?n ?s',
  'SELECT * { ?s :size ?n } ORDER BY DESC(?n) ?s',
  'SELECT ?s { ?s a :Actor OPTIONAL { ?s :at ?w } } ORDER BY ?w ?s',
  'SELECT ?s { ?s a :Actor } ORDER BY ?s LIMIT 2',
  'SELECT ?s { ?s a :Actor } ORDER BY DESC(?s) LIMIT 1 OFFSET 1',
  'SELECT ?s { ?s a :Actor } ORDER BY ?s LIMIT 0',
  'SELECT ?s { ?s a :Actor } ORDER BY ?s OFFSET 7',
  'SELECT ?f (COUNT(?s) AS ?n) { ?s :form ?f } GROUP BY ?f ORDER BY DESC(?n) ?f LIMIT 2',
  'SELECT DISTINCT ?f { ?s :form ?f } ORDER BY ?f LIMIT 2',
])('in order: %s', async sparql => {
  expect(solutionsOnColumns(graph, sparql)).toEqual(await solutionsOfComunica(graph, sparql))
})

test('LIMIT without an order gives as many solutions, each of those that there are', () => {
  const all = solutionsOnColumns(graph, 'SELECT * { ?s ?p ?o }')
  const some = solutionsOnColumns(graph, 'SELECT * { ?s ?p ?o } LIMIT 5 OFFSET 3')
  expect(some).toHaveLength(5)
  expect(all).toEqual(expect.arrayContaining(some))
})

test.each([
  ['SELECT * { SERVICE :endpoint { ?s ?p ?o } }'],
  ['SELECT * FROM :g1 { ?s ?p ?o }'],
  ['SELECT * { ?s ?p ?o FILTER(:own(?s)) }'],
  ['SELECT * { ?s a :Actor FILTER EXISTS { SERVICE :endpoint { ?s ?p ?o } } }'],
])('%s is left to others', sparql => {
  expect(mayEvaluate(algebraOf(sparql))).toBe(false)
  expect(prepare(graph.columns, algebraOf(sparql))).toBeUndefined()
})
