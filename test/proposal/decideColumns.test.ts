import { beforeAll, describe, expect, test } from 'vitest'
import { chooseKey } from '../../src/proposal/chooseKey.ts'
import { decideColumns } from '../../src/proposal/decideColumns.ts'
import type { Decision } from '../../src/proposal/draft.ts'
import { type Knowledge, loadKnowledge } from '../../src/proposal/knowledge.ts'
import { tableOf, times } from './table.ts'

let knowledge: Knowledge

beforeAll(async () => {
  knowledge = await loadKnowledge()
})

/** What becomes of the columns, the name and key beside them. */
function decide(columns: Readonly<Record<string, readonly string[]>>, french = true) {
  const rows = Math.max(...Object.values(columns).map(values => values.length))
  const sample = tableOf({
    id: times(rows, n => `A-${n}x`),
    nom: times(rows, n => `Structure ${n}`),
    ...columns,
  })
  return decideColumns(sample, chooseKey(sample), 'acteurs', knowledge, french)
}

function fieldOf(decision: Decision | undefined): string | undefined {
  return decision && 'field' in decision ? decision.field : decision?.to
}

const TEN = 10
const COMMUNES = ['33063', '49007', '35238', '75056', '69123', '13055', '31555', '06088', '44109', '67482']

describe('headers and values agree', () => {
  test.each<[string, string, readonly string[]]>([
    ['Code Insee', 'address.commune', COMMUNES],
    [
      'CP',
      'address.postcode',
      ['33000', '49000', '1200', '75013', '69003', '13001', '31000', '06000', '44000', '67000'],
    ],
    ['Ville', 'address.locality', times(TEN, n => `Ville ${'abcdefghij'[n - 1]}`)],
    ['Dépt', 'address.department', ['01', '2A', '33', 'Gironde', '971', '75', '49', '35', '69', '13']],
    [
      'Région',
      'address.region',
      ['Bretagne', 'Aquitaine', 'Occitanie', 'Corse', '53', '11', 'Bretagne', '75', '93', '84'],
    ],
    ['SIREN', 'siren', ['732829320', '552100554', '130025265']],
    ['N° SIRET', 'siret', ['73282932000074', '13002526500013']],
    ['RNA', 'rna', ['W751234567', 'W2A1234567']],
    ['Mail', 'email', times(TEN, n => `contact@structure-${n}.example`)],
    ['Site', 'homepage', times(TEN, n => `www.structure-${n}.fr`)],
    ['Tél', 'telephone', times(TEN, n => `05 56 00 00 0${n - 1}`)],
    ['MAJ', 'modified', ['17/02/2010', '2010-12-19', '01/03/2011']],
    ['Date de création', 'founded', ['1998', '2001', '12/03/2004']],
    ['Statut juridique', 'legalForm', ['Association', 'association loi 1901', 'Syndicat mixte', 'EPCI']],
    ['Horaires', 'openingHours', ['9h-12h', 'lundi 9h-17h']],
  ])('%s is %s', (header, field, values) => {
    const decision = decide({ [header]: values }).decisions.get(header)
    expect(fieldOf(decision)).toBe(field)
    expect(decision!.why.confidence).toBeGreaterThan(0.8)
  })
})

describe('where they disagree, the column is left as it is', () => {
  test.each<[string, readonly string[]]>([
    ['SIREN', ['732829321', '123', 'abc', '999']],
    ['Code Insee', times(TEN, n => `Nom de commune ${n}`)],
    ['Mise à jour', ['jamais', 'souvent', 'hier', 'demain']],
    ['Mail', ['oui', 'non', 'oui']],
  ])('%s', (header, values) => {
    const decision = decide({ [header]: values }).decisions.get(header)!
    expect(decision.to).toBe('own field')
    expect(decision.why.confidence).toBeLessThanOrEqual(0.7)
  })

  test('and the reason says so', () => {
    const { why } = decide({ SIREN: ['732829321', '123', '732829320', 'x'] }).decisions.get('SIREN')!
    expect(why.reason.fr).toContain('seulement 25\u00a0% des valeurs sont des SIREN')
    expect(why.reason.en).toContain('only 25% of the values are SIRENs')
  })
})

describe('values alone', () => {
  test('tell identifiers with check digits, whatever the header', () => {
    const sirets = ['73282932000074', '13002526500013']
    expect(fieldOf(decide({ 'Colonne 7': sirets }).decisions.get('Colonne 7'))).toBe('siret')
  })

  test('do not tell what many things could be', () => {
    expect(decide({ 'Colonne 7': COMMUNES }).decisions.get('Colonne 7')!.to).toBe('own field')
  })
})

