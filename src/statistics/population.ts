import { DataFactory } from 'n3'
import { StatisticsError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { iri } from '../vocabulary/namespaces.ts'
import type { Condition, Definition } from './definition.ts'
import type { DimensionContext } from './dimensions.ts'
import { type Lines, nested } from './sparqlLines.ts'
import { writeIri, writeString } from './sparqlTerms.ts'

type Counted = Pick<Definition, 'subject' | 'survey' | 'asked'>

/**
 * Lines that bind the subject to all actors of the directory – organisations that it only mentions are none – or to all
 * responses of those who were asked.
 */
export function writeEveryone({ subject, survey, asked }: Counted): Lines {
  if (survey === undefined) return [`${subject} a annuaire:Actor .`]
  return [
    `${subject} annuaire:inSurvey ${writeIri(survey)} .`,
    ...asked.flatMap(condition => writeCondition(condition, subject)),
  ]
}

/** Lines that bind the subject to those of the population, each once. */
export function writePopulation(definition: Counted & Pick<Definition, 'population'>): Lines {
  const { population, subject } = definition
  return [
    ...writeEveryone(definition),
    ...population.flatMap(condition => writeCondition(condition, subject)),
  ]
}

function writeCondition({ dimension, codes }: Condition, subject: string): Lines {
  const pattern = dimension.pattern('?value', subject)
  if (!codes) return nested(`SELECT DISTINCT ${subject} WHERE`, pattern)
  const isOneOf = (code: string) => `FILTER(${code} IN (${codes.map(writeString).join(', ')}))`
  const { among } = dimension
  const values =
    among === undefined
      ? [isOneOf('?value')]
      : nested('SELECT DISTINCT ?value WHERE', [
          ...among('?value'),
          '?value skos:notation ?code .',
          isOneOf('STR(?code)'),
        ])
  return nested(`SELECT DISTINCT ${subject} WHERE`, [...pattern, ...values])
}

const { namedNode } = DataFactory

/**
 * Makes sure that the codes of a population are there: a code that is misspelt would leave its actors out unseen. Of
 * what has no code list, that they are values as its datatype has them.
 *
 * @throws {StatisticsError} naming the first code that its scheme does not have, or its datatype cannot have
 */
export function checkPopulation(
  id: string,
  population: readonly Condition[],
  graph: Graph,
  context: DimensionContext,
): void {
  for (const { dimension, codes } of population) {
    if (!codes) continue
    if (dimension.scheme === undefined) {
      checkLiterals(id, dimension.name, codes, context)
      continue
    }
    const concepts = graph.match(null, namedNode(iri('skos:inScheme')), namedNode(dimension.scheme))
    const known = new Set<string>()
    for (const { subject } of concepts) {
      for (const { object } of graph.match(subject, namedNode(iri('skos:notation')))) known.add(object.value)
    }
    const unknown = codes.find(code => !known.has(code))
    if (unknown === undefined) continue
    throw new StatisticsError(
      `the population of the statistic "${id}" names the ${dimension.name} "${unknown}", ` +
        `which <${dimension.scheme}> does not have; it has ${[...known].sort().join(', ') || 'none'}`,
    )
  }
}

/** How the graph writes the values of a datatype; others can be any text. */
const WRITTEN: Readonly<Record<string, { readonly pattern: RegExp; readonly hint: string }>> = {
  boolean: { pattern: /^(?:true|false)$/, hint: 'true or false' },
  integer: { pattern: /^(?:0|-?[1-9]\d*)$/, hint: 'a whole number such as 12' },
  decimal: { pattern: /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/, hint: 'a number such as 12 or 12.5' },
  date: { pattern: /^-?\d{4,}-\d{2}-\d{2}$/, hint: 'a day as YYYY-MM-DD' },
  gYear: { pattern: /^-?\d{4,}$/, hint: 'a year such as 2010' },
}

function checkLiterals(
  id: string,
  name: string,
  codes: readonly string[],
  { fields, responses }: DimensionContext,
): void {
  const question = responses?.questions.find(one => one.name === name)
  const own = question
    ? question.type === 'numeric'
      ? 'decimal'
      : undefined
    : fields.find(field => field.name === name)?.datatype
  const written = WRITTEN[name === 'foundingYear' ? 'gYear' : (own ?? '')]
  const unknown = written && codes.find(code => !written.pattern.test(code))
  if (unknown === undefined) return
  throw new StatisticsError(
    `the population of the statistic "${id}" names the ${name} "${unknown}", which is none of its values; write ${written!.hint}`,
  )
}
