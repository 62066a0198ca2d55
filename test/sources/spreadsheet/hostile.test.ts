import { describe, expect, test } from 'vitest'
import { SourceError } from '../../../src/errors.ts'
import { annotateSpreadsheet } from '../../../src/sources/spreadsheet/annotateSpreadsheet.ts'
import { listSheets } from '../../../src/sources/spreadsheet/openSpreadsheet.ts'
import { fc } from '../../fastCheck.ts'
import { ods, odsParts, type Parts, read, xlsx, xlsxParts, zip } from './workbooks.ts'

const FORMATS = ['xlsx', 'ods'] as const
const CELL = '<c t="inlineStr"><is><t>a</t></is></c>'
const sheets = [{ name: 'S', xml: `<row>${CELL}</row><row>${CELL}</row>` }]
const odsCell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'

/** The message of the error that the bytes give. */
async function refusal(bytes: Uint8Array, format: 'xlsx' | 'ods'): Promise<string> {
  const error = await read(bytes, format).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SourceError)
  return (error as SourceError).message
}

/** A megabyte that compresses to next to nothing, many times. */
function blank(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * 1024 ** 2).fill(0x20)
}

describe('what is no workbook', () => {
  test.each(FORMATS)('random bytes as %s', async format => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async bytes => {
        await refusal(bytes, format)
      }),
    )
  })

  test('an old or protected workbook', async () => {
    const bytes = new Uint8Array(512)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refusal(bytes, 'xlsx')).toMatch(/^f: .*\.xls.*password/)
  })

  test.each<[string, 'xlsx' | 'ods', Parts, RegExp]>([
    ['another archive', 'xlsx', { 'a.txt': 'a' }, /no XLSX workbook/],
    ['another archive', 'ods', { 'a.txt': 'a' }, /no ODS workbook/],
    ['an empty archive', 'xlsx', {}, /no XLSX workbook/],
    ['ODS', 'xlsx', odsParts(''), /format: ods/],
    ['XLSX', 'ods', xlsxParts({ sheets }), /format: xlsx/],
    ['a text document', 'xlsx', { '_rels/.rels': '<Relationships/>' }, /holds no workbook/],
    [
      'a binary workbook',
      'xlsx',
      {
        '_rels/.rels':
          '<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      },
      /\.xlsb/,
    ],
    ['a workbook without sheets', 'xlsx', xlsxParts({ sheets: [] }), /no sheet of cells/],
    ['a workbook without sheets', 'ods', odsParts(''), /no sheet of cells/],
    ['an encrypted one', 'ods', { ...odsParts(''), 'encrypted-package': 'a' }, /encrypted/],
    [
      'an encrypted one',
      'ods',
      odsParts('', {
        parts: { 'META-INF/manifest.xml': '<m:manifest xmlns:m="m"><m:encryption-data/></m:manifest>' },
      }),
      /encrypted/,
    ],
  ])('%s as %s', async (_, format, parts, message) => {
    expect(await refusal(await zip(parts), format)).toMatch(message)
  })
})

describe('broken workbooks', () => {
  test.each(FORMATS)('cut off anywhere: %s', async format => {
    const bytes =
      format === 'xlsx'
        ? await xlsx(`<row>${CELL}</row>`)
        : await ods(`<table:table-row>${odsCell}</table:table-row>`)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async length => {
        await refusal(bytes.slice(0, length), format)
      }),
    )
  })

  test.each(FORMATS)('with a byte changed anywhere, %s is read or refused', async format => {
    const bytes =
      format === 'xlsx'
        ? await xlsx(`<row>${CELL}</row>`)
        : await ods(`<table:table-row>${odsCell}</table:table-row>`)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (index, change) => {
        const changed = bytes.slice()
        changed[index]! ^= change
        await read(changed, format).catch(error => expect(error).toBeInstanceOf(SourceError))
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet0.xml',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
  ])('without %s', async part => {
    expect(await refusal(await zip(xlsxParts({ sheets, parts: { [part]: undefined } })), 'xlsx')).toContain(
      `"${part}"`,
    )
  })

  test.each([
    ['a tag that is not closed', '<row><c>'],
    ['an entity that nobody knows', `<row><c t="str"><v>&nbsp;</v></c></row>`],
    ['a shared text that is not there', '<row><c t="s"><v>7</v></c></row>'],
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a row of no number', '<row r="x"/>'],
    ['a column beyond the last', '<row><c r="XFE1"/></row>'],
    ['a cell that is nowhere', '<row><c r="1"/></row>'],
    ['a character that XML has not', '<row><c t="str"><v>\u0001</v></c></row>'],
    ['elements in elements', '<a>'.repeat(100_000)],
  ])('with %s', async (_, rows) => {
    expect(await refusal(await xlsx(rows), 'xlsx')).toMatch(/^f[,:] .*(workbook|part of)/)
  })

  test('not in UTF-8', async () => {
    const sheet = new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e])
    const bytes = await zip({ ...xlsxParts({ sheets }), 'xl/worksheets/sheet0.xml': sheet })
    expect(await refusal(bytes, 'xlsx')).toMatch(/not in UTF-8/)
  })

  test.each([
    ['other prefixes', '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'],
    ['prefixes of other namespaces', '<office:document-content xmlns:office="x"/>'],
    [
      'no repetition',
      odsParts('<table:table table:name="a"><table:table-row table:number-rows-repeated="0"/></table:table>')[
        'content.xml'
      ] as string,
    ],
  ])('ODS with %s', async (_, content) => {
    expect(await refusal(await zip(odsParts('', { parts: { 'content.xml': content } })), 'ods')).toMatch(
      /is broken/,
    )
  })
})

