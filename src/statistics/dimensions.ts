import type { OwnField } from '../actor/ownField.ts'
import { StatisticsError } from '../errors.ts'
import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import { writeIri } from './sparqlTerms.ts'
import { BUILT_IN_DIMENSIONS } from './statistic.ts'

/** A dimension as a graph pattern. */
export interface Dimension {
  readonly name: string
  /** Variable that holds its values, without the question mark. */
  readonly variable: string
  /** Whether its values are concepts or territories, with notation and label; otherwise they are texts. */
  readonly hasConcepts: boolean
  /** Lines that bind `?actor` and the variable given to all pairs, each at least once. */
  pattern(value: string): readonly string[]
}

/** What the patterns of dimensions depend on. */
export interface DimensionContext {
  /** IRI of the concept scheme of each dimension that has one; territories have their own. */
  readonly schemes: Readonly<Record<string, string>>
  readonly fields: readonly OwnField[]
}

const PROPERTIES: Readonly<Record<string, string>> = {
  legalForm: 'rov:orgType',
  legalCategory: 'rov:orgType',
  mission: 'org:purpose',
  audience: 'dcterms:audience',
}

const TERRITORIES: Readonly<Record<string, { path: string; level: 'region' | 'departement' }>> = {
  seatRegion: { path: 'locn:address/cv:adminUnit', level: 'region' },
  seatDepartment: { path: 'locn:address/cv:adminUnit', level: 'departement' },
  coveredRegion: { path: 'dcterms:spatial', level: 'region' },
  coveredDepartment: { path: 'dcterms:spatial', level: 'departement' },
}

/** The day from which the regions of the reform of 2015 count (loi n° 2015-29, art. 1). */
const NEW_REGIONS = '2016-01-01'

/**
 * The dimension of that name.
 *
 * @param date day whose regions count, `YYYY-MM-DD`
 * @throws {StatisticsError} where there is none, naming those that there are, or where its scheme is not known
 */
export function dimensionOf(name: string, { schemes, fields }: DimensionContext, date: string): Dimension {
  const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined
  if (property !== undefined) return inScheme(name, name, property, schemeOf(name, schemes))
  const territory = Object.hasOwn(TERRITORIES, name) ? TERRITORIES[name] : undefined
  if (territory) {
    const vintage = date < NEW_REGIONS ? 'regions-2010' : 'regions-2016'
    const scheme = `${VOCABULARY_BASE}def/${territory.level === 'region' ? vintage : 'departements'}`
    return inTerritories(name, territory.path, writeIri(scheme))
  }
  const field = fields.find(one => one.name === name)
  if (!field) {
    const known = [...BUILT_IN_DIMENSIONS, ...fields.map(one => one.name)].join(', ')
    throw new StatisticsError(`there is no dimension "${name}"; known are ${known}`)
  }
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
    throw new StatisticsError(
      `the field "${name}" can be no dimension: its name should be letters and digits`,
    )
  }
  const variable = `field_${name}`
  if (field.scheme !== undefined) {
    return inScheme(name, variable, writeIri(field.property), schemeOf(name, schemes))
  }
  return ofLiterals(name, variable, writeIri(field.property))
}

function schemeOf(name: string, schemes: Readonly<Record<string, string>>): string {
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined
  if (scheme === undefined) throw new StatisticsError(`the dimension "${name}" has no concept scheme`)
  return writeIri(scheme)
}

function inScheme(name: string, variable: string, property: string, scheme: string): Dimension {
  return {
    name,
    variable,
    hasConcepts: true,
    pattern: value => [`?actor ${property} ${value} .`, `${value} skos:inScheme ${scheme} .`],
  }
}

/**
 * A territory of the scheme, or one that lies in it. The relation between units and territories is a pattern of its
 * own: engines that plan well and those that do not both join it once, where a path `igeo:subdivisionDe?` is walked
 * anew from every unit.
 */
function inTerritories(name: string, path: string, scheme: string): Dimension {
  return {
    name,
    variable: name,
    hasConcepts: true,
    pattern: value => [
      `{ SELECT DISTINCT ?actor ${value} WHERE {`,
      `  ?actor ${path} ?unit .`,
      `  { SELECT ?unit ${value} WHERE {`,
      `    { ?unit skos:inScheme ${scheme} . BIND(?unit AS ${value}) }`,
      `    UNION { ?unit igeo:subdivisionDe ${value} }`,
      '  } }',
      `  ${value} skos:inScheme ${scheme} .`,
      '} }',
    ],
  }
}

function ofLiterals(name: string, variable: string, property: string): Dimension {
  return {
    name,
    variable,
    hasConcepts: false,
    pattern: value => [`?actor ${property} ${value}Term .`, `BIND(STR(${value}Term) AS ${value})`],
  }
}