describe('private by default', () => {
  test.each<[string, readonly string[]]>([
    ['Contact', ['Jeanne Dupont', 'Paul Martin']],
    ['Nom du président', ['Dupont', 'Martin']],
    [
      'Mail',
      ['jeanne.dupont@structure.example', 'paul.martin@structure.example', 'contact@structure.example'],
    ],
    ['Téléphone', ['06 00 00 00 01', '05 56 00 00 00', '06 00 00 00 02']],
  ])('%s is left out', (header, values) => {
    expect(decide({ [header]: values }).decisions.get(header)!.to).toBe('ignore')
  })

  test('a text that names a person is a field that nobody reads', () => {
    const decision = decide({ Remarques: ['Demander Mme Dupont', 'Ouvert', 'Fermé en août'] }).decisions.get(
      'Remarques',
    )!
    expect(decision).toMatchObject({ to: 'own field', own: { public: false } })
  })
})

describe('positions', () => {
  test('degrees go to latitude and longitude', () => {
    const { decisions } = decide({ lat: ['44,83', '47.47'], lng: ['-0.58', '-0,55'] })
    expect([fieldOf(decisions.get('lat')), fieldOf(decisions.get('lng'))]).toEqual([
      'location.latitude',
      'location.longitude',
    ])
  })

  test('X that is a latitude is one, and it is said', () => {
    const { decisions } = decide({
      'Coord. X': ['44.83', '44.93', '44.89'],
      'Coord. Y': ['-0.58', '-0.23', '-0.50'],
    })
    expect(fieldOf(decisions.get('Coord. X'))).toBe('location.latitude')
    expect(fieldOf(decisions.get('Coord. Y'))).toBe('location.longitude')
    expect(decisions.get('Coord. X')!.why.reason.fr).toContain('inversés')
  })

  test.each<[string, readonly string[], readonly string[], Record<string, readonly string[]>]>([
    ['EPSG:2154', ['475198,12', '652000'], ['6692424,50', '6862000'], {}],
    ['EPSG:3948', ['1652000', '1410000'], ['7180000', '7210000'], {}],
    ['EPSG:27572', ['600000', '380000'], ['2428000', '2010000'], {}],
    ['EPSG:2975', ['340000', '330000'], ['7690000', '7650000'], { cp: ['97400', '97410'] }],
  ])('metres of %s', (crs, x, y, more) => {
    const { derivations, decisions } = decide({ x, y, ...more })
    expect(derivations).toEqual([expect.objectContaining({ from: 'coordinates', x: 'x', y: 'y', crs })])
    expect(decisions.get('x')!.to).toBe('derivation')
  })

  test('metres of no known system are left out, and it is said', () => {
    const { decisions, derivations } = decide({ x: ['12000000', '13000000'], y: ['99000000', '98000000'] })
    expect(derivations).toEqual([])
    expect(decisions.get('x')).toMatchObject({ to: 'ignore' })
  })

  test('a point of which the order is seen by its place', () => {
    const { derivations } = decide({ geo_point_2d: ['-1.67, 48.11', '2.35, 48.85'] })
    expect(derivations).toEqual([expect.objectContaining({ from: 'point', order: 'longitude-latitude' })])
  })
})

describe('lists', () => {
  test('in the shipped list are mapped as they are', () => {
    const { decisions, codeLists } = decide({
      Publics: [
        'grand public | entreprises et professionnels',
        'grand public',
        'entreprises et professionnels | grand public',
      ],
    })
    expect(decisions.get('Publics')).toMatchObject({ to: 'field', field: 'audiences' })
    expect(codeLists.size).toBe(0)
  })

  test('in another list make a list of their own', () => {
    const services = times(12, n => ['Scan;Impression', 'Impression;Wifi', 'Wifi'][n % 3]!)
    const { decisions, codeLists } = decide({ Services: services })
    expect(decisions.get('Services')).toMatchObject({ field: 'missions', options: { split: ';' } })
    expect(
      codeLists
        .get('missions')!
        .concepts.map(({ label }) => label)
        .sort(),
    ).toEqual(['Impression', 'Scan', 'Wifi'])
  })

  test('of a column that no field fits become a field that can be counted', () => {
    const decision = decide({ Quartier: times(12, n => ['Nord', 'Sud', 'nord'][n % 3]!) }).decisions.get(
      'Quartier',
    )!
    expect(decision).toMatchObject({
      to: 'own field',
      own: {
        name: 'quartier',
        scheme: { concepts: [{ label: 'Sud' }, { label: 'nord', alternatives: ['Nord'] }] },
      },
    })
  })
})

describe('columns that tell nothing are left out', () => {
  test.each<[string, readonly string[]]>([
    ['vide', ['', '', '']],
    ['Source', ['X', 'X', 'X']],
    ['Ligne', ['1', '2', '3']],
    ['OBJECTID', ['12', '17', '99']],
    ['Pivot', ['00000000000000', '00000000000000']],
  ])('%s', (header, values) => expect(decide({ [header]: values }).decisions.get(header)!.to).toBe('ignore'))
})