describe('bombs', () => {
  const LAUGHS =
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'

  test.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet0.xml'])(
    'entities in %s',
    async part => {
      const parts = xlsxParts({ sheets })
      const bytes = await zip({ ...parts, [part]: `${LAUGHS}${parts[part]}` })
      expect(await refusal(bytes, 'xlsx')).toMatch(/declares a document type/)
    },
  )

  test('entities in ODS', async () => {
    const content = odsParts('')['content.xml'] as string
    const bytes = await zip(odsParts('', { parts: { 'content.xml': content.replace('?>', `?>${LAUGHS}`) } }))
    expect(await refusal(bytes, 'ods')).toMatch(/declares a document type/)
  })

  test('an entry that inflates beyond measure', async () => {
    const bytes = await zip({ ...xlsxParts({ sheets }), 'xl/media/image.png': blank(101) })
    expect(bytes.length).toBeLessThan(1024 ** 2)
    expect(await refusal(bytes, 'xlsx')).toMatch(/decompression bomb/)
  })

  test('an entry that is larger than it says', async () => {
    const bytes = await zip({ ...xlsxParts({ sheets }), 'xl/sharedStrings.xml': blank(3) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The size as the central directory says it.
    for (let index = 0; index < bytes.length - 4; index++) {
      if (view.getUint32(index, true) === 3 * 1024 ** 2) view.setUint32(index, 1000, true)
    }
    expect(await refusal(bytes, 'xlsx')).toMatch(/decompression bomb|damaged/)
  })

  test('a part that would fill the memory', async () => {
    const bytes = await zip({ ...xlsxParts({ sheets }), 'xl/styles.xml': blank(65) })
    expect(await refusal(bytes, 'xlsx')).toMatch(/"xl\/styles\.xml" is too large/)
  })

  test('ODS with sheets without end', async () => {
    const tables = '<table:table table:name="a"/>'.repeat(10_001)
    const bytes = await zip(odsParts(tables))
    await expect(listSheets(bytes, 'ods', 'f')).rejects.toThrow(/more than 10000 sheets/)
  })

  test.each([
    ['rows', `<table:table-row table:number-rows-repeated="1048577">${odsCell}</table:table-row>`],
    [
      'columns',
      `<table:table-row>${odsCell.replace(' ', ' table:number-columns-repeated="16385" ')}</table:table-row>`,
    ],
    [
      'cells',
      `<table:table-row table:number-rows-repeated="1000000">${odsCell.replace(' ', ' table:number-columns-repeated="16384" ')}</table:table-row>`,
    ],
    [
      'the greatest number',
      `<table:table-row table:number-rows-repeated="1${'0'.repeat(400)}">${odsCell}</table:table-row>`,
    ],
  ])('ODS that repeats %s', async (_, rows) => {
    expect(await refusal(await ods(rows), 'ods')).toMatch(/beyond|repeated/)
  })
})

test('any number in any format has a text', async () => {
  const code = fc.string({ unit: fc.constantFrom(...'0#?.,%E+-/\\"[]$;@*_ dmyhsAP()€R'), maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(code, { minLength: 1, maxLength: 5 }), fc.double(), async (formats, value) => {
      const cells = formats.map((_, index) => `<c s="${index + 1}"><v>${value}</v></c>`)
      await read(await xlsx(`<row>${CELL}</row><row>${cells.join('')}</row>`, { formats }), 'xlsx')
    }),
  )
})

test('white space without end in a tag is no hindrance', async () => {
  const spaces = ' '.repeat(1024 ** 2)
  const bytes = await xlsx(`<row${spaces}>${CELL}</row${spaces}>`)
  const addition = { headers: ['b'], cellsOf: () => undefined }
  const annotated = await annotateSpreadsheet(bytes, 'xlsx', { file: 'f' }, addition)
  expect((await read(annotated, 'xlsx')).columns).toEqual(['a', 'b'])
})

test('a cell of ten megabytes is read', async () => {
  const long = 'é'.repeat(5 * 1024 ** 2)
  const { table } = await read(
    await xlsx(`<row>${CELL}</row><row><c t="inlineStr"><is><t>${long}</t></is></c></row>`),
    'xlsx',
  )
  expect(table).toEqual([[2, long]])
})
