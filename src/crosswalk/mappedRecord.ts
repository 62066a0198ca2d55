import type { SourceLocation } from '../errors.ts'
import type { Cell, Row } from '../sources/row.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationResult } from '../validation/report.ts'
import { type CellStatus, type Repair, worse } from './crosswalk.ts'
import type { Finding, Nearest } from './readText.ts'
import { RecordBuilder } from './recordBuilder.ts'
import type { RepairRule } from './repairRules.ts'

/** A value that stands in no code list. */
export interface UnmatchedValue {
  readonly column: string
  readonly field: string
  readonly value: string
  /** Labels of the nearest concepts, best first. */
  readonly nearest: Nearest
}

/** A value that is the key of another record. */
export interface Reference {
  readonly field: string
  /** IRI that the key stands for, if there is such a record. */
  readonly iri: string
  readonly key: string
  readonly source: SourceLocation
}

const NO_ELEMENTS: ReadonlyMap<string, readonly CellStatus[]> = new Map()

/** A record while its rows are read: its values, and all that is to be told of its cells. */
export class MappedRecord {
  readonly builder = new RecordBuilder()
  readonly repairs: Repair[] = []
  readonly problems: ValidationResult[] = []
  readonly unmatched: UnmatchedValue[] = []
  readonly references: Reference[] = []
  readonly cells: (CellStatus | undefined)[][] = []
  #elements: Map<string, CellStatus[]> | undefined
  /** Names of communes that the rest of the address has to tell apart. */
  readonly communeNames: { readonly name: string; readonly column: string; readonly raw: string }[] = []
  #row: Row
  #statuses: (CellStatus | undefined)[] = []
  readonly #key: string | undefined

  constructor(row: Row, key: string | undefined) {
    this.#row = row
    this.#key = key
  }

  /** The row that is being read. */
  get row(): Row {
    return this.#row
  }

  begin(row: Row): void {
    this.#row = row
    this.#statuses = new Array(row.cells.length).fill(undefined)
  }

  end(): void {
    this.cells.push(this.#statuses)
  }

  cell(column: string): Cell | undefined {
    return this.#row.cells[this.#row.columns.indexOf(column)]
  }

  /** The text of a cell; of a cell that holds several, all of them. */
  text(column: string): string {
    const cell = this.cell(column)
    return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.join(' ')
  }

  /** Notes the fate of a cell; a worse one that is noted already stays. */
  mark(column: string | number, status: CellStatus): void {
    const position = typeof column === 'number' ? column : this.#row.columns.indexOf(column)
    if (position >= 0) this.#statuses[position] = worse(this.#statuses[position], status)
  }

  /** Fates of the values of cells that hold several, by row and position. */
  get elements(): ReadonlyMap<string, readonly CellStatus[]> {
    return this.#elements ?? NO_ELEMENTS
  }

  /** Notes the fates of the values of a cell that holds several. */
  markElements(position: number, statuses: readonly CellStatus[]): void {
    this.#elements ??= new Map()
    const at = `${this.cells.length} ${position}`
    const held = this.#elements.get(at)
    this.#elements.set(at, held ? statuses.map((status, index) => worse(held[index], status)) : [...statuses])
  }

  /** Tells of a cell, or of the whole row. */
  report(column: string | undefined, finding: Finding, about: { field?: string; value?: string } = {}): void {
    const { severity, code, message } = finding
    this.problems.push({
      severity,
      code,
      ...(about.field === undefined ? {} : { path: about.field }),
      ...(about.value === undefined ? {} : { value: excerpt(about.value) }),
      message,
      source: this.place(column),
    })
  }

  /** Logs what was done to a value. */
  repaired(rules: readonly RepairRule[], raw: string, result: string, column: string | undefined): void {
    for (const rule of rules) this.repairs.push({ rule, raw, result, source: this.place(column) })
  }

  place(column?: string): SourceLocation {
    return this.#at(this.#row.line, column)
  }

  locate(path: string): SourceLocation {
    const origin = this.builder.originOf(path)
    return this.#at(origin?.line ?? this.#row.line, origin?.column)
  }

  #at(line: number, column: string | undefined): SourceLocation {
    const { file, sheet, index } = this.#row
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      line,
      ...(index === undefined ? {} : { index }),
      ...(column === undefined ? {} : { column }),
      ...(this.#key === undefined ? {} : { record: this.#key }),
    }
  }
}
