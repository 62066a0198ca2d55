import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { escapeXml, ods, xlsx } from '../sources/spreadsheet/workbooks.ts'
import { writeFolder } from './writeDirectory.ts'

const HEADER = [
  'Numéro',
  'Nom',
  'Forme',
  'SIRET',
  'Code commune',
  'Latitude',
  'Longitude',
  'Missions',
  'Mise à jour',
]
const ROWS = [
  [
    '001',
    'Le Lien – « à côté »',
    'Association',
    '73282932000074',
    '01004',
    '45.9581',
    '5.3562',
    'Veille | Formation',
    '2010-02-17',
  ],
  ['002', 'L’Œuvre d\'à côté; "citée"', 'SEM', '', '2A004', '', '', '', '2010-12-31'],
  [
    '003',
    'Sur\ndeux lignes',
    'syndicat mixte',
    '35600000000048',
    '97411',
    '-20.8789',
    '55.4481',
    'Veille',
    '2009-01-01',
  ],
]

const CONFIGURATION = `title: Essai
publisher: { name: Essai }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
sources:
  acteurs:
    file: FILE
    key: Numéro
    columns:
      Nom: name
      Forme: legalForm
      SIRET: siret
      Code commune: address.commune
      Latitude: location.latitude
      Longitude: location.longitude
      Missions: { field: missions, split: "|" }
      Mise à jour: modified
`

const csv = (delimiter: string) =>
  [HEADER, ...ROWS]
    .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n')
const records = ROWS.map(row => Object.fromEntries(row.map((cell, index) => [HEADER[index]!, cell])))
const sheet = (cellOf: (text: string) => string, rowOf: (cells: string, index: number) => string) =>
  [HEADER, ...ROWS].map((row, index) => rowOf(row.map(cellOf).join(''), index)).join('')

const FILES: Readonly<Record<string, () => Promise<string | Uint8Array>>> = {
  'a.csv': async () => csv(';'),
  'a.tsv': async () => csv('\t'),
  'utf16.txt': async () => Buffer.from(`\ufeff${csv('\t')}`, 'utf16le'),
  'a.csv.gz': async () => gzipSync(csv(',')),
  'a.json': async () => JSON.stringify(records, null, 1),
  'a.ndjson': async () => records.map(record => JSON.stringify(record)).join('\n'),
  'a.xlsx': () =>
    xlsx(
      sheet(
        text => `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`,
        (cells, index) => `<row r="${index + 1}">${cells}</row>`,
      ),
    ),
  'a.ods': () =>
    ods(
      sheet(
        text =>
          `<table:table-cell office:value-type="string">${text
            .split('\n')
            .map(line => `<text:p>${escapeXml(line)}</text:p>`)
            .join('')}</table:table-cell>`,
        cells => `<table:table-row>${cells}</table:table-row>`,
      ),
    ),
}

test('the same data gives the same dumps, whatever the format of its file', async () => {
  const dumps = new Map<string, string>()
  for (const [name, content] of Object.entries(FILES)) {
    const folder = await writeFolder({
      [name]: await content(),
      'annuaire.yaml': CONFIGURATION.replace('FILE', name),
    })
    const { path, actors } = await (await openDirectory(folder)).publish()
    expect(actors, name).toBe(3)
    for (const dump of ['actors.ttl', 'actors.nt', 'actors.jsonld', 'actors.rdf']) {
      const text = await readFile(join(path, 'dumps', dump), 'utf8')
      expect(text, `${name}: ${dump}`).toBe(dumps.get(dump) ?? text)
      dumps.set(dump, text)
    }
  }
  expect(dumps.get('actors.ttl')).toContain('"73282932000074"')
})
