import { describe, expect, test } from 'vitest'
import { mapRow } from '../../src/crosswalk/mapRow.ts'
import type { Cell } from '../../src/sources/row.ts'
import { fc } from '../fastCheck.ts'
import { crosswalkOf, fatesOf, map, rowOf } from './crosswalkOf.ts'

const GEO = 'https://w3id.org/annuaire-lod/id/geo'
const DEF = 'https://w3id.org/annuaire-lod/def'

type Columns = Parameters<typeof map>[0]

/** The status of the cell `c`, mapped to a field. */
async function statusOf(target: Columns[string], cell: Cell): Promise<string | undefined> {
  return (await map({ c: target }, { c: cell })).cells.get('c')
}

/** What becomes of the cell `c`: status, the record without its identity, repairs and codes of problems. */
async function fateOf(target: Columns[string], cell: Cell) {
  const { actor, cells, repairs, problems } = await map({ c: target }, { c: cell })
  const { id, source, key, ...record } = actor!
  return {
    status: cells.get('c'),
    record,
    repairs: repairs.map(({ rule }) => rule),
    problems: problems.map(({ severity, code }) => `${severity} ${code}`),
  }
}

describe('every cell has a status', () => {
  test.each<[string, Columns[string], Cell, string]>([
    ['a value that is taken', 'name', 'Le Lien', 'mapped'],
    ['a value that is set right', 'name', ' Le Lien ', 'repaired'],
    ['a value that is unreadable', 'modified', 'hier', 'rejected'],
    ['a value in no code list', 'legalForm', 'guilde', 'rejected'],
    ['a private field', 'president', 'Jeanne Martin', 'ignored'],
    ['nothing', 'name', '', 'empty'],
    ['spaces', 'name', ' \u00a0 ', 'empty'],
    ['a null marker in another case', 'name', ' nc ', 'empty'],
    ['nothing for a private field', 'president', '', 'empty'],
    ['a list of null markers', { field: 'partners', split: '|' }, 'NC | - |', 'empty'],
    ['a list with one bad value', { field: 'missions', split: '|' }, 'Veille|Cuisine', 'rejected'],
    ['a list of which one value is set right', { field: 'partners', split: '|' }, 'A|e\u0301', 'repaired'],
    ['two fields, one of them private', ['name', 'president'], 'Le Lien', 'mapped'],
    ['two fields, one of them unreadable', ['name', 'members'], 'Le Lien', 'rejected'],
    ['a value that the table says is none', { field: 'members', values: { '?': '' } }, '?', 'ignored'],
    ['no elements of a JSON array', 'partners', [], 'empty'],
    ['elements of a JSON array', 'partners', ['A', 'B'], 'mapped'],
  ])('%s', async (_, target, cell, status) => {
    expect(await statusOf(target, cell)).toBe(status)
  })

  test('columns that are ignored, and columns that nobody knows', async () => {
    const rest = { ignore: new Map([['tel', 'people']]) }
    const { cells } = await map(
      { nom: 'name' },
      { nom: 'A', tel: '0', autre: 'x', vide: '', tel2: 'NC' },
      rest,
    )
    expect(Object.fromEntries(cells)).toEqual({
      id: 'mapped',
      nom: 'mapped',
      tel: 'ignored',
      autre: 'unmapped',
      vide: 'empty',
      tel2: 'empty',
    })
  })
})

