import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { createGraphGate } from '../../../src/validation/shacl.ts'
import { linesOf, referenceResults } from './referenceGate.ts'
import { HEAD } from './shapeArbitrary.ts'

const parse = (turtle: string) => new Parser().parse(HEAD + turtle) as RDF.Quad[]

/** Component, what a shape of the values of :p asks, values that conform, values that do not; then how many faults. */
const PROPERTY_SHAPES: readonly [
  component: string,
  shape: string,
  good: string,
  bad: string,
  faults: number,
][] = [
  ['MinCount', 'sh:minCount 2', ':p 1, 2', ':p 1', 1],
  ['MaxCount', 'sh:maxCount 1', ':p 1', ':p 1, 2', 1],
  ['Class', 'sh:class :D', ':p :d, :e', ':p :d, :other, 1', 2],
  ['Datatype', 'sh:datatype xsd:integer', ':p 1, 01', ':p 1.5, "x"^^xsd:integer, :d', 3],
  ['Datatype', 'sh:datatype rdf:langString', ':p "a"@fr, "b"@en', ':p "a"', 1],
  ['NodeKind', 'sh:nodeKind sh:BlankNodeOrIRI', ':p :d, []', ':p "d"', 1],
  ['MinInclusive', 'sh:minInclusive 2', ':p 2, 2.0, 3e0', ':p 1, "3", :d', 3],
  ['MinExclusive', 'sh:minExclusive 2', ':p 2.1', ':p 2, 2.0', 2],
  [
    'MaxInclusive',
    'sh:maxInclusive "2010-01-15"^^xsd:date',
    ':p "2010-01-15"^^xsd:date',
    ':p "2010-01-16"^^xsd:date, 1',
    2,
  ],
  ['MaxExclusive', 'sh:maxExclusive 2', ':p 1.9', ':p 2', 1],
  ['MinLength', 'sh:minLength 2', ':p "ab", :d', ':p "a", []', 2],
  ['MaxLength', 'sh:maxLength 2', ':p "ab", 10', ':p "abc", :d', 2],
  ['Pattern', 'sh:pattern "^A" ; sh:flags "i"', ':p "ab", "AB"', ':p "b", []', 2],
  ['LanguageIn', 'sh:languageIn ( "fr" "en" )', ':p "a"@fr, "b"@en-gb', ':p "a"@de, "a", :d', 3],
  ['UniqueLang', 'sh:uniqueLang true', ':p "a"@fr, "b"@en, "c", "d"', ':p "a"@fr, "b"@fr, "c"@en, "d"@en', 2],
  ['Equals', 'sh:equals :q', ':p 1, 2 ; :q 2, 1', ':p 1 ; :q 2', 2],
  ['Disjoint', 'sh:disjoint :q', ':p 1 ; :q 2, 3', ':p 1, 2 ; :q 2, 3', 1],
  ['LessThan', 'sh:lessThan :q', ':p 1 ; :q 2, 3.5', ':p 2, 3 ; :q 3, 2', 3],
  ['LessThanOrEquals', 'sh:lessThanOrEquals :q', ':p 2 ; :q 2, 3', ':p 3 ; :q 2, 3, :d', 2],
  ['Not', 'sh:not [ sh:datatype xsd:integer ]', ':p "a"', ':p 1, 2', 2],
  ['Or', 'sh:or ( [ sh:datatype xsd:integer ] [ sh:class :D ] )', ':p 1, :d', ':p "a", :other', 2],
  ['Xone', 'sh:xone ( [ sh:nodeKind sh:IRI ] [ sh:class :D ] )', ':p :other, _:e', ':p :d, 1', 2],
  ['Node', 'sh:node [ sh:property [ sh:path :q ; sh:minCount 1 ] ]', ':p :e', ':p :d, 1', 2],
  [
    'QualifiedMinCount',
    'sh:qualifiedValueShape [ sh:class :D ] ; sh:qualifiedMinCount 2',
    ':p :d, :e',
    ':p :d, 1',
    1,
  ],
  [
    'QualifiedMaxCount',
    'sh:qualifiedValueShape [ sh:class :D ] ; sh:qualifiedMaxCount 1',
    ':p :d, 1',
    ':p :d, :e',
    1,
  ],
  ['HasValue', 'sh:hasValue 1', ':p 1, 2', ':p 01, 2', 1],
  ['In', 'sh:in ( 1 :d "a"@fr )', ':p 1, :d, "a"@fr', ':p 01, "a"@en, "a"', 3],
]

