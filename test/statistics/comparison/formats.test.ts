import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { expect, test } from 'vitest'
import { openDirectory } from '../../../src/directory.ts'
import { serialize } from '../../../src/graph/serialize.ts'
import { compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import type { ComparisonTable } from '../../../src/statistics/comparison/comparison.ts'
import { isInCube } from '../../../src/statistics/comparison/comparisonCube.ts'
import { comparisonMeasures } from '../../../src/statistics/comparison/comparisonMeasures.ts'
import { comparisonName } from '../../../src/statistics/comparison/comparisonName.ts'
import { comparisonToCsv } from '../../../src/statistics/comparison/comparisonToCsv.ts'
import { comparisonToCsvw } from '../../../src/statistics/comparison/comparisonToCsvw.ts'
import { comparisonToCube } from '../../../src/statistics/comparison/comparisonToCube.ts'
import { comparisonToJsonStat } from '../../../src/statistics/comparison/comparisonToJsonStat.ts'
import { comparisonToSentences } from '../../../src/statistics/comparison/comparisonToSentences.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { comparisonProvenance } from '../../../src/statistics/provenance/comparisonProvenance.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { isValid } from '../exchange/jsonStatSchema.ts'
import {
  cellOf,
  type Figures,
  figuresOfCsv,
  figuresOfCube,
  figuresOfJsonStat,
  rowsOf,
} from '../exchange/readBack.ts'
import { COUNTS, SHARES } from '../exchange/survey.ts'
import { comparisons } from './comparisonArbitrary.ts'
import { NAMED } from './named.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }
const ROOT = `${PLACE.base}/id/statistique/2026-11-01/forms.compare.all`

function figuresOf({ observations, ...comparison }: ComparisonTable): Figures {
  const measures = comparisonMeasures(comparison)
  return Object.fromEntries(
    observations.map(observation => [
      cellOf(observation.values),
      Object.fromEntries(measures.map(({ name, figureOf }) => [name, figureOf(observation)])),
    ]),
  )
}

function expectSameFigures(comparison: ComparisonTable): void {
  const figures = figuresOf(comparison)
  const measures = comparisonMeasures(comparison).map(({ name }) => name)
  const shape = { dimensions: comparison.dimensions, measures }
  const metadata = comparisonToCsvw(comparison, { cube: PLACE })
  expect(figuresOfCsv(comparisonToCsv(comparison), metadata, shape)).toEqual(figures)
  for (const language of ['fr', 'en'] as const) {
    const dataset = comparisonToJsonStat(comparison, language)
    expect(isValid(dataset), JSON.stringify(isValid.errors)).toBe(true)
    expect(figuresOfJsonStat(JSON.stringify(dataset), shape)).toEqual(figures)
  }
  const cube = [...comparisonToCube(comparison, PLACE), ...comparisonProvenance(comparison, PLACE)]
  const told = { ...comparison, observations: comparison.observations.filter(isInCube) }
  expect(figuresOfCube(cube, shape)).toEqual(figuresOf(told))
  expect(checkCube(cube).results).toEqual([])
  expect(new Set(cube.map(quad => JSON.stringify(quad))).size).toBe(cube.length)
  expect(
    cube.filter(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode')),
  ).toEqual([])
}

test('any comparison says the same in every format', () => {
  const seen = { told: 0, absent: 0, together: 0, suppressed: 0, samples: 0, undefined: 0 }
  fc.assert(
    fc.property(comparisons, comparison => {
      expectSameFigures(comparison)
      if (comparison.observations.some(({ interval }) => interval)) seen.samples++
      for (const { own, other, ratio } of comparison.observations) {
        seen[own.status]++
        if (own.status === 'told' && other.status === 'told' && ratio === null) seen.undefined++
      }
    }),
    { numRuns: 300, seed: 2026 },
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(30)
})

test('the comparisons of the example say the same in every format', async () => {
  const compared = await (await openDirectory('examples/oten-2010')).comparisons()
  expect(compared.map(comparisonName)).toContain('legal-form.compare.directory')
  for (const comparison of compared) expectSameFigures(comparison)
})

test('any cube of a comparison can be written as Turtle and read again', async () => {
  await fc.assert(
    fc.asyncProperty(comparisons, async comparison => {
      const measures = comparisonMeasures(comparison).map(({ name }) => name)
      let turtle = ''
      for await (const chunk of serialize(comparisonToCube(comparison, PLACE), 'text/turtle')) turtle += chunk
      expect(figuresOfCube(new Parser().parse(turtle) as never, { measures })).toEqual(
        figuresOfCube(comparisonToCube(comparison, PLACE), { measures }),
      )
    }),
    { numRuns: 30, seed: 2026 },
  )
})

test('any comparison is text: a sentence per cell on a line of its own, whatever its labels are', () => {
  fc.assert(
    fc.property(comparisons, fc.constantFrom('fr', 'en'), (comparison, language) => {
      const text = comparisonToSentences(comparison, { language })
      const lines = text.split(/[\n\r]/)
      // Title, an empty line, the sentences, an empty line, the notes, the end.
      expect(lines).toHaveLength(comparison.observations.length + 5)
      for (const sentence of lines.slice(2, -3)) expect(sentence).toMatch(/^\p{Lu}|^\d|^[−«-]/u)
    }),
    { numRuns: 100, seed: 2026 },
  )
})

const value = (code: string) => ({ code, label: code, iri: `https://example.org/def/brakes/${code}` })
const row = (code: string, n: number, base: number): Observation => ({
  values: [value(code)],
  n,
  base,
  missing: 2,
  share: (100 * n) / base,
})
const OTHERS: Observation = {
  ...row('other', 2, 8),
  values: [{ code: 'other', label: 'Autres', role: 'other' }],
}
const KEPT: Observation = {
  values: [value('gip')],
  n: null,
  base: null,
  missing: null,
  share: null,
  isSuppressed: true,
}
const OWN: Table = {
  ...COUNTS,
  measures: ['n', 'base', 'missing', 'share'],
  observations: [row('asso', 3, 8), row('club', 2, 8), row('sem', 1, 8), KEPT],
}
const OTHER: Table = { ...OWN, observations: [row('asso', 2, 8), row('sem', 0, 8), row('gip', 4, 8), OTHERS] }
const COMPARED = compareTables(OWN, OTHER, NAMED)

function objects(quads: Iterable<RDF.Quad>, subject: string | null, predicate: string): string[] {
  return [...quads]
    .filter(quad => quad.predicate.value === predicate && (!subject || quad.subject.value === subject))
    .map(({ object }) => object.value)
}

test('what is kept back, together with others, or not defined has its status in JSON-stat', () => {
  expect(
    COMPARED.observations.map(({ values, own, other }) => [values[0]!.code, own.status, other.status]),
  ).toEqual([
    ['asso', 'told', 'told'],
    ['club', 'told', 'together'],
    ['sem', 'told', 'told'],
    ['gip', 'suppressed', 'told'],
    ['other', 'together', 'together'],
  ])
  const { status, dimension, extension, size } = comparisonToJsonStat(COMPARED, 'fr')
  const { index, label, unit } = dimension.measure!.category
  expect(index).toEqual([
    'ownN',
    'ownBase',
    'ownShare',
    'otherN',
    'otherBase',
    'otherShare',
    'difference',
    'ratio',
  ])
  const of = (row: number) => index.map((_, axis) => status![row * size[1]! + axis] ?? '').join()
  expect([0, 1, 2, 3].map(of)).toEqual([
    ',,,,,,,',
    ',,,k,,k,k,k',
    // Its share on the other side is 0: there is no ratio to that.
    ',,,,,,,z',
    'c,c,c,,,,c,c',
  ])
  expect(label).toMatchObject({
    ownShare: 'Part (des villes)',
    otherN: 'Effectif (de l’annuaire)',
    difference: 'Écart',
  })
  expect(unit).toMatchObject({
    ownN: { decimals: 0, label: 'acteurs' },
    ownShare: { symbol: '%' },
    difference: { label: 'points de pourcentage' },
  })
  expect(extension).toMatchObject({ query: OWN.query, otherQuery: OTHER.query })
  expect(extension.status!.label.k).toBe('compris dans une autre catégorie')
})

test('shares without counts have no measures of counts, and what a side does not have is not known', () => {
  const fewer = { ...SHARES, observations: SHARES.observations.slice(0, 1) }
  const compared = compareTables(SHARES, fewer, NAMED)
  const { status, dimension, note } = comparisonToJsonStat(compared, 'en')
  expect(dimension.measure!.category.index).toEqual(['ownShare', 'otherShare', 'difference', 'ratio'])
  expect(status).toEqual({ 5: 'o', 6: 'o', 7: 'o' })
  expect(note).toContain('Only shares are known, without counts: shares of the bodies asked of the towns.')
  const cube = [...comparisonToCube(compared, PLACE)]
  expect(objects(cube, null, iri('annuaire:difference'))).toEqual(['0'])
  expect(checkCube(cube).results).toEqual([])
})

test('its cube has a structure of its own, says which side is which, and leaves out what is not told', () => {
  const cube = [...comparisonToCube(COMPARED, PLACE)]
  expect(checkCube(cube).results).toEqual([])
  expect(objects(cube, null, `${PLACE.base}/def/statistique#legalForm`)).toEqual([
    'https://example.org/def/brakes/asso',
    'https://example.org/def/brakes/sem',
  ])
  expect(objects(cube, null, iri('annuaire:difference'))).toEqual(['12.5', '12.5'])
  expect(objects(cube, null, iri('annuaire:ratio'))).toEqual(['1.5', 'undefined'])
  expect(objects(cube, `${ROOT}#it`, iri('qb:structure'))).toEqual([`${ROOT}#structure`])
  expect(objects(cube, `${ROOT}#it`, iri('rdfs:seeAlso'))).toEqual([
    `${PLACE.base}/id/statistique/2026-11-01/forms#it`,
  ])
  expect(objects(cube, iri('annuaire:difference'), iri('sdmx-attribute:unitMeasure'))).toEqual([
    iri('annuaire:percentagePoint'),
  ])
  expect(objects(cube, `${ROOT}#computation`, iri('prov:used'))).toEqual([
    `${PLACE.base}/releases/2026-11-01/statistics/forms.compare.all.own.rq`,
    `${PLACE.base}/releases/2026-11-01/statistics/forms.compare.all.rq`,
  ])
  const comments = objects(cube, `${ROOT}#it`, iri('rdfs:comment'))
  expect(comments.filter(text => text.startsWith('Premier côté')).join()).toContain(
    'Premier côté\u00a0: acteurs des villes\u00a0; second côté\u00a0: acteurs de l’annuaire.',
  )
  expect(comments.filter(text => text.startsWith('Base:'))).toEqual([
    'Base: 8 actors of the towns whose legal form is known.',
    'Base: 8 actors of the directory whose legal form is known.',
  ])
  const french = cube.flatMap(({ predicate, object }) =>
    predicate.value === iri('rdfs:comment') && 'language' in object && object.language === 'fr'
      ? [object.value]
      : [],
  )
  expect(french).toHaveLength(comments.length / 2)
  expect(french.flatMap(typographyFaults)).toEqual([])
})

test('cubes of tables and of comparisons are one sound cube together', () => {
  const samples = compareTables(OWN, OTHER, { ...NAMED, id: 'drawn', samples: 'both' })
  const quads = [COMPARED, samples].flatMap(one => [...comparisonToCube(one, PLACE)])
  expect(checkCube(quads).results).toEqual([])
  expect(objects(quads, null, iri('annuaire:differenceLower')).length).toBeGreaterThan(0)
})

test('the columns of its CSV say their side and unit, and rows are observations where all are in the cube', () => {
  const told = compareTables(
    { ...OWN, observations: OWN.observations.slice(0, 3) },
    { ...OTHER, observations: OTHER.observations.slice(0, 2) },
    { ...NAMED, samples: 'this' },
  )
  const metadata = comparisonToCsvw(told, { cube: PLACE, licence: 'https://spdx.org/licenses/etalab-2.0' })
  const { columns, aboutUrl, primaryKey } = metadata.tableSchema
  expect(metadata.url).toBe('forms.compare.all.csv')
  expect(primaryKey).toEqual(['legalForm'])
  const titles = Object.fromEntries(columns.map(({ name, titles }) => [name, titles.fr]))
  expect(titles).toMatchObject({
    ownStatus: 'Statut (des villes)',
    ownShare: 'Part (des villes), en\u00a0%',
    ownLower: 'Part, borne basse à 95\u00a0% (des villes), en\u00a0%',
    otherN: 'Effectif (de l’annuaire)',
    difference: 'Écart, en points de pourcentage',
    ratio: 'Rapport des parts',
  })
  expect(Object.values(titles).flatMap(typographyFaults)).toEqual([])
  expect(columns.find(({ name }) => name === 'difference')?.propertyUrl).toBe(iri('annuaire:difference'))
  const cube = [...comparisonToCube(told, PLACE)]
  const rows = rowsOf(comparisonToCsv(told), metadata)
  for (const { legalForm, difference } of rows) {
    const subject = aboutUrl!.replace('{legalForm}', String(legalForm))
    expect(objects(cube, subject, iri('annuaire:difference')).map(Number)).toEqual([difference])
  }
  expect(rows).toHaveLength(3)
  expect(comparisonToCsvw(COMPARED, { cube: PLACE }).tableSchema.aboutUrl).toBeUndefined()
})

test('as text, it ends with what has to be known', () => {
  const text = comparisonToSentences(COMPARED, { language: 'fr' })
  expect(typographyFaults(text.replaceAll('\n', ' '))).toEqual([])
  const [title, , first, ...rest] = text.replace(/[\u00a0\u202f]/g, ' ').split('\n')
  expect(title).toBe('À tous')
  expect(first).toBe(
    '37,5 % des acteurs des villes dont la forme juridique est connue ont pour forme juridique « asso » (3 sur 8), contre 25,0 % de ceux de l’annuaire (2 sur 8) : 12,5 points de plus (1,5 fois autant).',
  )
  for (const note of [
    'Les effectifs trop petits, et ceux qui les feraient deviner, ne sont pas publiés (secret statistique).',
    'Une valeur qui est réunie à d’autres sur une ligne n’y a pas de part à elle : ni écart ni rapport.',
  ])
    expect(rest.at(-2)).toContain(note)
  expect(text).not.toContain('Intervalles')
  const both = compareTables({ ...OWN, observations: [...OWN.observations, OTHERS] }, OTHER, NAMED)
  const told = comparisonToSentences(both, { language: 'en' }).split('\n')
  expect(told.filter(line => line.endsWith(': these two shares are not of the same values.'))).toHaveLength(1)
  const drawn = compareTables(OWN, OTHER, { ...NAMED, samples: 'both' })
  expect(comparisonToSentences(drawn, { language: 'en' })).toContain('after Wilson')
  const weighted = { ...OWN, weight: 'members' }
  const ofWeights = compareTables(weighted, { ...OTHER, weight: 'members' }, { ...NAMED, samples: 'both' })
  expect(comparisonToSentences(ofWeights, { language: 'en' })).toContain(
    'Differences have no interval: counts are weighted.',
  )
})
