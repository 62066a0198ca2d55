import { indented, type Lines, nested } from './sparqlLines.ts'
import { writeIri } from './sparqlTerms.ts'

/** Variable of who is counted where nothing else is said. */
const ACTOR = '?actor'

/** A dimension as a graph pattern. */
export interface Dimension {
  readonly name: string
  /** Variable that holds its values, without the question mark. */
  readonly variable: string
  /** IRI of the concept scheme or of the territories of its values, where they are in one. */
  readonly scheme?: string
  /** Lines that say that a value is a concept or a territory of the dimension; without them the values are texts. */
  readonly among?: (value: string) => Lines
  /** Whether the values of its scheme that nobody has are rows too. Default: false. */
  readonly isListed?: boolean
  /** Whether its values are called what they were called before 2015. Default: false. */
  readonly formerNames?: boolean
  /** Lines that bind the subject (default: `?actor`) and the variable given to all pairs, each at least once. */
  pattern(value: string, subject?: string): Lines
}

/** Concepts of a scheme. */
export function ofConcepts(name: string, variable: string, property: string, scheme: string): Dimension {
  const among = inScheme(scheme)
  return {
    name,
    variable,
    scheme,
    among,
    pattern: (value, subject = ACTOR) => [`${subject} ${property} ${value} .`, ...among(value)],
  }
}

/**
 * Concepts of a level of a scheme, 1 for those that have none broader: each stands for all that are narrower. Each actor
 * and concept once: an actor may have many narrower ones.
 */
export function ofLevel({ name, variable, scheme, pattern }: Dimension, level: number): Dimension {
  const among = inScheme(scheme!)
  const steps = Array.from({ length: level - 1 }, () => 'skos:broader').join('/')
  return {
    name,
    variable,
    scheme: scheme!,
    among,
    pattern: (value, subject = ACTOR) => {
      const top = level === 1 ? value : `${value}Top`
      return nested(`SELECT DISTINCT ${subject} ${value} WHERE`, [
        ...pattern(`${value}Narrow`, subject),
        `${value}Narrow skos:broader* ${value} .`,
        ...among(value),
        ...(level === 1 ? [] : [`${value} ${steps} ${top} .`]),
        `FILTER NOT EXISTS { ${top} skos:broader ${value}Above }`,
      ])
    },
  }
}

/**
 * A territory of the scheme, or one that a unit lies in. Each actor and territory once, in a pattern of its own: an
 * actor may cover many communes of one region. The union is joined once; a path `igeo:subdivisionDe?` is walked
 * anew from every unit.
 *
 * @param successors whether what is no more counts in what took its place
 */
export function ofTerritories(name: string, path: string, scheme: string, successors = false): Dimension {
  const among = inScheme(scheme)
  return {
    name,
    variable: name,
    scheme,
    among,
    pattern: (value, subject = ACTOR) => [
      `{ SELECT DISTINCT ${subject} ${value} WHERE {`,
      `  { ${subject} ${path} ${value} }`,
      `  UNION { ${subject} ${path} ?unit . ?unit igeo:subdivisionDe ${value} }`,
      ...(successors
        ? [`  UNION { ${subject} ${path} ?former . ?former dcterms:isReplacedBy ${value} }`]
        : []),
      ...indented(among(value)),
      '} }',
    ],
  }
}

/** Communes: the only territories with a code of Insee that are in no scheme. */
export function ofCommunes(name: string, path: string): Dimension {
  const among = (value: string) => [`${value} igeo:codeINSEE ${value}Insee ; a igeo:Commune .`]
  return {
    name,
    variable: name,
    among,
    pattern: (value, subject = ACTOR) => [`${subject} ${path} ${value} .`, ...among(value)],
  }
}

/** Literals, as texts. */
export function ofLiterals(name: string, variable: string, property: string): Dimension {
  return {
    name,
    variable,
    pattern: (value, subject = ACTOR) => [
      `${subject} ${property} ${value}Term .`,
      `BIND(STR(${value}Term) AS ${value})`,
    ],
  }
}

/** The years of dates. */
export function ofYears(name: string, property: string): Dimension {
  return {
    name,
    variable: name,
    pattern: (value, subject = ACTOR) => [
      `${subject} ${property} ${value}Date .`,
      `BIND(REPLACE(STR(${value}Date), "^(-?[0-9]{4,}).*$", "$1") AS ${value})`,
    ],
  }
}

/** Which kinds of official numbers there are, by who gives them out. Each actor and kind once. */
export function ofIdentifiers(name: string): Dimension {
  return {
    name,
    variable: name,
    pattern: (value, subject = ACTOR) => [
      `{ SELECT DISTINCT ${subject} ${value} WHERE {`,
      `  ${subject} rov:registration|adms:identifier|((org:hasRegisteredSite|org:hasPrimarySite|org:hasSite)/adms:identifier) ${value}Node .`,
      `  ${value}Node skos:notation ${value}Number ; adms:schemeAgency ${value}Agency .`,
      `  BIND(IF(STRSTARTS(STR(DATATYPE(${value}Number)), STR(annuaire:)), STRAFTER(STR(DATATYPE(${value}Number)), STR(annuaire:)), STR(${value}Agency)) AS ${value})`,
      '} }',
    ],
  }
}

function inScheme(scheme: string): (value: string) => Lines {
  return value => [`${value} skos:inScheme ${writeIri(scheme)} .`]
}
