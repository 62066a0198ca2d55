import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/actor/actor.ts'
import { checkRules } from '../../src/actor/rules.ts'
import { territoryIri } from '../../src/vocabulary/territories.ts'
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts'

const departments = (await loadVocabulary()).schemes.get('departements')!
const regionsOf = (department: string) => departments.get(department)?.parents ?? []
const broken = (actor: Partial<Actor>) =>
  [...checkRules(actor, regionsOf)].map(({ code, severity, path }) => `${severity} ${code} ${path}`)

const commune = (code: string) => territoryIri('commune', code)
const department = (code: string) => territoryIri('departement', code)
const region = (code: string) => territoryIri('region', code)

test.each<[string, Partial<Actor>]>([
  ['violation siren-check-digit siren', { siren: '732829321' }],
  ['violation siren-placeholder siren', { siren: '000000000' }],
  ['violation siret-check-digit siret', { siret: '73282932000075' }],
  ['violation siret-placeholder siret', { siret: '00000000000000' }],
  ['violation rna-placeholder rna', { rna: 'W000000000' }],
  ['violation siret-of-another-siren siret', { siren: '356000000', siret: '73282932000074' }],
  ['violation impossible-date founded', { founded: '2010-02-29' }],
  ['warning placeholder-date founded', { founded: '1970-01-01' }],
  ['warning placeholder-date modified', { modified: '1970-01-01' }],
  ['violation placeholder-coordinates location', { location: { latitude: 0, longitude: -0 } }],
  ['violation unwritable-text name', { name: 'a\u0001' }],
  ['violation impossible-date dissolved', { dissolved: '2010-02-30' }],
  ['warning placeholder-date dissolved', { dissolved: '1970-01-01' }],
  ['violation impossible-date actions.date', { actions: ['a', { name: 'b', date: '2010-13-01' }] }],
  ['warning placeholder-date actions.date', { actions: [{ name: 'b', date: '1970-01-01' }] }],
  ['warning dissolved-before-founded dissolved', { founded: '2010-02-17', dissolved: '2010-02-16' }],
  ['warning dissolved-before-founded dissolved', { founded: '2010-02-17', dissolved: '2009' }],
  ['violation siret-check-digit sites.siret', { sites: [{ key: 'a', siret: '73282932000075' }] }],
  ['violation siret-placeholder sites.siret', { sites: [{ key: 'a', siret: '00000000000000' }] }],
  [
    'warning siret-of-another-siren sites.siret',
    { siren: '356000000', sites: [{ key: 'a', siret: '73282932000074' }] },
  ],
  [
    'violation placeholder-coordinates sites.location',
    { sites: [{ key: 'a', location: { latitude: 0, longitude: 0 } }] },
  ],
  [
    'warning postcode-format sites.address.postcode',
    { sites: [{ key: 'a' }, { key: 'b', address: { commune: commune('06088'), postcode: '6000' } }] },
  ],
  ['violation unwritable-text sites.name', { sites: [{ key: 'a', name: 'a\u0001' }] }],
  ['violation repeated-value sites.key', { sites: [{ key: 'a', name: 'b' }, { key: 'a' }, { key: 'a' }] }],
  ['violation repeated-value actions', { actions: ['a', 'b', 'a'] }],
  ['violation repeated-value actions', { actions: ['a', { name: 'a' }] }],
  [
    'violation repeated-value actions',
    {
      actions: [
        { name: 'a', date: '2010', description: 'b' },
        { description: 'b', name: 'a', date: '2010' },
      ],
    },
  ],
  [
    'violation repeated-value otherIdentifiers',
    {
      otherIdentifiers: [
        { scheme: 'ROR', value: '1' },
        { value: '1', scheme: 'ROR' },
      ],
    },
  ],
  ['warning postcode-format address.postcode', { address: { commune: commune('06088'), postcode: '6000' } }],
])('%s', (expected, actor) => {
  expect(broken(actor)).toEqual([expected])
})

test.each<[string, Partial<Actor>]>([
  ['nothing', {}],
  ['identifiers that agree', { siren: '732829320', siret: '73282932000074', rna: 'W9R1000123' }],
  ['a year', { founded: '1970' }],
  ['a leap day', { founded: '2000-02-29', modified: '2010-02-17' }],
  ['the equator and the meridian', { location: { latitude: 0, longitude: 5 } }],
  ['a postcode abroad', { address: { postcode: 'B-1030' } }],
  ['an end in the year of the beginning', { founded: '2010-02-17', dissolved: '2010' }],
  [
    'sites of the actor',
    { siren: '732829320', sites: [{ key: 'a', siret: '73282932000082' }, { key: 'b' }] },
  ],
  ['actions of one name', { actions: ['a', { name: 'a', date: '2009' }, { name: 'a', date: '2010' }] }],
  [
    'one number in two schemes',
    {
      otherIdentifiers: [
        { scheme: 'A', value: '1' },
        { scheme: 'B', value: '1' },
      ],
    },
  ],
  ['the form of an identifier, which the schema checks', { siren: '1', rna: 'W' }],
])('%s is no fault', (_what, actor) => {
  expect(broken(actor)).toEqual([])
})

describe('territories of an address', () => {
  test.each([
    ['2A004', '2A', '94'],
    ['97412', '974', '04'],
    ['06088', '06', '93'],
    ['33063', '33', '72'],
    ['33063', '33', '75'],
    ['97608', '976', '06'],
  ])('commune %s lies in département %s and in region %s', (communeCode, departmentCode, regionCode) => {
    const address = {
      commune: commune(communeCode),
      department: department(departmentCode),
      region: region(regionCode),
    }
    expect(broken({ address })).toEqual([])
  })

  test('a commune is not in another département', () => {
    const [rule] = checkRules(
      { address: { commune: commune('2A004'), department: department('2B') } },
      regionsOf,
    )
    expect(rule).toEqual({
      code: 'department-of-another-commune',
      severity: 'warning',
      path: 'address.department',
      value: '2B',
      other: '2A004',
    })
  })

  test.each([
    { commune: commune('33063'), region: region('93') },
    { department: department('33'), region: region('93') },
  ])('nor in another region: %j', address => {
    expect(broken({ address })).toEqual(['warning region-of-another-department address.region'])
  })

  test.each([
    ['97502', '975', '97500'],
    ['97701', '977', '97133'],
    ['97801', '978', '97150'],
    ['98613', '986', '98600'],
    ['98735', '987', '98714'],
    ['98818', '988', '98800'],
  ])('commune %s lies in the collectivity %s, and has the postcode %s', (communeCode, code, postcode) => {
    const address = {
      commune: commune(communeCode),
      department: territoryIri('collectivite', code),
      postcode,
    }
    expect(broken({ address })).toEqual([])
  })

  test('Saint-Martin is no longer in Guadeloupe', () => {
    const address = { commune: commune('97801'), department: department('971') }
    expect(broken({ address })).toEqual(['warning department-of-another-commune address.department'])
  })

  test('a collectivity, which is in no region, proves nothing', () => {
    const address = { department: territoryIri('collectivite', '988'), region: region('93') }
    expect(broken({ address })).toEqual([])
  })

  test('a code that tells no département proves nothing', () => {
    expect(broken({ address: { commune: commune('98000'), department: department('06') } })).toEqual([])
  })
})
