import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Actor,
  type Directory,
  nodeEffects,
  openDirectory,
  type ValidationReport,
} from '../../src/index.ts'
import { describeWith, shared } from './shared.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

interface Read {
  readonly directory: Directory
  readonly actors: readonly Actor[]
  readonly report: ValidationReport
}

async function read(directory: Directory): Promise<Read> {
  return { directory, actors: await Array.fromAsync(directory.actors()), report: await directory.check() }
}

/** How many actors of a source have a value in a field, own fields included. */
function count(actors: readonly Actor[], source: string, field: string, notation?: string): number {
  return actors.filter(actor => {
    if (actor.source !== source) return false
    const value = (actor as unknown as Record<string, unknown>)[field] ?? actor.fields?.[field]
    const values = [value ?? []].flat()
    return notation === undefined
      ? values.length > 0
      : values.some(one => String(one).endsWith(`/${notation}`))
  }).length
}

const countProblems = ({ report }: Read, code: string, file: string) =>
  report.results.filter(result => result.code === code && result.source?.file.endsWith(file)).length

/** Every cell of every column of every file has one fate. */
async function expectAccounts({ directory }: Read): Promise<void> {
  for (const { name, rows, accepted, rejectedRows, columns } of await directory.sources()) {
    expect(accepted + rejectedRows, name).toBe(rows)
    for (const { column, mapped, repaired, rejected, ignored, empty, unmapped } of columns) {
      expect(mapped + repaired + rejected + ignored + empty + unmapped, `${name}: ${column}`).toBe(rows)
      expect(unmapped, `${name}: ${column}`).toBe(0)
    }
  }
}

const rowsOf = async ({ directory }: Read) =>
  Object.fromEntries((await directory.sources()).map(({ name, rows, accepted }) => [name, [rows, accepted]]))

describeWith('data/fr-mednum-sources-dev', 'places of digital mediation, six files', () => {
  let mednum: Read
  beforeAll(async () => {
    mednum = await read(await openDirectory(folder('mednum')))
  })

  test('all rows are read; three without a name are left out', async () => {
    expect(await rowsOf(mednum)).toEqual({
      gironde: [347, 347],
      'maine-et-loire': [243, 240],
      'nouvelle-caledonie': [92, 92],
      angers: [63, 63],
      'france-services': [2683, 2683],
      carto: [687, 687],
    })
    await expectAccounts(mednum)
  })

  // Counted in the files by another program, which reads the national configurations beside them.
  test.each([
    ['gironde', 'support', 'individuel', 206],
    ['gironde', 'typology', 'ASSO', 136],
    ['gironde', 'services', 'loisirs', 73],
    ['gironde', 'fees', 'gratuit', 82],
    ['gironde', 'access', 'presenter', 40],
    ['gironde', 'access', 'telephoner', 39],
    ['gironde', 'access', 'mail', 23],
    ['gironde', 'publics', 'familles', 32],
    ['gironde', 'publics', 'seniors', 5],
    ['gironde', 'services', 'demarches', 215],
    ['gironde', 'services', 'outils', 291],
    ['gironde', 'services', 'insertion', 11],
    ['gironde', 'services', 'acces', 309],
    ['maine-et-loire', 'services', 'demarches', 98],
    ['maine-et-loire', 'services', 'outils', 91],
    ['maine-et-loire', 'services', 'acces', 181],
    ['maine-et-loire', 'publics', 'jeunes', 15],
    ['maine-et-loire', 'publics', 'seniors', 13],
    ['maine-et-loire', 'fees', 'payant', 20],
    ['maine-et-loire', 'typology', 'RFS', 26],
    ['maine-et-loire', 'typology', 'BIB', 51],
    ['nouvelle-caledonie', 'fees', 'gratuit', 67],
    ['nouvelle-caledonie', 'services', 'demarches', 65],
    ['nouvelle-caledonie', 'services', 'outils', 44],
    ['nouvelle-caledonie', 'services', 'insertion', 33],
    ['nouvelle-caledonie', 'services', 'parentalite', 35],
    ['nouvelle-caledonie', 'services', 'loisirs', 29],
    ['nouvelle-caledonie', 'services', 'comprehension', 48],
    ['nouvelle-caledonie', 'services', 'acces', 87],
    ['nouvelle-caledonie', 'services', 'materiel', 6],
    ['nouvelle-caledonie', 'support', 'autonomie', 78],
    ['nouvelle-caledonie', 'support', 'individuel', 74],
    ['nouvelle-caledonie', 'support', 'atelier', 54],
    ['nouvelle-caledonie', 'publics', 'familles', 12],
    ['nouvelle-caledonie', 'publics', 'jeunes', 14],
    ['nouvelle-caledonie', 'publics', 'seniors', 11],
    ['nouvelle-caledonie', 'care', 'moteur', 29],
    ['nouvelle-caledonie', 'care', 'vue', 8],
    ['nouvelle-caledonie', 'labels', 'case-numerique', 6],
    ['nouvelle-caledonie', 'typology', 'ASSO', 19],
    ['nouvelle-caledonie', 'typology', 'BIB', 22],
    ['nouvelle-caledonie', 'typology', 'PIJ-BIJ', 12],
    ['angers', 'publics', 'jeunes', 11],
    ['angers', 'typology', 'BIB', 9],
    ['angers', 'services', 'outils', 37],
    ['angers', 'services', 'materiel', 7],
    ['france-services', 'typology', 'RFS', 2683],
    ['france-services', 'services', 'comprehension', 2683],
  ])('%s: %s %s for %i', (source, field, notation, expected) => {
    expect(count(mednum.actors, source, field, notation)).toBe(expected)
  })

  test('numbers of a file that encodes truth in words', () => {
    const travelling = mednum.actors.filter(({ fields }) => fields?.travelling === true)
    // One more is in the text of another file.
    expect(travelling).toHaveLength(288 + 1)
  })

  test('Lambert-93 becomes degrees, and every repair is logged', () => {
    const amia = mednum.actors.find(({ source, key }) => source === 'maine-et-loire' && key === 'LMN008')!
    expect(amia.location!.latitude).toBeCloseTo(47.294, 3)
    expect(amia.location!.longitude).toBeCloseTo(0.0247, 3)
    const inAnjou = mednum.actors.filter(
      ({ source, location }) =>
        source === 'maine-et-loire' &&
        location &&
        location.latitude > 46.9 &&
        location.latitude < 47.9 &&
        location.longitude > -1.4 &&
        location.longitude < 0.3,
    )
    expect(inAnjou).toHaveLength(240)
  })

  test('communes are found by name, with the postcode or the département', () => {
    const at = (source: string) =>
      mednum.actors.filter(actor => actor.source === source && actor.address?.commune).length
    expect(at('gironde')).toBe(347)
    expect(at('angers')).toBe(63)
    expect(at('maine-et-loire')).toBe(240)
    expect(at('nouvelle-caledonie')).toBe(91) // “Boulouparis” is Bouloupari
    expect(at('france-services')).toBe(2656) // 26 have no code, one has “0null”
  })

  test('what was damaged is told where it stands', () => {
    expect(countProblems(mednum, 'mojibake', 'france-services-20221201.csv')).toBe(4)
    expect(countProblems(mednum, 'html-markup', 'lieux-687.json')).toBe(2)
    expect(
      countProblems(mednum, 'unknown-territory', 'france-services-20221201.csv') +
        countProblems(mednum, 'unknown-commune', 'france-services-20221201.csv'),
    ).toBe(1)
  })
})

