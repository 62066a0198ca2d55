import type { ValidationResult } from '../validation/report.ts'
import { CellCounter, type ColumnAccount, packFates, type RowFates } from './accounting.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import type { Repair, SourceCrosswalk } from './crosswalk.ts'
import type { UnmatchedValue } from './mappedRecord.ts'
import type { CheckedRecord } from './mapSource.ts'
import * as messages from './messages.ts'
import { columnsOf, usedColumns } from './plan.ts'
import type { ReadActor, UnmatchedCount } from './readSource.ts'

/** Keeps account of the records of a source while they pass. */
export class SourceLedger {
  readonly results: ValidationResult[] = []
  readonly repairs: Repair[] = []
  readonly #unmatched = new Map<string, { value: UnmatchedValue; count: number }>()
  readonly #counter = new CellCounter()
  rows = 0

  /** Counts a record in. */
  add({ rows, mapped, results, actor }: CheckedRecord): RowFates[] {
    this.rows += rows.length
    for (const result of results) this.results.push(result)
    for (const repair of mapped.repairs) this.repairs.push(repair)
    for (const value of mapped.unmatched) this.#count(value)
    const fates = mapped.cells.map(packFates)
    for (const row of fates) this.#counter.add(row, actor !== undefined)
    return fates
  }

  /** Values that stand in no code list, most frequent first. */
  unmatched(): UnmatchedCount[] {
    return [...this.#unmatched.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ value, count }) => ({ ...value, count }))
  }

  /** The accounts of all cells, those of the actors that were left out later rejected with them. */
  accounts(
    columns: readonly string[],
    definition: SourceCrosswalk,
    leftOut: readonly ReadActor[],
    rejected: readonly string[],
  ): ColumnAccount[] {
    const counter = this.#counter.copy()
    for (const { fates } of leftOut) for (const row of fates) counter.rejectRow(row)
    for (const column of rejected) counter.reject(columns.indexOf(column))
    return counter.accounts(columns, definition)
  }

  /** Columns that the crosswalk does not mention, and columns that the file does not have. */
  checkColumns(columns: readonly string[], file: string, crosswalk: Crosswalk): ValidationResult[] {
    const { definition } = crosswalk
    const used = usedColumns(columns, crosswalk)
    const { key, joinedBy = [], ignore } = definition
    const known = new Set([...key, ...joinedBy, ...definition.columns.keys(), ...ignore.keys()])
    const unmapped = columns
      .filter(column => !known.has(column) && !used.has(column) && !crosswalk.isIgnored(column))
      .map(column => ({ code: 'unmapped-column', message: messages.unmappedColumn(column), column }))
    const present = new Set(columns)
    const missing = [...known, ...namedColumns(crosswalk)]
      .filter(column => !column.includes('*') || definition.columns.has(column))
      .filter((column, index, all) => !present.has(column) && all.indexOf(column) === index)
      .map(column => ({ code: 'missing-column', message: messages.missingColumn(column), column }))
    const empty =
      this.rows === 0
        ? [{ severity: 'warning' as const, code: 'no-rows', message: messages.noRows(), source: { file } }]
        : []
    const told = [...unmapped, ...missing].map(({ code, message, column }) => ({
      severity: definition.key.includes(column) ? ('violation' as const) : ('warning' as const),
      code,
      message,
      source: { file, column },
    }))
    return [...empty, ...told]
  }

  #count(value: UnmatchedValue): void {
    const key = JSON.stringify([value.column, value.field, value.value])
    const held = this.#unmatched.get(key)
    if (held) held.count += 1
    else this.#unmatched.set(key, { value, count: 1 })
  }
}

/** Columns that derivations and parts name one by one. */
function namedColumns({ derivations, parts }: Crosswalk): string[] {
  return [
    ...derivations.flatMap(({ definition }) => [
      ...columnsOf(definition, []),
      ...(definition.when?.columns ?? []),
    ]),
    ...parts.flatMap(({ columns }) => [...columns.keys()]),
  ]
}
