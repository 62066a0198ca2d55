import { growColumns, nameColumns } from '../header.ts'
import type { Row, Source } from '../row.ts'
import type { Sheet, SheetRow } from './sheetRow.ts'
import { chooseSheet, openWorkbook, readHeader, type SpreadsheetOptions } from './workbook.ts'

/** Enough rows for a batch to be worth its handing over. */
const BATCH_ROWS = 500

/**
 * Opens a workbook: cells are texts that say what one sees (see `NumberFormats`), rows that hold nothing are left out.
 * It is held compressed in memory, with the texts that its cells share; rows are read as they are asked for.
 *
 * @throws {SourceError} where it is no such workbook, is broken or a decompression bomb, or has no sheet of this name
 */
export async function openSpreadsheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  options: SpreadsheetOptions,
): Promise<Source> {
  const { file, headerRows = 1, skipRows = 0 } = options
  const workbook = await openWorkbook(bytes, format, file)
  const sheet = await chooseSheet(workbook, options)
  const header = await readHeader(workbook, sheet, skipRows + headerRows)
  const columns = nameColumns(header.slice(skipRows).map(row => row.cells))
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
    detection: { format, sheet: sheet.name, headerRows, ...(skipRows > 0 ? { skipRows } : {}) },
    columns,
    async *batches() {
      let batch: Row[] = []
      for await (const rows of workbook.rowsOf(sheet)) {
        for (const row of rows) {
          if (row.line <= headerEnd) continue
          batch.push(toRow(row))
          if (batch.length < BATCH_ROWS) continue
          yield batch
          batch = []
        }
      }
      if (batch.length > 0) yield batch
    },
  }
}

/**
 * The sheets of a workbook, in the order of their tabs.
 *
 * @param file what people know the file by
 * @throws {SourceError} where it is no such workbook, is broken or a decompression bomb
 */
export async function listSheets(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  file: string,
): Promise<readonly Sheet[]> {
  const { sheets } = await openWorkbook(bytes, format, file)
  const list: Sheet[] = []
  for await (const { name, hidden } of sheets) list.push({ name, hidden })
  return list
}
