import type { Cell } from '../sources/row.ts'
import { announcesPersons, announcesSecrets, fieldsNamedBy, identifierLikeness } from './dictionary.ts'
import type { Why } from './draft.ts'
import * as fileReasons from './fileReasons.ts'
import * as kinds from './kinds.ts'
import { isNullMarker } from './nullMarkers.ts'
import { type ColumnProfile, distinctShare, filledShare, meanLength, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import type { Sample } from './sample.ts'

/** The columns that tell records apart. */
export interface KeyChoice {
  readonly columns: readonly string[]
  readonly why: Why
}

/** More columns than these are no key that anybody could keep. */
const MOST_COLUMNS = 6
/** Combinations are tried of this many columns. */
const MOST_TRIED = 12

/**
 * Chooses the key of a table: the column that is filled and unique and looks most like an identifier; else the
 * smallest combination of columns that is unique. Rows that repeat another one exactly do not count. Keys are
 * published, so what may be personal is none.
 *
 * @param refused keys, as JSON, that are known not to be unique in the whole file
 */
export function chooseKey(sample: Sample, refused: ReadonlySet<string> = new Set()): KeyChoice {
  const isUnique = (columns: readonly string[]) =>
    !refused.has(JSON.stringify(columns)) && areUnique(columns, sample)
  const candidates = sample.columns
    .filter(profile => profile.filled > 0 && !profile.isList && profile.column !== '' && !isPersonal(profile))
    .map(profile => ({ profile, likeness: likenessOf(profile) }))
    .sort((a, b) => b.likeness - a.likeness || a.profile.position - b.profile.position)
  const single = candidates.find(({ profile }) => isUnique([profile.column]))
  if (single && single.likeness > 0) {
    const { column, countsRows } = single.profile
    return {
      columns: [column],
      why: countsRows
        ? { confidence: 0.6, reason: reasons.joinReasons([fileReasons.uniqueColumn, fileReasons.countedKey]) }
        : { confidence: single.likeness > 1 ? 0.95 : 0.8, reason: fileReasons.uniqueColumn },
    }
  }
  const columns = candidates.filter(({ likeness }) => likeness > 0).map(({ profile }) => profile.column)
  const found = smallestCombination(columns.slice(0, MOST_TRIED), isUnique)
  if (found) return { columns: found, why: { confidence: 0.6, reason: fileReasons.uniqueTogether } }
  if (single)
    return { columns: [single.profile.column], why: { confidence: 0.5, reason: fileReasons.uniqueColumn } }
  return greedyCombination(
    candidates.map(({ profile }) => profile.column),
    sample,
  )
}

/** How much a column is what people would call an identifier; nothing where its values change or are long. */
function likenessOf(profile: ColumnProfile): number {
  const { column, countsRows } = profile
  const isMeasure = shareOf(profile, text => kinds.isDecimal(text) && /[.,]\d/.test(text)) > 0.5
  if (isMeasure || meanLength(profile) > 150) return 0
  if (meanLength(profile) > 60 && !kinds.isWebAddress([...profile.values.keys()][0]!)) return 0.05
  const fields = fieldsNamedBy(column)
  const names = (field: string) => fields.find(one => one.field === field)?.score ?? 0
  let likeness = identifierLikeness(column) * 1.5
  if (/parent|postal|postcode|insee|commune|region|departement/.test(fields.map(({ field }) => field).join()))
    likeness = 0.2
  if (Math.max(names('siren'), names('siret'), names('rna')) > 0.5) likeness = 1.4
  if (names('name') > 0.6) likeness = Math.max(likeness, 0.9 + names('name') / 10)
  // Short marks in capitals, each once, are codes whatever their header.
  const isCode =
    distinctShare(profile) === 1 && shareOf(profile, text => /^[A-Z\d][A-Z\d._-]{1,9}$/.test(text)) > 0.98
  if (isCode && meanLength(profile) > 1.5) likeness = Math.max(likeness, 1.3)
  if (names('address.street') > 0.5 || names('address.fullAddress') > 0.5) likeness = Math.max(likeness, 0.5)
  if (names('address.locality') > 0.5 || names('address.postcode') > 0.5) likeness = Math.max(likeness, 0.4)
  if (/description|openingHours|homepage/.test(fields[0]?.field ?? '')) likeness = Math.min(likeness, 0.15)
  if (likeness === 0) likeness = kinds.isWebAddress([...profile.values.keys()][0] ?? '') ? 0.1 : 0.12
  if (countsRows && identifierLikeness(column) < 2) return 0.05
  return likeness * filledShare(profile)
}

function isPersonal(profile: ColumnProfile): boolean {
  return (
    announcesPersons(profile.column) ||
    announcesSecrets(profile.column) ||
    shareOf(profile, text => kinds.isEmail(text) || kinds.isTelephone(text)) > 0.05
  )
}

/** How many of the different rows have the key of another, or none. */
function clashes(columns: readonly string[], { cellsOf, rows, duplicates }: Sample): number {
  const cells = columns.map(cellsOf)
  const keys = new Set<string>()
  for (let row = 0; row < rows; row += 1) {
    const parts = cells.map(column => keyPart(column[row]))
    if (parts.some(part => part !== '')) keys.add(JSON.stringify(parts))
  }
  return rows - duplicates - keys.size
}

function keyPart(cell: Cell | undefined): string {
  const text = typeof cell === 'string' ? cell.trim() : ''
  return isNullMarker(text) ? '' : text.normalize('NFC')
}

function areUnique(columns: readonly string[], sample: Sample): boolean {
  if (columns.length === 1) {
    // Each filled cell is a key: quicker than looking at all.
    const profile = sample.columns.find(({ column }) => column === columns[0])!
    if (profile.filled < profile.rows || profile.values.size < profile.rows - sample.duplicates) return false
  }
  return clashes(columns, sample) <= 0
}

function smallestCombination(
  columns: readonly string[],
  isUnique: (columns: readonly string[]) => boolean,
): readonly string[] | undefined {
  for (let first = 0; first < columns.length; first += 1) {
    for (let second = first + 1; second < columns.length; second += 1) {
      const pair = [columns[first]!, columns[second]!]
      if (isUnique(pair)) return pair
    }
  }
  for (let first = 0; first < Math.min(columns.length, 4); first += 1) {
    for (let second = first + 1; second < Math.min(columns.length, 6); second += 1) {
      for (let third = second + 1; third < Math.min(columns.length, 8); third += 1) {
        const three = [columns[first]!, columns[second]!, columns[third]!]
        if (isUnique(three)) return three
      }
    }
  }
  return undefined
}

/** Adds the column that tells most rows apart, until none helps. */
function greedyCombination(columns: readonly string[], sample: Sample): KeyChoice {
  const chosen: string[] = []
  let left = Number.POSITIVE_INFINITY
  while (chosen.length < MOST_COLUMNS && left > 0) {
    const best = columns
      .slice(0, 2 * MOST_TRIED)
      .filter(column => !chosen.includes(column))
      .map(column => ({ column, clashing: clashes([...chosen, column], sample) }))
      .sort((a, b) => a.clashing - b.clashing)[0]
    if (!best || best.clashing >= left) break
    chosen.push(best.column)
    left = best.clashing
  }
  const columnsOfKey = chosen.length > 0 ? chosen : sample.columns.slice(0, 1).map(({ column }) => column)
  return {
    columns: columnsOfKey,
    why:
      left > 0
        ? { confidence: 0.2, reason: fileReasons.hardlyUnique(Number.isFinite(left) ? left : sample.rows) }
        : { confidence: 0.4, reason: fileReasons.uniqueTogether },
  }
}
