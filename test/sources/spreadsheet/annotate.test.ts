import { describe, expect, test } from 'vitest'
import type { Addition } from '../../../src/sources/row.ts'
import { annotateSpreadsheet } from '../../../src/sources/spreadsheet/annotateSpreadsheet.ts'
import type { SpreadsheetOptions } from '../../../src/sources/spreadsheet/workbook.ts'
import { fc } from '../../fastCheck.ts'
import { escapeXml, ods, odsParts, read, unzip, xlsx, xlsxParts, zip } from './workbooks.ts'

type Format = 'xlsx' | 'ods'

function annotate(
  bytes: Uint8Array,
  format: Format,
  headers: readonly string[],
  cells: Readonly<Record<number, readonly string[]>>,
  options: Omit<SpreadsheetOptions, 'file'> = {},
): Promise<Uint8Array> {
  const addition: Addition = { headers, cellsOf: line => cells[line] }
  return annotateSpreadsheet(bytes, format, { file: 'f', ...options }, addition)
}

const PART = { xlsx: 'xl/worksheets/sheet0.xml', ods: 'content.xml' } as const

/** The rows of the sheet as they are written after the annotation. */
async function annotatedRows(
  format: Format,
  rows: string,
  ...rest: [string[], Record<number, string[]>]
): Promise<string> {
  const bytes = await (format === 'xlsx' ? xlsx(rows) : ods(rows))
  const xml = (await unzip(await annotate(bytes, format, ...rest))).get(PART[format])!
  const pattern =
    format === 'xlsx' ? /<sheetData>(.*)<\/sheetData>/s : /<table:table [^>]*>(.*)<\/table:table>/s
  return pattern.exec(xml)![1]!
}

