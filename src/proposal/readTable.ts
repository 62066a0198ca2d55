import type { Effects } from '../effects.ts'
import { type LocalizedText, SourceError } from '../errors.ts'
import { openSource } from '../sources/openSource.ts'
import type { Row, SourceDetection } from '../sources/row.ts'
import { chooseSheet } from './chooseSheet.ts'
import { isUnnamed } from './headerWords.ts'
import * as kinds from './kinds.ts'

/** The beginning of a file. */
export interface Table {
  readonly detection: SourceDetection
  /** What has to be said for the file to be read so: it is not what would be detected. */
  readonly reading: { readonly headerRows?: 0 | 2; readonly sheet?: string }
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Whether these are all rows. */
  readonly isWhole: boolean
  /** What is to be said of it. */
  readonly notes: readonly LocalizedText[]
}

/** Rows that are looked at. */
const SAMPLE_ROWS = 5000
/** Characters that are looked at: fewer rows where they are long. */
const SAMPLE_LENGTH = 50_000_000

/**
 * Reads the beginning of a file. A table whose first row names nothing is read again: with a title above its header,
 * or without any header.
 *
 * @throws {SourceError} where the file cannot be read, or has no record
 */
export async function readTable(path: string, effects: Effects): Promise<Table> {
  const first = await readBeginning(path, effects, {})
  const { format } = first.detection
  const { sheet, note } =
    format === 'xlsx' || format === 'ods' ? await chooseSheet(path, format, effects) : {}
  const chosen = sheet === undefined ? {} : { sheet }
  const table = sheet === undefined ? first : await readBeginning(path, effects, chosen)
  const isTable = ['csv', 'xlsx', 'ods'].includes(table.detection.format)
  const read = !isTable
    ? table
    : hasTitleAbove(table)
      ? await readBeginning(path, effects, { ...chosen, headerRows: 2 })
      : hasNoHeader(table)
        ? await readBeginning(path, effects, { ...chosen, headerRows: 0 })
        : table
  if (read.rows.length === 0)
    throw new SourceError('the file has no records to look at', { location: { file: path } })
  return note === undefined ? read : { ...read, notes: [note] }
}

async function readBeginning(path: string, effects: Effects, reading: Table['reading']): Promise<Table> {
  const source = await openSource(path, { effects, ...reading })
  const rows: Row[] = []
  let length = 0
  let isWhole = true
  sample: for await (const batch of source.batches()) {
    for (const row of batch) {
      if (rows.length >= SAMPLE_ROWS || length > SAMPLE_LENGTH) {
        isWhole = false
        break sample
      }
      rows.push(row)
      for (const cell of row.cells) length += cell === undefined ? 0 : cell.length
    }
  }
  return { detection: source.detection, reading, columns: [...source.columns], rows, isWhole, notes: [] }
}

/** Most columns have no name, but the row below names them. */
function hasTitleAbove({ columns, rows }: Table): boolean {
  const [first] = rows
  if (!first || columns.length < 3 || rows.length < 2) return false
  const unnamed = columns.filter(column => isUnnamed(column)).length
  const texts = first.cells.filter(cell => typeof cell === 'string' && kinds.hasLetters(cell))
  return (
    unnamed > columns.length / 2 &&
    texts.length > columns.length - unnamed &&
    new Set(texts).size === texts.length
  )
}

/** What stands in the first row are values: addresses, identifiers, dates. */
function hasNoHeader({ columns }: Table): boolean {
  const isValue = (text: string) =>
    kinds.isEmail(text) ||
    /^https?:\/\//i.test(text) ||
    (/^\d{9,14}$/.test(text) && (kinds.isSiren(text) || kinds.isSiret(text))) ||
    /^\d{1,2}\/\d{1,2}\/\d{4}$|^\d{4}-\d\d-\d\d$|^-?\d+[.,]\d{3,}$/.test(text)
  return columns.some(isValue)
}
