import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import {
  type CommuneFinder,
  type CommuneFinding,
  type CommuneQuery,
  createCommuneFinder,
} from '../../src/vocabulary/communeFinder.ts'
import { loadCommunes } from '../../src/vocabulary/communes.ts'
import { describeWith, shared } from './shared.ts'

const COG = 'data/codes-cog/2024-communes.csv'
const OVERSEAS = 'data/codes-cog/2024-collectivites-outremer.csv'
const CARTO = 'data/fr-mednum-carto-687/lieux-687.json'
const MEDNUM = 'data/fr-mednum-sources-dev'

type Row = Readonly<Record<string, string>>

const csv = (file: string): Row[] =>
  parse(readFileSync(shared(file), 'utf8'), { columns: true, bom: true }) as Row[]
const json = (file: string): Readonly<Record<string, string | number | null>>[] =>
  JSON.parse(readFileSync(shared(file), 'utf8'))

let finder: CommuneFinder
beforeAll(async () => {
  finder = createCommuneFinder(await loadCommunes())
})

const outcome = (finding: CommuneFinding) => ('commune' in finding ? finding.how : finding.problem)

/** How many queries ended in what. */
function count(queries: readonly CommuneQuery[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const query of queries) {
    const name = outcome(finder.find(query))
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** What was not found, each once: `CHAMONIX 74400: unknown, Chamonix-Mont-Blanc?` */
function missed(queries: readonly CommuneQuery[]): string[] {
  const texts = queries.flatMap(query => {
    const finding = finder.find(query)
    if ('commune' in finding) return []
    const [likeliest] = finding.candidates
    const asked = [query.code, query.name, query.postcode].filter(Boolean).join(' ')
    return [`${asked}: ${finding.problem}${likeliest ? `, ${likeliest.name}?` : ''}`]
  })
  return [...new Set(texts)].sort()
}

describeWith(COG, 'the official geographic code of 2024', () => {
  const ofType = (type: string) => csv(COG).filter(({ TYPECOM }) => TYPECOM === type)
  const codes = (rows: readonly Row[]) => rows.map(({ COM }) => ({ code: COM! }))

  test('every code is found, those of 68 communes that merged since included', () => {
    expect(count(codes(ofType('COM')))).toEqual({ code: 34_867, 'former-code': 68 })
    expect(count(codes(ofType('ARM')))).toEqual({ arrondissement: 45 })
    // A delegated commune whose code its commune took over is found as this.
    expect(count(codes(ofType('COMD')))).toEqual({ code: 577, 'former-code': 1504 })
    expect(count(codes(ofType('COMA')))).toEqual({ 'former-code': 483 })
  })

  test('a part is found as the commune that it was a part of, or what took its place since', () => {
    const codeOf = (code: string) => {
      const finding = finder.find({ code })
      return 'commune' in finding ? finding.commune.code : undefined
    }
    const parts = csv(COG).filter(({ COMPARENT }) => COMPARENT !== '')
    expect(parts).toHaveLength(2081 + 483 + 45)
    const others = parts.filter(({ COM, COMPARENT }) => codeOf(COM!) !== codeOf(COMPARENT!))
    // Neussargues en Pinatelle was divided again in 2025: these are communes.
    expect(others.map(({ COM, LIBELLE }) => `${COM} ${LIBELLE}`)).toEqual([
      '15031 Celles',
      '15035 Chalinargues',
      '15047 Chavagnac',
      '15171 Sainte-Anastasie',
    ])
  })

  test('names speak against the code of a commune only where another one has the name that it lost', () => {
    const queries = ofType('COM').map(({ COM, LIBELLE }) => ({ code: COM!, name: LIBELLE! }))
    expect(missed(queries)).toEqual(['02311 Filain: contradiction, Pargny-et-Filain?'])
  })
})

describeWith(OVERSEAS, 'communes of the overseas collectivities', () => {
  test('all 94 are found by name and collectivity', () => {
    const queries = csv(OVERSEAS).map(({ nom_commune, code_collectivite }) => ({
      name: nom_commune!,
      department: code_collectivite!,
    }))
    expect(count(queries)).toEqual({ 'name-and-department': 94 })
  })
})

describeWith(CARTO, '687 places of Auvergne-Rhône-Alpes', () => {
  test('675 are found by commune and postcode; short, long and misspelt names are not, but their communes are told', () => {
    const queries = json(CARTO).map(row => ({ name: String(row.commune), postcode: String(row.code_postal) }))
    // By département alone: postcodes of CEDEX (4), and of another commune of the département (4).
    expect(count(queries)).toEqual({
      'name-and-postcode': 667,
      'name-and-department': 8,
      unknown: 10,
      contradiction: 2,
    })
    expect(missed(queries)).toEqual([
      'Ardes sur couze 63420: unknown, Ardes?',
      'CHAMONIX 74400: unknown, Chamonix-Mont-Blanc?',
      'Chamonix 74400: unknown, Chamonix-Mont-Blanc?',
      // Two communes that merged into Annecy, where no delegated commune kept their names alone.
      'Cran-Gevrier - Annecy 74960: unknown, Annecy?',
      // Glières-Val-de-Borne since 2019.
      'Entremont 74130: unknown, Entrevernes?',
      'Les Molettes 73800: unknown, Les Mollettes?',
      // Other communes have these names, elsewhere.
      'Livron 26250: contradiction, Livron-sur-Drôme?',
      'Loriol 26270: unknown, Loriol-sur-Drôme?',
      'Meythet - Annecy 74960: unknown, Annecy?',
      'SAINT GERVAIS 74170: contradiction, Saint-Gervais-les-Bains?',
      'Sciez-sur-Léman 74140: unknown, Sciez?',
      'Vorey sur Arzon 43800: unknown, Vorey?',
    ])
  })
})

describeWith(MEDNUM, 'files of digital mediation', () => {
  test('Gironde: the name of a commune is enough with its département', () => {
    const rows = json(`${MEDNUM}/gironde.json`)
    expect(count(rows.map(({ Commune }) => ({ name: String(Commune), department: '33' })))).toEqual({
      'name-and-department': 347,
    })
    // By itself it is not: there are other communes Mérignac and Bassens.
    expect(
      missed(rows.map(({ Commune }) => ({ name: String(Commune) }))).map(text => text.split(':')[0]),
    ).toEqual(expect.arrayContaining(['Bassens', 'Mérignac']))
  })

  test('Gironde: an address ends with postcode and commune, as people call it', () => {
    const endings = json(`${MEDNUM}/gironde.json`).flatMap(row => {
      const [, postcode, name] = /(\d{5})\s+([^\d]+)$/.exec(String(row['Adresse postale'])) ?? []
      return postcode === undefined ? [] : [{ postcode, name: name!, commune: String(row.Commune) }]
    })
    expect(endings).toHaveLength(321)
    expect(count(endings)).toEqual({ 'name-and-postcode': 312, 'name-and-department': 5, unknown: 4 })
    expect(missed(endings)).toEqual([
      'BOURG EN GIRONDE 33710: unknown, Bourg?',
      'CADILLAC 33410: unknown, Cadillac-sur-Garonne?',
      'Cadillac 33410: unknown, Cadillac-sur-Garonne?',
    ])
    // What is found is what the column of communes says, but for an address in Blaye of a place next to it.
    const others = endings.filter(({ commune, ...ending }) => {
      const [byEnding, byColumn] = [finder.find(ending), finder.find({ name: commune, department: '33' })]
      return 'commune' in byEnding && 'commune' in byColumn && byEnding.commune !== byColumn.commune
    })
    expect(others).toEqual([{ postcode: '33390', name: 'BLAYE', commune: 'Saint-Aubin-de-Blaye' }])
  })

  test('Angers: all 63', () => {
    const rows = json(`${MEDNUM}/angers.json`)
    const queries = rows.map(row => ({ name: String(row.commune), postcode: String(row.code_postal) }))
    expect(count(queries)).toEqual({ 'name-and-postcode': 63 })
  })

  test('Maine-et-Loire: postcodes are numbers, some of CEDEX, one lacks a digit', () => {
    const rows = json(`${MEDNUM}/maine-et-loire.json`)
    const queries = rows.map(({ COMMUNE, CP }) => ({ name: String(COMMUNE), postcode: String(CP) }))
    // Three places have no address. The postcode 4900 of Segré says nothing.
    expect(count(queries)).toEqual({
      'name-and-postcode': 224,
      'name-and-department': 15,
      'name-only': 1,
      unknown: 3,
    })
    expect(missed(queries)).toEqual([': unknown'])
  })

  test('Nouvelle-Calédonie: all have the postcode of Nouméa, and are found nevertheless', () => {
    const rows = json(`${MEDNUM}/nouvelle-caledonie.json`)
    const queries = rows.map(row => ({ name: String(row.commune), postcode: String(row.code_postal) }))
    expect(count(queries)).toEqual({ 'name-and-postcode': 32, 'name-and-department': 59, unknown: 1 })
    expect(missed(queries)).toEqual(['Boulouparis 98800: unknown, Bouloupari?'])
  })

  test('France services: code, name and postcode agree but for two rows; one code is broken, 26 places have none', () => {
    const rows = csv(`${MEDNUM}/france-services-20221201.csv`)
    const queries = rows.map(({ insee_com, lib_com, code_postal, insee_dep }) => ({
      code: insee_com!,
      name: lib_com!,
      postcode: code_postal!,
      department: insee_dep!,
    }))
    expect(rows.filter(({ insee_com }) => insee_com === '')).toHaveLength(26)
    expect(count(queries)).toEqual({
      code: 2627,
      arrondissement: 24,
      'former-code': 3,
      contradiction: 2,
      unknown: 1 + 26,
    })
    expect(missed(queries)).toEqual(
      [
        '0null SAINT-ETIENNE-VALLEE-FRANCAISE 48330: unknown, Saint-Étienne-Vallée-Française?',
        '17346 Tonnay-Charente 17430: contradiction, Saint-Hippolyte?',
        '62060 Herlin-le-Sec 62390: contradiction, Auxi-le-Château?',
        ': unknown',
      ].sort(),
    )
  })

  test('France services: without the code, name and postcode give the same commune', () => {
    const rows = csv(`${MEDNUM}/france-services-20221201.csv`)
    const both = rows.map(({ insee_com, lib_com, code_postal }) => [
      finder.find({ code: insee_com! }),
      finder.find({ name: lib_com!, postcode: code_postal! }),
    ])
    const found = both.flatMap(([byCode, byName]) =>
      'commune' in byCode! && 'commune' in byName! ? [[byCode.commune.name, byName.commune.name]] : [],
    )
    expect(found.length).toBe(2644)
    expect(found.filter(([byCode, byName]) => byCode !== byName)).toEqual([
      ['Saint-Hippolyte', 'Tonnay-Charente'],
      ['Auxi-le-Château', 'Herlin-le-Sec'],
    ])
  })
})
