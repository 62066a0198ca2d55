import type { SourceLocation } from '../errors.ts'
import type { Cell, Row, Source, SourceDetection } from '../sources/row.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationResult } from '../validation/report.ts'
import { CellCounter, type ColumnAccount, packFates } from './accounting.ts'
import type { CellStatus, SourceCrosswalk } from './crosswalk.ts'
import { worse } from './crosswalk.ts'
import * as messages from './messages.ts'

/** How a further table hangs on the main one. */
export interface LinkDefinition {
  /** Names the table: its columns become `name[].column`, or `name.column` where it is `one`. */
  readonly name: string
  /** Column of the main table, or of a table that was linked before. */
  readonly on: string
  /** Column of this table that has the same values. */
  readonly key: string
  /** Whether a record has at most one row in this table (a look-up). Default: several. */
  readonly one: boolean
}

/** Name of a column of a table in the rows that it is hung on. */
export function linkedColumn({ name, one }: LinkDefinition, column: string): string {
  return `${name}${one ? '' : '[]'}.${column}`
}

/** A table that is read whole, to be hung on the rows of another. */
export class LinkedTable {
  readonly definition: LinkDefinition
  readonly file: string
  readonly detection: SourceDetection
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly #byKey = new Map<string, number[]>()
  readonly #fates: ((CellStatus | undefined)[] | undefined)[]

  private constructor(definition: LinkDefinition, file: string, source: Source, rows: readonly Row[]) {
    this.definition = definition
    this.file = file
    this.detection = source.detection
    this.columns = source.columns
    this.rows = rows
    this.#fates = new Array(rows.length).fill(undefined)
    const position = source.columns.indexOf(definition.key)
    for (const [index, { cells }] of rows.entries()) {
      const key = keyText(cells[position])
      const held = this.#byKey.get(key)
      if (held) held.push(index)
      else this.#byKey.set(key, [index])
    }
  }

  /** @throws {SourceError} where the file is broken */
  static async read(definition: LinkDefinition, file: string, source: Source): Promise<LinkedTable> {
    const rows: Row[] = []
    for await (const batch of source.batches()) rows.push(...batch)
    return new LinkedTable(definition, file, source, rows)
  }

  /** Names that the columns have in the rows that they are hung on. */
  get linkedColumns(): string[] {
    return this.columns.map(column => linkedColumn(this.definition, column))
  }

  /** Positions of the rows that have one of these keys, in the order of the table. */
  find(keys: readonly string[]): readonly number[] {
    const found = keys.flatMap(key => (key === '' ? [] : (this.#byKey.get(key) ?? [])))
    return keys.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found
  }

  /** Notes what became of the cells of a column in these rows. */
  note(indices: readonly number[], position: number, statuses: readonly (CellStatus | undefined)[]): void {
    for (const [place, index] of indices.entries()) {
      const status = statuses[place]
      if (status === undefined) continue
      this.#fates[index] ??= []
      this.#fates[index][position] = worse(this.#fates[index][position], status)
    }
  }

  /** Notes that these rows belong to a record. */
  claim(indices: readonly number[]): void {
    for (const index of indices) this.#fates[index] ??= []
  }

  get orphans(): number {
    return this.#fates.filter(fates => fates === undefined).length
  }

  /** The rows that no record claims, each a warning. */
  orphanResults(): ValidationResult[] {
    const { name, key } = this.definition
    const position = this.columns.indexOf(key)
    return this.rows.flatMap(({ file, line, cells }, index) => {
      if (this.#fates[index] !== undefined) return []
      const value = excerpt(keyText(cells[position]))
      const source: SourceLocation = { file, line, column: key }
      const message = messages.orphanRow(value, name)
      return [{ severity: 'warning' as const, code: 'orphan-row', value, message, source }]
    })
  }

  /** The accounts of the cells of this table; those of rows that no record claims are rejected. */
  accounts(crosswalk: SourceCrosswalk): ColumnAccount[] {
    const counter = new CellCounter()
    const key = this.columns.indexOf(this.definition.key)
    for (const [index, { cells }] of this.rows.entries()) {
      const fates = this.#fates[index]
      const statuses = cells.map((cell, position): CellStatus => {
        if (cell === undefined || keyText(cell) === '') return 'empty'
        if (!fates) return 'rejected'
        return fates[position] ?? 'unmapped'
      })
      counter.add(packFates(statuses), true)
    }
    const names = this.linkedColumns
    return counter.accounts(names, crosswalk).map((account, position) => ({
      ...account,
      column: this.columns[position]!,
      fields: position === key ? ['key', ...account.fields] : account.fields,
    }))
  }
}

function keyText(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell.trim() : cell.join(' ').trim()
}
