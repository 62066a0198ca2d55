import type { Definition } from './definition.ts'
import { writePopulation } from './population.ts'
import { indented, type Lines, nested } from './sparqlLines.ts'

/** How many gave a number, or what these weigh, before it is 0 where nobody did. */
const GIVEN = '?given'

/** The aggregates of SPARQL that measures are; a mean is rounded half up to four decimals, and of nothing there is none. */
const AGGREGATES: Readonly<Record<string, string>> = {
  mean: 'ROUND(SUM(?number) * 10000 / COUNT(?number)) / 10000',
  sum: 'SUM(?number)',
  min: 'MIN(?number)',
  max: 'MAX(?number)',
}

/** The same of those who weigh something: Σwx ÷ Σw and Σwx. Extremes are those of any of them. */
const WEIGHTED_AGGREGATES: Readonly<Record<string, string>> = {
  ...AGGREGATES,
  mean: 'ROUND(SUM(?number * ?weight) * 10000 / SUM(?weight)) / 10000',
  sum: 'SUM(?number * ?weight)',
}

/** Names of the columns of further measures, each with a space before it. */
export function furtherColumns({ measures }: Definition): string {
  return measures
    .filter(measure => measure === 'valid' || Object.hasOwn(AGGREGATES, measure))
    .map(measure => ` ?${measure}`)
    .join('')
}

/** Lines that bind the further measures for each of some values; a cell where no actor has a number has none but `valid`. */
export function writeMeasures(definition: Definition, values: readonly string[], pattern: Lines): Lines {
  const { measures, of, subject, weight } = definition
  const asked = measures.filter(measure => Object.hasOwn(AGGREGATES, measure))
  if (!of || !measures.includes('valid')) return []
  const names = values.join(' ')
  const aggregates = weight ? WEIGHTED_AGGREGATES : AGGREGATES
  const given = weight ? 'SUM(?weight)' : `COUNT(DISTINCT ${subject})`
  const columns = [
    `(${given} AS ${GIVEN})`,
    ...asked.map(measure => `(${aggregates[measure]} AS ?${measure})`),
  ]
  const counted = weight ? '?number ?weight' : '?number'
  return [
    ...nested(
      'OPTIONAL',
      nested(
        `SELECT ${[...values, ...columns].join(' ')} WHERE`,
        nested(`SELECT DISTINCT ${subject} ${[...values, counted].join(' ')} WHERE`, [
          ...pattern,
          `${subject} ${of.property} ?number .`,
          ...writeWeighing(definition),
        ]),
        // Without groups there is one row also of nothing, whose sum is 0.
        names === '' ? 'HAVING (COUNT(?number) > 0)' : `GROUP BY ${names}`,
      ),
    ),
    `BIND(COALESCE(${GIVEN}, 0) AS ?valid)`,
  ]
}

/**
 * The query of how often each number is there in each cell, or what those weigh who gave it; `undefined` where no quantile
 * is asked for.
 */
export function writeDistribution(definition: Definition): Lines | undefined {
  const { dimensions, measures, of, subject, weight } = definition
  if (!of || !measures.some(isQuantile)) return undefined
  const values = dimensions.map(({ variable }) => `?${variable}`)
  const keys = [...values, '?number'].join(' ')
  const given = [
    ...writePopulation(definition),
    ...dimensions.flatMap(({ pattern, variable }) => pattern(`?${variable}`, subject)),
    `${subject} ${of.property} ?number .`,
    ...writeWeighing(definition),
  ]
  const [frequency, pattern] = weight
    ? ['SUM(?weight)', nested(`SELECT DISTINCT ${subject} ${keys} ?weight WHERE`, given)]
    : [`COUNT(DISTINCT ${subject})`, given]
  return [
    `SELECT ${keys} (${frequency} AS ?frequency)`,
    'WHERE {',
    ...indented(pattern),
    '}',
    `GROUP BY ${keys}`,
    `ORDER BY ${keys}`,
  ]
}

/** Lines that bind the weight of those whose numbers are measured: who weighs nothing is in no mean, and no extreme. */
function writeWeighing({ subject, weight }: Definition): Lines {
  return weight ? [`${subject} ${weight.property} ?weight .`, 'FILTER(?weight > 0)'] : []
}

/** Whether SPARQL has no aggregate for it. */
export function isQuantile(measure: string): boolean {
  return measure === 'median' || /^q\d+$/.test(measure)
}