describeWith('data/derived-excel-fr', 'the same list as spreadsheets save it', () => {
  const open = async (file: string) => {
    const path = folder('excel/annuaire.yaml')
    const text = readFileSync(path, 'utf8').replace('file: FILE', `file: ${fileURLToPath(shared(file))}`)
    const effects = {
      ...nodeEffects,
      readFile: async (name: string) => (name === path ? utf8(text) : nodeEffects.readFile(name)),
    }
    return read(await openDirectory(path, { effects }))
  }
  let original: Map<string, Actor>
  beforeAll(async () => {
    const { actors } = await open('data/fr-mednum-sources-dev/france-services-20221201.csv')
    original = new Map(actors.map(actor => [actor.key, actor]))
  })

  test.each([
    ['france-services-cp1252.csv', 2683, 'windows-1252', ';'],
    ['france-services-700-utf16.txt', 700, 'utf-16le', '\t'],
    ['france-services-300-utf8bom.csv', 300, 'utf-8', ';'],
    ['france-services-300-nfd.csv', 300, 'utf-8', ','],
  ])('%s gives the same actors', async (file, rows, encoding, delimiter) => {
    const { directory, actors } = await open(`data/derived-excel-fr/${file}`)
    const [source] = await directory.sources()
    expect(source).toMatchObject({ rows, accepted: rows, encoding, delimiter })
    expect(actors).toHaveLength(rows)
    for (const actor of actors) expect(actor).toEqual(original.get(actor.key))
  })
})

describeWith('data/publicbodies', 'public bodies of three countries', () => {
  let bodies: Read
  beforeAll(async () => {
    bodies = await read(await openDirectory(folder('publicbodies')))
  })

  test('all are published, the Swiss ones as a tree of 2,775 parents', async () => {
    expect(await rowsOf(bodies)).toEqual({ ch: [2785, 2785], br: [245, 245], eu: [129, 129] })
    await expectAccounts(bodies)
    expect(count(bodies.actors, 'ch', 'parents')).toBe(2775)
    expect(count(bodies.actors, 'br', 'parents')).toBe(236)
    expect(countProblems(bodies, 'dangling-reference', '.csv')).toBe(0)
  })

  test('it is a tree: from each body the parents lead to one of ten roots', () => {
    const byId = new Map(bodies.actors.map(actor => [actor.id, actor]))
    const roots = new Set<string>()
    for (const actor of bodies.actors.filter(({ source }) => source === 'ch')) {
      let at = actor
      for (let steps = 0; at.parents; steps += 1) {
        expect(steps).toBeLessThan(50)
        at = byId.get(at.parents[0]!)!
      }
      roots.add(at.id)
    }
    expect(roots.size).toBe(10)
  })
})

