import type * as RDF from '@rdfjs/types'
import { Store } from 'n3'
import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { comparisonMeasureIri } from '../../../src/statistics/comparison/comparisonCube.ts'
import { comparisonMeasures } from '../../../src/statistics/comparison/comparisonMeasures.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { measureIri } from '../../../src/statistics/cube/cubeIris.ts'
import type { CubeOptions } from '../../../src/statistics/cube/cubeOptions.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'
import { loadVocabulary } from '../../../src/vocabulary/vocabulary.ts'
import { COUNTS, SHARES } from '../exchange/survey.ts'

const NAMES = { fr: 'de tous', en: 'of all' }
const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }
const OWN = 'https://annuaire.example.org/def/statistique#'

/** Objects of a property, as they are written in N-Triples without their prefixes’ IRIs. */
function objects(quads: Iterable<RDF.Quad>, subject: string | null, predicate: string): string[] {
  return [...quads]
    .filter(
      quad => quad.predicate.value === predicate && (subject === null || quad.subject.value === subject),
    )
    .map(({ object }) =>
      object.termType === 'Literal'
        ? `${object.value}${object.language ? `@${object.language}` : `^^${object.datatype.value.split('#')[1]}`}`
        : object.value,
    )
}

const table = (observations: readonly Observation[], more: Partial<Table> = {}): Table => ({
  ...COUNTS,
  measures: ['n', 'base', 'missing', 'share'],
  observations,
  ...more,
})
const figures = { n: 1, base: 2, missing: 0, share: 50 }

test('the data set says what it is, from whom, and from which query', () => {
  const options: CubeOptions = {
    ...PLACE,
    publisher: 'https://example.org/#org',
    licence: 'https://spdx.org/licenses/etalab-2.0',
    derivedFrom: ['https://example.org/dump.ttl'],
  }
  const quads = [...toCube(COUNTS, options)]
  const root = 'https://annuaire.example.org/id/statistique/2026-11-01/forms'
  const of = (predicate: Parameters<typeof iri>[0]) => objects(quads, `${root}#it`, iri(predicate))
  expect(of('rdf:type')).toEqual([iri('qb:DataSet')])
  expect(of('dcterms:title')).toEqual(['Formes@fr', 'Forms@en'])
  expect(of('dcterms:issued')).toEqual(['2026-11-01^^date'])
  expect(of('dcterms:publisher')).toEqual(['https://example.org/#org'])
  expect(of('dcterms:license')).toEqual(['https://spdx.org/licenses/etalab-2.0'])
  expect(of('prov:wasDerivedFrom')).toEqual(['https://example.org/dump.ttl'])
  expect(objects(quads, `${root}#computation`, iri('prov:used'))).toEqual([
    'https://annuaire.example.org/releases/2026-11-01/statistics/forms.rq',
    'https://example.org/dump.ttl',
  ])
})

test('the data set says what has to be known of its figures', () => {
  const dimensions = { members: { label: { fr: 'Adhérents', en: 'Members' } } }
  const notes = [{ fr: 'Population\u00a0: ouverts.', en: 'Population: open.' }]
  const quads = [...toCube({ ...COUNTS, of: 'members', weight: 'members', notes }, { ...PLACE, dimensions })]
  const comments = objects(quads, null, iri('rdfs:comment'))
  expect(comments).toEqual(
    expect.arrayContaining([
      'Population\u00a0: ouverts.@fr',
      'Population: open.@en',
      'Base: 8 (weight: “Members”), for the actors whose legal form is known.@en',
      'Counts are weighted by “Members”.@en',
      'Measures of “Members”: mean, 25% quantile.@en',
    ]),
  )
  expect(comments.filter(one => one.endsWith('@fr'))).toHaveLength(comments.length / 2)
  expect(checkCube(quads).results).toEqual([])
})

