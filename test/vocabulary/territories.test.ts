import { createRequire } from 'node:module'
import type * as RDF from '@rdfjs/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { VocabularyError } from '../../src/errors.ts'
import { iri, VOCABULARY_BASE } from '../../src/vocabulary/namespaces.ts'
import {
  departmentOfCommune,
  parseTerritoryIri,
  regionsSchemeAt,
  territoryIri,
} from '../../src/vocabulary/territories.ts'
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts'

describe('IRIs', () => {
  test.each([
    ['region', '02'],
    ['departement', '02'],
    ['departement', '2A'],
    ['departement', '974'],
    ['collectivite', '975'],
    ['collectivite', '988'],
    ['commune', '2B166'],
    ['commune', '97412'],
  ] as const)('%s %s has one, and back', (level, code) => {
    expect(parseTerritoryIri(territoryIri(level, code))).toEqual({ level, code })
  })

  test.each([
    ['region', '2'],
    ['region', '2A'],
    ['region', '974'],
    ['departement', '1'],
    ['departement', '2C'],
    ['departement', '691'],
    ['departement', '975'],
    ['departement', '988'],
    ['collectivite', '976'],
    ['collectivite', '980'],
    ['collectivite', '88'],
    ['commune', '1001'],
    ['commune', '2a004'],
    ['commune', '75056\n'],
    ['commune', '"><'],
  ] as const)('%s %j is no code', (level, code) => {
    expect(() => territoryIri(level, code)).toThrow(VocabularyError)
  })

  test.each([
    'region-72-',
    'region-72-2010',
    'region-072',
    'pays-72',
    'region',
    'commune-2A004#it',
    'fusion-2016-region-27',
  ])('%s is the name of no territory', name => {
    expect(parseTerritoryIri(`${VOCABULARY_BASE}id/geo/${name}`)).toBeUndefined()
  })

  test('elsewhere, nothing is a territory of ours', () => {
    expect(parseTerritoryIri('https://example.org/id/geo/region-72')).toBeUndefined()
  })
})

test.each([
  ['33063', 'departement-33'],
  ['2A004', 'departement-2A'],
  ['97411', 'departement-974'],
  ['97502', 'collectivite-975'],
  ['97801', 'collectivite-978'],
  ['98901', 'collectivite-989'],
  // Monaco.
  ['98000', undefined],
])('commune %s lies in %s', (code, name) => {
  expect(departmentOfCommune(code)).toBe(name && `${VOCABULARY_BASE}id/geo/${name}`)
})

test('regions change on 1 January 2016', () => {
  expect(['2010-12-19', '2015-12-31', '2016-01-01'].map(regionsSchemeAt)).toEqual([
    'regions-2010',
    'regions-2010',
    'regions-2016',
  ])
})

