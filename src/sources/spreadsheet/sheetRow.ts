/** A row of a sheet that holds something. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly line: number
  /** The texts of its cells, from the first column to the last that is filled; `''` for an empty one. */
  readonly cells: readonly string[]
}

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
}

/** Rows and columns of the largest sheet that spreadsheet programs know. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384
