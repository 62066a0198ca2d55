import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js'
import { openSpreadsheet } from '../../../src/sources/spreadsheet/openSpreadsheet.ts'
import type { SpreadsheetOptions } from '../../../src/sources/spreadsheet/workbook.ts'

export type Parts = Readonly<Record<string, string | Uint8Array>>

const DATE = new Date(2010, 11, 19, 12)

export async function zip(parts: Parts): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, lastModDate: DATE })
  for (const [name, content] of Object.entries(parts)) {
    const reader = typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content)
    await writer.add(name, reader, name === 'mimetype' ? { level: 0, extendedTimestamp: false } : {})
  }
  return writer.close()
}

export async function unzip(bytes: Uint8Array): Promise<Map<string, string>> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false }).getEntries()
  const parts = new Map<string, string>()
  for (const entry of entries) {
    if (entry.directory) continue
    const content = await entry.getData(new Uint8ArrayWriter(), { checkCrc32: true })
    parts.set(entry.filename, new TextDecoder().decode(content))
  }
  return parts
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface XlsxFixture {
  /** XML of the rows, or of the whole worksheet where it begins with `<worksheet`. */
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[]
  /** XML of the string items. */
  readonly strings?: string
  /** Codes of number formats; those of the cell styles 1, 2, … in their order. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  /** Parts to add, or to leave out where they are `undefined`. */
  readonly parts?: Readonly<Record<string, string | undefined>>
}

export function xlsxParts({ sheets, strings = '', formats = [], date1904, parts = {} }: XlsxFixture): Parts {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const all: Record<string, string | undefined> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`))
      .join(
        '',
      )}${relation('t', 'styles', 'styles.xml')}${relation('u', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${200 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  }
  for (const [index, { xml }] of sheets.entries()) {
    all[`xl/worksheets/sheet${index}.xml`] = xml.startsWith('<worksheet')
      ? xml
      : `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`
  }
  return present({ ...all, ...parts })
}

/** A workbook of one sheet from the XML of its rows. */
export function xlsx(rows: string, rest: Omit<XlsxFixture, 'sheets'> = {}): Promise<Uint8Array> {
  return zip(xlsxParts({ sheets: [{ name: 'Feuille 1', xml: rows }], ...rest }))
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'

export function odsParts(
  tables: string,
  { styles = '', parts = {} }: { styles?: string; parts?: Readonly<Record<string, string | undefined>> } = {},
): Parts {
  const namespaces = ['office', 'table', 'text', 'style', 'drawing']
    .map(name => `xmlns:${name === 'drawing' ? 'draw' : name}="${ODF}${name}:1.0"`)
    .join(' ')
  return present({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${ODF}manifest:1.0"/>`,
    ...parts,
  })
}

/** A workbook of one sheet from the XML of its columns and rows. */
export function ods(rows: string, rest: Parameters<typeof odsParts>[1] = {}): Promise<Uint8Array> {
  return zip(odsParts(`<table:table table:name="Feuille 1">${rows}</table:table>`, rest))
}

function present(parts: Readonly<Record<string, string | undefined>>): Parts {
  return Object.fromEntries(Object.entries(parts).filter(entry => entry[1] !== undefined)) as Parts
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** What a workbook holds: its columns, and rows as `[line, …cells]`. */
export async function read(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  options: Omit<SpreadsheetOptions, 'file'> = {},
) {
  const source = await openSpreadsheet(bytes, format, { file: 'f', ...options })
  const rows = (await Array.fromAsync(source.batches())).flat()
  return {
    detection: source.detection,
    columns: source.columns,
    rows,
    table: rows.map(({ line, cells }) => [line, ...cells]),
  }
}