describe('values', () => {
  const mapped = (record: object) => ({ status: 'mapped', record, repairs: [], problems: [] })
  const repaired = (record: object, ...repairs: string[]) => ({
    status: 'repaired',
    record,
    repairs,
    problems: [],
  })
  const nfd = 'Médiathèque'.normalize('NFD')
  const commune = (code: string) => ({ address: { commune: `${GEO}/commune-${code}` } })
  const department = (code: string) => ({ address: { department: `${GEO}/departement-${code}` } })
  const region = (code: string) => ({ address: { region: `${GEO}/region-${code}` } })
  const legalForm = (notation: string) => ({ legalForm: `${DEF}/legal-forms/${notation}` })

  test.each<[string, Columns[string], Cell, object]>([
    ['a text', 'name', 'Le Lien', mapped({ name: 'Le Lien' })],
    ['spaces around it', 'name', '\u00a0Le Lien ', repaired({ name: 'Le Lien' }, 'trim')],
    ['accents apart', 'name', nfd, repaired({ name: 'Médiathèque' }, 'unicode-nfc')],
    ['both', 'name', ` ${nfd}`, repaired({ name: 'Médiathèque' }, 'trim', 'unicode-nfc')],
    ['a label without its accents', 'legalForm', 'ETABLISSEMENT PUBLIC LOCAL', mapped(legalForm('epl'))],
    ['a notation', 'legalForm', 'sem', mapped(legalForm('sem'))],
    [
      'a value table, then the label',
      { field: 'legalForm', values: { 'Asso.': 'Association' } },
      'Asso.',
      mapped(legalForm('association')),
    ],
    ['a value that is not in the table', { field: 'legalForm', values: {} }, 'SEM', mapped(legalForm('sem'))],
    [
      'a value that an object has by birth',
      { field: 'name', values: { a: 'b' } },
      'constructor',
      mapped({ name: 'constructor' }),
    ],
    [
      'a list, with null markers, an empty place and one at its end',
      { field: 'partners', split: '|' },
      'A | NC || B |A|',
      mapped({ partners: ['A', 'B'] }),
    ],
    ['a column without split holds one value', 'partners', 'A | B', mapped({ partners: ['A | B'] })],
    ['a JSON array', 'partners', ['A', 'NC', 'B', 'A'], mapped({ partners: ['A', 'B'] })],
    ['one column to two fields', ['name', 'acronym'], 'ARCEP', mapped({ name: 'ARCEP', acronym: 'ARCEP' })],
    ['a whole number', 'members', '1 204', repaired({ fields: { members: 1204 } }, 'strip-separators')],
    ['yes', 'open', 'Oui', mapped({ fields: { open: true } })],
    [
      'a set of own values',
      { field: 'years', split: ',' },
      '2009, 2010',
      mapped({ fields: { years: ['2009', '2010'] } }),
    ],
    ['a private field', 'president', 'Jeanne Martin', { ...mapped({}), status: 'ignored' }],
    ['a commune', 'address.commune', '2A004', mapped(commune('2A004'))],
    ['a commune without its zero', 'address.commune', '1001', repaired(commune('01001'), 'lost-zero')],
    ['a département', 'address.department', '2A', mapped(department('2A'))],
    ['a département without its zero', 'address.department', '1', repaired(department('01'), 'lost-zero')],
    ['a département by name', 'address.department', 'cotes d armor', mapped(department('22'))],
    ['a region of 2010 by name', 'address.region', 'Aquitaine', mapped(region('72'))],
    ['a region of 2016 by name', 'address.region', 'Nouvelle-Aquitaine', mapped(region('75'))],
    ['a region of 2010 by code', 'address.region', '72', mapped(region('72'))],
    ['a region of 2016 by code', 'address.region', '75', mapped(region('75'))],
    ['a region without its zero', 'address.region', '4', repaired(region('04'), 'lost-zero')],
    [
      'territories covered',
      { field: 'coverage', level: 'departement', split: ',' },
      '22, 35',
      mapped({ coverage: [`${GEO}/departement-22`, `${GEO}/departement-35`] }),
    ],
  ])('%s', async (_, target, cell, fate) => {
    expect(await fateOf(target, cell)).toEqual(fate)
  })

  test.each<[string, Columns[string], Cell, string]>([
    ['a commune that there is not', 'address.commune', '99999', 'warning unknown-territory'],
    ['a name of several communes', 'address.commune', 'Saint-Denis', 'warning ambiguous-commune'],
    ['a name of no commune', 'address.commune', 'Ville imaginaire', 'warning unknown-commune'],
    ['a region that there is not', 'address.region', '00', 'warning unknown-territory'],
    ['a concept that there is not', 'legalForm', 'guilde', 'warning unmatched-value'],
    ['a date that is none', 'modified', '31/02/2010', 'warning unreadable-value'],
    ['an address that is none', 'homepage', 'bientôt', 'warning unreadable-value'],
    ['a SIREN of eight digits', 'siren', '73282932', 'violation siren-length'],
    ['a number that would lose digits', 'members', '9007199254740993', 'warning unreadable-value'],
    ['a number with decimals for a whole one', 'members', '1,5', 'warning unreadable-value'],
  ])('%s', async (_, target, cell, problem) => {
    expect(await fateOf(target, cell)).toEqual({
      status: 'rejected',
      record: {},
      repairs: [],
      problems: [problem],
    })
  })
})

