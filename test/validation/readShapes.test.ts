import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { VocabularyError } from '../../src/errors.ts'
import { formatPath } from '../../src/validation/shapes/path.ts'
import { readShapes } from '../../src/validation/shapes/readShapes.ts'

const HEAD = [
  '@prefix : <https://a.example/#> .',
  '@prefix sh: <http://www.w3.org/ns/shacl#> .',
  '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .',
  '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .',
].join('\n')
const parse = (turtle: string) => new Parser().parse(HEAD + turtle) as RDF.Quad[]

describe('shapes', () => {
  test.each([
    [':S sh:targetClass :C ; sh:sparql [] .', /sparql.*not a part of SHACL Core/],
    [':S sh:targetClass :C ; sh:js [] .', /not a part of SHACL Core/],
    [':S sh:target [] ; sh:class :C .', /not a part of SHACL Core/],
    [':Own a sh:ConstraintComponent .', /Own.*not a part of SHACL Core/],
    [':S sh:targetClass :C ; sh:node :T . :T sh:property :S .', /refers to itself.*#S → .*#T → .*#S/],
    [':S sh:targetClass :C ; sh:in ( 1 2 ) . _:l rdf:first 1 ; rdf:rest _:l . :S sh:in _:l .', /list/],
    [':S sh:targetClass :C ; sh:or [ rdf:first :T ] .', /list/],
    [':S sh:targetClass :C ; sh:property [ sh:path [] ; sh:minCount 1 ] .', /no property path/],
    [':S sh:targetClass :C ; sh:path _:p . _:p sh:inversePath _:p .', /contains itself/],
    [':S sh:targetClass :C ; sh:path :p ; sh:minCount "some" .', /minCount.*no whole number: some/],
    [':S sh:targetClass :C ; sh:nodeKind :Thing .', /nodeKind.*is none/],
    [':S sh:targetClass :C ; sh:pattern "(" .', /no regular expression/],
    [':S sh:targetClass :C ; sh:datatype "string" .', /datatype.*no IRI/],
  ])('%s are refused', (turtle, message) => {
    expect(() => readShapes(parse(turtle))).toThrow(VocabularyError)
    expect(() => readShapes(parse(turtle))).toThrow(message)
  })

  test('are read in the order in which they stand, each once', () => {
    const shapes = readShapes(
      parse(':B sh:targetNode :x ; sh:node :T . :A sh:targetNode :x ; sh:node :T . :T sh:class :C .'),
    )
    expect(shapes.map(({ shape }) => shape.node.value)).toEqual([
      'https://a.example/#B',
      'https://a.example/#A',
    ])
    const [first, second] = shapes.map(({ shape }) => shape.constraints[0])
    expect(first).toHaveProperty('shape')
    expect(Reflect.get(first!, 'shape')).toBe(Reflect.get(second!, 'shape'))
  })

  test('that are classes look at the instances of these', () => {
    const shapes = readShapes(
      parse(
        ':C a :Meta ; sh:class :D . :Meta rdfs:subClassOf rdfs:Class . :D a rdfs:Class . :E sh:class :D .',
      ),
    )
    expect(shapes.map(({ targets }) => targets.map(({ type, term }) => `${type} ${term.value}`))).toEqual([
      ['class https://a.example/#C'],
    ])
  })

  test('may name their parameters in messages', () => {
    const [targeted] = readShapes(
      parse(
        ':S sh:targetNode :x ; sh:message "parmi {$in}, cher $&"@fr, "in {?in}"@en ; sh:in ( "a" "$&" ) ; sh:class :C .',
      ),
    )
    expect(targeted!.shape.constraints.map(({ message }) => message)).toEqual([
      { fr: 'parmi a, $&, cher $&', en: 'in a, $&' },
      { fr: 'parmi {$in}, cher $&', en: 'in {?in}' },
    ])
  })
})

test('paths are written as SPARQL writes them', () => {
  const [targeted] = readShapes(
    parse(
      ':S sh:targetNode :x ; sh:path ( :p [ sh:inversePath :q ] [ sh:zeroOrMorePath [ sh:alternativePath ( :p :q ) ] ] ) ; sh:minCount 1 .',
    ),
  )
  const [p, q] = ['<https://a.example/#p>', '<https://a.example/#q>']
  expect(formatPath(targeted!.shape.path!)).toBe(`${p}/(^${q})/((${p}|${q})*)`)
  expect(targeted!.shape.constraints[0]!.message.en).toContain(`(^${q})`)
})