const xlsxText = (reference: string, text: string, style = '') =>
  `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

describe('XLSX', () => {
  test('texts stand right of all that is there, on the header and on the rows that have some', async () => {
    const rows = await annotatedRows(
      'xlsx',
      '<row r="2" spans="1:1" ht="15"><c r="A2" s="7" t="str"><v>Nom</v></c></row><row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><v>3</v></c></row><row r="4"/><row r="5" spans="1:1"><c r="A5"><v>4</v></c></row>',
      ['Problèmes', 'Réparations'],
      { 3: ['=A1 & <b>', ''], 4: ['a', 'b'] },
    )
    expect(rows).toBe(
      `<row r="2" ht="15"><c r="A2" s="7" t="str"><v>Nom</v></c>${xlsxText('C2', 'Problèmes', ' s="7"')}${xlsxText('D2', 'Réparations', ' s="7"')}</row>` +
        `<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><v>3</v></c>${xlsxText('C3', '=A1 &amp; &lt;b&gt;')}</row>` +
        `<row r="4">${xlsxText('C4', 'a')}${xlsxText('D4', 'b')}</row>` +
        '<row r="5" spans="1:1"><c r="A5"><v>4</v></c></row>',
    )
  })

  test('cells that have but a style make way, and order is kept', async () => {
    const rows = await annotatedRows(
      'xlsx',
      '<row><c><v>1</v></c><c s="1"/><c s="2"></c><c s="3"/></row>',
      ['a', 'b'],
      {},
    )
    expect(rows).toBe(`<row><c><v>1</v></c>${xlsxText('B1', 'a')}${xlsxText('C1', 'b')}<c s="3"/></row>`)
  })

  test('a title above has none, nor rows that no header names', async () => {
    const bytes = await xlsx('<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>')
    const cells = { 3: ['x'] }
    const skipped = await annotate(bytes, 'xlsx', ['a'], cells, { skipRows: 1 })
    expect((await read(skipped, 'xlsx', { headerRows: 0 })).table).toEqual([
      [1, '1'],
      [2, '2', 'a'],
      [3, '3', 'x'],
    ])
    const unnamed = await annotate(bytes, 'xlsx', ['a'], cells, { skipRows: 1, headerRows: 0 })
    expect((await read(unnamed, 'xlsx', { headerRows: 0 })).table).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3', 'x'],
    ])
  })

  test('formulas without a value are not overwritten', async () => {
    const rows = await annotatedRows(
      'xlsx',
      '<row><c><v>1</v></c><c t="str"><f>IF(A1,"")</f><v></v></c></row>',
      ['a'],
      {},
    )
    expect(rows).toContain(`</c>${xlsxText('C1', 'a')}</row>`)
  })

  test('the dimension grows, and all other parts and characters stay', async () => {
    const sheet = (row: string, last: string) =>
      `<worksheet xmlns="m" ><!-- é --><dimension ref="A1:${last}"/><sheetData>\r\n${row}</sheetData><pageMargins left='0.7'/></worksheet>\n`
    const parts = xlsxParts({
      sheets: [
        { name: 'A', xml: sheet('<row r="1"><c r="A1"><v>1</v></c></row>', 'B3') },
        { name: 'B', xml: sheet('<row r="1"><c r="A1"><v>2</v></c></row>', 'B3') },
      ],
      parts: { 'xl/calcChain.xml': '<calcChain/>' },
    })
    const original = await zip(parts)
    const annotated = await unzip(await annotate(original, 'xlsx', ['x', 'y'], {}, { sheet: 'B' }))
    const expected = new Map(Object.entries(parts as Record<string, string>))
    expected.set(
      'xl/worksheets/sheet1.xml',
      sheet(`<row r="1"><c r="A1"><v>2</v></c>${xlsxText('B1', 'x')}${xlsxText('C1', 'y')}</row>`, 'C3'),
    )
    expect([...annotated]).toEqual([...expected])
  })

  test('prefixes are kept', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row/><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const parts = { ...xlsxParts({ sheets: [{ name: 'A', xml: '' }] }), [PART.xlsx]: xml }
    const annotated = await annotate(await zip(parts), 'xlsx', ['x'], {})
    expect((await unzip(annotated)).get(PART.xlsx)).toContain(
      '<x:c r="B2" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row>',
    )
  })

  test('a sheet without room is an error', async () => {
    await expect(
      annotate(await xlsx('<row><c r="XFD1"><v>1</v></c></row>'), 'xlsx', ['a'], {}),
    ).rejects.toThrow('f, sheet Feuille 1: the sheet has no room for 1 more columns')
  })
})

const odsText = (text: string, attributes = '') =>
  `<table:table-cell${attributes} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`

describe('ODS', () => {
  test('texts stand right of all that is there; columns are declared', async () => {
    const rows = await annotatedRows(
      'ods',
      '<table:table-column table:number-columns-repeated="2"/>' +
        `<table:table-row>${odsText('Nom', ' table:style-name="ce1"')}</table:table-row>` +
        `<table:table-row>${odsText('1')}${odsText('2')}</table:table-row>`,
      ['a', 'b'],
      { 2: ['x\ny  z', ''] },
    )
    expect(rows).toBe(
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:number-columns-repeated="2"/>' +
        `<table:table-row>${odsText('Nom', ' table:style-name="ce1"')}<table:table-cell/>${odsText('a', ' table:style-name="ce1"')}${odsText('b', ' table:style-name="ce1"')}</table:table-row>` +
        `<table:table-row>${odsText('1')}${odsText('2')}${odsText('x</text:p><text:p>y<text:s text:c="2"/>z')}<table:table-cell/></table:table-row>`,
    )
  })

  test('repeated cells are parted around them', async () => {
    const rows = await annotatedRows(
      'ods',
      `<table:table-column table:number-columns-repeated="16384"/><table:table-row table:style-name="ro1">${odsText('1')}<table:table-cell table:number-columns-repeated="16383" table:style-name="ce2"/></table:table-row>` +
        `<table:table-row>${odsText('1')}${odsText('2')}<table:table-cell/></table:table-row>`,
      ['a'],
      {},
    )
    expect(rows).toBe(
      `<table:table-column table:number-columns-repeated="16384"/><table:table-row table:style-name="ro1">${odsText('1')}<table:table-cell table:style-name="ce2"/>${odsText('a')}<table:table-cell table:number-columns-repeated="16381" table:style-name="ce2"/></table:table-row>` +
        `<table:table-row>${odsText('1')}${odsText('2')}<table:table-cell/></table:table-row>`,
    )
  })

  test('repeated rows are parted where their texts differ', async () => {
    const rows = await annotatedRows(
      'ods',
      `<table:table-column table:number-columns-repeated="2"/><table:table-row>${odsText('Nom')}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="5" table:style-name="ro1">${odsText('1')}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>',
      ['a'],
      { 4: ['x'], 6: ['y'], 50: ['never'] },
    )
    expect(rows).toBe(
      `<table:table-column table:number-columns-repeated="2"/><table:table-row>${odsText('Nom')}${odsText('a')}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="2" table:style-name="ro1">${odsText('1')}</table:table-row>` +
        `<table:table-row table:style-name="ro1">${odsText('1')}${odsText('x')}</table:table-row>` +
        `<table:table-row table:style-name="ro1">${odsText('1')}</table:table-row>` +
        `<table:table-row table:style-name="ro1">${odsText('1')}${odsText('y')}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>',
    )
  })

  test('notes are not overwritten, other sheets and parts stay', async () => {
    const note =
      '<table:table-cell><office:annotation><text:p>n</text:p></office:annotation></table:table-cell>'
    const table = (name: string, more: string) =>
      `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="9"/><table:table-row>${odsText('1')}${note}${more}</table:table-row></table:table>`
    const options = { parts: { 'styles.xml': '<styles/>' } }
    const original = odsParts(table('A', '') + table('B', ''), options)
    const expected = odsParts(table('A', '') + table('B', odsText('x')), options)
    const annotated = await annotate(await zip(original), 'ods', ['x'], {}, { sheet: 'B' })
    expect([...(await unzip(annotated))]).toEqual([...Object.entries(expected)])
    // The type of the file stands uncompressed at byte 38, where programs look for it.
    expect(new TextDecoder().decode(annotated.slice(30, 30 + 8 + 46))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    )
  })
})

/** Any text that XML can hold, and as ODF collapses white space, none of it in a row. */
const xmlText = fc.string({
  unit: fc.constantFrom('a', 'é', '&', '<', '>', '"', "'", '=', '_x0041_', '😀', '\u00a0', '0'),
  maxLength: 5,
})
const tables = fc.array(fc.array(fc.option(xmlText, { nil: '' }), { maxLength: 4 }), { maxLength: 6 })
const notes = fc.dictionary(
  fc.integer({ min: 1, max: 8 }).map(String),
  fc.tuple(fc.string({ unit: 'binary', maxLength: 5 }), fc.string({ maxLength: 5 })),
)

function toRows(format: Format, table: readonly (readonly string[])[]): string {
  if (format === 'xlsx') {
    const escaped = (text: string) => escapeXml(text.replaceAll('_x', '_x005F_x'))
    return table
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((text, column) => (text === '' ? '' : `<c r="${'ABCD'[column]}${row + 1}" t="str"><v>${escaped(text)}</v></c>`)).join('')}</row>`,
      )
      .join('')
  }
  return table
    .map(
      cells =>
        `<table:table-row>${cells.map(text => (text === '' ? '<table:table-cell/>' : odsText(escapeXml(text)))).join('') || '<table:table-cell/>'}</table:table-row>`,
    )
    .join('')
}

