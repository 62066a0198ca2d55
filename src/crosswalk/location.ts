import { excerpt } from '../validation/excerpt.ts'
import { parseTerritoryIri } from '../vocabulary/territories.ts'
import { boxByName, boxOf } from '../vocabulary/territoryBox.ts'
import { convert } from './convert.ts'
import { checkPosition, type Position } from './coordinates.ts'
import type { Crosswalk } from './createCrosswalk.ts'
import type { Box, CellStatus, Derivation } from './crosswalk.ts'
import { findField } from './fields.ts'
import type { MappedRecord } from './mappedRecord.ts'
import * as messages from './messages.ts'
import { parsePoint } from './point.ts'

const LATITUDE = findField('location.latitude', [])!
const LONGITUDE = findField('location.longitude', [])!

/** Reads coordinates from two cells, in whichever system they are. */
export function readPosition(
  { x, y, crs }: Extract<Derivation, { from: 'coordinates' }>,
  record: MappedRecord,
  { context }: Crosswalk,
): void {
  const numberOf = (column: string) => {
    const raw = record.text(column)
    const conversion = convert(raw.trim(), 'decimal')
    if ('value' in conversion) {
      record.repaired(conversion.repairs, raw, String(conversion.value), column)
      if (conversion.repairs.length > 0) record.mark(column, 'repaired')
      return conversion.value as number
    }
    const message =
      conversion.problem?.message ?? messages.unreadable(excerpt(raw.trim()), conversion.expected)
    record.report(
      column,
      { severity: 'warning', code: 'unreadable-value', message },
      { field: 'location', value: raw },
    )
    record.mark(column, 'rejected')
    return undefined
  }
  const [east, north] = [numberOf(x), numberOf(y)]
  if (east === undefined || north === undefined) {
    // One coordinate alone says nothing.
    for (const column of [x, y]) if (record.text(column).trim() !== '') record.mark(column, 'rejected')
    return
  }
  const transform = crs === undefined ? undefined : context.transformers?.get(crs)
  const position = transform ? transform(east, north) : { latitude: north, longitude: east }
  if (Number.isNaN(position.latitude) || Number.isNaN(position.longitude)) {
    const message = messages.unreadablePoint(excerpt(`${east}, ${north}`))
    const finding = { severity: 'warning' as const, code: 'impossible-coordinates', message }
    record.report(x, finding, { field: 'location', value: record.text(x) })
    for (const column of [x, y]) record.mark(column, 'rejected')
    return
  }
  put(position, [x, y], transform ? 'repaired' : 'mapped', record)
  if (transform) {
    const text = `${record.text(x).trim()} ${record.text(y).trim()}`
    const result = `${position.latitude}, ${position.longitude}`
    record.repaired(['transform-coordinates'], text, result, x)
  }
}

/** Reads coordinates that stand in one cell. */
export function readPoint(
  { column, order }: Extract<Derivation, { from: 'point' }>,
  record: MappedRecord,
): void {
  const raw = record.text(column)
  const position = parsePoint(raw.trim(), order)
  if (!position) {
    const message = messages.unreadablePoint(excerpt(raw.trim()))
    const finding = { severity: 'warning' as const, code: 'unreadable-value', message }
    record.report(column, finding, { field: 'location', value: raw })
    record.mark(column, 'rejected')
    return
  }
  put(position, [column], 'mapped', record)
}

function put(position: Position, columns: readonly string[], status: CellStatus, record: MappedRecord): void {
  const { builder, row } = record
  const origin = { column: columns[0], line: row.line }
  const kept = [
    builder.put(LATITUDE, position.latitude, origin),
    builder.put(LONGITUDE, position.longitude, origin),
  ].find(value => value !== undefined)
  if (kept !== undefined) {
    const value = `${position.latitude}, ${position.longitude}`
    const message = messages.conflict(value, String(kept), 'location')
    record.report(
      columns[0],
      { severity: 'warning', code: 'conflict', message },
      { field: 'location', value },
    )
  }
  for (const column of columns) record.mark(column, kept === undefined ? status : 'rejected')
}

/** Reports a position that looks swapped, or lies outside the territory where it should be. */
export function checkLocation(record: MappedRecord, { context, derivations }: Crosswalk): void {
  const latitude = record.builder.get('location', 'latitude')
  const longitude = record.builder.get('location', 'longitude')
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return
  const box = context.box ?? boxOfAddress(record) ?? boxOfSystem(derivations)
  if (!box) return
  const found = checkPosition({ latitude, longitude }, box)
  // Null island and impossible degrees are told by the records gate.
  if (found !== 'swapped' && found !== 'outside') return
  record.problems.push({
    severity: 'warning',
    code: `coordinates-${found}`,
    path: 'location',
    value: `${latitude}, ${longitude}`,
    message: found === 'swapped' ? messages.swappedCoordinates() : messages.outsideCoordinates(),
    source: record.locate('location'),
  })
}

/** The systems of the metropolis are of no use elsewhere: Lambert-93, the conformal conics, Lambert II extended. */
const METROPOLITAN = /^(?:epsg:)?(?:2154|394[2-9]|3950|27572)$|^lambert/i

function boxOfSystem(derivations: Crosswalk['derivations']): Box | undefined {
  const isMetropolitan = derivations.some(
    ({ definition }) => definition.from === 'coordinates' && METROPOLITAN.test(definition.crs ?? ''),
  )
  return isMetropolitan ? boxByName('metropole') : undefined
}

function boxOfAddress({ builder }: MappedRecord): Box | undefined {
  const territory = builder.get('address', 'commune') ?? builder.get('address', 'department')
  const parsed = typeof territory === 'string' ? parseTerritoryIri(territory) : undefined
  if (!parsed) return undefined
  const { level, code } = parsed
  return boxOf(level === 'commune' ? code.slice(0, /^9[78]/.test(code) ? 3 : 2) : code)
}
