import type { Actor } from '../actor/actor.ts'
import { actorIri } from '../actor/iri.ts'
import type { SourceLocation } from '../errors.ts'
import type { Row } from '../sources/row.ts'
import type { ValidationResult } from '../validation/report.ts'
import { completeAddress } from './completeAddress.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import type { CellStatus, Repair } from './crosswalk.ts'
import { keyOf } from './key.ts'
import { checkLocation } from './location.ts'
import { MappedRecord, type Reference, type UnmatchedValue } from './mappedRecord.ts'
import * as messages from './messages.ts'
import { readParts } from './parts.ts'
import { readRow } from './readRow.ts'

/** What a row became. */
export interface MappedRow {
  /** Not checked yet: the records gate does that. Absent where the row has no key. */
  readonly actor?: Actor
  readonly repairs: readonly Repair[]
  readonly problems: readonly ValidationResult[]
  readonly unmatched: readonly UnmatchedValue[]
  /** Values that are keys of other records. */
  readonly references: readonly Reference[]
  /** What became of each cell, by the position of its column; of several rows, one after the other. */
  readonly cells: readonly (readonly (CellStatus | undefined)[])[]
  /** Of cells that hold several values, by row and position: what became of each value. */
  readonly elements: ReadonlyMap<string, readonly CellStatus[]>
  /** Where the value of a field (`address.postcode`) was read. */
  locate(path: string): SourceLocation
  /** Notes that the cells that a field was read from are worth nothing after all. */
  reject(path: string): void
}

/**
 * Maps a row to an actor as the crosswalk says. Every cell is accounted for: mapped, repaired (and logged),
 * rejected (and reported), ignored on purpose, empty, or in a column that the crosswalk does not mention.
 */
export function mapRow(row: Row, crosswalk: Crosswalk): MappedRow {
  return mapRows([row], crosswalk)
}

/** Maps rows that share a key to one actor: sets gather what the rows give, other fields keep the first value. */
export function mapRows(rows: readonly Row[], crosswalk: Crosswalk): MappedRow {
  const { definition, context } = crosswalk
  const key = keyOf(rows[0]!, crosswalk)
  const record = new MappedRecord(rows[0]!, key)
  for (const row of rows) {
    record.begin(row)
    readRow(record, crosswalk)
    if (crosswalk.parts.length > 0) readParts(record, crosswalk)
    if (row.ragged) {
      const message = messages.raggedRow(row.ragged.found, row.ragged.expected)
      record.report(undefined, { severity: 'warning', code: 'ragged-row', message })
    }
    record.end()
  }
  if (definition.findCommune || record.communeNames.length > 0) completeAddress(record, crosswalk)
  checkLocation(record, crosswalk)
  const { repairs, problems, unmatched, references, cells, elements } = record
  const result = {
    repairs,
    problems,
    unmatched,
    references,
    cells,
    elements,
    locate: (path: string) => record.locate(path),
    reject(path: string) {
      for (const { column, line } of record.builder.originsOf(path)) {
        const at = rows.findIndex(row => row.line === line)
        const position = column === undefined ? -1 : (rows[at]?.columns.indexOf(column) ?? -1)
        if (position >= 0) cells[at]![position] = 'rejected'
      }
    },
  }
  if (key === undefined) {
    const column = definition.key.join(' + ')
    record.report(column, {
      severity: 'violation',
      code: 'missing-key',
      message: messages.missingKey(column),
    })
    return result
  }
  const { base, recordIri = actorIri } = context
  const id = recordIri(base, definition.name, key)
  return { ...result, actor: { id, source: definition.name, key, ...record.builder.build() } as Actor }
}
