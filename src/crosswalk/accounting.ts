import type { CellStatus, SourceCrosswalk } from './crosswalk.ts'
import { columnsOf } from './plan.ts'

/** What became of the cells of a column. The six counts add up to the rows of the source. */
export interface ColumnAccount extends Readonly<Record<CellStatus, number>> {
  readonly column: string
  /** Fields that it is mapped to. */
  readonly fields: readonly string[]
  /** Why it is ignored, where the crosswalk says so. */
  readonly reason?: string
}

const STATUSES = [
  'mapped',
  'repaired',
  'rejected',
  'ignored',
  'empty',
  'unmapped',
] as const satisfies CellStatus[]
const CODES = {
  mapped: 0,
  repaired: 1,
  rejected: 2,
  ignored: 3,
  empty: 4,
  unmapped: 5,
} as const satisfies Record<CellStatus, number>
const { mapped: MAPPED, repaired: REPAIRED, rejected: REJECTED, empty: EMPTY } = CODES

/** Fates of the cells of a row, a byte each. */
export type RowFates = Uint8Array

/** The fates of a row’s cells in little room. A cell that the row lacks is an empty one. */
export function packFates(cells: readonly (CellStatus | undefined)[]): RowFates {
  const fates = new Uint8Array(cells.length)
  for (let position = 0; position < cells.length; position += 1) {
    const status = cells[position]
    fates[position] = status === undefined ? EMPTY : CODES[status]
  }
  return fates
}

/** Counts the cells of a source by column and fate. */
export class CellCounter {
  readonly #counts: Uint32Array[] = []
  #rows = 0

  /** Counts the cells of a row. Where the row is left out of the release, what it held is rejected with it. */
  add(fates: RowFates, accepted: boolean): void {
    this.#rows += 1
    for (let position = 0; position < fates.length; position += 1) {
      const fate = fates[position]!
      const isLost = !accepted && (fate === MAPPED || fate === REPAIRED)
      this.#countsOf(position)[isLost ? REJECTED : fate]! += 1
    }
  }

  /** Takes back that a cell was mapped: it is rejected after all. */
  reject(position: number): void {
    const counts = this.#countsOf(position)
    const from = counts[MAPPED]! > 0 ? MAPPED : REPAIRED
    counts[from]! -= 1
    counts[REJECTED]! += 1
  }

  /** Takes back that a row was accepted. */
  rejectRow(fates: RowFates): void {
    for (let position = 0; position < fates.length; position += 1) {
      const fate = fates[position]!
      if (fate !== MAPPED && fate !== REPAIRED) continue
      this.#countsOf(position)[fate]! -= 1
      this.#countsOf(position)[REJECTED]! += 1
    }
  }

  /** The same counts, to be changed by themselves. */
  copy(): CellCounter {
    const copy = new CellCounter()
    copy.#rows = this.#rows
    for (const [position, counts] of this.#counts.entries())
      if (counts) copy.#counts[position] = counts.slice()
    return copy
  }

  /** The accounts of the columns. A column that came late is empty in the rows before. */
  accounts(columns: readonly string[], crosswalk: SourceCrosswalk): ColumnAccount[] {
    const fields = fieldsByColumn(columns, crosswalk)
    return columns.map((column, position) => {
      const counts = this.#countsOf(position)
      const counted = counts.reduce((sum, count) => sum + count, 0)
      const reason = crosswalk.ignore.get(column)
      const byStatus = Object.fromEntries(STATUSES.map(status => [status, counts[CODES[status]]!]))
      return {
        column,
        ...(byStatus as Record<CellStatus, number>),
        empty: counts[EMPTY]! + this.#rows - counted,
        fields: fields.get(column) ?? [],
        ...(reason === undefined ? {} : { reason }),
      }
    })
  }

  #countsOf(position: number): Uint32Array {
    this.#counts[position] ??= new Uint32Array(STATUSES.length)
    return this.#counts[position]
  }
}

function fieldsByColumn(columns: readonly string[], crosswalk: SourceCrosswalk): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const add = (column: string, field: string) => {
    const held = fields.get(column)
    if (!held) fields.set(column, [field])
    else if (!held.includes(field)) held.push(field)
  }
  for (const column of crosswalk.key) add(column, 'key')
  for (const [column, targets] of crosswalk.columns) for (const { field } of targets) add(column, field)
  for (const derivation of crosswalk.derive) {
    for (const column of columnsOf(derivation, columns)) add(column, derivation.field)
  }
  for (const { into, of, columns: named } of crosswalk.parts) {
    for (const [column, field] of named)
      add(of === undefined ? column : `${of}.${column}`, `${into}.${field}`)
  }
  return fields
}
