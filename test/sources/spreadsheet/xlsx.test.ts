import { describe, expect, test } from 'vitest'
import { listSheets, openSpreadsheet } from '../../../src/sources/spreadsheet/openSpreadsheet.ts'
import { read, xlsx, xlsxParts, zip } from './workbooks.ts'

/** The only cell below a header, or to the right of it. */
async function cell(xml: string, fixture: Parameters<typeof xlsx>[1] = {}): Promise<unknown> {
  const { table } = await read(await xlsx(`<row><c><v>0</v></c></row><row>${xml}</row>`, fixture), 'xlsx')
  return table[0]?.[1]
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

describe('texts', () => {
  test('are shared, in one run or several, without what helps to pronounce them', async () => {
    const strings =
      '<si><t>Nom</t></si><si><r><rPr><b/></rPr><t>Com</t></r><r><t xml:space="preserve">mune </t></r><rPh sb="0" eb="1"><t>ko</t></rPh><phoneticPr fontId="1"/></si><si/>'
    const bytes = await xlsx(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row>',
      { strings },
    )
    const { columns, table } = await read(bytes, 'xlsx')
    expect(columns).toEqual(['Nom'])
    expect(table).toEqual([[2, 'Commune ']])
  })

  test.each([
    ['inline', text('a &amp; b'), 'a & b'],
    ['in runs', '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['with line ends', text('a\nb'), 'a\nb'],
    ['with escaped characters', text('a_x000D_b_x005F_x0041_'), 'a\rb_x0041_'],
    ['in a section', '<c t="inlineStr"><is><t><![CDATA[<a>]]></t></is></c>', '<a>'],
    ['of a formula', '<c t="str"><f>A1&amp;"x"</f><v>0x</v></c>', '0x'],
    [
      'with an extension beside them',
      '<c t="str"><v>a</v><extLst><ext><x:v xmlns:x="y">no</x:v></ext></extLst></c>',
      'a',
    ],
  ])('%s', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected)
  })
})

