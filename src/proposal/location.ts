import type { LocalizedText } from '../errors.ts'
import { findSystem, type Pair, shareInDegrees, shareInFrance } from './coordinateSystems.ts'
import { fieldsNamedBy } from './dictionary.ts'
import type { Decision, DerivationDraft } from './draft.ts'
import * as kinds from './kinds.ts'
import { type ColumnProfile, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import type { Sample } from './sample.ts'

/** What becomes of the columns of positions. */
export interface LocationDecisions {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly derivation?: DerivationDraft
}

const NUMERIC_SHARE = 0.9

/** Finds where a table has its positions, and in which system and order they are: headers propose, values decide. */
export function decideLocation(sample: Sample, french: boolean): LocationDecisions {
  const decisions = new Map<string, Decision>()
  const longitude = bestOf(sample, 'location.longitude')
  const latitude = bestOf(sample, 'location.latitude')
  const [x, y] = [bestOf(sample, 'x'), bestOf(sample, 'y')]
  let derivation: DerivationDraft | undefined
  const degrees =
    longitude && latitude ? decidePair(longitude, latitude, sample, french, decisions) : undefined
  let isFound = degrees !== undefined
  if (degrees && degrees !== 'columns') derivation = degrees
  if (!isFound) {
    const point = bestOf(sample, 'point')
    if (point) {
      derivation = decidePoint(point, decisions)
      isFound = true
    }
  }
  if (x && y) {
    if (isFound) for (const { column } of [x, y]) decisions.set(column, ignored(reasons.samePositions))
    else {
      const metres = decidePair(x, y, sample, french, decisions)
      if (metres === undefined)
        for (const { column } of [x, y]) decisions.set(column, ignored(reasons.unknownSystem))
      else if (metres !== 'columns') derivation = metres
    }
  }
  return { decisions, ...(derivation ? { derivation } : {}) }
}

function ignored(reason: LocalizedText): Decision {
  return { to: 'ignore', why: { confidence: 0.7, reason } }
}

/** The column whose header names a part of a position best, and whose values can be it. */
function bestOf({ columns }: Sample, part: string): ColumnProfile | undefined {
  const test = part === 'point' ? kinds.isPoint : (text: string) => Number.isFinite(kinds.numberOf(text))
  const scored = columns.flatMap(profile => {
    const score = fieldsNamedBy(profile.column).find(({ field }) => field === part)?.score ?? 0
    const isIt = score > 0.3 && profile.mostPerCell <= 1 && shareOf(profile, test) >= NUMERIC_SHARE
    return isIt && profile.filled > 0 ? [{ profile, score }] : []
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.profile
}

/** Degrees go to the fields themselves, other systems to a derivation; `undefined` where the system is not known. */
function decidePair(
  x: ColumnProfile,
  y: ColumnProfile,
  sample: Sample,
  french: boolean,
  decisions: Map<string, Decision>,
): 'columns' | DerivationDraft | undefined {
  const pairs = pairsOf(x, y, sample)
  if (pairs.length === 0) return undefined
  const turned = pairs.map(([a, b]) => [b, a] as const)
  const [straight, swapped] = [shareInFrance(pairs), shareInFrance(turned)]
  const isSwapped =
    swapped > straight && swapped >= 0.5 ? true : shareInDegrees(pairs) < shareInDegrees(turned)
  if (shareInDegrees(isSwapped ? turned : pairs) > 0.9) {
    const reason = reasons.joinReasons([
      reasons.byHeader,
      reasons.wgs84,
      ...(isSwapped ? [reasons.swapped] : []),
    ])
    const why = { confidence: Math.max(straight, swapped) > 0.9 ? 0.95 : 0.75, reason }
    const [east, north] = isSwapped ? [y, x] : [x, y]
    decisions.set(east.column, { to: 'field', field: 'location.longitude', options: {}, why })
    decisions.set(north.column, { to: 'field', field: 'location.latitude', options: {}, why })
    return 'columns'
  }
  const evidence = { postcodes: postcodeStarts(sample), british: !french }
  const system = findSystem(pairs, evidence)
  const systemTurned = system ? undefined : findSystem(turned, evidence)
  const found = system ?? systemTurned
  if (!found) return undefined
  const reason = reasons.joinReasons([
    reasons.coordinateSystem(found.crs, found.share),
    ...(systemTurned ? [reasons.swapped] : []),
  ])
  const why = { confidence: 0.85, reason }
  for (const { column } of [x, y]) decisions.set(column, { to: 'derivation', field: 'location', why })
  const [east, north] = systemTurned ? [y, x] : [x, y]
  return { field: 'location', from: 'coordinates', x: east.column, y: north.column, crs: found.crs, reason }
}

function decidePoint(profile: ColumnProfile, decisions: Map<string, Decision>): DerivationDraft {
  const { column } = profile
  const why = { confidence: 0.85, reason: reasons.joinReasons([reasons.byHeader, reasons.pointOrder]) }
  decisions.set(column, { to: 'derivation', field: 'location', why })
  const base = { field: 'location', from: 'point', column, reason: why.reason } as const
  if (shareOf(profile, kinds.isSelfExplaining) > 0.5) return base
  const pairs = [...profile.values.keys()].flatMap(text => {
    const numbers = text.match(/-?\d+(?:[.,]\d+)?/g)?.map(one => Number(one.replace(',', '.')))
    return numbers?.length === 2 ? [[numbers[0]!, numbers[1]!] as const] : []
  })
  const isLongitudeFirst = shareInFrance(pairs) > shareInFrance(pairs.map(([a, b]) => [b, a] as const))
  return { ...base, order: isLongitudeFirst ? 'longitude-latitude' : 'latitude-longitude' }
}

/** The positions of the rows; zeros, which stand for none, left out. */
function pairsOf(x: ColumnProfile, y: ColumnProfile, { cellsOf }: Sample): Pair[] {
  const ys = cellsOf(y.column)
  return cellsOf(x.column).flatMap((cell, index) => {
    const pair = [numberIn(cell), numberIn(ys[index])] as const
    return pair.every(Number.isFinite) && pair.some(number => number !== 0) ? [pair] : []
  })
}

function numberIn(cell: unknown): number {
  const text = Array.isArray(cell) ? cell[0] : cell
  return typeof text === 'string' ? kinds.numberOf(text.trim()) : Number.NaN
}

/** The beginnings, three digits, of the postcodes of a table. */
function postcodeStarts({ columns }: Sample): string[] {
  const starts = new Set<string>()
  for (const profile of columns) {
    if (!fieldsNamedBy(profile.column).some(({ field }) => /postcode|commune$|department/.test(field)))
      continue
    for (const value of profile.values.keys()) starts.add(value.slice(0, 3))
  }
  return [...starts]
}
