import type * as RDF from '@rdfjs/types'
import { DataFactory, Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { COUNTS } from '../exchange/survey.ts'
import { PREFIXES, SOUND } from './cubes.ts'

const { literal, namedNode, quad } = DataFactory

/** What is wrong with a cube whose figure and year are as given, and whose measure has ranges. */
function found({ n = '1', year = '"2012"', ranges = 'xsd:decimal', yearRange = 'xsd:string' }): string[] {
  const turtle = `${PREFIXES}${SOUND.plain.replace('rdfs:range xsd:string', `rdfs:range ${yearRange}`)}
    e:n rdfs:range ${ranges} .
    e:x qb:dataSet e:cube ; e:form e:a ; e:year ${year} ; e:n ${n} .`
  return checkCube(new Parser().parse(turtle) as RDF.Quad[])
    .results.filter(({ focusNode }) => focusNode === 'urn:x')
    .map(({ code, path, value }) => `${code} ${path} ${value}`)
}

/** A literal as Turtle and as reports have it. */
const written = (text: string, datatype: string) =>
  `"${text}"^^<http://www.w3.org/2001/XMLSchema#${datatype}>`

describe('the values of a measure are in its range', () => {
  test.each([
    ['3', 'integer', 'decimal'],
    ['3', 'decimal', 'decimal'],
    ['.5', 'decimal', 'decimal'],
    ['3', 'integer', 'byte'],
    ['-128', 'integer', 'byte'],
    ['9'.repeat(5000), 'integer', 'nonNegativeInteger'],
    [`${'0'.repeat(5000)}255`, 'unsignedByte', 'integer'],
    ['INF', 'double', 'double'],
    ['1e3', 'float', 'float'],
    ['2010', 'gYear', 'gYear'],
    ['2010Z', 'gYear', 'gYear'],
    ['2010-02', 'gYearMonth', 'gYearMonth'],
    ['2012-02-29', 'date', 'date'],
    ['2012-02-29T12:00:00Z', 'dateTime', 'dateTimeStamp'],
    ['23:59:59', 'time', 'time'],
    ['1', 'boolean', 'boolean'],
    ['a', 'token', 'string'],
    ['P1D', 'dayTimeDuration', 'duration'],
    ['x', 'anyURI', 'anyURI'],
  ])('"%s"^^xsd:%s is in xsd:%s', (text, datatype, range) => {
    expect(found({ n: written(text, datatype), ranges: `xsd:${range}` })).toEqual([])
  })

  test.each([
    ['onze', 'string', 'decimal'],
    ['11', 'string', 'decimal'],
    ['onze', 'decimal', 'decimal'],
    ['', 'decimal', 'decimal'],
    ['1e3', 'decimal', 'decimal'],
    ['11.5', 'decimal', 'integer'],
    ['11.5', 'integer', 'decimal'],
    ['11', 'double', 'decimal'],
    ['11', 'float', 'double'],
    ['128', 'integer', 'byte'],
    ['-129', 'byte', 'decimal'],
    ['-1', 'integer', 'nonNegativeInteger'],
    ['9'.repeat(100), 'integer', 'long'],
    [`-${'9'.repeat(100)}`, 'integer', 'unsignedLong'],
    ['2010-05', 'gYear', 'gYear'],
    ['2010-13', 'gYearMonth', 'gYearMonth'],
    ['2011-02-29', 'date', 'date'],
    ['2012-02-29T12:00:00', 'dateTime', 'dateTimeStamp'],
    ['24:01:00', 'time', 'time'],
    ['yes', 'boolean', 'boolean'],
    ['onze', 'integer', 'anyAtomicType'],
  ])('"%s"^^xsd:%s is not in xsd:%s', (text, datatype, range) => {
    const [first, ...more] = found({ n: written(text, datatype), ranges: `xsd:${range}` })
    expect(first?.slice(0, 60)).toBe(`rdfs:range urn:n ${written(text, datatype)}`.slice(0, 60))
    expect(more).toEqual([])
  })

  test('what is no literal is of no datatype', () => {
    expect(found({ n: 'e:eleven' })).toEqual(['rdfs:range urn:n <urn:eleven>'])
    expect(found({ n: 'e:eleven', ranges: 'rdfs:Literal' })).toEqual(['rdfs:range urn:n <urn:eleven>'])
    expect(found({ n: '_:eleven' })[0]).toMatch(/^rdfs:range urn:n _:/)
    expect(found({ n: '"onze"', ranges: 'rdfs:Literal' })).toEqual([])
  })

  test('texts have a language where the range asks for one', () => {
    expect(
      found({ n: '"onze"@fr', ranges: '<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>' }),
    ).toEqual([])
    expect(found({ n: '"onze"', ranges: '<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>' })).toEqual(
      [`rdfs:range urn:n ${written('onze', 'string')}`],
    )
    expect(found({ n: '"onze"@fr' })).toEqual(['rdfs:range urn:n "onze"@fr'])
  })

  test('a value is in all ranges', () => {
    expect(found({ n: '3', ranges: 'xsd:decimal, xsd:byte' })).toEqual([])
    expect(found({ n: '300', ranges: 'xsd:decimal, xsd:byte' })).toEqual([
      `rdfs:range urn:n ${written('300', 'integer')}`,
    ])
  })

  test('classes of things, and the datatypes of others, are not looked at', () => {
    expect(found({ n: '"onze"', ranges: 'skos:Concept, e:own, qb:MeasureProperty' })).toEqual([])
  })
})

test('so are those of a dimension', () => {
  expect(found({ year: '"2012"^^xsd:gYear', yearRange: 'xsd:gYear' })).toEqual([])
  expect(found({ year: '2012' })).toEqual([`rdfs:range urn:year ${written('2012', 'integer')}`])
})

describe('what stands in the place of a value', () => {
  const noValue = (reason: string) => `"${reason}"^^<${iri('annuaire:noValue')}>`

  test('is allowed where it may stand', () => {
    expect(found({ n: noValue('undefined') })).toEqual([])
    expect(found({ year: noValue('missing') })).toEqual([])
    expect(found({ year: noValue('other') })).toEqual([])
  })

  test('is not elsewhere, nor is another text', () => {
    expect(found({ n: noValue('missing') })).toEqual([`rdfs:range urn:n ${noValue('missing')}`])
    expect(found({ year: noValue('undefined') })).toEqual([`rdfs:range urn:year ${noValue('undefined')}`])
    expect(found({ n: noValue('onze') })).toEqual([`rdfs:range urn:n ${noValue('onze')}`])
  })
})

test('a figure of a published cube that is a word is found, once, with its observation', () => {
  const n = namedNode(iri('annuaire:n'))
  const quads = [...toCube(COUNTS, { base: 'https://annuaire.example.org', date: '2026-11-01' })]
  expect(checkCube(quads).conforms).toBe(true)
  const at = quads.findIndex(({ predicate }) => predicate.equals(n))
  const { subject } = quads[at]!
  const word = quad(subject as never, n, literal('onze')) as RDF.Quad
  const { conforms, results } = checkCube(quads.with(at, word).concat(word))
  expect(conforms).toBe(false)
  expect(results).toEqual([
    {
      severity: 'violation',
      code: 'rdfs:range',
      focusNode: subject.value,
      path: iri('annuaire:n'),
      value: '"onze"^^<http://www.w3.org/2001/XMLSchema#string>',
      message: {
        fr: 'Cette valeur n’est pas du type <http://www.w3.org/2001/XMLSchema#decimal>, qui est le rdfs:range de la propriété, ou n’est pas écrite comme son propre type le veut. Corrigez la valeur ou son type.',
        en: 'This value is not of the datatype <http://www.w3.org/2001/XMLSchema#decimal>, which is the rdfs:range of the property, or is not written as its own datatype asks for. Correct the value or its datatype.',
      },
    },
  ])
  expect(typographyFaults(results[0]!.message.fr)).toEqual([])
})

test('a value that stands on a slice or a data set is told there', () => {
  const turtle = `${PREFIXES}${SOUND.slices.replace('e:byYear ; e:year "2010"', 'e:byYear ; e:year 2010')}`
  const { results } = checkCube(new Parser().parse(turtle) as RDF.Quad[])
  expect(results.map(({ code, focusNode }) => [code, focusNode])).toEqual([['rdfs:range', 'urn:s2010']])
})
