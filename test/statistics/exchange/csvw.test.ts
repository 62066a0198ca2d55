import { expect, test } from 'vitest'
import { tableToCsv } from '../../../src/statistics/csv.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import { toCsvw } from '../../../src/statistics/exchange/csvw.ts'
import type { CsvwTable } from '../../../src/statistics/exchange/csvwTable.ts'
import { iri } from '../../../src/vocabulary/namespaces.ts'
import { fc } from '../../fastCheck.ts'
import { rowsOf } from './readBack.ts'
import { COUNTS, SHARES } from './survey.ts'
import { tables } from './tableArbitrary.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }

test('the metadata of any CSV is true of it', () => {
  fc.assert(
    fc.property(tables, table => {
      const metadata = toCsvw(table)
      const { columns, primaryKey = [] } = metadata.tableSchema
      const rows = rowsOf(tableToCsv(table), metadata)
      expect(rows).toHaveLength(table.observations.length)
      const keys = rows.map(row => JSON.stringify(primaryKey.map(name => row[name])))
      expect(new Set(keys).size).toBe(rows.length)
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
      for (const { name, titles } of columns) {
        expect(name).toMatch(/^(?:[A-Za-z0-9]|%[0-9A-F]{2})(?:\w|%[0-9A-F]{2})*$/)
        expect(Object.keys(titles)).toEqual(['und', 'fr', 'en'])
      }
    }),
    { numRuns: 200, seed: 4 },
  )
})

/** RFC 6570, simple and reserved expansion. */
function expand(template: string, row: Readonly<Record<string, string | number | null>>): string {
  return template.replaceAll(/\{(\+?)([^}]+)\}/g, (_, reserved, name) =>
    reserved
      ? String(row[name])
      : encodeURIComponent(String(row[name])).replace(
          /[!'()*]/g,
          one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
  )
}

test('rows are the observations of the cube, columns its components', () => {
  let compared = 0
  fc.assert(
    fc.property(tables, table => {
      const metadata = toCsvw(table, { cube: PLACE })
      const { aboutUrl, columns } = metadata.tableSchema
      const isPlain = table.observations.every(
        ({ values, isSuppressed }) => !isSuppressed && values.every(({ role }) => !role),
      )
      expect(aboutUrl !== undefined).toBe(isPlain)
      if (aboutUrl === undefined) return
      const quads = [...toCube(table, PLACE)]
      const own = columns.filter(column => column.propertyUrl && !column.aboutUrl)
      for (const row of rowsOf(tableToCsv(table), metadata)) {
        const subject = expand(aboutUrl, row)
        expect(
          quads.some(quad => quad.subject.value === subject && quad.predicate.value === iri('qb:dataSet')),
        ).toBe(true)
        for (const { name, propertyUrl, valueUrl } of own) {
          if (row[name] === null) continue
          const expected = valueUrl ? expand(valueUrl, row) : row[name]
          const found = quads.filter(
            quad => quad.subject.value === subject && quad.predicate.value === propertyUrl,
          )
          expect(
            found.map(({ object }) => (typeof expected === 'number' ? Number(object.value) : object.value)),
          ).toEqual([expected])
          compared++
        }
      }
    }),
    { numRuns: 300, seed: 5 },
  )
  expect(compared).toBeGreaterThan(150)
})

test('what is kept back has a status, what is no value a role, and nothing is required of them', () => {
  expect(tableToCsv(COUNTS)).toBe(
    [
      'legalForm,legalFormLabel,legalFormIri,legalFormRole,n,base,missing,share,mean,q25,status',
      'asso,Association,https://example.org/def/brakes/asso,,3,8,2,37.5000,2.5,1,',
      'gip,GIP,https://example.org/def/brakes/gip,,,,,,,,suppressed',
      'other,Autres,,other,3,8,2,37.5000,,2,',
      'missing,Sans réponse,,missing,3,0,2,,,,',
      '',
    ].join('\r\n'),
  )
  const { columns, primaryKey } = toCsvw(COUNTS).tableSchema
  expect(primaryKey).toEqual(['legalForm', 'legalFormRole'])
  expect(columns.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'legalForm',
    'legalFormLabel',
  ])
})

test('the table says its title, licence, publisher and day', () => {
  const metadata: CsvwTable = toCsvw(SHARES, {
    url: 'https://example.org/brakes.csv',
    language: 'en',
    licence: 'https://spdx.org/licenses/etalab-2.0',
    publisher: { fr: 'Chambre régionale' },
    cube: PLACE,
  })
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'https://example.org/brakes.csv',
    'dc:title': [
      { '@value': 'Freins à l’e-mailing', '@language': 'fr' },
      { '@value': 'Brakes on e-mailing', '@language': 'en' },
    ],
    'dc:license': { '@id': 'https://spdx.org/licenses/etalab-2.0' },
    'dc:publisher': [{ '@value': 'Chambre régionale', '@language': 'fr' }],
    'dc:issued': { '@value': '2026-11-01', '@type': 'xsd:date' },
    null: '',
  })
  expect(metadata.dialect).toMatchObject({ delimiter: ',', lineTerminators: ['\r\n'], header: true })
  expect(toCsvw({ ...SHARES, id: 'a b' }).url).toBe('a%20b.csv')
})

test('what has to be known of the figures is a description, and measures say of what they are', () => {
  const dimensions = { members: { label: { fr: 'Adhérents', en: 'Members' } } }
  const given = {
    ...COUNTS,
    of: 'members',
    weight: 'members',
    base: 'population',
    isMultiValued: true,
  } as const
  const { tableSchema, ...metadata } = toCsvw(given, { dimensions })
  const [french, english] = metadata['dc:description'] as { '@value': string; '@language': string }[]
  expect([french?.['@language'], english?.['@language']]).toEqual(['fr', 'en'])
  expect(french?.['@value']).toContain('Base\u00a0: 8 (poids\u00a0: «\u00a0Adhérents\u00a0»)')
  for (const note of [
    'Base: 8 (weight: “Members”), for the actors.',
    'Shares are of all the actors, whether their answer is known or not.',
    'Several answers possible',
    'Counts are weighted by “Members”.',
    'Measures of “Members”: mean, 25% quantile.',
  ])
    expect(english?.['@value']).toContain(note)
  expect(tableSchema.columns.find(({ name }) => name === 'mean')?.titles.en).toBe('Mean (Members)')
})