test('rows that are no values are concepts of the code list; what is suppressed is not there', () => {
  const quads = [...toCube(COUNTS, PLACE)]
  expect(checkCube(quads).results).toEqual([])
  expect(objects(quads, null, `${OWN}legalForm`)).toEqual([
    'https://example.org/def/brakes/asso',
    iri('annuaire:otherValues'),
    iri('annuaire:missingValue'),
  ])
  expect(objects(quads, null, iri('annuaire:n'))).toEqual(['3^^integer', '3^^integer', '3^^integer'])
  expect(objects(quads, null, iri('annuaire:share'))).toEqual([
    '37.5^^decimal',
    '37.5^^decimal',
    'undefined^^noValue',
  ])
  expect(objects(quads, null, `${OWN}q25`)).toEqual(['1^^decimal', '2^^decimal', 'undefined^^noValue'])
  expect(objects(quads, `${OWN}q25`, iri('rdfs:subPropertyOf'))).toEqual([iri('annuaire:quantile')])
})

test('shares without counts are a cube of one measure that says what they are shares of', () => {
  const quads = [...toCube(SHARES, PLACE)]
  expect(checkCube(quads).results).toEqual([])
  expect(objects(quads, null, iri('qb:measure'))).toEqual([iri('annuaire:share')])
  expect(objects(quads, null, iri('rdfs:comment'))).toEqual([
    'Seules les parts sont connues, sans effectifs\u00a0: parts des organismes interrogés.@fr',
    'Certaines parts ne sont connues qu’à peu près.@fr',
    'Chiffres publiés en 2010.@fr',
    'Only shares are known, without counts: shares of the bodies asked.@en',
    'Some shares are known only approximately.@en',
    'Figures published in 2010.@en',
  ])
  const estimated = quads.filter(({ predicate }) => predicate.value === iri('sdmx-attribute:obsStatus'))
  expect(estimated.map(({ subject, object }) => [subject.value, object.value])).toEqual([
    [
      'https://annuaire.example.org/id/statistique/2026-11-01/brakes/brake=budget',
      'http://purl.org/linked-data/sdmx/2009/code#obsStatus-E',
    ],
  ])
  expect(objects(quads, null, iri('annuaire:share'))).toEqual(['90^^decimal', '13.5^^decimal'])
  expect(objects(quads, null, iri('annuaire:shareOf'))).toEqual([
    'organismes interrogés@fr',
    'bodies asked@en',
  ])
  expect(objects(quads, iri('annuaire:share'), iri('sdmx-attribute:unitMeasure'))).toEqual([
    'http://qudt.org/vocab/unit/PERCENT',
  ])
})

test('values without an IRI are literals, and what is no value among them is of a datatype of its own', () => {
  const quads = [
    ...toCube(
      table([
        { values: [{ code: 'missing', label: 'missing' }], ...figures },
        { values: [{ code: '?', label: 'Sans réponse', role: 'missing' }], ...figures },
      ]),
      PLACE,
    ),
  ]
  expect(checkCube(quads).results).toEqual([])
  expect(objects(quads, null, `${OWN}legalForm`)).toEqual(['missing^^string', 'missing^^noValue'])
  expect(objects(quads, `${OWN}legalForm`, iri('rdfs:range'))).toEqual([iri('rdfs:Literal')])
})

test('all figures are decimals: counts are integers, which are decimals too', () => {
  const quads = [...toCube(COUNTS, PLACE)]
  const measures = objects(quads, null, iri('qb:measure'))
  expect(measures).toContain(iri('annuaire:n'))
  for (const measure of measures) {
    expect(objects(quads, measure, iri('rdfs:range')), measure).toEqual([iri('xsd:decimal')])
  }
})

