import type { Actor } from '../actor/actor.ts'
import type { SourceLocation } from '../errors.ts'
import type { Row, Source, SourceDetection } from '../sources/row.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationReport, ValidationResult } from '../validation/report.ts'
import { CellCounter, type ColumnAccount } from './accounting.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import type { CellStatus, Repair } from './crosswalk.ts'
import { type MappedRow, mapRow, type UnmatchedValue } from './mapRow.ts'
import * as messages from './messages.ts'

/** Checks an actor; `locate` tells where its fields were read. */
export type RecordsGate = (actor: Actor, locate: (path: string) => SourceLocation) => ValidationReport

/** An actor that passed, and where it came from. */
export interface ReadActor {
  readonly actor: Actor
  readonly locate: (path: string) => SourceLocation
  readonly cells: ReadonlyMap<string, CellStatus>
}

/** A value that stands in no code list, with how often it occurs. */
export interface UnmatchedCount extends UnmatchedValue {
  readonly count: number
}

/** What the reading of one source gave. */
export interface SourceReading {
  readonly name: string
  readonly file: string
  readonly detection: SourceDetection
  readonly rows: number
  readonly actors: readonly ReadActor[]
  readonly results: readonly ValidationResult[]
  readonly repairs: readonly Repair[]
  /** Most frequent first. */
  readonly unmatched: readonly UnmatchedCount[]
  /** Accounts of all cells; of the actors in `leftOut` (by IRI), whom a later gate rejects, too. */
  accounts(leftOut?: ReadonlySet<string>): ColumnAccount[]
}

/**
 * Reads all rows of a source, maps and checks each. A row with a violation is left out and reported; it never
 * stops the others.
 *
 * @throws {SourceError} where the file itself is broken
 */
export async function readSource(
  source: Source,
  file: string,
  crosswalk: Crosswalk,
  gate: RecordsGate,
  options: { signal?: AbortSignal } = {},
): Promise<SourceReading> {
  const { definition } = crosswalk
  const results: ValidationResult[] = checkColumns(source.columns, file, crosswalk)
  const actors: ReadActor[] = []
  const repairs: Repair[] = []
  const rejectedCells: ReadonlyMap<string, CellStatus>[] = []
  const firstLines = new Map<string, number>()
  const unmatched = new Map<string, { value: UnmatchedValue; count: number }>()
  let rows = 0
  for await (const row of rowsOf(source)) {
    options.signal?.throwIfAborted()
    rows += 1
    const mapped = mapRow(row, crosswalk)
    const found = [...mapped.problems, ...checkMapped(mapped, row.line, definition.key, firstLines, gate)]
    results.push(...found)
    repairs.push(...mapped.repairs)
    for (const value of mapped.unmatched) count(unmatched, value)
    const { actor, cells, locate } = mapped
    if (!actor || found.some(({ severity }) => severity === 'violation')) rejectedCells.push(cells)
    else actors.push({ actor, cells, locate })
  }
  return {
    name: definition.name,
    file,
    detection: source.detection,
    rows,
    actors,
    results,
    repairs,
    unmatched: [...unmatched.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ value, count }) => ({ ...value, count })),
    accounts(leftOut = new Set()) {
      const counter = new CellCounter(source.columns)
      for (const { actor, cells } of actors) counter.add(cells, source.columns, !leftOut.has(actor.id))
      for (const cells of rejectedCells) counter.add(cells, source.columns, false)
      return counter.accounts(definition)
    },
  }
}

async function* rowsOf(source: Source): AsyncGenerator<Row> {
  for await (const batch of source.batches()) yield* batch
}

/** What can only be said of the row as a whole, or of several: its key, and the rules of the record. */
function checkMapped(
  { actor, locate }: MappedRow,
  line: number,
  keyColumn: string,
  firstLines: Map<string, number>,
  gate: RecordsGate,
): readonly ValidationResult[] {
  if (!actor) return []
  const firstLine = firstLines.get(actor.key)
  if (firstLine === undefined) {
    firstLines.set(actor.key, line)
    return gate(actor, locate).results
  }
  const source = { ...locate('key'), column: keyColumn }
  const value = excerpt(actor.key)
  const message = messages.duplicateKey(value, firstLine)
  return [{ severity: 'violation', code: 'duplicate-key', path: 'key', value, message, source }]
}

/** Columns that the crosswalk does not mention, and columns that the file does not have. */
function checkColumns(
  columns: readonly string[],
  file: string,
  { definition }: Crosswalk,
): ValidationResult[] {
  const known = new Set([definition.key, ...definition.columns.keys(), ...definition.ignore.keys()])
  const unmapped = columns
    .filter(column => !known.has(column))
    .map(column => ({ code: 'unmapped-column', message: messages.unmappedColumn(column), column }))
  const missing = [...known]
    .filter(column => !columns.includes(column))
    .map(column => ({ code: 'missing-column', message: messages.missingColumn(column), column }))
  return [...unmapped, ...missing].map(({ code, message, column }) => ({
    severity: 'warning',
    code,
    message,
    source: { file, column },
  }))
}

function count(counts: Map<string, { value: UnmatchedValue; count: number }>, value: UnmatchedValue): void {
  const key = JSON.stringify([value.column, value.field, value.value])
  const held = counts.get(key)
  if (held) held.count += 1
  else counts.set(key, { value, count: 1 })
}