describe('own fields', () => {
  const own = (header: string, values: readonly string[]) => {
    const decision = decide({ [header]: values }).decisions.get(header)!
    if (decision.to !== 'own field') throw new Error(`${header} is ${decision.to}`)
    return decision.own
  }

  test.each<[string, string, readonly string[]]>([
    ['Adhérents', 'integer', ['12', '7', '130']],
    ['Superficie', 'decimal', ['1,5', '2', '3.25']],
    ['Accès libre', 'boolean', ['oui', 'Non', 'oui']],
    ['Ouvert le', 'date', ['2020-01-15', '2021-03-20', '2022-05-30']],
    ['Fiche', 'anyURI', ['https://a.example/1', 'https://a.example/2', 'https://a.example/3']],
    ['Code interne', 'string', ['001', '002', '010']],
  ])('%s is of %s', (header, datatype, values) => expect(own(header, values).datatype).toBe(datatype))

  test('a column that is filled with its own words, or empty, says yes', () => {
    const field = own('WIFI', ['Accès wifi', '', 'Accès wifi', '', ''])
    expect(field).toMatchObject({ datatype: 'boolean', options: { values: { 'Accès wifi': 'oui' } } })
  })

  test.each([
    ['constructor', 'constructor2'],
    ['name', 'name2'],
    ['Nombre d’adhérents (2020)', 'nombreAdherents2020'],
    ['2020', 'colonne2020'],
    ['日本', 'colonne'],
    ['mission', 'mission2'],
  ])('a column %s has a name that may be', (header, name) => {
    expect(own(header, ['1', '5', '8']).name).toBe(name)
  })
})

test('an address takes its number and its complement along', () => {
  const { derivations } = decide({
    'N°': ['1', '2 bis', '3'],
    Adresse: ['rue A', 'rue Bé', 'rue Cé'],
    'Complément d’adresse': ['Bâtiment 2', '', ''],
    CP: ['33000', '33100', '33200'],
  })
  expect(derivations).toEqual([
    expect.objectContaining({
      field: 'address.street',
      from: 'join',
      columns: ['N°', 'Adresse', 'Complément d’adresse'],
    }),
  ])
})

test('days of the week are opening hours together', () => {
  const { derivations } = decide({ h_mardi: ['9h-12h', ''], h_lundi: ['9h-17h', '14h-18h'] })
  expect(derivations).toEqual([
    expect.objectContaining({
      field: 'openingHours',
      columns: ['h_lundi', 'h_mardi'],
      labels: { h_lundi: 'lundi', h_mardi: 'mardi' },
    }),
  ])
})

test('a parent is a key of the same table', () => {
  const { decisions } = decide({ parent_id: ['', 'A-1x', 'A-2x', 'A-1x'] })
  expect(decisions.get('parent_id')).toMatchObject({ field: 'parents', options: { reference: 'acteurs' } })
})

test('of two columns for a field the better named takes it; a second name is another name', () => {
  const { decisions } = decide({ 'Nom officiel': times(4, n => `Structure officielle ${n}`) })
  expect(fieldOf(decisions.get('nom'))).toBe('name')
  expect(fieldOf(decisions.get('Nom officiel'))).toBe('alternateNames')
})

test('columns of one option each are the values of a field', () => {
  const { derivations, codeLists, decisions } = decide({
    PBC_Jeunes: ['Jeunes', '', 'Jeune', 'Jeunes'],
    PBC_Seniors: ['x', '', '', 'x'],
    PBC_Tous: ['', 'Tous', '', ''],
  })
  expect(derivations).toEqual([
    expect.objectContaining({
      field: 'audiences',
      from: 'options',
      options: { PBC_Jeunes: 'Jeunes', PBC_Seniors: 'Seniors', PBC_Tous: 'Tous' },
      yes: ['Jeune'],
    }),
  ])
  expect(codeLists.get('audiences')!.concepts.map(({ label }) => label)).toEqual([
    'Jeunes',
    'Seniors',
    'Tous',
  ])
  expect(fieldOf(decisions.get('PBC_Tous'))).toBe('audiences')
})

test.each([
  'Notes internes',
  'Commentaire privé',
  'Remarque confidentielle',
  'Date de naissance',
  'Adhérent (non diffusé)',
  'À ne pas publier',
  'Salaire',
  'IBAN',
  'Mot de passe',
  'Numéro de sécurité sociale',
  'Home address',
])('%s is left out: its name says that it is nobody’s business', header => {
  const { decisions } = decide({ [header]: ['a', 'b', 'c'] })
  expect(decisions.get(header)?.to).toBe('ignore')
})
