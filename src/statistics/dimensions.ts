import type { OwnField } from '../actor/ownField.ts'
import { StatisticsError } from '../errors.ts'
import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import { regionsSchemeAt } from '../vocabulary/territories.ts'
import {
  type Dimension,
  ofCommunes,
  ofConcepts,
  ofIdentifiers,
  ofLiterals,
  ofTerritories,
  ofYears,
} from './dimensionPatterns.ts'
import { writeIri } from './sparqlTerms.ts'
import { BUILT_IN_DIMENSIONS } from './statistic.ts'
import { type CountedResponses, ofQuestion, ofRespondents } from './survey/questionDimension.ts'

/** What the patterns of dimensions depend on. */
export interface DimensionContext {
  /** IRI of the concept scheme of each dimension that has one; territories have their own. */
  readonly schemes: Readonly<Record<string, string>>
  readonly fields: readonly OwnField[]
  /** What is counted, where it is not actors. */
  readonly responses?: CountedResponses
}

const PROPERTIES: Readonly<Record<string, string>> = {
  legalForm: 'rov:orgType',
  legalCategory: 'rov:orgType',
  mission: 'org:purpose',
  audience: 'dcterms:audience',
}

const TERRITORIES: Readonly<Record<string, { path: string; level: 'region' | 'departement' | 'commune' }>> = {
  seatRegion: { path: 'locn:address/cv:adminUnit', level: 'region' },
  seatDepartment: { path: 'locn:address/cv:adminUnit', level: 'departement' },
  coveredRegion: { path: 'dcterms:spatial', level: 'region' },
  coveredDepartment: { path: 'dcterms:spatial', level: 'departement' },
  seatCommune: { path: 'locn:address/cv:adminUnit', level: 'commune' },
  coveredCommune: { path: 'dcterms:spatial', level: 'commune' },
}

/** The day from which Centre is called Centre-Val de Loire: that after the loi n° 2015-29 of 16 January 2015. */
const NEW_NAMES = '2015-01-17'

/**
 * The dimension of that name: of responses, a question or what is known of those who gave them.
 *
 * @param date day whose regions count, `YYYY-MM-DD`
 * @throws {StatisticsError} where there is none, naming those that there are, where its scheme is not known, or where
 *   it is one of regions and there is no date
 */
export function dimensionOf(name: string, context: DimensionContext, date: string | undefined): Dimension {
  const { responses } = context
  if (!responses) return dimensionOfActors(name, context, date)
  const question = responses.questions.find(one => one.name === name)
  return question ? ofQuestion(question) : ofRespondents(dimensionOfActors(name, context, date))
}

function dimensionOfActors(
  name: string,
  { schemes, fields, responses }: DimensionContext,
  date: string | undefined,
): Dimension {
  const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined
  if (property !== undefined) return ofConcepts(name, name, property, schemeOf(name, schemes))
  if (name === 'foundingYear') return ofYears(name, 'schema:foundingDate')
  if (name === 'identifierKind') return ofIdentifiers(name)
  const territory = Object.hasOwn(TERRITORIES, name) ? TERRITORIES[name] : undefined
  if (territory) {
    if (territory.level === 'commune') return ofCommunes(name, territory.path)
    if (territory.level === 'departement') {
      return ofTerritories(name, territory.path, `${VOCABULARY_BASE}def/departements`)
    }
    if (date === undefined) throw withoutDay(name)
    const vintage = regionsSchemeAt(date)
    return {
      ...ofTerritories(name, territory.path, `${VOCABULARY_BASE}def/${vintage}`, vintage === 'regions-2016'),
      formerNames: date < NEW_NAMES,
    }
  }
  const field = fields.find(one => one.name === name)
  if (!field) {
    const named = [...(responses?.questions ?? []), ...fields].map(one => one.name)
    const known = [...BUILT_IN_DIMENSIONS, ...named].join(', ')
    throw new StatisticsError(`there is no dimension "${name}"; known are ${known}`)
  }
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
    throw new StatisticsError(
      `the field "${name}" can be no dimension: its name should be letters and digits`,
    )
  }
  const variable = `field_${name}`
  if (field.scheme !== undefined) {
    return ofConcepts(name, variable, writeIri(field.property), schemeOf(name, schemes))
  }
  return ofLiterals(name, variable, writeIri(field.property))
}

/** A statistic asks for regions, and nothing says of which day. */
function withoutDay(dimension: string): StatisticsError {
  return new StatisticsError(
    `the dimension "${dimension}" counts regions, and nothing says of which day; ` +
      'give the statistic "regionsAt", or its context a "date", as YYYY-MM-DD',
  )
}

function schemeOf(name: string, schemes: Readonly<Record<string, string>>): string {
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined
  if (scheme === undefined) throw new StatisticsError(`the dimension "${name}" has no concept scheme`)
  return scheme
}
