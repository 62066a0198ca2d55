import { describe, expect, test } from 'vitest'
import { listSheets } from '../../../src/sources/spreadsheet/openSpreadsheet.ts'
import { ods, odsParts, read, zip } from './workbooks.ts'

const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`

/** The only cell below a header. */
async function cell(xml: string): Promise<unknown> {
  const { table } = await read(await ods(row(text('a')) + row(xml)), 'ods')
  return table[0]?.[1]
}

describe('texts', () => {
  test.each([
    ['of several paragraphs', text('a</text:p><text:p/><text:p>b'), 'a\n\nb'],
    ['in spans and links', text('a<text:span>b<text:a>c</text:a></text:span>d'), 'abcd'],
    [
      'with spaces, tabs and line breaks',
      text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:s/>'),
      'a   b\tc\nd ',
    ],
    ['whose white space collapses', text('\n  a \n b  '), 'a b'],
    [
      'without notes beside them',
      text('a</text:p><office:annotation><text:p>note</text:p></office:annotation><text:p>b'),
      'a\nb',
    ],
    [
      'without what helps to pronounce them',
      text('<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>'),
      'a',
    ],
    [
      'without drawings',
      text('a</text:p><draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame><text:p>c'),
      'a\nc',
    ],
    ['only in an attribute', '<table:table-cell office:value-type="string" office:string-value="a"/>', 'a'],
    ['of an error', text('#N/D'), '#N/D'],
  ])('%s', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected)
  })
})

describe('values', () => {
  test.each([
    ['float', 'office:value="35600000012345"', '35600000012345', '35600000012345'],
    ['float', 'office:value="35600000012345"', '3,56E+13', '35600000012345'],
    ['float', 'office:value="35600000012345"', '', '35600000012345'],
    ['float', 'office:value="48.856614"', '48,856614', '48.856614'],
    ['float', 'office:value="2.91186"', '2,9', '2.9'],
    ['float', 'office:value="1234.5"', '1 234,50', '1234.50'],
    ['float', 'office:value="1234.5"', '1.234,50', '1234.50'],
    ['float', 'office:value="1234"', '1,234', '1234'],
    ['float', 'office:value="1.234"', '1,234', '1.234'],
    ['float', 'office:value="-1.52"', '−1,52', '-1.52'],
    ['float', 'office:value="-1234"', '(1,234)', '-1234'],
    ['float', 'office:value="0"', '-', '0'],
    ['float', 'office:value="1234"', '01234', '01234'],
    ['float', 'office:value="612345678"', '06 12 34 56 78', '06 12 34 56 78'],
    ['float', 'office:value="12"', '12 km', '12 km'],
    ['float', 'office:value="1200"', '1,2', '1200'],
    ['percentage', 'office:value="0.125"', '12,5 %', '12.5%'],
    ['percentage', 'office:value="0.125"', '', '12.5%'],
    ['currency', 'office:currency="EUR" office:value="1234.5"', '1 234,50 €', '1234.50'],
    ['currency', 'office:currency="EUR" office:value="-3"', '-3,00 EUR', '-3.00'],
    ['date', 'office:date-value="2026-11-01"', '1er nov. 2026', '2026-11-01'],
    ['date', 'office:date-value="2026-11-01T09:30:00.5"', '01/11/2026 09:30', '2026-11-01T09:30:00'],
    ['date', 'office:date-value="2026-11-01T09:30:00"', '01/11/26', '2026-11-01'],
    ['date', 'office:date-value="2026-11-01T00:00:00"', '', '2026-11-01'],
    ['time', 'office:time-value="PT09H30M00S"', '09:30', '09:30'],
    ['time', 'office:time-value="PT09H30M05.2S"', '09:30:05', '09:30:05'],
    ['time', 'office:time-value="PT30H00M00S"', '30:00', '30:00'],
    ['boolean', 'office:boolean-value="true"', 'VRAI', 'true'],
    ['boolean', 'office:boolean-value="false"', 'FAUX', 'false'],
  ])('%s %s seen as %j', async (type, attributes, shown, expected) => {
    const paragraph = shown === '' ? '' : `<text:p>${shown}</text:p>`
    const xml = `<table:table-cell office:value-type="${type}" ${attributes}>${paragraph}</table:table-cell>`
    expect(await cell(xml)).toBe(expected)
  })
})

describe('rows', () => {
  test('have the number that the sheet shows, past empty and repeated rows and cells', async () => {
    const bytes = await ods(
      '<table:table-column table:number-columns-repeated="16384"/>' +
        '<table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>' +
        row(
          '<table:table-cell/>',
          text('Nom'),
          text('Ville'),
          '<table:table-cell table:number-columns-repeated="16381"/>',
        ) +
        '</table:table-header-rows><table:table-row-group>' +
        `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>${text('x')}</table:table-row>` +
        '</table:table-row-group>' +
        row(
          '<table:table-cell office:value-type="string" table:number-columns-repeated="3"><text:p>y</text:p></table:table-cell>',
        ) +
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    const { columns, table } = await read(bytes, 'ods')
    expect(columns).toEqual(['#1', 'Nom', 'Ville'])
    expect(table).toEqual([
      [4, '', '', 'x'],
      [5, '', '', 'x'],
      [6, '', '', 'x'],
      [7, 'y', 'y', 'y'],
    ])
  })

  test('of a header may be two, whose upper one is merged', async () => {
    const bytes = await ods(
      row(text('Nom'), text('Adresse'), '<table:covered-table-cell/>') +
        row('<table:covered-table-cell/>', text('Rue'), text('Ville')) +
        row(text('x'), text('y'), text('z')),
    )
    const { columns, table } = await read(bytes, 'ods', { headerRows: 2 })
    expect(columns).toEqual(['Nom', 'Adresse / Rue', 'Adresse / Ville'])
    expect(table).toEqual([[3, 'x', 'y', 'z']])
  })
})

describe('sheets', () => {
  const styles =
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="true"/></style:style>'
  const tables =
    `<table:tracked-changes><table:table table:name="Non"><table:table-row/></table:table></table:tracked-changes>` +
    `<table:table table:name="Listes" table:style-name="ta1">${row(text('a'))}</table:table>` +
    `<table:table table:name="Acteurs" table:style-name="ta2"><table:shapes><draw:frame><table:table table:name="Dessin"/></draw:frame></table:shapes>${row(text('b'))}</table:table>`

  test('the first that is not hidden is read, and any can be named', async () => {
    const bytes = await zip(odsParts(tables, { styles }))
    const { detection, columns } = await read(bytes, 'ods')
    expect(detection).toEqual({ format: 'ods', sheet: 'Acteurs', headerRows: 1 })
    expect(columns).toEqual(['b'])
    expect((await read(bytes, 'ods', { sheet: 'Listes' })).columns).toEqual(['a'])
    await expect(read(bytes, 'ods', { sheet: 'Dessin' })).rejects.toThrow(
      /it has "Listes" \(hidden\), "Acteurs"$/,
    )
    expect(await listSheets(bytes, 'ods', 'f')).toEqual([
      { name: 'Listes', hidden: true },
      { name: 'Acteurs', hidden: false },
    ])
  })
})