describeWith('data/ror-fr', 'research organisations, two generations of a schema', () => {
  let ror: Read
  beforeAll(async () => {
    ror = await read(await openDirectory(folder('ror')))
  })

  test('all 4,604 are published, of both generations', async () => {
    expect(await rowsOf(ror)).toEqual({ ror: [4604, 4604] })
    await expectAccounts(ror)
    // Of the second generation only.
    expect(count(ror.actors, 'ror', 'modified')).toBe(3977)
    expect(count(ror.actors, 'ror', 'founded')).toBe(3867)
    expect(count(ror.actors, 'ror', 'status', 'inactive')).toBe(311)
    expect(count(ror.actors, 'ror', 'status', 'withdrawn')).toBe(59)
  })

  test('a unit has all its parents; those outside the file are told', () => {
    const tima = ror.actors.find(({ key }) => key === 'https://ror.org/000063q30')!
    expect(tima.name).toBe(
      'Techniques of Informatics and Microelectronics for Integrated Systems Architecture',
    )
    expect(tima.alternateNames).toContain('TIMA')
    expect(tima.parents).toHaveLength(4)
    expect(tima.homepage).toBe('https://tima.univ-grenoble-alpes.fr')
    expect(tima.otherIdentifiers).toContainEqual({ scheme: 'Wikidata', value: 'Q30262448' })
    // 7,451 parents, of which 88 are not in the file.
    const parents = ror.actors.reduce((sum, { parents = [] }) => sum + parents.length, 0)
    expect(parents).toBe(7451 - 88)
  })
})

describeWith('data/hsds-examples', 'human services, linked tables and nested JSON', () => {
  test('tables hang together by their keys', async () => {
    const hsds = await read(await openDirectory(folder('hsds')))
    expect(await rowsOf(hsds)).toEqual({
      organizations: [1, 1],
      'organizations.services': [1, 1],
      'organizations.places': [1, 1],
      'organizations.locations': [1, 1],
      'organizations.identifiers': [1, 1],
    })
    const [{ id, source, ...actor }] = hsds.actors as [Actor]
    expect(actor).toEqual({
      key: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610',
      name: 'Example Organization Inc.',
      alternateNames: ['Example Org'],
      description:
        'Example Org is a non-profit organization dedicated to providing services to qualified beneficiaries',
      email: 'email@example.com',
      homepage: 'http://example.com',
      founded: '2011',
      otherIdentifiers: [{ scheme: 'GB-COH', value: '1234567' }],
      sites: [{ key: '3a19ff88-4620-4d17-9830-ac1d859eb5d5', name: 'MyCity Civic Center' }],
      fields: { services: ['Community Counselling'] },
    })
  })

  test('the same organisation as nested JSON gives the same record', async () => {
    const tables = await read(await openDirectory(folder('hsds')))
    const nested = await read(await openDirectory(folder('hsds-json')))
    expect(nested.actors).toEqual(tables.actors)
  })
})

describeWith('data/uk-local-authorities', 'local authorities, a table and a workbook', () => {
  let uk: Read
  beforeAll(async () => {
    uk = await read(await openDirectory(folder('uk')))
  })

  test('dates of validity and successors', async () => {
    expect(await rowsOf(uk)).toEqual({ uk: [470, 470], councils: [351, 351] })
    await expectAccounts(uk)
    expect(count(uk.actors, 'uk', 'founded')).toBe(190)
    expect(count(uk.actors, 'uk', 'dissolved')).toBe(73)
    expect(count(uk.actors, 'uk', 'replacedBy')).toBe(48)
    const pairs = uk.actors.filter(({ replacedBy }) => replacedBy?.length === 2)
    expect(pairs).toHaveLength(2)
    expect(count(uk.actors, 'uk', 'memberOf')).toBe(204 + 98 - bothCountyAndCombined(uk.actors))
    expect(count(uk.actors, 'uk', 'kind', 'NMD')).toBe(204)
    expect(count(uk.actors, 'uk', 'location')).toBe(412)
    expect(countProblems(uk, 'coordinates-outside', '.csv')).toBe(0)
  })

  function bothCountyAndCombined(actors: readonly Actor[]): number {
    return actors.filter(({ memberOf }) => memberOf?.length === 2).length
  }

  test('the workbook: text, numbers and dates as one sees them', () => {
    const adur = uk.actors.find(({ source, key }) => source === 'councils' && key === 'Adur')!
    expect(adur.fields).toMatchObject({
      electorate: 47300,
      lastReview: '2002-07-09',
      authority: 'Two-Tier District',
    })
  })
})

describe('the configurations of these tests', () => {
  test('ask for nothing outside of the project but the material beside it', async () => {
    for (const name of ['mednum', 'publicbodies', 'ror', 'hsds', 'hsds-json', 'uk']) {
      const text = await readFile(join(folder(name), 'annuaire.yaml'), 'utf8')
      for (const [, file] of text.matchAll(/file: ([^\s,}]+)/g))
        expect(file).toMatch(/^\.\.\/\.\.\/\.\.\/\.\.\/shared\/data\//)
    }
  })
})
