import { looksPersonal } from '../actor/personal.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import type { CellStatus } from './crosswalk.ts'
import { findField } from './fields.ts'
import type { MappedRecord } from './mappedRecord.ts'
import * as messages from './messages.ts'
import { readText, type Value } from './readText.ts'
import type { RecordBuilder } from './recordBuilder.ts'
import { LEVEL_LABELS } from './territory.ts'

/**
 * Reads a text into a field of a record, or of a part of it.
 *
 * @param column where the text comes from; `undefined` where the crosswalk itself says it
 * @param into the part that the field belongs to. Default: the record itself.
 */
export function readValue(
  raw: string,
  column: string | undefined,
  target: CompiledTarget,
  record: MappedRecord,
  crosswalk: Crosswalk,
  into: RecordBuilder = record.builder,
): CellStatus {
  const { name, options } = target
  const outcome = readText(raw, target, crosswalk)
  if ('none' in outcome) return 'ignored'
  if ('unmatched' in outcome && outcome.unmatched) {
    const value = excerpt(raw.trim())
    record.unmatched.push({ column: column ?? '', field: name, value, nearest: outcome.unmatched })
  }
  if ('problem' in outcome) {
    record.report(column, outcome.problem, { field: name, value: raw })
    return 'rejected'
  }
  if ('communeName' in outcome) {
    if (name === 'address.commune') {
      record.communeNames.push({ name: outcome.communeName, column: column ?? '', raw })
      return outcome.rules.length > 0 ? 'repaired' : 'mapped'
    }
    const message = messages.unknownTerritory(excerpt(raw), LEVEL_LABELS.commune)
    record.report(
      column,
      { severity: 'warning', code: 'unknown-territory', message },
      { field: name, value: raw },
    )
    return 'rejected'
  }
  const field =
    outcome.field === undefined ? target.field : findField(outcome.field, crosswalk.context.fields)!
  const { value } = outcome
  const kept = into.put(field, value, { column, line: record.row.line })
  if (kept !== undefined) {
    const message = messages.conflict(excerpt(raw.trim()), excerpt(kept), name)
    record.report(column, { severity: 'warning', code: 'conflict', message }, { field: name, value: raw })
    return 'rejected'
  }
  for (const finding of outcome.findings) record.report(column, finding, { field: name, value: raw })
  reportPersonal(value, column, target, record)
  if (options.reference !== undefined) {
    const key = raw.trim()
    record.references.push({ field: name, iri: String(value), key, source: record.place(column) })
  }
  if (outcome.rules.length === 0) return 'mapped'
  record.repaired(outcome.rules, raw, textOf(value), column)
  return 'repaired'
}

/** What a public field holds of persons should not be there; whether it is so, people have to say. */
function reportPersonal(
  value: Value,
  column: string | undefined,
  { name, field }: CompiledTarget,
  record: MappedRecord,
): void {
  if (typeof value !== 'string' || (field.kind !== 'text' && field.kind !== 'email')) return
  const kind = field.kind === 'email' ? 'email' : name.endsWith('telephone') ? 'telephone' : 'text'
  const found = looksPersonal(kind, value)
  if (found) record.report(column, { severity: 'warning', ...found }, { field: name, value })
}

function textOf(value: Value): string {
  if (typeof value !== 'object') return String(value)
  return 'scheme' in value ? value.value : `${value.latitude}, ${value.longitude}`
}
