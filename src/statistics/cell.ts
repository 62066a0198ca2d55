import { StatisticsError, toLocalizedText } from '../errors.ts'
import { completeContext, type StatisticContext } from './context.ts'
import { type Definition, defineStatistic } from './definition.ts'
import type { Dimension } from './dimensionPatterns.ts'
import { writeEveryone, writePopulation } from './population.ts'
import { indented, type Lines, nested } from './sparqlLines.ts'
import { writeIri, writeString } from './sparqlTerms.ts'
import { writeText } from './sparqlText.ts'
import type { DimensionValue, Observation, Statistic } from './statistic.ts'
import { writeWeight } from './writeWeight.ts'

/** Which of the counts of a cell is opened. */
export type CellCount = 'n' | 'base' | 'missing'

/** What a cell does not say of itself. */
export interface CellOptions {
  /** Default: `n`. */
  readonly count?: CellCount
  /** The rows of the table: the row of other values stands for those that none of these has. Only it needs them. */
  readonly rows?: readonly Pick<Observation, 'values'>[]
}

/**
 * The SPARQL query that lists the actors behind a figure: `?actor` and its `?name`, each once and exactly as many as the
 * figure says, by name. Of a weighted statistic there is `?weight`, and it is the weights that add up to the figure.
 * The text stands alone: all its prefixes are declared.
 *
 * @param cell of the statistic's table
 * @param context that the table was computed with
 * @throws {StatisticsError} where the cell is suppressed, is none of the statistic, or the statistic is not well defined
 */
export function compileCell(
  statistic: Statistic,
  cell: Pick<Observation, 'values' | 'isSuppressed'>,
  context: StatisticContext = {},
  { count = 'n', rows }: CellOptions = {},
): string {
  const { values, isSuppressed } = cell
  const complete = completeContext(context)
  const definition = defineStatistic(statistic, complete)
  if (isSuppressed) {
    throw new StatisticsError(
      `the figures of ${nameOf(statistic, values)} are kept back; whom they count is too`,
    )
  }
  if (values.length !== definition.dimensions.length) {
    throw new StatisticsError(
      `a cell of the statistic "${statistic.id}" has ${definition.dimensions.length} values, not ${values.length}`,
    )
  }
  const title = [
    toLocalizedText(statistic.title)[complete.language],
    ...values.map(({ label }) => label),
    count,
  ]
  return writeText(title.join(' – '), writeList(writeCell(definition, values, count, rows), definition))
}

/**
 * The SPARQL query that lists the actors behind all values of a statistic's table: a row per cell and actor, with the
 * value of each dimension `d` in `?d` (of concepts and territories their IRI) beside `?actor` and `?name`. Followed by a
 * line `VALUES ?d { … }`, it lists those of one value.
 *
 * @throws {StatisticsError} where the statistic is not well defined
 */
export function compileActors(statistic: Statistic, context: StatisticContext = {}): string {
  const complete = completeContext(context)
  const definition = defineStatistic(statistic, complete)
  const { dimensions, within, subject } = definition
  const cells = dimensions.flatMap(({ pattern, variable }) => pattern(`?${variable}`, subject))
  const outerFirst = within ? [within, ...dimensions.filter(one => one !== within)] : dimensions
  return writeText(
    toLocalizedText(statistic.title)[complete.language],
    writeList([...writePopulation(definition), ...cells], definition, outerFirst),
  )
}

/** Lines that bind the subject to whom a count of a cell counts. */
function writeCell(
  definition: Definition,
  values: readonly DimensionValue[],
  count: CellCount,
  rows: CellOptions['rows'],
): Lines {
  const { dimensions, within, base, subject } = definition
  const population = writePopulation(definition)
  const inner = dimensions.findIndex(dimension => dimension !== within)
  const dimension = dimensions[inner]
  if (!dimension) {
    if (count === 'base') return writeEveryone(definition)
    return count === 'n' ? population : [...population, 'FILTER(false)']
  }
  const pattern = dimension.pattern(`?${dimension.variable}`, subject)
  const asked = within
    ? [
        ...population,
        ...within.pattern(`?${within.variable}`, subject),
        isValue(within, values[dimensions.indexOf(within)]!),
      ]
    : population
  const value = values[inner]!
  if (count === 'missing' || (count === 'n' && value.role === 'missing')) {
    return [...asked, ...nested('MINUS', nested(`SELECT DISTINCT ${subject} WHERE`, pattern))]
  }
  if (count === 'base') return base === 'population' ? asked : [...asked, ...pattern]
  if (value.role === 'other') return [...asked, ...pattern, isOther(dimension, inner, rows)]
  return [...asked, ...pattern, isValue(dimension, value)]
}

/** The line that a dimension has a value. It comes last: a variable that is bound cannot be bound to anything. */
function isValue(dimension: Dimension, value: DimensionValue): string {
  return `VALUES ?${dimension.variable} { ${writeValue(dimension, value)} }`
}

function isOther(dimension: Dimension, place: number, rows: CellOptions['rows']): string {
  const shown = rows?.map(({ values }) => values[place]!).filter(({ role }) => role === undefined)
  if (!shown?.length) {
    throw new StatisticsError(
      `which values of "${dimension.name}" are other ones is known of the rows of the table; give "rows"`,
    )
  }
  return `FILTER(?${dimension.variable} NOT IN (${shown.map(value => writeValue(dimension, value)).join(', ')}))`
}

function writeValue({ name, among }: Dimension, { code, iri, role }: DimensionValue): string {
  if (role !== undefined)
    throw new StatisticsError(`the dimension "${name}" has no rows of the role "${role}"`)
  if (!among) return writeString(code)
  if (iri === undefined)
    throw new StatisticsError(`the value "${code}" of the dimension "${name}" has no IRI`)
  return writeIri(iri)
}

/** The query of who is bound by some lines, with names and weights; by the values of some dimensions. */
function writeList(lines: Lines, definition: Definition, dimensions: readonly Dimension[] = []): Lines {
  const { subject, weight } = definition
  const keys = [...dimensions.map(({ variable }) => `?${variable}`), subject].join(' ')
  return [
    `SELECT ${keys} (MIN(STR(?title)) AS ?name)${weight ? ' (SUM(DISTINCT ?counted) AS ?weight)' : ''}`,
    'WHERE {',
    ...indented([
      ...nested(`SELECT DISTINCT ${keys}${weight ? ' ?counted' : ''} WHERE`, [
        ...lines,
        ...writeWeight(definition, '?counted'),
      ]),
      `OPTIONAL { ${subject} skos:prefLabel ?title }`,
    ]),
    '}',
    `GROUP BY ${keys}`,
    `ORDER BY ${[...dimensions.map(({ variable }) => `?${variable}`), '?name', subject].join(' ')}`,
  ]
}

function nameOf({ id }: Statistic, values: readonly DimensionValue[]): string {
  return `${values.map(({ code }) => code).join(', ') || 'the total'} in the statistic "${id}"`
}
