import { beforeAll, describe, expect, test } from 'vitest'
import { createTerritoryFinder, levelOf, type TerritoryFinder } from '../../src/crosswalk/territory.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'
import { VOCABULARY_BASE } from '../../src/vocabulary/namespaces.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

let finder: TerritoryFinder
let without: TerritoryFinder
beforeAll(async () => {
  const { schemes } = await loadVocabulary()
  const parts = [
    await loadCommunes(),
    schemes.get('departements')!,
    [schemes.get('regions-2016')!, schemes.get('regions-2010')!],
  ] as const
  finder = createTerritoryFinder(...parts, schemes.get('collectivites'))
  without = createTerritoryFinder(...parts)
})

const found = (level: Parameters<TerritoryFinder['find']>[0], text: string, from = finder) => {
  const territory = from.find(level, text)
  return territory && [territory.iri.replace(`${VOCABULARY_BASE}id/geo/`, ''), ...territory.repairs].join(' ')
}

describe('communes', () => {
  test.each([
    ['33063', 'commune-33063'],
    ['2b033', 'commune-2B033'],
    ['1001', 'commune-01001 lost-zero'],
    ['01120', 'commune-01262 former-commune'],
    ['1120', 'commune-01262 lost-zero former-commune'],
    ['97123', 'commune-97701 former-commune'],
    ['75113', 'commune-75056 commune-of-arrondissement'],
    ['33063 - Bordeaux', 'commune-33063'],
    ['Bordeaux (33063)', 'commune-33063'],
    ['33000 Bordeaux', 'commune-33063 find-commune'],
    ['01400 Châtillon sur Chalaronne', 'commune-01093 find-commune'],
  ])('%s', (text, expected) => {
    expect(found('commune', text)).toBe(expected)
  })

  test.each([
    '99999',
    '33000',
    '20004',
    '20A004',
    // Others may have the name, too: the rest of the address decides.
    'Bordeaux',
    '33063 Mérignac',
    '33076 Bordeaux Cedex',
    '75001 Bordeaux',
    '',
  ])('%j is none for certain', text => {
    expect(found('commune', text)).toBeUndefined()
  })

  test.each([
    ['33000', true],
    ['20090', true],
    ['33063', false],
    ['99999', false],
    ['Bordeaux', false],
  ])('%s: a postcode? %s', (text, expected) => {
    expect(finder.isPostcode(text)).toBe(expected)
  })
})

describe('départements', () => {
  test.each([
    ['33', 'departement-33'],
    ['1', 'departement-01 lost-zero'],
    ['2a', 'departement-2A'],
    ['Gironde', 'departement-33'],
    ['33 - Gironde', 'departement-33'],
    ['Gironde (33)', 'departement-33'],
    ['1 - Ain', 'departement-01 lost-zero'],
    ['Corse-du-Sud (2A)', 'departement-2A'],
    ['Département de la Gironde', 'departement-33'],
    ['département du Val d’Oise', 'departement-95'],
    ['COTES D ARMOR', 'departement-22'],
    ['Côtes-du-Nord', 'departement-22'],
    ['Loire-Inférieure', 'departement-44'],
    ['Seine-Inférieure', 'departement-76'],
    ['Basses-Alpes', 'departement-04'],
    ['Basses-Pyrénées', 'departement-64'],
    ['Charente-Inférieure', 'departement-17'],
    ['Réunion', 'departement-974'],
    ['988 – Nouvelle-Calédonie', 'collectivite-988'],
    ['Saint-Martin', 'collectivite-978'],
    ['975', 'collectivite-975'],
    ['TAAF', 'collectivite-984'],
  ])('%s', (text, expected) => {
    expect(found('departement', text)).toBe(expected)
  })

  test.each([
    // Each was divided.
    'Seine-et-Oise',
    'Seine',
    'Corse',
    '20',
    '97',
    '33 - Dordogne',
    '99',
    'Girond',
    '',
  ])('%j is none for certain', text => {
    expect(found('departement', text)).toBeUndefined()
  })

  test('collectivities are found where they are wanted', () => {
    expect(found('collectivite', '988')).toBe('collectivite-988')
    expect(found('departement', 'Nouvelle-Calédonie', without)).toBeUndefined()
    expect(found('collectivite', '988', without)).toBeUndefined()
  })

  test('what is near a misspelt name', () => {
    expect(finder.nearest('departement', 'Girond')[0]?.notation).toBe('33')
    expect(finder.nearest('departement', 'Nouvele Caledonie')[0]?.notation).toBe('988')
  })
})

describe('regions', () => {
  test.each([
    ['75', 'region-75'],
    ['72', 'region-72'],
    ['1', 'region-01 lost-zero'],
    ['PACA', 'region-93'],
    ['Région Sud', 'region-93'],
    ['Centre', 'region-24'],
    ['Ile de France', 'region-11'],
    ['Région Île-de-France', 'region-11'],
    ['Aquitaine', 'region-72'],
    ['Nouvelle-Aquitaine (75)', 'region-75'],
    ['84 - Auvergne-Rhône-Alpes', 'region-84'],
    ['Collectivité de Corse', 'region-94'],
  ])('%s', (text, expected) => {
    expect(found('region', text)).toBe(expected)
  })

  test.each(['75 - Aquitaine', '974', 'Nouvelle-Calédonie', '00', 'Sud'])('%j is none', text => {
    expect(found('region', text)).toBeUndefined()
  })
})

test.each([
  ['address.commune', 'commune'],
  ['address.department', 'departement'],
  ['sites.address.region', 'region'],
  ['coverage', 'commune'],
])('%s holds a %s', (field, level) => {
  expect(levelOf(field)).toBe(level)
})
