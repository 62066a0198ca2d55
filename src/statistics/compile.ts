import { type Language, StatisticsError } from '../errors.ts'
import { PREFIXES, type Prefix } from '../vocabulary/namespaces.ts'
import { type Dimension, type DimensionContext, dimensionOf } from './dimensions.ts'
import { writeComment, writeString } from './sparqlTerms.ts'
import type { Population, Statistic } from './statistic.ts'

/** What the statistics of a directory are compiled with. */
export interface StatisticContext extends DimensionContext {
  /** Language of the labels and of the title; where a label is missing, the other one. */
  readonly language: Language
  /** Day, `YYYY-MM-DD`, whose regions count where the statistic does not say. */
  readonly date: string
}

/**
 * The SPARQL query that gives a statistic's observations: a row each, in their order, with `?n`, `?base`, `?missing`
 * and `?share`, and for each dimension `d` its value `?d`, and of concepts `?d_code` and `?d_label`. The variables of
 * an own field `f` begin with `field_f`. The text stands alone: all its prefixes are declared.
 *
 * @throws {StatisticsError} where the statistic is not well defined, or asks for a dimension that there is not
 */
export function compileStatistic(statistic: Statistic, context: StatisticContext): string {
  const dimensions = dimensionsOf(statistic, context)
  const population = writePopulation(statistic, context)
  const [first, second] = dimensions
  const body =
    first === undefined
      ? writeTotal(population)
      : second === undefined
        ? writeOneDimension(first, population, context.language)
        : writeTwoDimensions(first, second, dimensions, population, context.language)
  return [writeComment(statistic.title[context.language]), ...declarations(body), ...body, ''].join('\n')
}

/**
 * The dimensions of a statistic, that which is `within` first.
 *
 * @throws {StatisticsError} where it is not well defined
 */
function dimensionsOf(statistic: Statistic, context: StatisticContext): readonly Dimension[] {
  const { id, dimensions: names, within } = statistic
  const [first, second, third] = names
  if (third !== undefined) {
    throw new StatisticsError(
      `the statistic "${id}" has ${names.length} dimensions; there can be two at most`,
    )
  }
  if (first !== undefined && first === second) {
    throw new StatisticsError(`the statistic "${id}" names the dimension "${first}" twice`)
  }
  if (second !== undefined && within === undefined) {
    throw new StatisticsError(
      `the statistic "${id}" needs "within": which of ${names.join(' and ')} gives the bases`,
    )
  }
  if (within !== undefined && (second === undefined || !names.includes(within))) {
    throw new StatisticsError(
      `"within" of the statistic "${id}" is "${within}"; it should be one of its two dimensions` +
        ` (it has ${names.join(' and ') || 'none'})`,
    )
  }
  const date = regionsDate(statistic, context)
  const ordered = within === undefined ? names : [within, ...names.filter(name => name !== within)]
  return ordered.map(name => dimensionOf(name, context, date))
}

function regionsDate({ id, regionsAt }: Statistic, { date }: StatisticContext): string {
  const day = regionsAt ?? date
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new StatisticsError(
      `the regions of the statistic "${id}" are those of "${day}"; write a day as YYYY-MM-DD`,
    )
  }
  return day
}

type Lines = readonly string[]

const ALL_ACTORS: Lines = ['?actor a annuaire:Actor .']

/** Lines that bind `?actor` to those of the population, each once. */
function writePopulation(statistic: Statistic, context: StatisticContext): Lines {
  const population: Population = statistic.population ?? {}
  const date = regionsDate(statistic, context)
  const conditions = Object.entries(population).flatMap(([name, codes]) => {
    const dimension = dimensionOf(name, context, date)
    const values = `VALUES ?code { ${codes.map(writeString).join(' ')} }`
    if (!dimension.scheme) return nested('SELECT DISTINCT ?actor WHERE', [values, ...dimension.pattern('?code')])
    const named = [values, `?value skos:inScheme ${dimension.scheme} ; skos:notation ?code .`]
    return nested('SELECT DISTINCT ?actor WHERE', [
      ...dimension.pattern('?value'),
      ...nested('SELECT DISTINCT ?value WHERE', named),
    ])
  })
  return [...ALL_ACTORS, ...conditions]
}

function writeTotal(population: Lines): Lines {
  return [
    `SELECT ?n ?base (0 AS ?missing) (${SHARE} AS ?share)`,
    'WHERE {',
    ...indented([...counted('n', population), ...counted('base', ALL_ACTORS)]),
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
          ...nested('OPTIONAL', nested('SELECT DISTINCT ?actor (?actor AS ?answering) WHERE', withB)),
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

function counted(variable: string, pattern: Lines): Lines {
  return nested(`SELECT (COUNT(DISTINCT ?actor) AS ?${variable}) WHERE`, pattern)
}

function codeOf({ variable, scheme }: Dimension): string {
  return scheme ? `?${variable}_code` : `?${variable}`
}

function columnsOf({ variable, scheme }: Dimension): string {
  return scheme ? `?${variable} ?${variable}_code ?${variable}_label` : `?${variable}`
}

/** A value without a notation has its IRI for code, one without a label has its code. */
function writeLabels({ variable, scheme }: Dimension, language: Language): Lines {
  if (!scheme) return []
  const value = `?${variable}`
  const [wanted, other] = language === 'fr' ? ['fr', 'en'] : ['en', 'fr']
  const text = (variable: string, pattern: string) =>
    nested(
      'OPTIONAL',
      nested(
        `SELECT ${value} (MIN(STR(?text)) AS ${variable}) WHERE`,
        [`${value} skos:inScheme ${scheme} .`, pattern],
        `GROUP BY ${value}`,
      ),
    )
  const label = (tag: string) =>
    text(`${value}_${tag}`, `${value} skos:prefLabel ?text . FILTER(LANG(?text) = "${tag}")`)
  return [
    ...text(`${value}_notation`, `${value} skos:notation ?text .`),
    ...label(wanted!),
    ...label(other!),
    `BIND(COALESCE(${value}_notation, STR(${value})) AS ${value}_code)`,
    `BIND(COALESCE(${value}_${wanted}, ${value}_${other}, ${value}_code) AS ${value}_label)`,
  ]
}

function nested(head: string, lines: Lines, tail?: string): Lines {
  const isSelect = head.startsWith('SELECT')
  const opening = isSelect ? `{ ${head} {` : `${head} {`
  const closing = isSelect ? `}${tail === undefined ? '' : ` ${tail}`} }` : '}'
  return [opening, ...indented(lines), closing]
}

function indented(lines: Lines): Lines {
  return lines.map(line => `  ${line}`)
}

/** Declarations of the prefixes that the lines use, in alphabetical order. */
function declarations(lines: Lines): Lines {
  const text = lines.join('\n')
  const used = (Object.keys(PREFIXES) as Prefix[]).filter(prefix => new RegExp(`\\b${prefix}:`).test(text))
  return used.map(prefix => `PREFIX ${prefix}: <${PREFIXES[prefix]}>`)
}
