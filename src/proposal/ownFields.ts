import { looksPersonal } from '../actor/personal.ts'
import { FIELD_NAMES } from '../crosswalk/fields.ts'
import type { LocalizedText } from '../errors.ts'
import { BUILT_IN_DIMENSIONS } from '../statistics/statistic.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import { readDates } from './dates.ts'
import type { Decision, OwnFieldDraft, ReadingOptions } from './draft.ts'
import { splitBy } from './fieldTests.ts'
import { headerWords, isUnnamed } from './headerWords.ts'
import * as kinds from './kinds.ts'
import { type ColumnProfile, filledShare, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import { proposeScheme } from './schemes.ts'
import { takeApart } from './separators.ts'

/** Names that are taken: of fields, and of schemes. */
export interface TakenNames {
  readonly fields: Set<string>
  readonly schemes: Set<string>
}

/** The names that every directory has. */
export function takenNames(): TakenNames {
  return { fields: new Set([...FIELD_NAMES, ...BUILT_IN_DIMENSIONS]), schemes: new Set(SHIPPED_SCHEMES) }
}

/** From this share on, all values are taken to be of a kind. */
const NEARLY_ALL = 0.97

/** What becomes of a column that no field fits: an own field, or nothing where it tells nothing. */
export function decideOwnField(
  profile: ColumnProfile,
  taken: TakenNames,
  said: readonly LocalizedText[] = [],
): Decision {
  const { column, values, rows } = profile
  const [only] = values.keys()
  if (values.size === 1 && kinds.isPlaceholder(only!)) return ignore(reasons.placeholders)
  if (shareOf(profile, kinds.isPlaceholder) > NEARLY_ALL) return ignore(reasons.placeholders)
  if (values.size === 1 && rows > 2 && !isPresence(profile) && profile.occurrences > 1)
    return ignore(reasons.constantColumn(shorten(only!)))
  const { remarks, ...form } = formOf(profile, taken)
  const persons = countPersonal(profile)
  const all = persons > 0 ? [reasons.personalValues(persons, profile.occurrences, 'text')] : remarks
  return {
    to: 'own field',
    own: { name: fieldName(column, taken), label: labelOf(column), ...form, public: persons === 0 },
    why: { confidence: persons > 0 ? 0.6 : 0.7, reason: reasons.joinReasons([...said, ...all]) },
  }
}

function ignore(reason: LocalizedText): Decision {
  return { to: 'ignore', why: { confidence: 0.9, reason } }
}

/** How many values look as if they told of persons. */
export function countPersonal({ values }: ColumnProfile): number {
  let found = 0
  for (const [text, times] of values) {
    const kind = kinds.isEmail(text) ? 'email' : kinds.isTelephone(text) ? 'telephone' : 'text'
    if (looksPersonal(kind, text)) found += times
  }
  return found
}

type Form = Pick<OwnFieldDraft, 'datatype' | 'scheme' | 'multiple' | 'options'> & {
  readonly remarks: readonly LocalizedText[]
}

function formOf(profile: ColumnProfile, taken: TakenNames): Form {
  const { column, values, isList, mostPerCell } = profile
  const literal = (
    datatype: NonNullable<OwnFieldDraft['datatype']>,
    remark: LocalizedText,
    options: ReadingOptions = {},
  ): Form => ({ datatype, multiple: isList && mostPerCell > 1, options, remarks: [remark] })
  const mostly = (test: (text: string) => boolean) => shareOf(profile, test) >= NEARLY_ALL
  const [only] = values.keys()
  if (mostly(kinds.isBoolean)) return literal('boolean', reasons.yesOrNo)
  if (isPresence(profile)) {
    return literal('boolean', reasons.presence, { values: { [only!]: 'oui' } })
  }
  if (mostly(kinds.isInteger)) return literal('integer', reasons.wholeNumbers)
  if (!isCode(profile) && mostly(text => Number.isFinite(kinds.numberOf(text))))
    return literal('decimal', reasons.numbers)
  const dates = readDates(profile)
  if (dates.share >= NEARLY_ALL) {
    const remark = dates.ambiguous ? reasons.ambiguousDates : reasons.dates
    return literal('date', remark, dates.order === undefined ? {} : { dates: dates.order })
  }
  if (mostly(text => kinds.isWebAddress(text) && /^https?:/i.test(text)))
    return literal('anyURI', reasons.webAddresses)
  const pieces = takeApart(profile)
  const multiple = pieces.separators.length > 0 || (isList && mostPerCell > 1)
  const split = splitBy(pieces.separators)
  const lists = pieces.separators.length > 0 ? [reasons.severalPerCell(pieces.separators)] : []
  const scheme = proposeScheme(labelOf(column), pieces.counts, taken.schemes)
  if (scheme) {
    const remarks = [reasons.fewValues(scheme.concepts.length), ...lists]
    return { scheme, multiple, options: split, remarks }
  }
  const isHtml = shareOf(profile, kinds.isHtml) > 0
  return {
    datatype: 'string',
    multiple,
    options: { ...split, ...(isHtml ? { html: true } : {}) },
    remarks: [reasons.noField, reasons.freeText, ...(isHtml ? [reasons.html] : []), ...lists],
  }
}

/** A column for one option: its own words where it holds, nothing elsewhere. */
function isPresence(profile: ColumnProfile): boolean {
  const { column, values, occurrences, isList } = profile
  const [only] = values.keys()
  const isOne = values.size === 1 && occurrences > 1 && !isList && !column.includes('.')
  return isOne && filledShare(profile) <= 0.95 && !kinds.isDecimal(only!)
}

/** Figures that are no quantities: `01`, `0033`. */
function isCode(profile: ColumnProfile): boolean {
  return shareOf(profile, text => /^0\d/.test(text)) > 0
}

function labelOf(column: string): string {
  return column.trim() === '' ? '?' : column
}

/** A name for a field, from the header: `Nombre d’adhérents` → `nombreAdherents`. */
function fieldName(column: string, { fields }: TakenNames): string {
  const words = headerWords(column)
  const camel = words
    .map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1)))
    .join('')
  const stem =
    isUnnamed(column) || camel === '' ? 'colonne' : /^[a-z]/.test(camel) ? camel : `colonne${camel}`
  // A name that every object has means something to JavaScript.
  const isTaken = (name: string) => fields.has(name) || name in {}
  let name = stem.slice(0, 60)
  for (let number = 2; isTaken(name); number += 1) name = `${stem.slice(0, 60)}${number}`
  fields.add(name)
  return name
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
