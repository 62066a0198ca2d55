import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ACTOR_SCHEMA } from '../../src/actor/schemaFor.ts'
import { readSource, type SourceReading } from '../../src/crosswalk/readSource.ts'
import { openSource } from '../../src/sources/openSource.ts'
import { createRecordsGate } from '../../src/validation/records.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import { crosswalkOf } from './crosswalkOf.ts'

type Columns = Parameters<typeof crosswalkOf>[0]

const COLUMNS: Columns = { nom: 'name', forme: 'legalForm', maj: 'modified' }

/** Reads the lines of a CSV file. */
async function read(lines: string[], columns = COLUMNS, options = {}): Promise<SourceReading> {
  const path = join(await temporaryFolder(), 'a.csv')
  await writeFile(path, lines.join('\n'))
  const gate = await createRecordsGate({ $ref: ACTOR_SCHEMA })
  return readSource(
    await openSource(path, { displayName: 'a.csv' }),
    'a.csv',
    await crosswalkOf(columns),
    gate,
    options,
  )
}

const keysOf = ({ actors }: SourceReading) => actors.map(({ actor }) => actor.key)

test('rows with a violation are left out and listed; a value that cannot be read leaves out itself', async () => {
  const reading = await read([
    'id;nom;forme;maj',
    '1;Le Lien;SEM;2010-02-17',
    '2;;SEM;2010-02-17',
    '3;La Passerelle;guilde;2010-02-17',
    ';Sans clé;SEM;2010-02-17',
    '5;Le Pont;SEM;31/02/2010',
  ])
  expect(keysOf(reading)).toEqual(['1', '3', '5'])
  expect(reading.actors.at(-1)?.actor).not.toHaveProperty('modified')
  expect(reading.rows).toBe(5)
  const told = reading.results.map(({ severity, code, source }) => [
    severity,
    code,
    source?.line,
    source?.column,
  ])
  expect(told).toEqual([
    ['violation', 'schema:required', 3, undefined],
    ['warning', 'unmatched-value', 4, 'forme'],
    ['violation', 'missing-key', 5, 'id'],
    ['warning', 'unreadable-value', 6, 'maj'],
  ])
})

test('a key that comes again names the line where it came first', async () => {
  const reading = await read(['id;nom;forme;maj', '1;A;;', '2;B;;', '1;"C', 'suite";;', ' 1 ;D;;'])
  expect(keysOf(reading)).toEqual(['1', '2'])
  expect(reading.results).toEqual(
    [4, 6].map(line => ({
      severity: 'violation',
      code: 'duplicate-key',
      path: 'key',
      value: '1',
      message: {
        fr: 'L’identifiant «\u00a01\u00a0» est déjà celui de la ligne 2\u00a0; cette ligne n’est pas publiée.',
        en: 'The identifier "1" is already that of line 2; this row is not published.',
      },
      source: { file: 'a.csv', line, column: 'id', record: '1' },
    })),
  )
})

describe('columns', () => {
  test('that the crosswalk does not know, and that the file does not have', async () => {
    const { results } = await read(['id;nom;tel;maj', '1;A;;'])
    expect(results.map(({ severity, code, source }) => [severity, code, source])).toEqual([
      ['warning', 'unmapped-column', { file: 'a.csv', column: 'tel' }],
      ['warning', 'missing-column', { file: 'a.csv', column: 'forme' }],
    ])
  })

  test('without the key, no row is published and every row says so', async () => {
    const reading = await read(['code;nom;forme;maj', '1;A;;', '2;B;;'])
    expect(reading.actors).toEqual([])
    expect(reading.results.map(({ code }) => code)).toEqual([
      'unmapped-column',
      'missing-column',
      'missing-key',
      'missing-key',
    ])
  })

  test('are the same whichever way their accents are composed', async () => {
    const { actors, results } = await read(
      ['id;dénomination', '1;A'].map(line => line.normalize('NFD')),
      {
        dénomination: 'name',
      },
    )
    expect(actors[0]?.actor.name).toBe('A')
    expect(results).toEqual([])
  })
})

