import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { annotateSpreadsheet } from '../../src/sources/spreadsheet/annotateSpreadsheet.ts'
import { openSpreadsheet } from '../../src/sources/spreadsheet/openSpreadsheet.ts'
import { describeWith, shared } from './shared.ts'

const COUNCILS = 'data/uk-local-authorities/english-councils.xlsx'
const EXAMPLE = 'data/fr-mednum-standard/etalab-2021/exemple-valide'

async function open(bytes: Uint8Array, skipRows = 0) {
  const source = await openSpreadsheet(bytes, 'xlsx', { file: 'f.xlsx', skipRows })
  return { ...source, rows: (await Array.fromAsync(source.batches())).flat() }
}

// The numbers are those of the XML: 353 rows, of which the first says when the list was updated (day 42268) and the
// second names the columns; 21 and 18 filled cells in the last two.
describeWith(COUNCILS, 'a list of councils as a spreadsheet program saved it', () => {
  test('all rows and cells are read as one sees them', async () => {
    const { detection, columns, rows } = await open(await readFile(shared(COUNCILS)), 1)
    expect(detection.sheet).toBe('Sheet1')
    expect(columns).toHaveLength(13)
    expect(columns.slice(0, 2)).toEqual(['Authority Name', 'Electorate at 1/12/2014'])
    expect(rows).toHaveLength(351)
    const filled = columns.map((_, index) => rows.filter(row => row.cells[index] !== '').length)
    expect(filled).toEqual([351, 351, 351, 351, 351, 351, 351, 351, 351, 351, 351, 21, 18])
    expect(rows.filter(row => row.cells[7] === 'Two-Tier District')).toHaveLength(201)
    expect(rows.filter(row => row.cells[7] === 'Unitary County')).toHaveLength(6)
    expect(rows.filter(row => row.ragged)).toEqual([])
    const [first, last] = [rows[0]!, rows.at(-1)!]
    expect([first.line, last.line]).toEqual([3, 353])
    expect(first.cells.join('|')).toBe(
      'Adur|47300|14|29|1631|4181|11.3|Two-Tier District|West Sussex|Halves|2002-07-09||',
    )
    expect(last.cells.join('|')).toBe(
      'York|146322|21|47|3113|27194|5.4|Unitary District|n/a|Whole|2014-07-22||',
    )
  })

  test('it goes back with two columns more, and nothing else changed', async () => {
    const bytes = await readFile(shared(COUNCILS))
    const before = await open(bytes, 1)
    const annotated = await annotateSpreadsheet(
      bytes,
      'xlsx',
      { file: 'f.xlsx', skipRows: 1 },
      {
        headers: ['Problèmes', 'Réparations'],
        cellsOf: line => (line % 100 === 0 ? [`ligne ${line}`, ''] : undefined),
      },
    )
    const after = await open(annotated, 1)
    expect(after.columns.slice(13)).toEqual(['Problèmes', 'Réparations'])
    expect(after.rows.map(({ line, cells }) => [line, ...cells])).toEqual(
      before.rows.map(({ line, cells }) => [line, ...cells, line % 100 === 0 ? `ligne ${line}` : '', '']),
    )
  })
})

describeWith(`${EXAMPLE}.xlsx`, 'the example of a standard, as a workbook and as CSV', () => {
  test('has the same columns and rows', async () => {
    const { columns, rows } = await open(await readFile(shared(`${EXAMPLE}.xlsx`)))
    const header = (await readFile(shared(`${EXAMPLE}.csv`), 'utf8')).split(/\r?\n/)[0]!
    expect(columns).toEqual(header.split(','))
    expect(
      rows.map(row => [row.line, row.cells[0], row.cells[columns.indexOf('adresse_code_insee')]]),
    ).toEqual([
      [2, 'Lieu 1', '69230'],
      [3, 'Lieu 2', ''],
    ])
  })
})
