import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDirectory, readRows } from '../../src/index.ts'
import { escapeXml, xlsx } from '../sources/spreadsheet/workbooks.ts'
import { toWindows1252, writeFolder } from './writeDirectory.ts'

const CONFIGURATION = `title: Essai
publisher: { name: Essai }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
date: 2020-01-01
sources:
  acteurs:
    file: FILE
    key: id
    columns: { nom: name, forme: legalForm, siren: siren }
    ignore: { contact: personnes }
`
const ROWS = [
  ['id', 'nom', 'forme', 'siren', 'contact'],
  ['1', 'Le Lien', 'SEM', '732 829 320', 'Zoé'],
  ['2', 'Médiathèque', 'guilde', '', 'Ali'],
  ['3', '', 'SEM', '', ''],
]

async function review(file: string, content: string | Uint8Array) {
  const folder = await writeFolder({ [file]: content, 'annuaire.yaml': CONFIGURATION.replace('FILE', file) })
  const directory = await openDirectory(folder)
  const out = join(folder, 'retour')
  const written = await directory.review(out)
  expect(written).toEqual([join(out, file), join(out, 'repairs.ndjson')])
  const rows = await Array.fromAsync(readRows(join(out, file)))
  return { bytes: await readFile(join(out, file)), rows, repairs: await readFile(written[1]!, 'utf8') }
}

const NOTES = [
  ['', expect.stringContaining('siren\u00a0: ')],
  [expect.stringMatching(/^forme\u00a0: «\u00a0guilde\u00a0» n’est pas dans la liste/), ''],
  [expect.stringContaining('«\u00a0name\u00a0» manque'), ''],
]

test('a file in Windows-1252 comes back as it was, with what is wrong and what was repaired', async () => {
  const text = ROWS.map(row => row.join(';')).join('\r\n')
  const { bytes, rows, repairs } = await review('a.csv', toWindows1252(text))
  expect(bytes.toString('latin1').split('\r\n')[0]).toBe(
    'id;nom;forme;siren;contact;Anomalies;R\u00e9parations',
  )
  expect(rows.map(({ cells }) => cells.slice(0, 5))).toEqual(ROWS.slice(1))
  expect(rows.map(({ cells }) => cells.slice(5))).toEqual(NOTES)
  expect(JSON.parse(repairs)).toEqual({
    file: 'a.csv',
    line: 2,
    column: 'siren',
    record: '1',
    raw: '732 829 320',
    rule: 'strip-separators',
    result: '732829320',
  })
})

test('so does a workbook', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`
  const sheet = ROWS.map((row, index) => `<row r="${index + 1}">${row.map(cell).join('')}</row>`).join('')
  const { rows } = await review('a.xlsx', await xlsx(sheet))
  expect(rows[0]!.columns).toEqual([...ROWS[0]!, 'Anomalies', 'Réparations'])
  expect(rows.map(({ cells }) => cells.slice(5))).toEqual(NOTES)
})

test('and JSON, though all its records stand on one line', async () => {
  const records = ROWS.slice(1).map(row =>
    Object.fromEntries(row.map((text, index) => [ROWS[0]![index], text])),
  )
  const { bytes } = await review('a.json', JSON.stringify(records))
  const back: Record<string, string>[] = JSON.parse(bytes.toString('utf8'))
  expect(back.map(({ Anomalies, Réparations }) => [Anomalies ?? '', Réparations ?? ''])).toEqual(NOTES)
  expect(back.map(({ nom }) => nom)).toEqual(['Le Lien', 'Médiathèque', ''])
})

test('the file itself is never overwritten', async () => {
  const text = ROWS.map(row => row.join(';')).join('\n')
  const folder = await writeFolder({ 'a.csv': text, 'annuaire.yaml': CONFIGURATION.replace('FILE', 'a.csv') })
  const directory = await openDirectory(folder)
  await expect(directory.review(folder)).rejects.toThrow(/would overwrite the file itself/)
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe(text)
})