describe('accounts', () => {
  const STATUSES = ['mapped', 'repaired', 'rejected', 'ignored', 'empty', 'unmapped'] as const
  const total = (account: Record<(typeof STATUSES)[number], number>) =>
    STATUSES.reduce((sum, status) => sum + account[status], 0)

  test('add up to the rows, though rows are short or long', async () => {
    const reading = await read([
      'id;nom;forme;autre',
      '1;A;SEM;x',
      '2;B',
      '3;C;guilde;y;z',
      '3;D;SEM;y',
      ';E;SEM',
      '6; F ;SEM;',
    ])
    const accounts = new Map(reading.accounts().map(account => [account.column, account]))
    expect([...accounts.keys()]).toEqual(['id', 'nom', 'forme', 'autre', '#5'])
    for (const column of ['id', 'nom', 'forme', 'autre']) expect(total(accounts.get(column)!), column).toBe(6)
    // A cell beyond the header makes a column, empty in the rows that lack it.
    expect(accounts.get('#5')).toMatchObject({ unmapped: 1, empty: 5, fields: [] })
    expect(accounts.get('id')).toMatchObject({ mapped: 4, rejected: 1, empty: 1, fields: ['key'] })
    expect(accounts.get('nom')).toMatchObject({ mapped: 3, repaired: 1, rejected: 2, fields: ['name'] })
    expect(accounts.get('forme')).toMatchObject({ mapped: 2, rejected: 3, empty: 1 })
    expect(accounts.get('autre')).toMatchObject({ unmapped: 3, empty: 3 })
  })

  test('an actor whom a later gate leaves out takes its cells along', async () => {
    const reading = await read(['id;nom;forme;maj', '1;A;SEM;', '2;B;SEM;'])
    const nameOf = (leftOut?: Set<string>) => reading.accounts(leftOut).find(({ column }) => column === 'nom')
    expect(nameOf()).toMatchObject({ mapped: 2, rejected: 0 })
    expect(nameOf(new Set([reading.actors[1]!.actor.id]))).toMatchObject({ mapped: 1, rejected: 1 })
  })
})

test('unmatched values are counted, the most frequent first', async () => {
  const forms = ['guilde', 'Asociation', 'cercle', 'Asociation', 'cercle', 'Asociation']
  const reading = await read(['id;nom;forme;maj', ...forms.map((form, index) => `${index};A;${form};`)])
  expect(reading.unmatched.map(({ value, count }) => [value, count])).toEqual([
    ['Asociation', 3],
    ['cercle', 2],
    ['guilde', 1],
  ])
  expect(reading.unmatched[0]).toMatchObject({ column: 'forme', field: 'legalForm' })
})

test('reading stops when it is told to', async () => {
  const reason = new Error('enough')
  await expect(read(['id;nom', '1;A'], COLUMNS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})

test('what contradicts the rest of its row is left out, and counts as rejected', async () => {
  const reading = await read(
    ['id;nom;insee;dep;cp;maj', '1;A;75056;13;1500;1970-01-01', '2;B;35238;35;35000;2010-02-17'],
    {
      nom: 'name',
      insee: 'address.commune',
      dep: 'address.department',
      cp: 'address.postcode',
      maj: 'modified',
    },
  )
  const [first, second] = reading.actors.map(({ actor }) => actor)
  expect(Object.keys(first!.address!)).toEqual(['commune'])
  expect(first).not.toHaveProperty('modified')
  expect(Object.keys(second!.address!)).toEqual(['commune', 'department', 'postcode'])
  expect(reading.results.map(({ code }) => code).sort()).toEqual([
    'department-of-another-commune',
    'placeholder-date',
    'postcode-format',
  ])
  const rejected = reading.accounts().map(({ column, rejected }) => [column, rejected])
  expect(Object.fromEntries(rejected)).toMatchObject({ insee: 0, dep: 1, cp: 1, maj: 1 })
})

test('a file without records is told, and so is a key column that is not there', async () => {
  expect((await read(['id;nom;forme;maj'])).results.map(({ code }) => code)).toEqual(['no-rows'])
  const { results } = await read(['num;nom;forme;maj', '1;A;SEM;'])
  expect(results.find(({ code }) => code === 'missing-column')).toMatchObject({ severity: 'violation' })
})
