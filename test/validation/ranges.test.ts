import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { createGraphGate } from '../../src/validation/shacl.ts'

const HEAD =
  '@prefix : <https://a.example/#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n'
const parse = (turtle: string) => new Parser().parse(HEAD + turtle)

test.each([
  ['2', '10', true],
  ['"2"', '"10"', false],
  ['2', '"+2."^^xsd:decimal', true],
  ['2', '"2e0"^^xsd:double', true],
  ['2', '"INF"^^xsd:float', true],
  ['2', '"NaN"^^xsd:double', false],
  ['2', '"3"^^xsd:unsignedByte', true],
  ['2', '"3 "^^xsd:integer', false],
  ['2', '"3"', false],
  ['2', '"3"@fr', false],
  ['"a"@fr', '"b"@fr', false],
  ['false', 'true', true],
  ['true', '"0"^^xsd:boolean', false],
  ['true', '"2"^^xsd:boolean', false],
  ['"2010-01-15"^^xsd:date', '"2010-01-16"^^xsd:date', true],
  ['"2010-01-15"^^xsd:date', '"2010-02-30"^^xsd:date', false],
  ['"2010-01-15"^^xsd:date', '"2010-13-01"^^xsd:date', false],
  ['"2010-01-15"^^xsd:date', '"2010-01-16Z"^^xsd:date', false],
  ['"2010-01-15"^^xsd:date', '"2010-01-16T00:00:00"^^xsd:dateTime', false],
  ['"-0044-03-15"^^xsd:date', '"0033-04-03"^^xsd:date', true],
  ['"2010-01-15Z"^^xsd:date', '"2010-01-15+01:00"^^xsd:date', false],
  ['"2010-01-15T23:00:00.5Z"^^xsd:dateTime', '"2010-01-16T00:00:00.5+01:00"^^xsd:dateTime', true],
  ['"2010-01-15T23:00:00.5Z"^^xsd:dateTime', '"2010-01-15T23:00:00.4Z"^^xsd:dateTime', false],
  ['"2010-01-15T23:00:00"^^xsd:dateTime', '"2010-01-15T24:00:00"^^xsd:dateTime', true],
  ['"2010-01-15T23:00:00"^^xsd:dateTime', '"2010-01-15T23:60:00"^^xsd:dateTime', false],
  ['"2010-01-15T23:00:00"^^xsd:dateTime', '"2010-01-15Tsoon"^^xsd:dateTime', false],
  ['"2010"^^xsd:gYear', '"2011"^^xsd:gYear', true],
  ['"2010-05"^^xsd:gYearMonth', '"2010-04"^^xsd:gYearMonth', false],
  ['"08:00:00"^^xsd:time', '"09:30:00"^^xsd:time', true],
  ['"a"^^:Own', '"b"^^:Own', false],
])('at least %s: %s is so: %s', async (bound, value, isSo) => {
  const gate = await createGraphGate(parse(`:S sh:targetNode :a ; sh:path :p ; sh:minInclusive ${bound} .`))
  const { results } = await gate(await buildGraph(parse(`:a :p ${value} .`)))
  expect(results).toHaveLength(isSo ? 0 : 1)
})
