import type { Decision, SchemeDraft } from './draft.ts'
import { splitBy, weighted } from './fieldTests.ts'
import * as kinds from './kinds.ts'
import type { Knowledge } from './knowledge.ts'
import { type ColumnProfile, shareOf } from './profile.ts'
import * as reasons from './reasons.ts'
import { proposeScheme } from './schemes.ts'
import { takeApart } from './separators.ts'

/** Fields whose values stand in a code list, the shipped one or one of the directory's own. */
export const CONCEPT_FIELDS = {
  legalForm: 'legal-forms',
  missions: 'missions',
  audiences: 'audiences',
} as const

/** A field of {@link CONCEPT_FIELDS}. */
export type ConceptField = keyof typeof CONCEPT_FIELDS

const TITLES = {
  'legal-forms': { fr: 'formes juridiques', en: 'legal forms' },
  missions: { fr: 'missions', en: 'missions' },
  audiences: { fr: 'publics', en: 'audiences' },
} as const

/** From this share on, the shipped list is meant, and what is not in it is to be reported. */
const SHIPPED_SHARE = 0.75
/** A header that could mean many things means this one where so many values are in the shipped list. */
const WEAK_SHARE = 0.25
const MOST_CONCEPTS = 60

/** What a column would be as a concept field, and how well it fits; `undefined` where it does not. */
export function decideConcepts(
  field: ConceptField,
  profile: ColumnProfile,
  headerScore: number,
  knowledge: Knowledge,
  takenSchemes: Set<string>,
): { readonly decision: Decision; readonly scheme?: SchemeDraft; readonly share: number } | undefined {
  if (shareOf(profile, text => kinds.isBoolean(text) || kinds.isDecimal(text)) > 0.2) return undefined
  const { counts, separators } = takeApart(profile)
  if (field === 'legalForm' && (separators.length > 0 || profile.mostPerCell > 1)) return undefined
  const name = CONCEPT_FIELDS[field]
  const matcher = knowledge.matcherOf(name)
  const share = weighted(counts, text => matcher.match(text) !== undefined)
  const isWeak = headerScore < 0.6
  if (isWeak && share < WEAK_SHARE) return undefined
  const options = splitBy(separators)
  const lists = separators.length > 0 ? [reasons.severalPerCell(separators)] : []
  const decide = (reason: (typeof lists)[number], confidence: number): Decision => ({
    to: 'field',
    field,
    options,
    why: { confidence, reason: reasons.joinReasons([reasons.byHeader, reason, ...lists]) },
  })
  if (share >= SHIPPED_SHARE) {
    return { decision: decide(reasons.inScheme(share, TITLES[name]), isWeak ? 0.8 : 0.95), share }
  }
  const scheme = proposeScheme(profile.column, counts, takenSchemes, {
    most: MOST_CONCEPTS,
    mayBeNew: counts.size <= 20 && !isWeak,
  })
  if (!scheme) return undefined
  const reason = reasons.ofOwnScheme(scheme.concepts.length, share)
  return { decision: decide(reason, isWeak ? 0.5 : 0.7), scheme, share }
}
