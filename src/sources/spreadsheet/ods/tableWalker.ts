import type { Attributes, XmlListener } from '../xml.ts'
import { Paragraphs } from './paragraphs.ts'

/** A cell of a table as it stands in the document, for itself and for its repetitions. */
export interface OdsCell {
  /** How many columns in a row hold it. */
  readonly repeated: number
  readonly attributes: Attributes
  /** Its paragraphs, as one sees them. */
  readonly text: string
  /** It holds a value, a formula, a note or a drawing, or covers its neighbours: more than a style. */
  readonly filled: boolean
  /** Offset behind the `>` of its start tag. */
  readonly startTagEnd: number
}

/** What is told of the tables of a document. Offsets are those behind a `>`, as in {@link XmlListener}. */
export interface TableVisitor {
  /** @returns whether its rows are to be told */
  table(name: string, attributes: Attributes): boolean
  /** A style (`style:style`), before any table. */
  style?(name: string, properties: Attributes): void
  /** Columns, how many. */
  columns?(count: number): void
  /** Before the first row, or group of rows; it is the start tag that ends there. */
  beforeRows?(end: number): void
  /** @param repeated how many rows in a row hold it */
  row?(repeated: number, end: number): void
  cell?(cell: OdsCell, end: number): void
  rowEnd?(end: number): void
}

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:'
const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:office': `${NAMESPACE}office:1.0`,
  'xmlns:table': `${NAMESPACE}table:1.0`,
  'xmlns:text': `${NAMESPACE}text:1.0`,
}
/** What may stand between a table and its rows. */
const ROW_GROUPS = new Set(['table:table-rows', 'table:table-header-rows', 'table:table-row-group'])
const COLUMN_GROUPS = new Set([
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
])

type Place = 'document' | 'style' | 'spreadsheet' | 'table' | 'row' | 'cell' | 'paragraph'

/**
 * Walks through the tables of `content.xml` (OpenDocument 1.3 part 3, 9) as a visitor wishes. All that is not a row, a
 * cell or its text – notes, drawings, the tables of links and of changes – is passed by.
 *
 * @param broken makes the error to throw
 */
export function walkTables(visitor: TableVisitor, broken: (message: string) => Error): XmlListener {
  const paragraphs = new Paragraphs()
  /** Where we are, a place for each open element; what is passed by has none. */
  const places: Place[] = ['document']
  let passed = 0
  let hasRows = false
  let cell: OdsCell | undefined
  let style = ''

  const enter = (place: Place) => {
    places.push(place)
  }
  const pass = () => {
    passed = 1
  }
  const openTable = (name: string, attributes: Attributes, end: number) => {
    if (name === 'table:table-row' || ROW_GROUPS.has(name)) {
      if (!hasRows) visitor.beforeRows?.(end)
      hasRows = true
    }
    if (name === 'table:table-row') {
      enter('row')
      visitor.row?.(repetitions(attributes['table:number-rows-repeated'], broken), end)
    } else if (ROW_GROUPS.has(name) || COLUMN_GROUPS.has(name)) {
      enter('table')
    } else {
      if (name === 'table:table-column') {
        visitor.columns?.(repetitions(attributes['table:number-columns-repeated'], broken))
      }
      pass()
    }
  }
  const openIn: Record<Place, (name: string, attributes: Attributes, end: number) => void> = {
    document(name, attributes) {
      if (places.length === 1) checkRoot(name, attributes, broken)
      if (name === 'office:spreadsheet') enter('spreadsheet')
      else if (name === 'style:style') {
        style = attributes['style:name'] ?? ''
        enter('style')
      } else enter('document')
    },
    style(name, attributes) {
      if (name === 'style:table-properties') visitor.style?.(style, attributes)
      pass()
    },
    spreadsheet(name, attributes) {
      hasRows = false
      if (name === 'table:table' && visitor.table(attributes['table:name'] ?? '', attributes)) enter('table')
      else pass()
    },
    table: openTable,
    row(name, attributes, end) {
      if (name !== 'table:table-cell' && name !== 'table:covered-table-cell') return pass()
      cell = {
        repeated: repetitions(attributes['table:number-columns-repeated'], broken),
        attributes,
        text: '',
        filled: isFilled(attributes),
        startTagEnd: end,
      }
      enter('cell')
    },
    cell(name) {
      cell = { ...cell!, filled: true }
      if (name !== 'text:p') return pass()
      paragraphs.begin()
      enter('paragraph')
    },
    paragraph(name, attributes) {
      if (paragraphs.open(name, attributes)) enter('paragraph')
      else pass()
    },
  }
  return {
    open(name, attributes, end) {
      if (passed > 0) passed += 1
      else openIn[places.at(-1)!](name, attributes, end)
    },
    close(_name, end) {
      if (passed > 0) {
        passed -= 1
        return
      }
      const place = places.pop()!
      if (place === 'row') visitor.rowEnd?.(end)
      if (place === 'paragraph' && places.at(-1) === 'cell') paragraphs.end()
      if (place === 'cell') visitor.cell?.({ ...cell!, text: paragraphs.take() }, end)
    },
    text(text) {
      if (passed === 0 && places.at(-1) === 'paragraph') paragraphs.text(text)
    },
  }
}

function isFilled(attributes: Attributes): boolean {
  return (
    attributes['office:value-type'] !== undefined ||
    attributes['table:formula'] !== undefined ||
    Number(attributes['table:number-columns-spanned'] ?? 1) > 1
  )
}

function repetitions(text: string | undefined, broken: (message: string) => Error): number {
  if (text === undefined) return 1
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 1) throw broken(`something is repeated "${text}" times`)
  return count
}

function checkRoot(name: string, attributes: Attributes, broken: (message: string) => Error): void {
  if (name !== 'office:document-content') throw broken('its content is no document')
  for (const [prefix, namespace] of Object.entries(NAMESPACES)) {
    if (attributes[prefix] !== namespace) throw broken(`"${prefix}" is not the usual namespace`)
  }
}
