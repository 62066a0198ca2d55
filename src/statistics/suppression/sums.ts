/** What a reader knows of some cells together: their sum. */
export interface Sum {
  /** Indices of the cells. */
  readonly cells: readonly number[]
  /** Whether the reader can see the sum in the same table: it may then have to be kept back itself. */
  readonly isPublished: boolean
}

/** Cells, and the sums that each of them is part of: at most two, as the rows and columns of a table. */
export interface Sums {
  readonly counts: readonly number[]
  /** What the reader loses with each of them; greater than 0. Default: its count, and 1. */
  readonly costs?: readonly number[]
  /** What each cell holds at least, as every reader knows: 1 where it would not be there otherwise. */
  readonly least: number
  /** Each cell is in one of these. */
  readonly rows: readonly Sum[]
  /** Where there are two dimensions, each cell is in one of these too. */
  readonly columns: readonly Sum[]
}

/** What is kept back. */
export interface Hidden {
  readonly cells: ReadonlySet<number>
  readonly sums: ReadonlySet<Sum>
}

/** What the reader loses with a cell. */
export function costOf(cell: number, { costs, counts }: Sums): number {
  return costs?.[cell] ?? counts[cell]! + 1
}
