import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { absentNames } from '../../src/query/absentNames.ts'

const graph = await buildGraph(new Parser().parse('<urn:a#s> a <urn:a#Class> ; <urn:a#p> <urn:b#o> .'))
const PREFIXES = { a: 'urn:a#', b: 'urn:b#' }

test.each<[string, readonly string[]]>([
  ['SELECT * { a:s a a:Class ; a:p b:o }', []],
  ['SELECT * { ?s a a:Clas ; <urn:a#q>/a:p* b:o }', ['a:Clas', '<urn:a#q>']],
  ['PREFIX c: <urn:a#> SELECT * { ?s c:p c:x ; a:p ?o } # c:y', ['c:x']],
  ['SELECT * { ?s a:p "a:z", "1"^^a:type FILTER(a:f (?s) || xsd:integer(?s) = 1) }', []],
  ['SELECT * { ?s a:p b:o. ?s a:q b:o . }', ['a:q']],
  ['PREFIX e: <urn:> BASE <urn:a> SELECT * { ?s e:a\\#p <#x> }', []],
  ['SELECT * { SERVICE <urn:e> { ?s a:q ?o } }', []],
  ['ASK { GRAPH a:g { ?s ?p ?o } }', ['a:g']],
])('%s', (sparql, expected) => {
  expect(absentNames([{ graph }], sparql, PREFIXES)).toEqual(expected)
  expect(absentNames([{ graph }, { endpoint: 'https://example.org/' }], sparql, PREFIXES)).toEqual([])
})
