import type { Actor } from '../actor/actor.ts'
import { actorIri } from '../actor/iri.ts'
import type { SourceLocation } from '../errors.ts'
import type { Cell, Row } from '../sources/row.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { Severity, ValidationResult } from '../validation/report.ts'
import { conceptLabel } from '../vocabulary/concept.ts'
import { convert } from './convert.ts'
import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import type { CellStatus, Repair, RepairRule } from './crosswalk.ts'
import * as messages from './messages.ts'
import { RecordBuilder } from './recordBuilder.ts'
import { LEVEL_LABELS } from './territory.ts'

/** A value that stands in no code list. */
export interface UnmatchedValue {
  readonly column: string
  readonly field: string
  readonly value: string
  /** Labels of the nearest concepts, best first. */
  readonly nearest: readonly { readonly notation: string; readonly label: string }[]
}

/** What a row became. */
export interface MappedRow {
  /** Not checked yet: the records gate does that. Absent where the row has no key. */
  readonly actor?: Actor
  readonly repairs: readonly Repair[]
  readonly problems: readonly ValidationResult[]
  readonly unmatched: readonly UnmatchedValue[]
  /** What became of each cell, by column. */
  readonly cells: ReadonlyMap<string, CellStatus>
  /** Where the value of a field (`address.postcode`) was read. */
  locate(path: string): SourceLocation
}

/**
 * Maps a row to an actor as the crosswalk says. Every cell is accounted for: mapped, repaired (and logged),
 * rejected (and reported), ignored on purpose, empty, or in a column that the crosswalk does not mention.
 */
export function mapRow(row: Row, crosswalk: Crosswalk): MappedRow {
  const { definition, context } = crosswalk
  const key = textOf(row.cells[row.columns.indexOf(definition.key)]).trim()
  const place = (column?: string): SourceLocation => ({
    file: row.file,
    line: row.line,
    ...(column === undefined ? {} : { column }),
    ...(key === '' ? {} : { record: key }),
  })
  const record = new RecordBuilder()
  const repairs: Repair[] = []
  const problems: ValidationResult[] = []
  const unmatched: UnmatchedValue[] = []
  const cells = new Map<string, CellStatus>()

  const report = (
    severity: Severity,
    code: string,
    column: string,
    field: string,
    value: string,
    message: ValidationResult['message'],
  ) => problems.push({ severity, code, path: field, value: excerpt(value), message, source: place(column) })

  const readValue = (raw: string, column: string, target: CompiledTarget): CellStatus => {
    const { name, field, values } = target
    const trimmed = raw.trim()
    const composed = trimmed.normalize('NFC')
    const rules: RepairRule[] = []
    // Spaces around a separator are how lists are written; around a whole cell they are an accident.
    if (trimmed !== raw && target.split === undefined) rules.push('trim')
    if (composed !== trimmed) rules.push('unicode-nfc')
    const text = values && Object.hasOwn(values, composed) ? values[composed]! : composed
    // The value table says of a value that it is no answer.
    if (crosswalk.isNull(text)) return 'ignored'
    let value: string | number | boolean
    if (field.kind === 'concept') {
      const concept = target.matcher?.match(text)
      if (!concept) {
        const candidates = target.matcher?.nearest(text) ?? []
        const nearest = candidates.map(candidate => ({
          notation: candidate.notation,
          label: conceptLabel(candidate, 'fr'),
        }))
        unmatched.push({ column, field: name, value: excerpt(text), nearest })
        const title = target.scheme?.title ?? { fr: name, en: name }
        report(
          'warning',
          'unmatched-value',
          column,
          name,
          raw,
          messages.unmatchedValue(
            excerpt(text),
            title,
            candidates.map(candidate => ({
              fr: conceptLabel(candidate, 'fr'),
              en: conceptLabel(candidate, 'en'),
            })),
          ),
        )
        return 'rejected'
      }
      value = concept.iri
    } else if (field.kind === 'territory') {
      const level = target.level ?? levelOf(name)
      const found = crosswalk.territories.find(level, text)
      if (!found) {
        report(
          'warning',
          'unknown-territory',
          column,
          name,
          raw,
          messages.unknownTerritory(excerpt(text), LEVEL_LABELS[level]),
        )
        return 'rejected'
      }
      value = found.iri
      rules.push(...found.repairs)
    } else {
      const conversion = convert(text, field.kind)
      if ('expected' in conversion) {
        report(
          'violation',
          'unreadable-value',
          column,
          name,
          raw,
          messages.unreadable(excerpt(text), conversion.expected),
        )
        return 'rejected'
      }
      value = conversion.value
      rules.push(...conversion.repairs)
    }
    const kept = record.put(field, value, column)
    if (kept !== undefined) {
      report('warning', 'conflict', column, name, raw, messages.conflict(excerpt(text), excerpt(kept), name))
      return 'rejected'
    }
    for (const rule of rules) repairs.push({ rule, raw, result: String(value), source: place(column) })
    return rules.length > 0 ? 'repaired' : 'mapped'
  }

  const readCell = (cell: Cell, column: string, targets: readonly CompiledTarget[]): CellStatus => {
    const statuses = new Set<CellStatus>(column === definition.key ? ['mapped'] : [])
    for (const target of targets) {
      if (!target.field.public) {
        statuses.add('ignored')
        continue
      }
      for (const value of valuesOf(cell, target.split)) {
        if (!crosswalk.isNull(value.trim())) statuses.add(readValue(value, column, target))
      }
    }
    return WORST_FIRST.find(status => statuses.has(status)) ?? 'empty'
  }

  for (const [index, cell] of row.cells.entries()) {
    if (cell === undefined) continue
    const column = row.columns[index]!
    const targets = crosswalk.columns.get(column)
    if (isEmpty(cell, crosswalk)) cells.set(column, 'empty')
    else if (targets) cells.set(column, readCell(cell, column, targets))
    else if (column === definition.key) cells.set(column, 'mapped')
    else cells.set(column, definition.ignore.has(column) ? 'ignored' : 'unmapped')
  }
  if (row.ragged) {
    const message = messages.raggedRow(row.ragged.found, row.ragged.expected)
    problems.push({ severity: 'warning', code: 'ragged-row', message, source: place() })
  }
  const result = {
    repairs,
    problems,
    unmatched,
    cells,
    locate: (path: string) => place(record.columnOf(path)),
  }
  if (crosswalk.isNull(key)) {
    const message = messages.missingKey(definition.key)
    problems.push({ severity: 'violation', code: 'missing-key', message, source: place(definition.key) })
    return result
  }
  const id = actorIri(context.base, definition.name, key)
  return { ...result, actor: { id, source: definition.name, key, ...record.build() } as Actor }
}

/** Of the values of a cell, the fate that people have to know of first. */
const WORST_FIRST: readonly CellStatus[] = ['rejected', 'repaired', 'mapped', 'ignored']

function levelOf(field: string) {
  return field === 'address.region' ? 'region' : field === 'address.department' ? 'departement' : 'commune'
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : ''
}

function valuesOf(cell: Cell, separator: string | undefined): readonly string[] {
  const texts = typeof cell === 'string' ? [cell] : cell
  return separator === undefined ? texts : texts.flatMap(text => text.split(separator))
}

function isEmpty(cell: Cell, crosswalk: Crosswalk): boolean {
  return typeof cell === 'string'
    ? crosswalk.isNull(cell.trim())
    : cell.every(text => crosswalk.isNull(text.trim()))
}