test('a commune by its name: with the postcode, or where there is but one', async () => {
  const at = async (cells: Record<string, string>) => {
    const columns = { v: 'address.commune', cp: 'address.postcode' }
    const { actor, problems, repairs, cells: fates } = await map(columns, cells)
    return [
      actor!.address?.commune?.split('-').at(-1),
      problems.map(({ severity, code }) => `${severity} ${code}`),
      repairs.map(({ rule }) => rule),
      fates.get('v'),
    ]
  }
  expect(await at({ v: 'St Denis', cp: '93200' })).toEqual(['93066', [], ['find-commune'], 'repaired'])
  expect(await at({ v: 'Rennes' })).toEqual([
    '35238',
    ['info commune-by-name-only'],
    ['find-commune'],
    'repaired',
  ])
  expect(await at({ v: 'Rennes', cp: '33000' })).toEqual([
    undefined,
    ['warning contradiction-commune'],
    [],
    'rejected',
  ])
})

describe('two columns to one field', () => {
  const columns = { a: 'address.region', b: 'address.region' }

  test('that agree', async () => {
    const { cells, problems, actor } = await map(columns, { a: '72', b: 'Aquitaine' })
    expect([cells.get('a'), cells.get('b'), problems]).toEqual(['mapped', 'mapped', []])
    expect(actor?.address).toEqual({ region: `${GEO}/region-72` })
  })

  test('that do not: the first is kept, the second reported', async () => {
    const { cells, problems, actor } = await map({ a: 'name', b: 'name' }, { a: 'Le Lien', b: 'Lien (Le)' })
    expect(actor?.name).toBe('Le Lien')
    expect([cells.get('a'), cells.get('b')]).toEqual(['mapped', 'rejected'])
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'conflict',
        path: 'name',
        value: 'Lien (Le)',
        message: {
          fr: '«\u00a0Lien (Le)\u00a0» contredit «\u00a0Le Lien\u00a0», déjà lu pour le champ name\u00a0; seule la première valeur est gardée.',
          en: '"Lien (Le)" contradicts "Le Lien", already read for the field name; only the first value is kept.',
        },
        source: { file: 'a.csv', line: 2, column: 'b', record: '1' },
      },
    ])
  })

  test('that holds several: they are put together', async () => {
    const { actor } = await map({ a: 'partners', b: 'partners' }, { a: 'A', b: 'B' })
    expect(actor?.partners).toEqual(['A', 'B'])
  })
})

test('whatever a row holds, every cell has one status and nothing is thrown', async () => {
  const columns: Columns = {
    name: ['name', 'president'],
    form: { field: 'legalForm', values: { a: 'b' } },
    missions: { field: 'missions', split: '|' },
    commune: 'address.commune',
    region: 'address.region',
    siren: 'siren',
    email: 'email',
    homepage: 'homepage',
    founded: 'founded',
    latitude: 'location.latitude',
    members: 'members',
    open: 'open',
    partners: { field: 'partners', split: ',' },
  }
  const crosswalk = await crosswalkOf(columns, { ignore: new Map([['secret', undefined]]) })
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\ud800',
      '\udc00x',
      '\u0000',
      '"',
      "'--",
      '__proto__',
      'constructor',
      '<script>',
      '\u202e',
      '=1+1',
    ),
    fc.constantFrom('a@', '-', '9', 'www.', '"', '\u0301').map(text => text.repeat(20_000)),
    fc.constantFrom('SEM', '72', '1', '35238', 'a@b.example', '2010', ' 732 829 320', 'oui'),
  )
  const cell = fc.oneof({ weight: 5, arbitrary: hostile }, fc.array(hostile, { maxLength: 3 }))
  const names = fc.constantFrom('id', 'secret', 'unknown', ...Object.keys(columns))
  const statuses = ['mapped', 'repaired', 'rejected', 'ignored', 'empty', 'unmapped']
  fc.assert(
    fc.property(fc.dictionary(names, cell), cells => {
      const row = rowOf(cells)
      const mapped = mapRow(row, crosswalk)
      for (const [column, status] of fatesOf(row, mapped)) {
        expect(statuses).toContain(status)
        const place = (found: { source?: { column?: string } }) => found.source?.column === column
        if (status === 'rejected') expect(mapped.problems.some(place), column).toBe(true)
        if (status === 'repaired') expect(mapped.repairs.some(place), column).toBe(true)
      }
      expect(JSON.stringify(mapped.actor ?? {})).not.toContain('president')
    }),
    { numRuns: 150 },
  )
})
