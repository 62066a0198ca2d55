import JSONstat from 'jsonstat-toolkit'
import { expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { toJsonStat } from '../../../src/statistics/exchange/jsonStat.ts'
import type { Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { isValid } from './jsonStatSchema.ts'
import { COUNTS, SHARES } from './survey.ts'
import { tables } from './tableArbitrary.ts'

test('any table is a valid dataset, whose parts agree', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom('fr', 'en'), (table, language) => {
      const dataset = JSON.parse(JSON.stringify(toJsonStat(table, language)))
      expect(isValid(dataset), JSON.stringify(isValid.errors)).toBe(true)
      const { id, size, dimension, value, role, note = [] } = dataset
      const length = size.reduce((product: number, one: number) => product * one, 1)
      expect(Object.keys(dimension).sort()).toEqual([...id].sort())
      for (const [axis, name] of id.entries()) {
        const { index, label } = dimension[name].category
        expect(index).toHaveLength(size[axis])
        expect(Object.keys(label).sort()).toEqual([...index].sort())
      }
      if (Array.isArray(value)) expect(value).toHaveLength(length)
      else for (const place of Object.keys(value)) expect(Number(place)).toBeLessThan(length)
      expect(role.metric).toEqual([id.at(-1)])
      if (language === 'fr') expect(note.flatMap(typographyFaults)).toEqual([])
      expect(JSONstat(dataset).class).toBe('dataset')
    }),
    { numRuns: 200, seed: 20 },
  )
})

test('what is suppressed, and what is not defined, have their statuses', () => {
  const { value, status, extension, dimension } = toJsonStat(COUNTS, 'fr')
  expect(dimension.legalForm!.category.index).toEqual(['asso', 'gip', 'other', 'missing'])
  expect(extension).toMatchObject({
    role: { legalForm: { other: 'other', missing: 'missing' } },
    status: { label: { c: 'secret statistique', z: 'sans objet' } },
  })
  expect(
    Object.entries(status!)
      .filter(([, code]) => code === 'c')
      .map(([place]) => Number(place)),
  ).toEqual([6, 7, 8, 9, 10, 11])
  expect(
    Object.entries(status!)
      .filter(([, code]) => code === 'z')
      .map(([place]) => Number(place)),
  ).toEqual([16, 21, 22, 23])
  expect(value).toEqual([
    3,
    8,
    2,
    37.5,
    2.5,
    1,
    ...Array(6).fill(null),
    3,
    8,
    2,
    37.5,
    null,
    2,
    3,
    0,
    2,
    null,
    null,
    null,
  ])
})

test('shares without counts have one measure, and a note says of what they are shares', () => {
  const { size, note, dimension, status, extension } = toJsonStat(SHARES, 'fr')
  expect(size).toEqual([2, 1])
  expect(note).toEqual([
    'Seules les parts sont connues, sans effectifs\u00a0: parts des organismes interrogés.',
    'Certaines parts ne sont connues qu’à peu près.',
    'Chiffres publiés en 2010.',
  ])
  expect(status).toEqual({ 1: 'e' })
  expect(extension.status).toEqual({ label: { e: 'valeur approchée' } })
  expect(dimension.measure!.category).toEqual({
    index: ['share'],
    label: { share: 'Part' },
    unit: { share: { decimals: 4, symbol: '%', position: 'end' } },
  })
})

test('what a table says of its figures is its note: bases, several answers, numbers of what', () => {
  const { note } = toJsonStat({ ...COUNTS, dimensions: ['mission'] }, 'en')
  expect(note?.slice(0, 3)).toEqual([
    'Base: 8 actors that stated their missions.',
    'No answer: 2.',
    'Several answers possible: shares are of the respondents, and their sum may exceed 100%.',
  ])
  const dimensions = { members: { label: { fr: 'Adhérents', en: 'Members' } } }
  const { note: ofNumbers, dimension } = toJsonStat({ ...COUNTS, of: 'members' }, 'fr', { dimensions })
  expect(ofNumbers).toContain('Mesures de «\u00a0Adhérents\u00a0»\u00a0: moyenne, quantile à 25\u00a0%.')
  expect(dimension.measure!.category.label).toMatchObject({
    n: 'Effectif',
    mean: 'Moyenne (Adhérents)',
    q25: 'Quantile à 25\u00a0% (Adhérents)',
  })
})

test.each([
  ['actors', {}, 'acteurs', 'actors'],
  ['responses', { counted: 'responses' }, 'réponses', 'responses'],
  ['weights', { weight: 'members' }, 'poids\u00a0: members', 'weight: members'],
] as const)('counts of %s say so', (_, rest, french, english) => {
  const unitsIn = (language: 'fr' | 'en') => {
    const observations = COUNTS.observations.map(one => ({ ...one, further: { valid: 1 } }))
    const table: Table = { ...COUNTS, ...rest, measures: [...COUNTS.measures, 'valid'], observations }
    const { unit = {} } = toJsonStat(table, language).dimension.measure!.category
    return [unit.n?.label, unit.base?.label, unit.missing?.label, unit.valid?.label]
  }
  expect(unitsIn('fr')).toEqual([french, french, french, french])
  expect(unitsIn('en')).toEqual([english, english, english, english])
})

test('source, day and address are said where they are known; territories have their role', () => {
  const options = {
    source: 'Chambre régionale',
    updated: '2026-11-01',
    href: 'https://example.org/forms.json',
  }
  expect(toJsonStat({ ...COUNTS, dimensions: ['seatRegion'] }, 'fr', options)).toMatchObject({
    ...options,
    role: { metric: ['measure'], geo: ['seatRegion'] },
  })
})

test('names that are taken give way', () => {
  const plain = { code: 'missing', label: 'Manquante' }
  const figures = { n: 1, base: 1, missing: 0, share: 100 }
  const { id, dimension } = toJsonStat(
    {
      ...COUNTS,
      dimensions: ['measure'],
      observations: [
        { values: [{ code: 'missing', label: 'Sans réponse', role: 'missing' }], ...figures },
        { values: [plain], ...figures },
      ],
    },
    'fr',
  )
  expect(id).toEqual(['measure', 'measure_'])
  expect(dimension.measure!.category.label).toEqual({ missing_: 'Sans réponse', missing: 'Manquante' })
})

test('few cells of many are written by their places', () => {
  const figures = { n: 1, base: 1, missing: 0, share: 100 }
  const observations = Array.from({ length: 100 }, (_, index) => ({
    values: [
      { code: `a${index}`, label: '' },
      { code: `b${index}`, label: '' },
    ],
    ...figures,
  }))
  const { value } = toJsonStat({ ...COUNTS, dimensions: ['a', 'b'], observations }, 'fr')
  expect(Array.isArray(value)).toBe(false)
  expect(Object.keys(value)).toHaveLength(400)
})

test('a cell that stands twice is refused', () => {
  const twice = { ...COUNTS, observations: [COUNTS.observations[0]!, COUNTS.observations[0]!] }
  expect(() => toJsonStat(twice, 'fr')).toThrow(StatisticsError)
})
