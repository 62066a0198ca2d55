import type { LocalizedText } from '../errors.ts'
import { createCommuneFinder } from '../vocabulary/communeFinder.ts'
import type { CommuneIndex } from '../vocabulary/communes.ts'
import type { Concept, ConceptScheme } from '../vocabulary/concept.ts'
import { normaliseLabel } from '../vocabulary/label.ts'
import { createMatcher, type Matcher } from '../vocabulary/matcher.ts'
import { type TerritoryLevel, territoryIri } from '../vocabulary/territories.ts'
import type { RepairRule } from './repairRules.ts'

/** How a level is called in a message. */
export const LEVEL_LABELS: Readonly<Record<TerritoryLevel, LocalizedText>> = {
  region: { fr: 'région', en: 'region' },
  departement: { fr: 'département', en: 'département' },
  collectivite: { fr: 'collectivité d’outre-mer', en: 'overseas collectivity' },
  commune: { fr: 'commune', en: 'commune' },
}

/** Level of the territories that a field holds: `address.commune`, `sites.address.region`; of others, communes. */
export function levelOf(field: string): TerritoryLevel {
  if (field.endsWith('address.region')) return 'region'
  return field.endsWith('address.department') ? 'departement' : 'commune'
}

/** A territory that was found. */
export interface FoundTerritory {
  readonly iri: string
  readonly repairs: readonly RepairRule[]
}

/** Finds territories by what people write. */
export interface TerritoryFinder {
  /** The territory that a text names, where it is certain. Overseas collectivities are found among départements. */
  find(level: TerritoryLevel, text: string): FoundTerritory | undefined
  /** Départements, collectivities or regions whose names are most similar, best first; three at most. */
  nearest(level: Exclude<TerritoryLevel, 'commune'>, text: string): readonly Concept[]
  /** Whether a text that is no commune is a postcode: often it stands where a code should. */
  isPostcode(text: string): boolean
}

/**
 * Finds communes by INSEE code, former codes and codes of arrondissements included, or by code and name or postcode
 * and name (`33063 - Bordeaux`, `33000 Bordeaux`), and départements and regions by code, name or both (`33`,
 * `Gironde`, `Gironde (33)`). A name without a code is no commune here: others may have it, too.
 *
 * @param regionSchemes schemes of regions to look in, the first that knows the text deciding
 * @param collectivities the overseas collectivities, where they are wanted
 */
export function createTerritoryFinder(
  communes: CommuneIndex,
  departments: ConceptScheme,
  regionSchemes: readonly ConceptScheme[],
  collectivities?: ConceptScheme,
): TerritoryFinder {
  const overseas = collectivities ? [createMatcher(collectivities)] : []
  const matchers: Readonly<Record<Exclude<TerritoryLevel, 'commune'>, readonly Matcher[]>> = {
    departement: [createMatcher(departments), ...overseas],
    collectivite: overseas,
    region: regionSchemes.map(createMatcher),
  }
  const communeFinder = createCommuneFinder(communes)
  return {
    find: (level, text) => (level === 'commune' ? findCommune(text) : findArea(matchers[level], text)),
    nearest: (level, text) => matchers[level].flatMap(matcher => matcher.nearest(text)).slice(0, 3),
    isPostcode(text) {
      const finding = communeFinder.find({ code: text })
      return 'problem' in finding && finding.problem === 'postcode-as-code'
    },
  }

  function findCommune(text: string): FoundTerritory | undefined {
    const { number, name } = splitCode(text, /^\d{4,5}$|^2[AB]\d{3}$/i)
    if (number === undefined) return undefined
    const byCode = communeFinder.find({ code: number, name })
    if ('commune' in byCode) {
      const { commune, how, lostZero } = byCode
      const rules: RepairRule[] = lostZero ? ['lost-zero'] : []
      if (how === 'former-code') rules.push('former-commune')
      if (how === 'arrondissement') rules.push('commune-of-arrondissement')
      return { iri: territoryIri('commune', commune.code), repairs: rules }
    }
    if (name === '') return undefined
    const byPostcode = communeFinder.find({ postcode: number, name })
    return 'commune' in byPostcode && byPostcode.how === 'name-and-postcode'
      ? { iri: territoryIri('commune', byPostcode.commune.code), repairs: ['find-commune'] }
      : undefined
  }
}

/** What people put before a name, which is not a part of it. */
const LEVEL_WORDS = /^(?:departement|region|collectivite) (?:de la |de l |de |du |des |d )?(?=.)/

function findArea(matchers: readonly Matcher[], text: string): FoundTerritory | undefined {
  const whole = match(matchers, text)
  if (whole) return { iri: whole.iri, repairs: [] }
  const { number, name } = splitCode(text, /^\d{1,3}$|^2[AB]$/i)
  if (number === undefined) {
    const concept = match(matchers, normaliseLabel(text).replace(LEVEL_WORDS, ''))
    return concept && { iri: concept.iri, repairs: [] }
  }
  // A spreadsheet that took a code for a number lost its zero: one digit short, and none but this code fits.
  const lost = /^\d$/.test(number)
  const concept = match(matchers, lost ? `0${number}` : number)
  if (!concept || (name !== '' && match(matchers, name) !== concept)) return undefined
  return { iri: concept.iri, repairs: lost ? ['lost-zero'] : [] }
}

function match(matchers: readonly Matcher[], text: string): Concept | undefined {
  for (const matcher of matchers) {
    const concept = matcher.match(text)
    if (concept) return concept
  }
  return undefined
}

/** A code before or behind a name: `33 - Gironde`, `Gironde (33)`. */
function splitCode(text: string, code: RegExp): { readonly number?: string; readonly name: string } {
  const words = normaliseLabel(text).split(' ')
  const [first = ''] = words
  if (code.test(first)) return { number: first, name: words.slice(1).join(' ') }
  const last = words.at(-1)!
  return code.test(last) ? { number: last, name: words.slice(0, -1).join(' ') } : { name: words.join(' ') }
}
