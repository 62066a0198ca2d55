import { VocabularyError } from '../errors.ts'
import { VOCABULARY_BASE } from './namespaces.ts'

/** Levels of the French territories. An overseas collectivity is in no region, and is no département. */
export type TerritoryLevel = 'region' | 'departement' | 'collectivite' | 'commune'

const CODES: Readonly<Record<TerritoryLevel, RegExp>> = {
  region: /^\d{2}$/,
  departement: /^(?:\d{2}|2[AB]|97[12346])$/,
  collectivite: /^(?:97[578]|98[46789])$/,
  commune: /^(?:\d{5}|2[AB]\d{3})$/,
}

const PREFIX = `${VOCABULARY_BASE}id/geo/`

/**
 * The IRI of a territory. The level is part of it: most codes of regions are those of départements too.
 *
 * @param code INSEE code, zeros included
 * @throws {VocabularyError} where the code is none of that level
 */
export function territoryIri(level: TerritoryLevel, code: string): string {
  if (!CODES[level].test(code)) throw new VocabularyError(`"${code}" is not the code of a ${level}`)
  return `${PREFIX}${level}-${code}`
}

/** Level and code of the territory that an IRI names; `undefined` where it names none. */
export function parseTerritoryIri(iri: string): { level: TerritoryLevel; code: string } | undefined {
  if (!iri.startsWith(PREFIX)) return undefined
  const dash = iri.indexOf('-', PREFIX.length)
  const level = iri.slice(PREFIX.length, dash)
  if (dash < 0 || !Object.hasOwn(CODES, level)) return undefined
  const code = iri.slice(dash + 1)
  return CODES[level as TerritoryLevel].test(code) ? { level: level as TerritoryLevel, code } : undefined
}

/**
 * IRI of the département that a commune lies in, or of its overseas collectivity, as its code tells: by two
 * characters, overseas by three (code officiel géographique). `undefined` where it tells none.
 */
export function departmentOfCommune(code: string): string | undefined {
  const department = code.slice(0, /^9[78]/.test(code) ? 3 : 2)
  const level = (['departement', 'collectivite'] as const).find(candidate =>
    CODES[candidate].test(department),
  )
  return level === undefined ? undefined : territoryIri(level, department)
}

/** The day on which thirteen metropolitan regions took the place of twenty-two (law of 16 January 2015). */
const REFORM = '2016-01-01'

/** Name of the scheme of the regions that there are on a day, `YYYY-MM-DD`. */
export function regionsSchemeAt(date: string): 'regions-2010' | 'regions-2016' {
  return date < REFORM ? 'regions-2010' : 'regions-2016'
}