test.each(['xlsx', 'ods'] as const)('%s read again has the same cells, and the added ones', async format => {
  await fc.assert(
    fc.asyncProperty(tables, notes, fc.constantFrom(0, 1, 2), async (table, noted, headerRows) => {
      const bytes = await (format === 'xlsx' ? xlsx : ods)(toRows(format, table))
      const before = await read(bytes, format, { headerRows: 0 })
      expect(before.table.map(row => row.slice(1))).toEqual(table.map(trim).filter(cells => cells.length > 0))
      const annotated = await annotate(bytes, format, ['a', 'b'], noted, { headerRows })
      const after = new Map(
        (await read(annotated, format, { headerRows: 0 })).table.map(([line, ...cells]) => [line, cells]),
      )
      const width = before.columns.length
      const headerLine = before.rows.slice(0, headerRows).at(-1)?.line ?? 0
      for (const [index, cells] of table.map(trim).entries()) {
        const line = index + 1
        const holdsRow = cells.length > 0 || format === 'xlsx'
        const added =
          line === headerLine ? ['a', 'b'] : holdsRow && line > headerLine ? noted[line] : undefined
        const expected = trim([
          ...cells,
          ...Array<string>(width - cells.length).fill(''),
          ...(added ?? []).map(text => seen(text, format)),
        ])
        expect(after.get(line) ?? []).toEqual(expected)
      }
    }),
    { numRuns: 60 },
  )
})

test('the same input gives the same bytes', async () => {
  const bytes = await xlsx('<row><c><v>1</v></c></row>')
  const twice = await Promise.all([1, 2].map(() => annotate(bytes, 'xlsx', ['a'], {})))
  expect(twice[0]).toEqual(twice[1])
})

function trim(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex(text => text !== '') + 1)
}

/** What remains of a text: XML has no lone surrogates, and ODF no control characters. */
function seen(text: string, format: Format): string {
  const formed = text.toWellFormed()
  if (format === 'xlsx') return formed
  return formed.replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd').replace(/\r\n?/g, '\n')
}
