import type { Actor } from '../actor/actor.ts'
import type { SourceLocation } from '../errors.ts'
import type { Row, Source } from '../sources/row.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationReport, ValidationResult } from '../validation/report.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import { keyOf } from './key.ts'
import { KeyTable } from './keyTable.ts'
import { type MappedRow, mapRows } from './mapRow.ts'
import * as messages from './messages.ts'

/** Checks an actor; `locate` tells where its fields were read. */
export type RecordsGate = (actor: Actor, locate: (path: string) => SourceLocation) => ValidationReport

/** A record that was mapped and checked. */
export interface CheckedRecord {
  readonly rows: readonly Row[]
  readonly mapped: MappedRow
  /** What the crosswalk and the gate found. */
  readonly results: readonly ValidationResult[]
  /** The actor, where nothing found is a violation. */
  readonly actor?: Actor
}

/**
 * Maps and checks the rows of a source as they come, in memory that does not grow with them (but for 32 bytes a key,
 * and for sources whose rows are grouped). A row with a violation never stops the others.
 *
 * @throws {SourceError} where the file itself is broken
 */
export async function* mapSource(
  source: Source,
  crosswalk: Crosswalk,
  gate: RecordsGate,
  options: { signal?: AbortSignal } = {},
): AsyncGenerator<readonly CheckedRecord[]> {
  const keys = new KeyTable()
  for await (const batch of recordsOf(source, crosswalk)) {
    options.signal?.throwIfAborted()
    yield batch.map(rows => check(rows, crosswalk, gate, keys))
  }
}

/** The rows of each record: one, or all that have its key. */
async function* recordsOf(source: Source, crosswalk: Crosswalk): AsyncGenerator<readonly (readonly Row[])[]> {
  if (!crosswalk.definition.groupRows) {
    for await (const batch of source.batches()) yield batch.map(row => [row])
    return
  }
  const groups = new Map<string, Row[]>()
  const withoutKey: Row[][] = []
  for await (const batch of source.batches()) {
    for (const row of batch) {
      const key = keyOf(row, crosswalk)
      const group = key === undefined ? undefined : groups.get(key)
      if (key === undefined) withoutKey.push([row])
      else if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  yield [...groups.values(), ...withoutKey].sort(([a], [b]) => a!.line - b!.line)
}

function check(rows: readonly Row[], crosswalk: Crosswalk, gate: RecordsGate, keys: KeyTable): CheckedRecord {
  const mapped = mapRows(rows, crosswalk)
  const { actor, problems } = mapped
  if (!actor) return { rows, mapped, results: problems }
  const { line } = rows[0]!
  const firstLine = keys.add(opaquePart(actor.id), line)
  const found =
    firstLine === undefined
      ? gate(actor, mapped.locate).results
      : [duplicateKey(actor, firstLine, mapped, crosswalk)]
  const results = found.length === 0 ? problems : [...problems, ...found]
  const isSound = !results.some(({ severity }) => severity === 'violation')
  for (const { severity, path } of found) {
    if (severity === 'warning' && path !== undefined) leaveOut(path, actor, mapped)
  }
  return { rows, mapped, results, ...(isSound ? { actor } : {}) }
}

/** What the gate warns of leaves out the value, not the record: a département that is not the commune’s counts nowhere. */
function leaveOut(path: string, actor: Actor, { reject }: MappedRow): void {
  const steps = path.split('.')
  let node = actor as unknown as Record<string, unknown> | undefined
  for (const step of steps.slice(0, -1)) node = node?.[step] as Record<string, unknown> | undefined
  const name = steps.at(-1)!
  if (node === undefined || Array.isArray(node) || !(name in node)) return
  delete node[name]
  reject(path)
}

/** `https://…/id/acteur/7pkdy6qfniz37qcv#it` → `7pkdy6qfniz37qcv`. */
function opaquePart(iri: string): string {
  return iri.slice(-'7pkdy6qfniz37qcv#it'.length, -'#it'.length)
}

function duplicateKey(
  { key }: Actor,
  firstLine: number,
  { locate }: MappedRow,
  { definition }: Crosswalk,
): ValidationResult {
  const value = excerpt(key)
  return {
    severity: 'violation',
    code: 'duplicate-key',
    path: 'key',
    value,
    message: messages.duplicateKey(value, firstLine),
    source: { ...locate('key'), column: definition.key.join(' + ') },
  }
}
