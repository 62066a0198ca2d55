import { type Language, toLocalizedText } from '../errors.ts'
import { completeContext, type StatisticContext } from './context.ts'
import { type Definition, defineStatistic } from './definition.ts'
import type { Dimension } from './dimensionPatterns.ts'
import { writeLabels } from './labels.ts'
import { furtherColumns, writeDistribution, writeMeasures } from './measures.ts'
import { writeEveryone, writePopulation } from './population.ts'
import { indented, type Lines, nested } from './sparqlLines.ts'
import { writeIri, writeString } from './sparqlTerms.ts'
import { writeText } from './sparqlText.ts'
import type { Statistic } from './statistic.ts'
import { writeWeight } from './writeWeight.ts'

/**
 * The SPARQL query that gives a statistic's observations: a row each, in their order, with `?n`, `?base`, `?missing`
 * and `?share`, and for each dimension `d` its value `?d`, and of concepts `?d_code` and `?d_label`. The variables of
 * an own field `f` begin with `field_f`. The text stands alone: all its prefixes are declared.
 *
 * @param context of the directory. Default: the shipped schemes, no own fields, labels in French.
 * @throws {StatisticsError} where the statistic is not well defined, asks for a dimension that there is not, or for
 *   regions where nothing says of which day
 */
export function compileStatistic(statistic: Statistic, context: StatisticContext = {}): string {
  const complete = completeContext(context)
  const { language } = complete
  const body = writeQuery(defineStatistic(statistic, complete), language)
  return writeText(toLocalizedText(statistic.title)[language], body)
}

/**
 * The SPARQL query that gives, for each cell of a statistic, how many actors have which value of the field that it is
 * `of`, in ascending order, or what their weights add up to: what medians and quantiles are computed from. `undefined`
 * where it asks for none.
 *
 * @throws {StatisticsError} as {@link compileStatistic}
 */
export function compileDistribution(
  statistic: Statistic,
  context: StatisticContext = {},
): string | undefined {
  const complete = completeContext(context)
  const body = writeDistribution(defineStatistic(statistic, complete))
  return body && writeText(toLocalizedText(statistic.title)[complete.language], body)
}

/**
 * The SPARQL query that counts, of a statistic by one dimension, the actors with a value other than some, each once.
 *
 * @param values IRIs of concepts and territories, texts otherwise
 * @throws {StatisticsError} as {@link compileStatistic}
 */
export function compileOther(
  statistic: Statistic,
  values: readonly string[],
  context: StatisticContext = {},
): string {
  const complete = completeContext(context)
  const definition = defineStatistic(statistic, complete)
  const [dimension] = definition.dimensions
  const value = `?${dimension!.variable}`
  const write = dimension!.among ? writeIri : writeString
  const body = counted(
    'n',
    [
      ...writePopulation(definition),
      ...dimension!.pattern(value, definition.subject),
      `FILTER(${value} NOT IN (${values.map(write).join(', ')}))`,
    ],
    definition,
  )
  const lines = ['SELECT ?n WHERE {', ...indented(body), '}']
  return writeText(toLocalizedText(statistic.title)[complete.language], lines)
}

function writeQuery(definition: Definition, language: Language): Lines {
  const { dimensions, within } = definition
  const [first, second] = dimensions
  if (!first) return writeTotal(definition)
  if (!second || !within) return writeOneDimension(first, definition, language)
  return writeTwoDimensions(within, within === first ? second : first, definition, language)
}

function writeTotal(definition: Definition): Lines {
  const population = writePopulation(definition)
  return [
    `SELECT ?n ?base (0 AS ?missing) (${SHARE} AS ?share)${furtherColumns(definition)}`,
    'WHERE {',
    ...indented([
      ...countedAlone('n', population, definition),
      ...countedAlone('base', writeEveryone(definition), definition),
      ...writeMeasures(definition, [], population),
    ]),
    '}',
  ]
}

function writeOneDimension(dimension: Dimension, definition: Definition, language: Language): Lines {
  const value = `?${dimension.variable}`
  const population = writePopulation(definition)
  const answered = [...population, ...dimension.pattern(value, definition.subject)]
  const isOfAll = definition.base === 'population'
  const [base, whole] = isOfAll ? ['answered', 'base'] : ['base', 'population']
  return [
    `SELECT ${columnsOf(dimension)}`,
    `  ?n ?base (?${whole} - ?${base} AS ?missing) (${SHARE} AS ?share)${furtherColumns(definition)}`,
    'WHERE {',
    ...indented([
      ...countedRows(dimension, answered, definition),
      ...counted(base!, answered, definition),
      ...counted(whole!, population, definition),
      ...writeMeasures(definition, [value], answered),
      ...writeLabels(dimension, language),
    ]),
    '}',
    `ORDER BY DESC(?n) ${codeOf(dimension)} ${value}`,
  ]
}