describe('values', () => {
  test.each([
    ['a SIRET', '<c><v>35600000012345</v></c>', '35600000012345'],
    ['a SIRET as some write it', '<c><v>3.5600000012345E13</v></c>', '35600000012345'],
    ['a number of 15 digits', '<c><v>123456789012345</v></c>', '123456789012345'],
    ['a binary fraction', '<c><v>48.856613999999997</v></c>', '48.856614'],
    ['a sum', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a negative number', '<c><v>-1.52239</v></c>', '-1.52239'],
    ['a tiny number', '<c><v>1.5E-9</v></c>', '0.0000000015'],
    ['zero', '<c><v>0</v></c>', '0'],
    ['a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['false', '<c t="b"><v>0</v></c>', 'false'],
    ['an error', '<c t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
    ['an ISO date', '<c t="d"><v>2026-11-01T00:00:00</v></c>', '2026-11-01'],
  ])('%s', async (_, xml, expected) => {
    expect(await cell(xml)).toBe(expected)
  })

  test.each([
    ['dd/mm/yyyy', '46327', '2026-11-01'],
    ['[$-40C]d mmmm yyyy;@', '46327', '2026-11-01'],
    ['mmm-yy', '46327', '2026-11-01'],
    ['dd/mm/yyyy', '46327.75', '2026-11-01'],
    ['dd/mm/yyyy hh:mm', '46327.75', '2026-11-01T18:00:00'],
    ['dd/mm/yyyy hh:mm', '46327', '2026-11-01T00:00:00'],
    ['yyyy-mm-dd hh:mm:ss', '46327.999994', '2026-11-01T23:59:59'],
    ['dd/mm/yyyy', '1', '1900-01-01'],
    ['dd/mm/yyyy', '59', '1900-02-28'],
    ['dd/mm/yyyy', '60', '1900-02-29'],
    ['dd/mm/yyyy', '61', '1900-03-01'],
    ['dd/mm/yyyy', '2958465', '9999-12-31'],
    ['dd/mm/yyyy', '2958466', '2958466'],
    ['dd/mm/yyyy', '-1', '-1'],
    ['hh:mm', '0.395833333333333', '09:30'],
    ['h:mm:ss', '0.5', '12:00:00'],
    ['[h]:mm', '1.25', '30:00'],
    ['00000', '1234', '01234'],
    ['00000', '35000', '35000'],
    ['0#" "##" "##" "##" "##', '612345678', '06 12 34 56 78'],
    ['000" "000" "000" "00000', '35600000012345', '356 000 000 12345'],
    ['0', '2.5', '3'],
    ['0.00', '2.5', '2.50'],
    ['#,##0', '1234567', '1234567'],
    ['#,##0.0', '-1234567.25', '-1234567.3'],
    ['#,##0.00;[Red](#,##0.00)', '-1234.5', '-1234.50'],
    ['#,##0.00\\ [$€-40C]', '1234.5', '1234.50'],
    ['_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', '78159', '78159'],
    ['_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', '0', '0'],
    ['0%', '0.5', '50%'],
    ['0.0 %', '0.125', '12.5%'],
    ['0.00E+00', '35600000012345', '35600000012345'],
    ['0" km"', '12', '12 km'],
    ['"Oui";;"Non"', '1', 'Oui'],
    ['"Oui";;"Non"', '0', 'Non'],
    [';;;', '12', undefined],
    ['@', '35600000012345', '35600000012345'],
    ['General', '1.5', '1.5'],
    ['"broken', '1.5', '1.5'],
  ])('in the format %s, %s', async (code, value, expected) => {
    expect(await cell(`<c s="1"><v>${value}</v></c>`, { formats: [code] })).toBe(expected)
  })

  test('built-in formats', async () => {
    const styles =
      '<styleSheet xmlns="x"><cellXfs><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="4"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    const cells = ['46327', '46327.5', '0.125', '1234.5', '46327'].map(
      (v, s) => `<c s="${s}"><v>${v}</v></c>`,
    )
    const bytes = await xlsx(`<row>${text('a').repeat(5)}</row><row>${cells.join('')}</row>`, {
      parts: { 'xl/styles.xml': styles },
    })
    const { table } = await read(bytes, 'xlsx')
    expect(table).toEqual([[2, '2026-11-01', '2026-11-01T12:00:00', '12.50%', '1234.50', '2026-11-01']])
  })

  test('dates are counted from 1904 where the workbook says so', async () => {
    const fixture = { formats: ['dd/mm/yyyy'], date1904: true }
    expect(await cell('<c s="1"><v>0</v></c>', fixture)).toBe('1904-01-01')
    expect(await cell('<c s="1"><v>44865</v></c>', fixture)).toBe('2026-11-01')
  })
})

describe('rows', () => {
  test('have the number that the sheet shows, past empty rows and cells', async () => {
    const bytes = await xlsx(
      `<row r="3"><c r="B3" t="inlineStr"><is><t>Nom</t></is></c><c r="D3" t="inlineStr"><is><t>Ville</t></is></c></row>
       <row r="4" ht="12"/><row r="5"><c r="B5" s="3"/></row>
       <row r="7"><c r="D7"><v>1</v></c></row><row><c><v>2</v></c></row>`,
    )
    const { columns, table } = await read(bytes, 'xlsx')
    expect(columns).toEqual(['#1', 'Nom', '#3', 'Ville'])
    expect(table).toEqual([
      [7, '', '', '', '1'],
      [8, '2', '', '', ''],
    ])
  })

  test('beyond the header are kept, and said to be ragged', async () => {
    const { rows, columns } = await read(
      await xlsx(`<row>${text('a')}</row><row>${text('1')}${text('2')}</row><row>${text('3')}</row>`),
      'xlsx',
    )
    expect(columns).toEqual(['a', '#2'])
    expect(rows.map(row => [row.cells, row.ragged])).toEqual([
      [['1', '2'], { found: 2, expected: 1 }],
      [['3'], undefined],
    ])
  })

  test('of a header may be two, whose upper one is merged, or none', async () => {
    const bytes = await xlsx(
      `<row>${text('Nom')}${text('Adresse')}</row><row><c/>${text('Rue')}${text('Ville')}</row><row>${text('x').repeat(3)}</row>`,
    )
    const two = await read(bytes, 'xlsx', { headerRows: 2 })
    expect(two.columns).toEqual(['Nom', 'Adresse / Rue', 'Adresse / Ville'])
    expect(two.table).toEqual([[3, 'x', 'x', 'x']])
    const none = await read(bytes, 'xlsx', { headerRows: 0 })
    expect(none.columns).toEqual(['#1', '#2', '#3'])
    expect(none.table[0]).toEqual([1, 'Nom', 'Adresse'])
  })

  test('above the header are skipped where one says so', async () => {
    const bytes = await xlsx(
      `<row>${text('Liste 2024')}</row><row/><row>${text('Nom')}${text('Ville')}</row><row>${text('x').repeat(2)}</row>`,
    )
    const { detection, columns, table } = await read(bytes, 'xlsx', { skipRows: 1 })
    expect(detection).toMatchObject({ headerRows: 1, skipRows: 1 })
    expect(columns).toEqual(['Nom', 'Ville'])
    expect(table).toEqual([[4, 'x', 'x']])
    expect((await read(bytes, 'xlsx', { skipRows: 2, headerRows: 0 })).table).toEqual([[4, 'x', 'x']])
  })

  test('come in batches, any number of times, each with its sheet', async () => {
    const count = 20_000
    const rows = Array.from({ length: count }, (_, index) => `<row><c><v>${index}</v></c></row>`)
    const source = await openSpreadsheet(await xlsx(rows.join('')), 'xlsx', { file: 'f.xlsx' })
    for (let times = 0; times < 2; times++) {
      const batches = await Array.fromAsync(source.batches())
      expect(batches.flat().map(row => row.cells[0])).toEqual(
        Array.from({ length: count - 1 }, (_, index) => String(index + 1)),
      )
      expect(Math.max(...batches.map(batch => batch.length))).toBeLessThanOrEqual(500)
      expect(batches[0]![0]).toMatchObject({ file: 'f.xlsx', sheet: 'Feuille 1', line: 2 })
    }
  })
})

describe('sheets', () => {
  const parts = xlsxParts({
    sheets: [
      { name: 'Listes', xml: `<row>${text('a')}</row>`, state: 'hidden' },
      { name: 'Acteurs', xml: `<row>${text('b')}</row>` },
      { name: 'Très caché', xml: `<row>${text('c')}</row>`, state: 'veryHidden' },
    ],
  })

  test('the first that is not hidden is read, and said', async () => {
    const { detection, columns } = await read(await zip(parts), 'xlsx')
    expect(detection).toEqual({ format: 'xlsx', sheet: 'Acteurs', headerRows: 1 })
    expect(columns).toEqual(['b'])
  })

  test('any can be named, the hidden ones too, but exactly', async () => {
    const bytes = await zip(parts)
    expect((await read(bytes, 'xlsx', { sheet: 'Très caché' })).columns).toEqual(['c'])
    await expect(read(bytes, 'xlsx', { sheet: 'acteurs' })).rejects.toThrow(
      'f: the workbook has no sheet "acteurs"; it has "Listes" (hidden), "Acteurs", "Très caché" (hidden)',
    )
  })

  test('are listed', async () => {
    expect(await listSheets(await zip(parts), 'xlsx', 'f')).toEqual([
      { name: 'Listes', hidden: true },
      { name: 'Acteurs', hidden: false },
      { name: 'Très caché', hidden: true },
    ])
  })

  test('where all are hidden, the first is read', async () => {
    const hidden = xlsxParts({
      sheets: ['a', 'b'].map(name => ({ name, xml: `<row>${text(name)}</row>`, state: 'hidden' })),
    })
    expect((await read(await zip(hidden), 'xlsx')).columns).toEqual(['a'])
  })

  test('an empty one has no columns and no rows', async () => {
    expect(await read(await xlsx(''), 'xlsx')).toMatchObject({ columns: [], rows: [] })
  })
})

test('prefixed elements, strict relations and parts in other cases are read as well', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const bytes = await zip({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/xl/Workbook.xml"/></Relationships>`,
    'xl\\workbook.xml': `<x:workbook xmlns:x="m" xmlns:q="${strict}"><x:sheets><x:sheet name="S" q:id="b"/><x:sheet name="Graphique" q:id="c"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${strict}/worksheet" Target="sheet%201.xml"/><Relationship Id="c" Type="${strict}/chartsheet" Target="chart.xml"/></Relationships>`,
    'xl/sheet 1.xml':
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>Nom</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  })
  expect((await read(bytes, 'xlsx')).columns).toEqual(['Nom'])
  expect(await listSheets(bytes, 'xlsx', 'f')).toHaveLength(1)
})
