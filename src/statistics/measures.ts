import type { Definition } from './definition.ts'
import { writePopulation } from './population.ts'
import { indented, type Lines, nested } from './sparqlLines.ts'

/** How many gave a number, before it is 0 where nobody did. */
const GIVEN = '?given'

/** The aggregates of SPARQL that measures are; a mean is rounded half up to four decimals, and of nothing there is none. */
const AGGREGATES: Readonly<Record<string, string>> = {
  mean: 'ROUND(SUM(?number) * 10000 / COUNT(?number)) / 10000',
  sum: 'SUM(?number)',
  min: 'MIN(?number)',
  max: 'MAX(?number)',
}

/** Names of the columns of further measures, each with a space before it. */
export function furtherColumns({ measures }: Definition): string {
  return measures
    .filter(measure => measure === 'valid' || Object.hasOwn(AGGREGATES, measure))
    .map(measure => ` ?${measure}`)
    .join('')
}

/** Lines that bind the further measures for each of some values; a cell where no actor has a number has none but `valid`. */
export function writeMeasures(
  { measures, of, subject }: Definition,
  values: readonly string[],
  pattern: Lines,
): Lines {
  const asked = measures.filter(measure => Object.hasOwn(AGGREGATES, measure))
  if (!of || !measures.includes('valid')) return []
  const names = values.join(' ')
  const columns = [
    `(COUNT(DISTINCT ${subject}) AS ${GIVEN})`,
    ...asked.map(measure => `(${AGGREGATES[measure]} AS ?${measure})`),
  ]
  return [
    ...nested(
      'OPTIONAL',
      nested(
        `SELECT ${[...values, ...columns].join(' ')} WHERE`,
        nested(`SELECT DISTINCT ${subject} ${[...values, '?number'].join(' ')} WHERE`, [
          ...pattern,
          `${subject} ${of.property} ?number .`,
        ]),
        // Without groups there is one row also of nothing, whose sum is 0.
        names === '' ? 'HAVING (COUNT(?number) > 0)' : `GROUP BY ${names}`,
      ),
    ),
    `BIND(COALESCE(${GIVEN}, 0) AS ?valid)`,
  ]
}

/** The query of how often each number is there in each cell; `undefined` where no quantile is asked for. */
export function writeDistribution(definition: Definition): Lines | undefined {
  const { dimensions, measures, of, subject } = definition
  if (!of || !measures.some(isQuantile)) return undefined
  const values = dimensions.map(({ variable }) => `?${variable}`)
  const keys = [...values, '?number'].join(' ')
  return [
    `SELECT ${keys} (COUNT(DISTINCT ${subject}) AS ?frequency)`,
    'WHERE {',
    ...indented([
      ...writePopulation(definition),
      ...dimensions.flatMap(({ pattern, variable }) => pattern(`?${variable}`, subject)),
      `${subject} ${of.property} ?number .`,
    ]),
    '}',
    `GROUP BY ${keys}`,
    `ORDER BY ${keys}`,
  ]
}

/** Whether SPARQL has no aggregate for it. */
export function isQuantile(measure: string): boolean {
  return measure === 'median' || /^q\d+$/.test(measure)
}
