import type { Actor } from '../actor/actor.ts'
import type { SourceLocation } from '../errors.ts'
import type { Source, SourceDetection } from '../sources/row.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { ColumnAccount, RowFates } from './accounting.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import type { Repair } from './crosswalk.ts'
import { SourceLedger } from './ledger.ts'
import type { LinkedTable } from './linkedTable.ts'
import { linkTables, noteLinked } from './linkTables.ts'
import type { Reference, UnmatchedValue } from './mappedRecord.ts'
import { mapSource, type RecordsGate } from './mapSource.ts'

/** An actor that passed, and where it came from. */
export interface ReadActor {
  readonly actor: Actor
  readonly locate: (path: string) => SourceLocation
  /** Of each of its rows. */
  readonly fates: readonly RowFates[]
  readonly references: readonly Reference[]
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
  readonly tables: readonly LinkedTable[]
  /**
   * Accounts of all cells; of the actors in `leftOut` (by IRI), whom a later gate rejects, too.
   *
   * @param rejected cells of accepted rows that later turned out to be worth nothing, by column
   */
  accounts(leftOut?: ReadonlySet<string>, rejected?: readonly string[]): ColumnAccount[]
  /** Rows of the actors that are left out, and of those that never were one. */
  rejectedRows(leftOut?: ReadonlySet<string>): number
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
  options: { signal?: AbortSignal; tables?: readonly LinkedTable[] } = {},
): Promise<SourceReading> {
  const { definition } = crosswalk
  const { tables = [] } = options
  const whole = linkTables(source, tables)
  const ledger = new SourceLedger()
  const actors: ReadActor[] = []
  for await (const batch of mapSource(whole, crosswalk, gate, options)) {
    for (const record of batch) {
      const fates = ledger.add(record)
      if (tables.length > 0) noteLinked(record.rows, record.mapped, tables)
      if (!record.actor) continue
      const { locate, references } = record.mapped
      actors.push({ actor: record.actor, locate, fates, references })
    }
  }
  return {
    name: definition.name,
    file,
    detection: source.detection,
    rows: ledger.rows,
    actors,
    results: [
      ...ledger.checkColumns(whole.columns, file, crosswalk),
      ...ledger.results,
      ...tables.flatMap(table => table.orphanResults()),
    ],
    repairs: ledger.repairs,
    unmatched: ledger.unmatched(),
    tables,
    accounts: (leftOut = new Set(), rejected = []) =>
      ledger.accounts(
        whole.columns,
        definition,
        actors.filter(({ actor }) => leftOut.has(actor.id)),
        rejected,
      ),
    rejectedRows: (leftOut = new Set()) =>
      ledger.rows -
      actors.reduce((sum, { actor, fates }) => sum + (leftOut.has(actor.id) ? 0 : fates.length), 0),
  }
}
