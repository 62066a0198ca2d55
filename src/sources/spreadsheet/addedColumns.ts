import { SourceError } from '../../errors.ts'
import type { Addition } from '../row.ts'
import { MOST_COLUMNS } from './sheetRow.ts'

/** Columns that are added to a sheet. */
export interface AddedColumns {
  /** The first of them, from 0. */
  readonly column: number
  readonly count: number
  /** The texts for a row of the sheet; `undefined` where nothing is to be written. */
  textsOf(line: number): readonly string[] | undefined
  /** The row that has their names. */
  readonly headerLine: number | undefined
}

/**
 * @param column the first column that is free in all rows, from 0
 * @param headerLine the last row of the header; without any, the columns stay without names
 * @throws {SourceError} where the sheet is too wide
 */
export function addColumns(
  { headers, cellsOf }: Addition,
  column: number,
  headerLine: number | undefined,
  location: { readonly file: string; readonly sheet: string },
): AddedColumns {
  if (column + headers.length > MOST_COLUMNS) {
    throw new SourceError(`the sheet has no room for ${headers.length} more columns; delete some`, {
      location,
    })
  }
  return {
    column,
    count: headers.length,
    headerLine,
    textsOf(line) {
      if (line === headerLine) return headers
      return headerLine !== undefined && line < headerLine ? undefined : cellsOf(line)
    },
  }
}
