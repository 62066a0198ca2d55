import type { LocalizedText } from '../errors.ts'
import type { CommuneIndex } from '../vocabulary/communes.ts'
import type { Concept, ConceptScheme } from '../vocabulary/concept.ts'
import { createMatcher, type Matcher } from '../vocabulary/matcher.ts'
import { type TerritoryLevel, territoryIri } from '../vocabulary/territories.ts'
import type { RepairRule } from './crosswalk.ts'

/** How a level is called in a message. */
export const LEVEL_LABELS: Readonly<Record<TerritoryLevel, LocalizedText>> = {
  region: { fr: 'région', en: 'region' },
  departement: { fr: 'département', en: 'département' },
  commune: { fr: 'commune', en: 'commune' },
}

/** Finds territories by what people write. */
export interface TerritoryFinder {
  find(level: TerritoryLevel, text: string): { iri: string; repairs: readonly RepairRule[] } | undefined
}

/**
 * Finds communes by INSEE code, départements and regions by code or name.
 *
 * @param regionSchemes schemes of regions to look in, the first that knows the text deciding
 */
export function createTerritoryFinder(
  communes: CommuneIndex,
  departments: ConceptScheme,
  regionSchemes: readonly ConceptScheme[],
): TerritoryFinder {
  const departmentMatcher = createMatcher(departments)
  const regionMatchers = regionSchemes.map(createMatcher)
  const matchers: Readonly<Record<Exclude<TerritoryLevel, 'commune'>, readonly Matcher[]>> = {
    departement: [departmentMatcher],
    region: regionMatchers,
  }
  return {
    find(level, text) {
      // A spreadsheet that took a code for a number lost its zero: one digit short, and none but this code fits.
      const lost = level === 'commune' ? /^\d{4}$/.test(text) : /^\d$/.test(text)
      const code = lost ? `0${text}` : text
      const repairs = lost ? (['lost-zero'] as const) : []
      if (level === 'commune') {
        const commune = communes.get(code.toUpperCase())
        return commune && { iri: territoryIri('commune', commune.code), repairs }
      }
      const concept = firstMatch(matchers[level], code)
      return concept && { iri: concept.iri, repairs }
    },
  }
}

function firstMatch(matchers: readonly Matcher[], text: string): Concept | undefined {
  for (const matcher of matchers) {
    const concept = matcher.match(text)
    if (concept) return concept
  }
  return undefined
}
