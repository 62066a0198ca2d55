import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ACTOR_SCHEMA } from '../../src/actor/schemaFor.ts'
import { type LinkDefinition, LinkedTable, linkedColumn } from '../../src/crosswalk/linkedTable.ts'
import { readSource } from '../../src/crosswalk/readSource.ts'
import { openSource } from '../../src/sources/openSource.ts'
import { createRecordsGate } from '../../src/validation/records.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { crosswalkOf } from './crosswalkOf.ts'

const STATUSES = ['mapped', 'repaired', 'rejected', 'ignored', 'empty', 'unmapped'] as const

/** Reads a main table of these lines, with tables hung on it. */
async function read(
  lines: readonly string[],
  columns: Parameters<typeof crosswalkOf>[0],
  rest: Parameters<typeof crosswalkOf>[1] = {},
  linked: readonly (LinkDefinition & { lines: readonly string[] })[] = [],
) {
  const folder = await temporaryFolder()
  const open = async (name: string, text: readonly string[]) => {
    await writeFile(join(folder, name), text.join('\n'))
    return openSource(join(folder, name), { displayName: name })
  }
  const tables = await Promise.all(
    linked.map(async ({ lines, ...definition }) => {
      const file = `${definition.name}.csv`
      return LinkedTable.read(definition, file, await open(file, lines))
    }),
  )
  const gate = await createRecordsGate({ $ref: ACTOR_SCHEMA })
  const joinedBy = linked.flatMap(table => [table.on, linkedColumn(table, table.key)])
  const crosswalk = await crosswalkOf(columns, { joinedBy, ...rest })
  const reading = await readSource(await open('a.csv', lines), 'a.csv', crosswalk, gate, { tables })
  const actors = reading.actors.map(({ actor: { id, source, ...record } }) => record)
  const account = (columns: ReturnType<typeof reading.accounts>) =>
    Object.fromEntries(columns.map(({ column, fields, reason, ...counts }) => [column, counts]))
  return {
    actors,
    results: reading.results.map(({ code, source }) => `${code} ${source?.file}:${source?.line ?? ''}`),
    accounts: account(reading.accounts()),
    tables: tables.map(table => account(table.accounts(crosswalk.definition))),
  }
}

const sum = (counts: Record<(typeof STATUSES)[number], number>) =>
  STATUSES.reduce((total, status) => total + counts[status], 0)