test('weighted counts are decimals, without exponents', () => {
  const quads = [
    ...toCube(
      table([
        { values: [{ code: 'a', label: 'a', iri: 'urn:a' }], ...figures, n: 1e-7 },
        { values: [{ code: 'b', label: 'b', iri: 'urn:b' }], ...figures, n: 3 },
      ]),
      PLACE,
    ),
  ]
  expect(checkCube([...quads, ...toCube({ ...COUNTS, id: 'counts' }, PLACE)]).results).toEqual([])
  expect(objects(quads, null, iri('annuaire:n'))).toEqual(['0.0000001^^decimal', '3^^decimal'])
})

test('a concept has its labels in the languages that are given', () => {
  const quads = [
    ...toCube(SHARES, {
      ...PLACE,
      labelOf: concept => (concept.endsWith('budget') ? { fr: 'Le budget', en: 'The budget' } : undefined),
    }),
  ]
  expect(objects(quads, null, iri('skos:prefLabel'))).toEqual([
    'Saturation des boîtes^^string',
    'Le budget@fr',
    'The budget@en',
  ])
})

test('where everything is suppressed, the structure is still there', () => {
  const quads = [...toCube(table([{ ...COUNTS.observations[1]! }]), PLACE)]
  expect(checkCube(quads).results).toEqual([])
  expect(objects(quads, null, iri('qb:measure'))).toHaveLength(4)
  expect(new Store(quads as never).countQuads(null, iri('qb:dataSet'), null, null)).toBe(0)
})

test('no local name begins with a digit', () => {
  const quads = [...toCube({ ...COUNTS, id: '2010' }, PLACE)]
  const own = quads
    .flatMap(({ subject, predicate }) => [subject.value, predicate.value])
    .filter(name => name.startsWith(PLACE.base))
  expect(own.length).toBeGreaterThan(50)
  expect(own.filter(name => /[/#]\d[^/#]*$/.test(name))).toEqual([])
})

test('every measure that has a term of the ontology is defined there as one', async () => {
  const { quads } = await loadVocabulary()
  const measures = [
    'n',
    'base',
    'missing',
    'share',
    'cumulativeShare',
    'lower',
    'upper',
    'valid',
    'mean',
    'median',
    'sum',
    'min',
    'max',
  ] as const
  const defined = quads
    .filter(({ object }) => object.value === iri('qb:MeasureProperty'))
    .map(({ subject }) => subject.value)
  const ofComparisons = comparisonMeasures({ samples: 'both', labels: { own: NAMES, other: NAMES } })
  expect(
    [
      ...measures.map(measure => measureIri(PLACE.base, measure)),
      iri('annuaire:quantile'),
      ...ofComparisons.map(comparisonMeasureIri),
    ].sort(),
  ).toEqual(defined.sort())
})

describe('what is refused', () => {
  const a = { code: 'a', label: 'A', iri: 'urn:a' }
  test.each<[string, Table, Partial<CubeOptions>]>([
    [
      'a cell that stands twice',
      table([
        { values: [a], ...figures },
        { values: [a], ...figures },
      ]),
      {},
    ],
    [
      'a code of two concepts',
      table([
        { values: [a], ...figures },
        { values: [{ ...a, iri: 'urn:b' }], ...figures },
      ]),
      {},
    ],
    [
      'a concept without an IRI',
      table([
        { values: [a], ...figures },
        { values: [{ code: 'b', label: 'B' }], ...figures },
      ]),
      {},
    ],
    ['a value too many', table([{ values: [a, a], ...figures }]), {}],
    ['a figure that is none', table([{ values: [a], ...figures, n: Number.NaN }]), {}],
    ['a dimension that can be no property', table([], { dimensions: ['2 b'] }), {}],
    ['a base that is none', COUNTS, { base: 'annuaire' }],
    ['a base with a slash at its end', COUNTS, { base: 'https://example.org/' }],
    ['a date that is none', COUNTS, { date: '2026' }],
  ])('%s', (_, refused, options) => {
    expect(() => [...toCube(refused, { ...PLACE, ...options })]).toThrow(StatisticsError)
  })
})