describe('the shipped territories', () => {
  let vocabulary: Vocabulary
  beforeAll(async () => {
    vocabulary = await loadVocabulary()
  })
  type TermName = Parameters<typeof iri>[0]
  const objects = (subject: string, predicate: TermName) =>
    vocabulary.quads
      .filter(quad => quad.subject.value === subject && quad.predicate.value === iri(predicate))
      .map(({ object }) => object)
  const values = (subject: string, predicate: TermName) =>
    objects(subject, predicate)
      .map(({ value }) => value)
      .sort()
  const conceptsOf = (...names: string[]) => [
    ...new Map(names.flatMap(name => vocabulary.schemes.get(name)!.concepts.map(c => [c.iri, c]))).values(),
  ]

  test('are named by level and code, and typed so', () => {
    const classes = {
      region: 'igeo:Region',
      departement: 'igeo:Departement',
      collectivite: 'igeo:CollectiviteDOutreMer',
    } as const
    for (const [level, schemes] of [
      ['region', ['regions-2010', 'regions-2016']],
      ['departement', ['departements']],
      ['collectivite', ['collectivites']],
    ] as const) {
      for (const { iri: territory, notation } of conceptsOf(...schemes)) {
        expect(territory).toBe(territoryIri(level, notation))
        expect(values(territory, 'igeo:codeINSEE')).toEqual([notation])
        expect(values(territory, 'rdf:type')).toEqual(
          (['dcterms:Location', 'cv:AdminUnit', classes[level], 'skos:Concept'] as const)
            .map(name => iri(name))
            .sort(),
        )
      }
    }
  })

  test('codes are strings', () => {
    const codes = vocabulary.quads.filter(({ predicate }) => predicate.value === iri('igeo:codeINSEE'))
    const datatypes = codes.map(({ object }) => (object as RDF.Literal).datatype.value)
    expect(new Set(datatypes)).toEqual(new Set([iri('xsd:string')]))
  })

  test('regions are those of the code of today, with their names', () => {
    const records: { code: string; nom: string; zone: string }[] = createRequire(import.meta.url)(
      '@etalab/decoupage-administratif/data/regions.json',
    )
    const expected = records.filter(({ zone }) => zone !== 'com').map(({ code, nom }) => [code, nom])
    const regions = conceptsOf('regions-2016').map(({ notation, prefLabel }) => [notation, prefLabel.fr])
    expect(regions.sort()).toEqual(expected.sort())
  })

  test('départements are those of the code of today, in their regions', () => {
    const records: { code: string; nom: string; region: string; zone: string }[] = createRequire(
      import.meta.url,
    )('@etalab/decoupage-administratif/data/departements.json')
    const present = vocabulary.schemes.get('regions-2016')!
    const expected = records
      .filter(({ zone }) => zone !== 'com')
      .map(({ code, nom, region }) => [code, nom, region])
    const departments = conceptsOf('departements').map(({ notation, prefLabel, parents }) => [
      notation,
      prefLabel.fr,
      parents.flatMap(parent => present.get(parent)?.notation ?? []).join(),
    ])
    expect(departments.sort()).toEqual(expected.sort())
  })

  test('collectivities are those that have communes today, with their names', () => {
    const records: { code: string; nom: string; zone: string }[] = createRequire(import.meta.url)(
      '@etalab/decoupage-administratif/data/departements.json',
    )
    const expected = records.filter(({ zone }) => zone === 'com').map(({ code, nom }) => [code, nom])
    const collectivities = conceptsOf('collectivites')
    expect(collectivities.map(({ notation, prefLabel }) => [notation, prefLabel.fr])).toEqual(expected.sort())
    expect(collectivities.flatMap(({ parents }) => parents)).toEqual([])
  })

  test('a département is a direct part of its regions of 2010 and of today', () => {
    for (const { iri: department, parents } of conceptsOf('departements')) {
      expect(values(department, 'igeo:subdivisionDirecteDe')).toEqual([...parents].sort())
    }
  })

  test.each([
    // Those that histories of départements get wrong.
    ['46', ['73', '76']],
    ['59', ['31', '32']],
    ['58', ['26', '27']],
    ['57', ['41', '44']],
    ['14', ['25', '28']],
    ['79', ['54', '75']],
    ['63', ['83', '84']],
    ['974', ['04']],
    ['976', ['06']],
  ])('département %s is part of the regions %j', (code, regions) => {
    const department = vocabulary.schemes.get('departements')!.byNotation(code)!
    expect(department.parents.map(parent => parseTerritoryIri(parent)?.code)).toEqual(regions)
  })

  test('a merger ends regions and begins one; both know it', () => {
    const events = vocabulary.quads.filter(({ predicate }) => predicate.value === iri('igeo:creation'))
    const merged: Record<string, string> = {}
    for (const { subject, object } of events) {
      const old = values(subject.value, 'igeo:suppression')
      expect(values(subject.value, 'igeo:date')).toEqual(['2016-01-01'])
      expect(values(object.value, 'dcterms:replaces')).toEqual(old)
      for (const region of old) expect(values(region, 'dcterms:isReplacedBy')).toEqual([object.value])
      const code = (region: string) => parseTerritoryIri(region)!.code
      merged[code(object.value)] = old.map(code).join(' ')
    }
    expect(merged).toEqual({
      27: '26 43',
      28: '23 25',
      32: '22 31',
      44: '21 41 42',
      75: '54 72 74',
      76: '73 91',
      84: '82 83',
    })
  })

  test('a region is in the scheme of its time, and says why it ended', () => {
    const then = vocabulary.schemes.get('regions-2010')!
    const now = vocabulary.schemes.get('regions-2016')!
    for (const { iri: region } of conceptsOf('regions-2010', 'regions-2016')) {
      const [period = ''] = values(region, 'dcterms:valid')
      const [, start = '', end = '9999-12-31'] =
        /^start=(\d{4}-\d\d-\d\d);(?: end=(\d{4}-\d\d-\d\d);)? scheme=W3C-DTF;$/.exec(period) ?? []
      expect(start, region).not.toBe('')
      expect(then.get(region) !== undefined, region).toBe(start <= '2010-12-31')
      expect(now.get(region) !== undefined, region).toBe(end > '2016-01-01')
      if (!now.get(region)) {
        expect(values(region, 'dcterms:isReplacedBy')).toHaveLength(1)
        expect(values(region, 'skos:historyNote')).toHaveLength(1)
      }
    }
  })

  test('former names find the territory that bears another now', () => {
    const former = (name: string, code: string) =>
      vocabulary.schemes.get(name)!.byNotation(code)!.hiddenLabels
    expect(former('regions-2010', '24')).toContain('Centre')
    expect(former('regions-2010', '04')).toContain('Réunion')
    expect(former('departements', '974')).toContain('Réunion')
    for (const [code, name] of [
      ['04', 'Basses-Alpes'],
      ['17', 'Charente-Inférieure'],
      ['22', 'Côtes-du-Nord'],
      ['44', 'Loire-Inférieure'],
      ['64', 'Basses-Pyrénées'],
      ['76', 'Seine-Inférieure'],
    ]) {
      expect(former('departements', code!)).toContain(name)
    }
  })

  test('the one region that was called otherwise in 2010 has its name of then', () => {
    const renamed = vocabulary.quads.filter(
      ({ predicate }) => predicate.value === iri('annuaire:formerLabel'),
    )
    expect(renamed.map(({ subject, object }) => [subject.value, object.value])).toEqual([
      [vocabulary.schemes.get('regions-2010')!.byNotation('24')!.iri, 'Centre'],
    ])
  })

  test('periods are of the datatype dcterms:Period', () => {
    const periods = vocabulary.quads.filter(({ predicate }) => predicate.value === iri('dcterms:valid'))
    expect(periods.length).toBeGreaterThan(50)
    for (const { object } of periods) {
      expect((object as RDF.Literal).datatype.value).toBe(iri('dcterms:Period'))
    }
  })
})