describe('linked tables', () => {
  const organisations = ['id;nom;forme', '1;Le Lien;a', '2;La Passerelle;s', '3;Le Pont;?']
  const services = {
    name: 'services',
    on: 'id',
    key: 'org',
    one: false,
    lines: ['n;org;type', 's1;1;Veille', 's2;3;cuisine', 's3;1;Formation', 's4;9;Veille', 's5;2;'],
  }

  test('several rows of a record become a list, and every cell of both files is accounted for', async () => {
    const { actors, results, accounts, tables } = await read(
      organisations,
      { nom: 'name', 'services[].type': 'missions' },
      { ignore: new Map([['forme', 'later']]) },
      [services],
    )
    expect(actors.map(({ key, missions }) => [key, missions?.map(iri => iri.split('/').at(-1))])).toEqual([
      ['1', ['veille', 'formation']],
      ['2', undefined],
      ['3', undefined],
    ])
    expect(results).toEqual(expect.arrayContaining(['unmatched-value a.csv:4', 'orphan-row services.csv:5']))
    for (const counts of Object.values(accounts)) expect(sum(counts)).toBe(3)
    const [table] = tables
    expect(table).toEqual({
      n: { mapped: 0, repaired: 0, rejected: 1, ignored: 0, empty: 0, unmapped: 4 },
      org: { mapped: 4, repaired: 0, rejected: 1, ignored: 0, empty: 0, unmapped: 0 },
      type: { mapped: 2, repaired: 0, rejected: 2, ignored: 0, empty: 1, unmapped: 0 },
    })
  })

  test('a look-up gives one cell, and a table may hang on another', async () => {
    const forms = {
      name: 'formes',
      on: 'forme',
      key: 'code',
      one: true,
      lines: ['code;nom', 'a;Association', 's;SEM'],
    }
    const places = {
      name: 'lieux',
      on: 'services[].n',
      key: 'service',
      one: false,
      lines: ['service;ville', 's1;Rennes', 's3;Redon', 's2;Rennes'],
    }
    const { actors } = await read(
      organisations,
      { nom: 'name', 'formes.nom': 'legalForm', 'lieux[].ville': 'partners' },
      {},
      [forms, services, places],
    )
    expect(actors.map(({ legalForm, partners }) => [legalForm?.split('/').at(-1), partners])).toEqual([
      ['association', ['Rennes', 'Redon']],
      ['sem', undefined],
      [undefined, ['Rennes']],
    ])
  })

  test('parts are told by the elements of their lists', async () => {
    const places = {
      name: 'lieux',
      on: 'id',
      key: 'org',
      one: false,
      lines: ['n;org;nom;cp', 'l1;1;Antenne;35000', 'l2;1;;35600', 'l3;2;Siège;'],
    }
    const parts = [
      {
        into: 'sites' as const,
        of: 'lieux[]',
        columns: new Map([
          ['n', 'key'],
          ['nom', 'name'],
          ['cp', 'address.postcode'],
        ]),
      },
    ]
    const { actors, tables } = await read(organisations, { nom: 'name' }, { parts }, [places])
    expect(actors.map(({ sites }) => sites)).toEqual([
      [
        { key: 'l1', name: 'Antenne', address: { postcode: '35000' } },
        { key: 'l2', address: { postcode: '35600' } },
      ],
      [{ key: 'l3', name: 'Siège' }],
      undefined,
    ])
    expect(tables[0]!.nom).toEqual({ mapped: 2, repaired: 0, rejected: 0, ignored: 0, empty: 1, unmapped: 0 })
  })
})

describe('rows that make one actor', () => {
  const lines = [
    'id;nom;mission',
    '1;Le Lien;Veille',
    '2;Le Pont;Formation',
    '1;Le Lien;Formation',
    '1;La Liane;Veille',
  ]
  const columns = { nom: 'name', mission: 'missions' }

  test('sets gather what the rows give; another value for a single field is told with its line', async () => {
    const { actors, results, accounts } = await read(lines, columns, { groupRows: true })
    expect(actors.map(({ key, name, missions }) => [key, name, missions?.length])).toEqual([
      ['1', 'Le Lien', 2],
      ['2', 'Le Pont', 1],
    ])
    expect(results).toEqual(['conflict a.csv:5'])
    expect(accounts.nom).toEqual({ mapped: 3, repaired: 0, rejected: 1, ignored: 0, empty: 0, unmapped: 0 })
  })

  test('without groupRows, the second row of a key is an error', async () => {
    const { actors, results } = await read(lines, columns)
    expect(actors.map(({ key }) => key)).toEqual(['1', '2'])
    expect(results).toEqual(['duplicate-key a.csv:4', 'duplicate-key a.csv:5'])
  })

  test('each row may tell of a site', async () => {
    const parts = [
      {
        into: 'sites' as const,
        columns: new Map([
          ['l', 'key'],
          ['v', 'address.locality'],
        ]),
      },
    ]
    const { actors } = await read(
      ['id;nom;l;v', '1;Le Lien;a;Rennes', '1;Le Lien;b;Redon', '1;Le Lien;b;Redon'],
      { nom: 'name' },
      { groupRows: true, parts },
    )
    expect(actors[0]!.sites).toEqual([
      { key: 'a', address: { locality: 'Rennes' } },
      { key: 'b', address: { locality: 'Redon' } },
    ])
  })
})

test('a key may be made of several cells', async () => {
  const { actors, results } = await read(
    ['nom;ville', 'Mairie;Rennes', 'Mairie;Redon', 'Mairie;Rennes', ';'],
    { nom: 'name' },
    { key: ['nom', 'ville'] },
  )
  expect(actors.map(({ key }) => key)).toEqual(['Mairie|Rennes', 'Mairie|Redon'])
  expect(results).toEqual(expect.arrayContaining(['duplicate-key a.csv:4', 'missing-key a.csv:5']))
})
