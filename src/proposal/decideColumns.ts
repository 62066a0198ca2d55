import { looksPersonal } from '../actor/personal.ts'
import { findField } from '../crosswalk/fields.ts'
import type { LocalizedText } from '../errors.ts'
import { completeAddress } from './address.ts'
import type { KeyChoice } from './chooseKey.ts'
import { takeByTurns } from './complementary.ts'
import { CONCEPT_FIELDS, type ConceptField, decideConcepts } from './concepts.ts'
import {
  announcesPersons,
  announcesSecrets,
  fieldsNamedBy,
  identifierLikeness,
  isTechnical,
  registerNamedBy,
} from './dictionary.ts'
import type { Decision, DerivationDraft, SchemeDraft } from './draft.ts'
import { agreementOf } from './fieldTests.ts'
import * as kinds from './kinds.ts'
import type { Knowledge } from './knowledge.ts'
import { decideLocation } from './location.ts'
import { dayNamedBy, openingDays } from './openingDays.ts'
import { optionGroups } from './optionGroups.ts'
import { decideOwnField, takenNames } from './ownFields.ts'
import { type ColumnProfile, distinctShare, filledShare, meanLength, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import { decideReference } from './references.ts'
import type { Sample } from './sample.ts'

/** What becomes of all columns. */
export interface ColumnDecisions {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly derivations: readonly DerivationDraft[]
  readonly codeLists: ReadonlyMap<ConceptField, SchemeDraft>
}

/** A column that may be a field. */
interface Candidate {
  readonly profile: ColumnProfile
  readonly field: string
  readonly headerScore: number
  readonly score: number
}

/** Fields that name other records: decided by the keys, not by the looks of the values. */
const REFERENCES: readonly string[] = ['parents', 'memberOf', 'replacedBy']
/** What the dictionary names that is no field by itself. */
const PARTS: readonly string[] = [
  'x',
  'y',
  'point',
  'location.latitude',
  'location.longitude',
  'complement',
  'houseNumber',
]
/** Values that tell by themselves what they are, whatever the header. */
const DISTINCTIVE: readonly string[] = ['siren', 'siret', 'rna', 'email']

/** More personal-looking values than this share, and the column is left out. */
const PERSONAL_SHARE = 0.02

/**
 * Decides on all columns of a table: headers propose fields, values agree or not, and of several columns for one field
 * the best takes it. What looks personal is left out.
 */
export function decideColumns(
  sample: Sample,
  key: KeyChoice,
  source: string,
  knowledge: Knowledge,
  french: boolean,
): ColumnDecisions {
  const taken = takenNames()
  const location = decideLocation(sample, french)
  const decisions = new Map<string, Decision>(location.decisions)
  const derivations: DerivationDraft[] = location.derivation ? [location.derivation] : []
  const codeLists = new Map<ConceptField, SchemeDraft>()
  const holders = new Map<string, string>(
    [...location.decisions].flatMap(([column, one]) => (one.to === 'field' ? [[one.field, column]] : [])),
  )
  const open = () => sample.columns.filter(({ column }) => !decisions.has(column))

  for (const profile of open()) {
    const outright = decideOutright(profile, key)
    if (outright) decisions.set(profile.column, outright)
  }
  for (const profile of open()) {
    const reference = decideReference(profile, key, source, sample)
    if (reference) decisions.set(profile.column, reference)
  }
  for (const { profile, field, headerScore } of rankCandidates(open(), knowledge)) {
    if (decisions.has(profile.column) || holders.has(field)) continue
    if (field in CONCEPT_FIELDS) {
      const concept = field as ConceptField
      const found = decideConcepts(concept, profile, headerScore, knowledge, new Set(taken.schemes))
      if (!found) continue
      decisions.set(profile.column, found.decision)
      if (found.scheme) {
        taken.schemes.add(found.scheme.name)
        codeLists.set(concept, found.scheme)
      }
    } else decisions.set(profile.column, decideField(profile, field, headerScore, knowledge))
    holders.set(field, profile.column)
  }
  derivations.push(...completeAddress(open(), decisions, holders, knowledge))
  const isTaken = (field: ConceptField) => holders.has(field)
  for (const { field, scheme, derivation } of optionGroups(open(), decisions, isTaken, taken.schemes)) {
    codeLists.set(field, scheme)
    derivations.push(derivation)
  }
  if (!holders.has('openingHours')) derivations.push(...openingDays(open(), decisions))
  for (const profile of open().filter(({ column }) => !key.columns.includes(column))) {
    const further = decideFurther(profile, decisions, holders, sample, knowledge)
    if (further) derivations.push(further)
  }
  if (!holders.has('name')) {
    const others = open().filter(({ column }) => !key.columns.includes(column))
    nameByLooks(others.length > 0 ? others : open(), decisions, holders)
  }
  for (const profile of open()) {
    const { column } = profile
    if (key.columns.includes(column)) {
      decisions.set(column, { to: 'key', why: key.why })
      continue
    }
    decisions.set(column, decideOwnField(profile, taken, whyNot(profile, holders, knowledge)))
  }
  return { decisions, derivations, codeLists }
}

/** What needs no comparison with other columns. */
function decideOutright(profile: ColumnProfile, key: KeyChoice): Decision | undefined {
  const { column, filled, countsRows } = profile
  const ignore = (reason: LocalizedText, confidence: number): Decision => ({
    to: 'ignore',
    why: { confidence, reason },
  })
  if (filled === 0) return ignore(reasons.emptyColumn, 1)
  const isContact = fieldsNamedBy(column).some(
    ({ field, score }) => score > 0.9 && ['email', 'telephone', 'homepage'].includes(field),
  )
  if (announcesSecrets(column)) return ignore(reasons.secretByHeader, 0.9)
  if (announcesPersons(column) && !isContact) return ignore(reasons.personsByHeader, 0.9)
  if (key.columns.includes(column)) return undefined
  if (isTechnical(column)) return ignore(reasons.technicalColumn, 0.8)
  if (countsRows && identifierLikeness(column) < 2) return ignore(reasons.rowNumbers, 0.8)
  const register = registerNamedBy(column)
  if (register !== undefined && shareOf(profile, text => kinds.isPlaceholder(text) || text === '0') < 0.5) {
    return {
      to: 'field',
      field: 'otherIdentifiers',
      options: { scheme: register },
      why: { confidence: 0.85, reason: reasons.registerOf(register) },
    }
  }
  return undefined
}

/** All columns with all fields that they may be, best first. */
function rankCandidates(profiles: readonly ColumnProfile[], knowledge: Knowledge): Candidate[] {
  const candidates = profiles.flatMap(profile => {
    const named = fieldsNamedBy(profile.column)
    const distinctive = DISTINCTIVE.filter(field => !named.some(one => one.field === field))
    return [...named, ...distinctive.map(field => ({ field, score: 0 }))].flatMap(({ field, score }) => {
      if (PARTS.includes(field) || REFERENCES.includes(field)) return []
      if (field === 'openingHours' && dayNamedBy(profile.column) !== undefined) return []
      const agreement = agreementOf(field, profile, knowledge)
      if (agreement && agreement.share < (score === 0 ? 0.95 : agreement.least)) return []
      return [
        {
          profile,
          field,
          headerScore: score,
          score: 0.7 * score + 0.3 * (agreement?.share ?? 0.7) + 0.01 * filledShare(profile),
        },
      ]
    })
  })
  return candidates.sort((a, b) => b.score - a.score || a.profile.position - b.profile.position)
}

function decideField(
  profile: ColumnProfile,
  field: string,
  headerScore: number,
  knowledge: Knowledge,
): Decision {
  const agreement = agreementOf(field, profile, knowledge)
  const personal = countPersonalIn(field, profile)
  if (personal && personal.count > PERSONAL_SHARE * profile.occurrences) {
    const { count, what } = personal
    return {
      to: 'ignore',
      why: { confidence: 0.8, reason: reasons.personalValues(count, profile.occurrences, what) },
    }
  }
  const isCut = profile.mostPerCell > 1 && findField(field, [])?.multiple === false
  const isHtml = field === 'description' && shareOf(profile, kinds.isHtml) > 0
  const reason = reasons.joinReasons([
    ...(headerScore > 0 ? [reasons.byHeader] : []),
    ...(agreement && agreement.what.fr !== 'des textes'
      ? [reasons.valuesAre(agreement.share, agreement.what)]
      : []),
    ...(agreement?.remarks ?? []),
    ...(isCut ? [reasons.firstOfSeveral] : []),
    ...(isHtml ? [reasons.html] : []),
    ...(personal && personal.count > 0
      ? [reasons.fewPersonal(personal.count, profile.occurrences, personal.what)]
      : []),
  ])
  const confidence = confidenceOf(headerScore, agreement?.share) * (isCut ? 0.7 : 1)
  return {
    to: 'field',
    field,
    options: { ...agreement?.options, ...(isHtml ? { html: true } : {}) },
    why: { confidence, reason },
  }
}

/** Header and values have to agree for a high one. */
function confidenceOf(headerScore: number, share: number | undefined): number {
  if (headerScore === 0) return 0.7
  const certain = headerScore > 0.9 ? 0.95 : headerScore > 0.45 ? 0.75 : 0.6
  return Math.round(100 * certain * (share === undefined ? 0.9 : 0.6 + 0.4 * share)) / 100
}

function countPersonalIn(field: string, { values }: ColumnProfile) {
  const what =
    field === 'email' || field === 'telephone' ? field : field === 'description' ? 'text' : undefined
  if (!what) return undefined
  let count = 0
  for (const [text, times] of values) if (looksPersonal(what, text)) count += times
  return { count, what } as const
}

/** A column whose field is taken: it may fill up where the other is empty, or hold another name. */
function decideFurther(
  profile: ColumnProfile,
  decisions: Map<string, Decision>,
  holders: ReadonlyMap<string, string>,
  sample: Sample,
  knowledge: Knowledge,
): DerivationDraft | undefined {
  for (const { field, score } of fieldsNamedBy(profile.column)) {
    const column = holders.get(field)
    const holder = sample.columns.find(one => one.column === column)
    if (!holder || score < 0.6 || field in CONCEPT_FIELDS) continue
    const agreement = agreementOf(field, profile, knowledge)
    if (agreement && agreement.share < agreement.least) continue
    const byTurns = takeByTurns(holder, profile, field, decisions, sample)
    if (byTurns) return byTurns
    if (field !== 'name' && field !== 'alternateNames') continue
    const why = { confidence: 0.7, reason: reasons.alsoNamed(holder.column) }
    decisions.set(profile.column, { to: 'field', field: 'alternateNames', options: {}, why })
    return undefined
  }
  return undefined
}

/** Without a column called so, the name is in the one whose texts differ most. */
function nameByLooks(
  profiles: readonly ColumnProfile[],
  decisions: Map<string, Decision>,
  holders: Map<string, string>,
): void {
  const texts = profiles
    .filter(profile => {
      const length = meanLength(profile)
      return (
        length >= 3 &&
        length <= 120 &&
        shareOf(profile, kinds.hasLetters) > 0.9 &&
        shareOf(profile, text => kinds.isWebAddress(text)) < 0.1
      )
    })
    .map(profile => ({ profile, telling: distinctShare(profile) * (profile.filled / profile.rows) }))
    .sort((a, b) => b.telling - a.telling || a.profile.position - b.profile.position)
  const column = (texts[0]?.profile ?? profiles.find(({ filled, rows }) => filled === rows) ?? profiles[0])
    ?.column
  if (column === undefined) return
  holders.set('name', column)
  const why = { confidence: 0.3, reason: reasons.mostTelling }
  decisions.set(column, { to: 'field', field: 'name', options: {}, why })
}

/** Why a column is not the field that its header suggests. */
function whyNot(
  profile: ColumnProfile,
  holders: ReadonlyMap<string, string>,
  knowledge: Knowledge,
): LocalizedText[] {
  const [named] = fieldsNamedBy(profile.column)
  if (!named || named.score < 0.6 || PARTS.includes(named.field)) return []
  const holder = holders.get(named.field)
  if (holder !== undefined) return [reasons.secondTo(holder, named.field)]
  const agreement = agreementOf(named.field, profile, knowledge)
  return agreement && agreement.share < agreement.least
    ? [reasons.valuesAreNot(agreement.share, agreement.what)]
    : []
}
