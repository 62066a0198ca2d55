import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { annotateText } from '../../src/sources/annotateText.ts'
import { openSource } from '../../src/sources/openSource.ts'
import { cellsOf } from '../sources/readBytes.ts'
import { describeWith, shared } from './shared.ts'

const pathOf = (name: string) => shared(`data/${name}`).pathname

async function read(name: string) {
  const source = await openSource(pathOf(name))
  const rows = (await Array.fromAsync(source.batches())).flat()
  return { ...source, rows }
}

/** Of each file: its rows and columns as its SOURCE.txt counts them, and the line of its last record, as editors do. */
const FILES: readonly [name: string, how: string, rows: number, columns: number, lastLine?: number][] = [
  ['derived-excel-fr/france-services-cp1252.csv', 'csv windows-1252 ;', 2683, 23, 2878],
  ['derived-excel-fr/france-services-700-utf16.txt', 'csv utf-16le \t', 700, 23, 707],
  ['derived-excel-fr/france-services-300-utf8bom.csv', 'csv utf-8 ;', 300, 23, 301],
  ['derived-excel-fr/france-services-300-nfd.csv', 'csv utf-8 ,', 300, 23, 301],
  ['fr-mednum-sources-dev/france-services-20221201.csv', 'csv utf-8 ,', 2683, 23, 2878],
  ['fr-mednum-sources-dev/gironde.json', 'json utf-8', 347, 19],
  ['fr-mednum-sources-dev/maine-et-loire.json', 'json utf-8', 243, 31],
  // 42 members, one of which holds a longitude and a latitude.
  ['fr-mednum-sources-dev/nouvelle-caledonie.json', 'json utf-8', 92, 43],
  ['fr-mednum-sources-dev/angers.json', 'json utf-8', 63, 33],
  ['fr-mednum-carto-687/lieux-687.json', 'json utf-8', 687, 18],
  ['fr-mednum-standard/exemple-valide.csv', 'csv utf-8 ,', 1, 32],
  ['fr-mednum-standard/etalab-2021/referentiel_nature_juridique.txt', 'csv utf-8 ;', 13, 1],
  ['fr-mednum-standard/etalab-2021/referentiel_type_lieu.txt', 'csv utf-8 ;', 17, 1],
  ['fr-sill/2018-sources.csv', 'csv utf-8 ,', 149, 14, 150],
  ['fr-sill/2019-sill-2019.csv', 'csv utf-8 ,', 161, 14, 162],
  ['fr-sill/2019-sill-office-2019.csv', 'csv utf-8 ,', 74, 25, 75],
  ['fr-sill/2020-sill-2020.csv', 'csv utf-8 ,', 225, 18, 226],
  ['fr-sill/2020-sill-updates.csv', 'csv utf-8 ,', 73, 6, 74],
  ['publicbodies/ch.csv', 'csv utf-8 ,', 2785, 18, 2786],
  ['publicbodies/br.csv', 'csv utf-8 ,', 245, 18],
  ['publicbodies/eu.csv', 'csv utf-8 ,', 129, 18, 130],
  ['uk-local-authorities/opendatacommunities.tsv', 'csv utf-8 \t', 441, 6, 442],
  ['uk-local-authorities/merge-local-authorities.tsv', 'csv utf-8 \t', 442, 11, 443],
  ['uk-local-authorities/local-directgov.tsv', 'csv utf-8 \t', 565, 3, 566],
  ['uk-local-authorities/uk_local_authorities_future.csv', 'csv utf-8 ,', 470, 38, 471],
  ['uk-local-authorities/lookup_name_to_registry.csv', 'csv utf-8 ,', 1750, 2, 1751],
  ['ror-fr/ror-fr.jsonl.gz', 'ndjson utf-8', 4604, 79, 4604],
  ['survey-publicodes-fr/publicodes-2024.csv', 'csv utf-8 ,', 18, 48, 19],
  ['survey-stackoverflow/stackoverflow-2019-languages.csv.gz', 'csv utf-8 ,', 87_569, 2, 87_570],
  ['hsds-examples/csv/organizations.csv', 'csv utf-8 ,', 1, 13],
  ['hsds-examples/csv/services.csv', 'csv utf-8 ,', 1, 23],
  ['hsds-examples/csv/schedules.csv', 'csv utf-8 ,', 1, 23],
  ['hsds-examples/csv/locations.csv', 'csv utf-8 ,', 1, 12],
  ['hsds-examples/organization_list.json', 'json utf-8', 1, 12],
  ['codes-insee-cj-naf/libelles_ape.csv', 'csv utf-8 ;', 2109, 5],
  ['codes-insee-cj-naf/naf-socialgouv.json', 'json utf-8', 1707, 2],
  ['codes-cog/2024-communes.csv', 'csv utf-8 ,', 37_544, 12, 37_545],
]

describeWith('data', 'real text files', () => {
  test.each(FILES)('%s', async (name, how, rows, columns, lastLine) => {
    const source = await read(name)
    const { format, encoding, delimiter } = source.detection
    expect([format, encoding, delimiter].filter(Boolean).join(' ')).toBe(how)
    expect([source.rows.length, source.columns.length]).toEqual([rows, columns])
    expect(source.rows.filter(({ ragged }) => ragged)).toEqual([])
    if (lastLine !== undefined) expect(source.rows.at(-1)?.line).toBe(lastLine)
  })

  test.each(FILES)('%s comes back byte for byte where nothing is added', async name => {
    const chunks = await Array.fromAsync(annotateText(pathOf(name), {}, { headers: [], cellsOf: () => [] }))
    const inflated = (stream: NodeJS.ReadableStream) =>
      buffer(name.endsWith('.gz') ? stream.pipe(createGunzip()) : stream)
    const [original, annotated] = await Promise.all([
      inflated(createReadStream(pathOf(name))),
      inflated(Readable.from(chunks)),
    ])
    expect(annotated.equals(original)).toBe(true)
  })
})

describeWith('data/derived-excel-fr', 'one list as spreadsheets save it', () => {
  const COORDINATES = ['latitude', 'longitude']

  test.each([
    ['france-services-cp1252.csv', true],
    ['france-services-700-utf16.txt', true],
    ['france-services-300-utf8bom.csv', true],
    ['france-services-300-nfd.csv', false],
  ])('%s has the cells of the original', async (name, hasDecimalCommas) => {
    const original = await read('fr-mednum-sources-dev/france-services-20221201.csv')
    const derived = await read(`derived-excel-fr/${name}`)
    const byIdentifier = new Map(original.rows.map(row => [row.cells[0], cellsOf(row)]))
    for (const row of derived.rows) {
      const expected = { ...byIdentifier.get(row.cells[0]!) }
      for (const column of COORDINATES) {
        if (hasDecimalCommas) expected[column] = (expected[column] as string).replace('.', ',')
      }
      const found = Object.entries(cellsOf(row)).map(([column, cell]) => [column, normal(cell as string)])
      expect(found).toEqual(
        Object.entries(expected).map(([column, cell]) => [column, normal(cell as string)]),
      )
    }
  })
})

/** Spreadsheets save line ends in cells as they like. */
function normal(cell: string): string {
  return cell.normalize('NFC').replaceAll('\r\n', '\n')
}
