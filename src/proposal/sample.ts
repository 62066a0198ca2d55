import type { Cell, Row } from '../sources/row.ts'
import { type ColumnProfile, profileColumn } from './profile.ts'

/** The beginning of a file, column by column. */
export interface Sample {
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  /** The cells of a column, a place per row. */
  cellsOf(column: string): readonly (Cell | undefined)[]
  /** Rows that repeat another one exactly. */
  readonly duplicates: number
}

/** Profiles the rows of a sample. */
export function profileSample(columns: readonly string[], rows: readonly Pick<Row, 'cells'>[]): Sample {
  const cells = new Map(columns.map((column, index) => [column, rows.map(row => row.cells[index])]))
  const whole = new Set(rows.map(row => JSON.stringify(row.cells)))
  return {
    rows: rows.length,
    columns: columns.map((column, position) => profileColumn(column, position, cells.get(column)!)),
    cellsOf: column => cells.get(column) ?? [],
    duplicates: rows.length - whole.size,
  }
}