function writeTwoDimensions(
  within: Dimension,
  other: Dimension,
  definition: Definition,
  language: Language,
): Lines {
  const { dimensions, subject } = definition
  const [a, b] = [`?${within.variable}`, `?${other.variable}`]
  const withA = [...writePopulation(definition), ...within.pattern(a, subject)]
  // Who has no weight is not counted, so that no value is there for their sake.
  const withB = [...writePopulation(definition), ...other.pattern(b, subject), ...writeWeight(definition)]
  const isOfAll = definition.base === 'population'
  const [base, whole] = isOfAll ? ['?answered', '?base'] : ['?base', '?asked']
  return [
    `SELECT ${dimensions.map(columnsOf).join(' ')}`,
    `  ?n ?base (${whole} - ${base} AS ?missing) (${SHARE} AS ?share)${furtherColumns(definition)}`,
    'WHERE {',
    ...indented([
      ...askedAndAnswered(a, [whole!, base!], withA, other.pattern(b, subject), definition),
      ...nested(`SELECT DISTINCT ${b} WHERE`, other.isListed ? other.among!(b) : withB),
      ...nested('OPTIONAL', countedBy([a, b], 'both', [...withA, ...other.pattern(b, subject)], definition)),
      'BIND(COALESCE(?both, 0) AS ?n)',
      ...writeMeasures(definition, [a, b], [...withA, ...other.pattern(b, subject)]),
      ...dimensions.flatMap(dimension => writeLabels(dimension, language)),
    ]),
    '}',
    `ORDER BY ${codeOf(within)} ${a} DESC(?n) ${codeOf(other)} ${b}`,
  ]
}

/** How many have each value; of a list that is shown whole, 0 where nobody has. */
function countedRows(dimension: Dimension, answered: Lines, definition: Definition): Lines {
  const value = `?${dimension.variable}`
  if (!dimension.isListed) return countedBy([value], 'n', answered, definition)
  return [
    ...nested(`SELECT DISTINCT ${value} WHERE`, dimension.among!(value)),
    ...nested('OPTIONAL', countedBy([value], 'chosen', answered, definition)),
    'BIND(COALESCE(?chosen, 0) AS ?n)',
  ]
}

/** For each value of a dimension, those who have it, and those of them who answered the other one. */
function askedAndAnswered(
  value: string,
  [asked, answered]: readonly [string, string] | readonly string[],
  withValue: Lines,
  other: Lines,
  definition: Definition,
): Lines {
  const { weight, subject } = definition
  const answering = nested(
    'OPTIONAL',
    nested(`SELECT DISTINCT ${subject} (${subject} AS ?answering) WHERE`, other),
  )
  if (!weight) {
    return nested(
      `SELECT ${value} (COUNT(DISTINCT ${subject}) AS ${asked}) (COUNT(DISTINCT ?answering) AS ${answered}) WHERE`,
      [...withValue, ...answering],
      `GROUP BY ${value}`,
    )
  }
  return nested(
    `SELECT ${value} (SUM(?weight) AS ${asked}) (SUM(IF(BOUND(?answering), ?weight, 0)) AS ${answered}) WHERE`,
    nested(`SELECT DISTINCT ${subject} ?answering ${value} ?weight WHERE`, [
      ...withValue,
      ...writeWeight(definition),
      ...answering,
    ]),
    `GROUP BY ${value}`,
  )
}

/** 100 × n ÷ base, rounded half up to four decimals; unbound where the base is 0. */
const SHARE = 'IF(?base = 0, ?none, ROUND(?n * 1000000 / ?base) / 10000)'

/** How many actors there are, each once; or what their weights add up to. */
function counted(variable: string, pattern: Lines, definition: Definition): Lines {
  const { weight, subject } = definition
  if (!weight) return nested(`SELECT (COUNT(DISTINCT ${subject}) AS ?${variable}) WHERE`, pattern)
  return nested(
    `SELECT (SUM(?weight) AS ?${variable}) WHERE`,
    nested(`SELECT DISTINCT ${subject} ?weight WHERE`, [...pattern, ...writeWeight(definition)]),
  )
}

/**
 * The same where the group may be empty: counting nothing gives 0, but Comunica 5 takes a group for empty, and what it is
 * joined with, where no quad matches one of its patterns.
 */
function countedAlone(variable: string, pattern: Lines, definition: Definition): Lines {
  const { weight, subject } = definition
  if (!weight) {
    return nested(`SELECT (COUNT(DISTINCT ${subject}) AS ?${variable}) WHERE`, nested('OPTIONAL', pattern))
  }
  return nested(
    `SELECT (SUM(COALESCE(?weight, 0)) AS ?${variable}) WHERE`,
    nested(
      `SELECT DISTINCT ${subject} ?weight WHERE`,
      nested('OPTIONAL', [...pattern, ...writeWeight(definition)]),
    ),
  )
}

/** How many there are for each of some values. */
function countedBy(
  values: readonly string[],
  variable: string,
  pattern: Lines,
  definition: Definition,
): Lines {
  const { weight, subject } = definition
  const names = values.join(' ')
  if (!weight) {
    return nested(
      `SELECT ${names} (COUNT(DISTINCT ${subject}) AS ?${variable}) WHERE`,
      pattern,
      `GROUP BY ${names}`,
    )
  }
  return nested(
    `SELECT ${names} (SUM(?weight) AS ?${variable}) WHERE`,
    nested(`SELECT DISTINCT ${subject} ${names} ?weight WHERE`, [...pattern, ...writeWeight(definition)]),
    `GROUP BY ${names}`,
  )
}

function codeOf({ variable, among }: Dimension): string {
  return among ? `?${variable}_code` : `?${variable}`
}

function columnsOf({ variable, among }: Dimension): string {
  return among ? `?${variable} ?${variable}_code ?${variable}_label` : `?${variable}`
}