const NODE_SHAPES: readonly [component: string, shape: string, good: string, bad: string, faults: number][] =
  [
    ['And', 'sh:and ( [ sh:class :C ] [ sh:property [ sh:path :p ; sh:minCount 1 ] ] )', ':p 1', ':q 1', 1],
    [
      'Closed',
      'sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path :p ]',
      ':p 1',
      ':q 1, 2 ; :p 1',
      2,
    ],
    ['Pattern', 'sh:pattern "good$"', ':p 1', ':p 1', 1],
    ['Disjoint', 'sh:disjoint :p', ':p :bad', ':p :bad', 1],
  ]

const THINGS = ':d a :D . :e a :E ; :q 1 . _:e a :D . :E rdfs:subClassOf :D . :other a :C2 .'

/** The faults of one shape, which are to be those that the reference finds. */
async function faultsOf(shape: string, good: string, bad: string) {
  const shapes = parse(`:S a sh:NodeShape ; sh:targetClass :C ; ${shape} .`)
  const data = parse(`${THINGS} :good a :C ; ${good} . :bad a :C ; ${bad} .`)
  const { results } = await (await createGraphGate(shapes))(await buildGraph(data))
  return { results, reference: await referenceResults(shapes, data) }
}

describe('each component finds its fault, as rdf-validate-shacl does', () => {
  test.each([
    ...PROPERTY_SHAPES.map(
      ([component, shape, ...rest]) => [component, `sh:property [ sh:path :p ; ${shape} ]`, ...rest] as const,
    ),
    ...NODE_SHAPES,
  ])('%s: %s', async (component, shape, good, bad, faults) => {
    const { results, reference } = await faultsOf(shape, good, bad)
    expect(results.map(({ code, focusNode }) => `${code} ${focusNode}`)).toEqual(
      Array(faults).fill(`shacl:${component}ConstraintComponent https://a.example/#bad`),
    )
    expect(linesOf(results)).toEqual(linesOf(reference))
  })
})

/** Where SHACL says otherwise than that library, SHACL decides. */
describe('by the letter of SHACL', () => {
  test.each([
    [
      '§4.6.2: each value conforms to all of sh:and',
      'sh:property [ sh:path :p ; sh:and ( [ sh:class :D ] ) ]',
      ':p :d',
      ':p :d, 1',
      ['1'],
    ],
    [
      '§4.5.1: sh:equals of a node, both ways',
      'sh:equals :p',
      ':p :good',
      ':p :d',
      ['https://a.example/#bad', 'https://a.example/#d'],
    ],
    [
      '§4.4.1: lengths are counted in characters',
      'sh:property [ sh:path :p ; sh:maxLength 2 ]',
      ':p "😀😀"',
      ':p "😀😀😀"',
      ['😀😀😀'],
    ],
    [
      '§4.4.4: a language range is no prefix of letters',
      'sh:property [ sh:path :p ; sh:languageIn ( "FR" ) ]',
      ':p "a"@fr-ca',
      ':p "a"@frp',
      ['a'],
    ],
    [
      '§4.5.3: strings are in the order of code points',
      'sh:property [ sh:path :p ; sh:lessThan :q ]',
      ':p "B", "é" ; :q "\uffff", "😀"',
      ':p "b" ; :q "C"',
      ['b'],
    ],
    [
      '§4.3: what cannot be compared is not in the range',
      'sh:property [ sh:path :p ; sh:minInclusive "2010-01-15T10:00:00Z"^^xsd:dateTime ]',
      ':p "2010-01-15T12:00:00+02:00"^^xsd:dateTime',
      ':p "2020-01-01T00:00:00"^^xsd:dateTime, "2020-01-01"^^xsd:date',
      ['2020-01-01T00:00:00', '2020-01-01'],
    ],
    [
      '§2.3.1.4: any path can be inverted',
      'sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ; sh:maxCount 0 ]',
      ':r 1',
      ':p [ :q :bad ]',
      [undefined],
    ],
  ])('%s', async (_clause, shape, good, bad, values) => {
    const shapes = parse(`:S a sh:NodeShape ; sh:targetClass :C ; ${shape} .`)
    const data = parse(`${THINGS} :good a :C ; ${good} . :bad a :C ; ${bad} .`)
    const { results } = await (await createGraphGate(shapes))(await buildGraph(data))
    expect(results.map(({ value }) => value)).toEqual(values)
    expect(new Set(results.map(({ focusNode }) => focusNode))).toEqual(new Set(['https://a.example/#bad']))
  })
})
