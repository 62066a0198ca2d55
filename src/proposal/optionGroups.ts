import { normaliseLabel } from '../vocabulary/label.ts'
import type { ConceptField } from './concepts.ts'
import type { Decision, DerivationDraft, SchemeDraft } from './draft.ts'
import { headerWords } from './headerWords.ts'
import * as kinds from './kinds.ts'
import { type ColumnProfile, filledShare, meanLength } from './profile.ts'
import * as reasons from './reasons.ts'
import { proposeScheme } from './schemes.ts'

/** Columns for one option each, which together are the values of a field. */
export interface OptionGroup {
  readonly field: ConceptField
  readonly scheme: SchemeDraft
  readonly derivation: DerivationDraft
}

/** What the common beginning of such headers says: `PBC_Jeunes`, `PBC_Adultes`; `QUALIF1`, `QUALIF2`. */
const BEGINNINGS: Readonly<Record<string, ConceptField>> = {
  pbc: 'audiences',
  public: 'audiences',
  publics: 'audiences',
  audience: 'audiences',
  qualif: 'missions',
  service: 'missions',
  services: 'missions',
  mission: 'missions',
  activite: 'missions',
  thematique: 'missions',
}

const FEWEST = 3
/** Spellings of one option, at most. */
const MOST_SPELLINGS = 4

/** Finds the columns that stand for one option each, and decides on them. */
export function optionGroups(
  profiles: readonly ColumnProfile[],
  decisions: Map<string, Decision>,
  isTaken: (field: ConceptField) => boolean,
  takenSchemes: Set<string>,
): OptionGroup[] {
  const groups = new Map<string, ColumnProfile[]>()
  for (const profile of profiles) {
    const beginning = headerWords(profile.column)[0]?.replace(/\d+$/, '') ?? ''
    if (!Object.hasOwn(BEGINNINGS, beginning) || !isOption(profile)) continue
    groups.set(beginning, [...(groups.get(beginning) ?? []), profile])
  }
  const found: OptionGroup[] = []
  for (const [beginning, group] of groups) {
    const field = BEGINNINGS[beginning]!
    if (group.length < FEWEST || isTaken(field) || found.some(one => one.field === field)) continue
    const labels = new Map(group.map(profile => [profile.column, labelOf(profile)]))
    const counts = new Map(group.map(profile => [labels.get(profile.column)!, profile.filled]))
    const scheme = proposeScheme(beginning.toUpperCase(), counts, takenSchemes, { mayBeNew: true })
    if (!scheme) continue
    const reason = reasons.columnPerOption
    for (const { column } of group)
      decisions.set(column, { to: 'derivation', field, why: { confidence: 0.6, reason } })
    const yes = [...new Set(group.flatMap(({ values }) => [...values.keys()]))].filter(
      text => !kinds.isBoolean(text) && ![...labels.values()].includes(text),
    )
    const options = Object.fromEntries(labels)
    const more = yes.length > 0 ? { yes } : {}
    found.push({ field, scheme, derivation: { field, from: 'options', options, ...more, reason } })
  }
  return found
}

/** Filled with its own few words where it holds, empty elsewhere. */
function isOption(profile: ColumnProfile): boolean {
  const { values, filled, isList } = profile
  if (isList || filled === 0 || filledShare(profile) > 0.95 || meanLength(profile) > 80) return false
  const spellings = new Set([...values.keys()].map(normaliseLabel))
  return (
    spellings.size <= MOST_SPELLINGS &&
    [...spellings].every(text => text !== '' && !/^(?:non?|faux|false|\d+)$/.test(text))
  )
}

/** The most frequent of its words; where these are but yes, what the header says beside its beginning. */
function labelOf({ column, values }: ColumnProfile): string {
  const [best] = [...values].filter(([text]) => !kinds.isBoolean(text)).sort(([, a], [, b]) => b - a)
  return best?.[0] ?? (column.replace(/^[\p{L}]+\d*[_\s-]+/u, '') || column)
}
