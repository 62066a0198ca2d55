import { type Language, toLocalizedText } from '../errors.ts'
import { PREFIXES, type Prefix } from '../vocabulary/namespaces.ts'
import { completeContext, type StatisticContext } from './context.ts'
import { type Definition, defineStatistic } from './definition.ts'
import type { Dimension } from './dimensions.ts'
import { writeLabels } from './labels.ts'
import { ALL_ACTORS, writePopulation } from './population.ts'
import { indented, type Lines, nested } from './sparqlLines.ts'
import { writeComment } from './sparqlTerms.ts'
import type { Statistic } from './statistic.ts'

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
  return [writeComment(toLocalizedText(statistic.title)[language]), ...declarations(body), ...body, ''].join(
    '\n',
  )
}

function writeQuery({ dimensions, within, population }: Definition, language: Language): Lines {
  const [first, second] = dimensions
  const actors = writePopulation(population)
  if (!first) return writeTotal(actors)
  if (!second || !within) return writeOneDimension(first, actors, language)
  return writeTwoDimensions(within, within === first ? second : first, dimensions, actors, language)
}

function writeTotal(population: Lines): Lines {
  return [
    `SELECT ?n ?base (0 AS ?missing) (${SHARE} AS ?share)`,
    'WHERE {',
    ...indented([...counted('n', optional(population)), ...counted('base', optional(ALL_ACTORS))]),
    '}',
  ]
}

function writeOneDimension(dimension: Dimension, population: Lines, language: Language): Lines {
  const value = `?${dimension.variable}`
  const answered = [...population, ...dimension.pattern(value)]
  return [
    `SELECT ${columnsOf(dimension)}`,
    `  ?n ?base (?population - ?base AS ?missing) (${SHARE} AS ?share)`,
    'WHERE {',
    ...indented([
      ...nested(`SELECT ${value} (COUNT(DISTINCT ?actor) AS ?n) WHERE`, answered, `GROUP BY ${value}`),
      ...counted('base', answered),
      ...counted('population', population),
      ...writeLabels(dimension, language),
    ]),
    '}',
    `ORDER BY DESC(?n) ${codeOf(dimension)} ${value}`,
  ]
}

function writeTwoDimensions(
  within: Dimension,
  other: Dimension,
  dimensions: readonly Dimension[],
  population: Lines,
  language: Language,
): Lines {
  const [a, b] = [`?${within.variable}`, `?${other.variable}`]
  const withA = [...population, ...within.pattern(a)]
  const withB = [...population, ...other.pattern(b)]
  return [
    `SELECT ${dimensions.map(columnsOf).join(' ')}`,
    `  ?n ?base (?asked - ?base AS ?missing) (${SHARE} AS ?share)`,
    'WHERE {',
    ...indented([
      ...nested(
        `SELECT ${a} (COUNT(DISTINCT ?actor) AS ?asked) (COUNT(DISTINCT ?answering) AS ?base) WHERE`,
        [
          ...withA,
          ...nested(
            'OPTIONAL',
            nested('SELECT DISTINCT ?actor (?actor AS ?answering) WHERE', other.pattern(b)),
          ),
        ],
        `GROUP BY ${a}`,
      ),
      ...nested(`SELECT DISTINCT ${b} WHERE`, withB),
      ...nested(
        'OPTIONAL',
        nested(
          `SELECT ${a} ${b} (COUNT(DISTINCT ?actor) AS ?both) WHERE`,
          [...withA, ...other.pattern(b)],
          `GROUP BY ${a} ${b}`,
        ),
      ),
      'BIND(COALESCE(?both, 0) AS ?n)',
      ...dimensions.flatMap(dimension => writeLabels(dimension, language)),
    ]),
    '}',
    `ORDER BY ${codeOf(within)} ${a} DESC(?n) ${codeOf(other)} ${b}`,
  ]
}

/** 100 × n ÷ base, rounded half up to four decimals; unbound where the base is 0. */
const SHARE = 'IF(?base = 0, ?none, ROUND(?n * 1000000 / ?base) / 10000)'

/**
 * The lines, if there is anything that they bind: counting nothing gives 0, but Comunica 5 takes a group for empty, and
 * what it is joined with, where no quad matches one of its patterns.
 */
function optional(lines: Lines): Lines {
  return nested('OPTIONAL', lines)
}

function counted(variable: string, pattern: Lines): Lines {
  return nested(`SELECT (COUNT(DISTINCT ?actor) AS ?${variable}) WHERE`, pattern)
}

function codeOf({ variable, scheme }: Dimension): string {
  return scheme ? `?${variable}_code` : `?${variable}`
}

function columnsOf({ variable, scheme }: Dimension): string {
  return scheme ? `?${variable} ?${variable}_code ?${variable}_label` : `?${variable}`
}

/** Declarations of the prefixes that the lines use, in alphabetical order. */
function declarations(lines: Lines): Lines {
  const text = lines.join('\n')
  const used = (Object.keys(PREFIXES) as Prefix[]).filter(prefix => new RegExp(`\\b${prefix}:`).test(text))
  return used.map(prefix => `PREFIX ${prefix}: <${PREFIXES[prefix]}>`)
}
