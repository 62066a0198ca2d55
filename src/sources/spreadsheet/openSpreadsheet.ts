import { SourceError } from '../../errors.ts'
import { growColumns, nameColumns } from '../header.ts'
import type { Row, Source } from '../row.ts'
import { openArchive } from './archive.ts'
import type { Sheet, SheetRow } from './sheetRow.ts'
import { readXlsxRows } from './xlsx/readRows.ts'
import { readWorkbook } from './xlsx/workbook.ts'

/** Enough rows for a batch to be worth its handing over. */
const BATCH_ROWS = 500

/** How a workbook is to be read. */
export interface SpreadsheetOptions {
  /** What people know the file by. */
  readonly file: string
  /** Default: the first sheet that is not hidden. */
  readonly sheet?: string
  /** How many rows name the columns, from the first that holds something. Default: 1. */
  readonly headerRows?: 0 | 1 | 2
}

/** A workbook whose rows can be read, any number of times. */
interface Workbook {
  readonly sheets: readonly Sheet[]
  rowsOf(sheet: Sheet): AsyncGenerator<SheetRow[]>
}

/**
 * Opens a workbook: cells as texts that say what one sees (see `xlsx/numberFormat.ts`), rows that hold nothing left
 * out. It is held compressed in memory, with the texts that its cells share; rows are read as they are asked for.
 *
 * @throws {SourceError} where it is no such workbook, is broken or a decompression bomb, or has no sheet of this name
 */
export async function openSpreadsheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  { file, sheet: wanted, headerRows = 1 }: SpreadsheetOptions,
): Promise<Source> {
  const workbook = await openWorkbook(bytes, format, file)
  const sheet = chooseSheet(workbook.sheets, wanted, file)
  const header = await readHeader(workbook.rowsOf(sheet), headerRows)
  const columns = nameColumns(header.map(row => row.cells))
  const headerEnd = header.at(-1)?.line ?? 0
  const expected = columns.length
  const toRow = ({ line, cells }: SheetRow): Row => {
    growColumns(columns, cells.length)
    const found = cells.length
    const isWide = headerRows > 0 && found > expected
    return {
      file,
      sheet: sheet.name,
      line,
      columns,
      cells: found < expected ? [...cells, ...Array<string>(expected - found).fill('')] : cells,
      ...(isWide ? { ragged: { found, expected } } : {}),
    }
  }
  return {
    detection: { format, sheet: sheet.name, headerRows },
    columns,
    async *batches() {
      let batch: Row[] = []
      for await (const rows of workbook.rowsOf(sheet)) {
        for (const row of rows) if (row.line > headerEnd) batch.push(toRow(row))
        if (batch.length < BATCH_ROWS) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    },
  }
}

async function openWorkbook(bytes: Uint8Array, format: 'xlsx' | 'ods', file: string): Promise<Workbook> {
  const archive = await openArchive(bytes, file)
  if (format === 'ods')
    throw new SourceError('ODS is not read yet; save the workbook as .xlsx', { location: { file } })
  const workbook = await readWorkbook(archive)
  return {
    sheets: workbook.sheets,
    rowsOf: sheet => readXlsxRows(workbook, workbook.sheets.find(({ name }) => name === sheet.name)!),
  }
}

function chooseSheet<S extends Sheet>(sheets: readonly S[], wanted: string | undefined, file: string): S {
  const chosen =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (chosen) return chosen
  const names = sheets.map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`)
  throw new SourceError(
    wanted === undefined
      ? 'the workbook has no sheet with cells'
      : `the workbook has no sheet "${wanted}"; it has ${names.join(', ') || 'none'}`,
    { location: { file } },
  )
}

/** The first rows that hold something. */
async function readHeader(pieces: AsyncGenerator<SheetRow[]>, count: number): Promise<SheetRow[]> {
  const header: SheetRow[] = []
  if (count === 0) return header
  for await (const rows of pieces) {
    header.push(...rows.slice(0, count - header.length))
    if (header.length === count) break
  }
  return header
}
