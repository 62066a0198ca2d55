import type { CellStatus, SourceCrosswalk } from './crosswalk.ts'

/** What became of the cells of a column. The six counts add up to the rows that have the column. */
export interface ColumnAccount extends Readonly<Record<CellStatus, number>> {
  readonly column: string
  /** Fields that it is mapped to. */
  readonly fields: readonly string[]
  /** Why it is ignored, where the crosswalk says so. */
  readonly reason?: string
}

/** Counts the cells of a source by column and fate. */
export class CellCounter {
  readonly #counts = new Map<string, Record<CellStatus, number>>()

  constructor(columns: readonly string[]) {
    for (const column of columns) this.#countsOf(column)
  }

  /**
   * Counts the cells of a row. Where the row is left out of the release, what it held is rejected with it.
   *
   * @param columns the columns of the file: where the row has no cell for one, that is an empty cell
   */
  add(cells: ReadonlyMap<string, CellStatus>, columns: readonly string[], accepted: boolean): void {
    for (const [column, status] of cells) {
      const lost = !accepted && (status === 'mapped' || status === 'repaired')
      this.#countsOf(column)[lost ? 'rejected' : status] += 1
    }
    for (const column of columns) if (!cells.has(column)) this.#countsOf(column).empty += 1
  }

  /** The accounts, in the order of the columns. */
  accounts({ columns, ignore, key }: SourceCrosswalk): ColumnAccount[] {
    return [...this.#counts].map(([column, counts]) => {
      const fields = [
        ...(column === key ? ['key'] : []),
        ...(columns.get(column)?.map(({ field }) => field) ?? []),
      ]
      const reason = ignore.get(column)
      return { column, ...counts, fields, ...(reason === undefined ? {} : { reason }) }
    })
  }

  #countsOf(column: string): Record<CellStatus, number> {
    let counts = this.#counts.get(column)
    if (!counts) {
      counts = { mapped: 0, repaired: 0, rejected: 0, ignored: 0, empty: 0, unmapped: 0 }
      this.#counts.set(column, counts)
    }
    return counts
  }
}
