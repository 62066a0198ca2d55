import { SourceError } from '../../errors.ts'
import type { AddedColumns } from './addedColumns.ts'
import { openArchive } from './archive.ts'
import { openOds } from './ods/workbook.ts'
import type { Sheet, SheetRow } from './sheetRow.ts'
import { openXlsx } from './xlsx/workbook.ts'

/** A workbook whose sheets can be read, any number of times. */
export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: AsyncIterable<Sheet> | Iterable<Sheet>
  /** The rows that hold something, in pieces. */
  rowsOf(sheet: Sheet): AsyncGenerator<SheetRow[]>
  /** The first column that is free in all rows, from 0. */
  findFreeColumn(sheet: Sheet): Promise<number>
  /** The bytes of the workbook with columns added to a sheet. */
  annotate(sheet: Sheet, added: AddedColumns): Promise<Uint8Array>
}

/** How a workbook is to be read. */
export interface SpreadsheetOptions {
  /** What people know the file by. */
  readonly file: string
  /** Default: the first sheet that is not hidden. */
  readonly sheet?: string
  /** How many rows name the columns, from the first that holds something. Default: 1. */
  readonly headerRows?: 0 | 1 | 2
  /** How many rows that hold something stand above these. Default: 0. */
  readonly skipRows?: number
}

/** @throws {SourceError} where the bytes are no such workbook, or one that is broken or a decompression bomb */
export async function openWorkbook(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  file: string,
): Promise<Workbook> {
  const archive = await openArchive(bytes, file)
  return format === 'ods' ? openOds(archive) : openXlsx(archive)
}

/**
 * The sheet of a name; without one the first that is not hidden, or the first where all are.
 *
 * @throws {SourceError} where there is none
 */
export async function chooseSheet(
  workbook: Workbook,
  { sheet: wanted, file }: Pick<SpreadsheetOptions, 'sheet' | 'file'>,
): Promise<Sheet> {
  const others: Sheet[] = []
  for await (const sheet of workbook.sheets) {
    if (wanted === undefined ? !sheet.hidden : sheet.name === wanted) return sheet
    others.push(sheet)
  }
  if (wanted === undefined && others[0]) return others[0]
  const names = others.map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`)
  throw new SourceError(
    wanted === undefined
      ? 'the workbook has no sheet of cells; add one in a spreadsheet program'
      : `the workbook has no sheet "${wanted}"; it has ${names.join(', ') || 'none'}`,
    { location: { file } },
  )
}

/** The first rows of a sheet that hold something: what stands above its header, then the header. */
export async function readHeader(workbook: Workbook, sheet: Sheet, count: number): Promise<SheetRow[]> {
  const header: SheetRow[] = []
  if (count === 0) return header
  for await (const rows of workbook.rowsOf(sheet)) {
    header.push(...rows.slice(0, count - header.length))
    if (header.length === count) break
  }
  return header
}
