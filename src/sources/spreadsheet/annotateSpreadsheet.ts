import type { Addition } from '../row.ts'
import { addColumns } from './addedColumns.ts'
import { chooseSheet, openWorkbook, readHeader, type SpreadsheetOptions } from './workbook.ts'

/**
 * A workbook with columns added to one of its sheets, right of all that is there: texts, never formulas, on the last
 * row of the header and on each row that has some. All else – sheets, styles, widths, formulas – stays as it is.
 *
 * @param options those with which it was read
 * @throws {SourceError} as `openSpreadsheet`, and where the sheet has no room
 */
export async function annotateSpreadsheet(
  bytes: Uint8Array,
  format: 'xlsx' | 'ods',
  options: SpreadsheetOptions,
  addition: Addition,
): Promise<Uint8Array> {
  const { file, headerRows = 1, skipRows = 0 } = options
  const workbook = await openWorkbook(bytes, format, file)
  const sheet = await chooseSheet(workbook, options)
  const header = await readHeader(workbook, sheet, skipRows + headerRows)
  const column = await workbook.findFreeColumn(sheet)
  const headerLine = headerRows > 0 ? header.at(-1)?.line : undefined
  const added = addColumns(addition, column, headerLine, { file, sheet: sheet.name })
  return workbook.annotate(sheet, added)
}
