import type { OwnField } from '../../actor/ownField.ts'
import { type Language, type LocalizedText, StatisticsError } from '../../errors.ts'
import type { Definition } from '../definition.ts'
import type { Dimension } from '../dimensionPatterns.ts'
import { writeLabels } from '../labels.ts'
import { writeEveryone } from '../population.ts'
import { indented, type Lines, nested } from '../sparqlLines.ts'
import { writeIri } from '../sparqlTerms.ts'
import { writeText } from '../sparqlText.ts'
import { PARTICIPATION } from './participation.ts'

const SHARE = 'IF(?base = 0, ?none, ROUND(?n * 1000000 / ?base) / 10000)'
const ANSWERED = `("yes" AS ?${PARTICIPATION})`
const COUNTS = '(COUNT(DISTINCT ?actor) AS ?base) (COUNT(DISTINCT ?answering) AS ?n)'

/**
 * The SPARQL query of a rate of response: of those who were asked (`?base`), how many answered (`?n`), for each value of
 * a dimension, and in a last row without a value of those who have none.
 *
 * @throws {StatisticsError} where there is more than one dimension
 */
export function writeResponse(
  title: LocalizedText,
  definition: Definition,
  { property }: OwnField,
  language: Language,
): string {
  const [dimension, second] = definition.dimensions
  if (second) throw new StatisticsError('a rate of response has one dimension at most')
  const answered = writeIri(property)
  const invited = [...writeEveryone(definition), `?actor ${answered} ?answered .`]
  const answering = [
    'OPTIONAL {',
    `  ?actor ${answered} ?yes . FILTER(STR(?yes) = "true")`,
    '  BIND(?actor AS ?answering)',
    '}',
  ]
  const lines = dimension
    ? byValue(dimension, invited, answering, language)
    : [
        `SELECT ${ANSWERED} ?n ?base (0 AS ?missing) (${SHARE} AS ?share)`,
        'WHERE {',
        ...indented(nested(`SELECT ${COUNTS} WHERE`, [...invited, ...answering])),
        '}',
      ]
  return writeText(title[language], lines)
}

function byValue(dimension: Dimension, invited: Lines, answering: Lines, language: Language): Lines {
  const value = `?${dimension.variable}`
  const [columns, code] = dimension.among
    ? [`${value} ${value}_code ${value}_label`, `${value}_code`]
    : [value, value]
  const known = [
    ...nested(
      `SELECT ${value} ${COUNTS} WHERE`,
      [...invited, ...dimension.pattern(value), ...answering],
      `GROUP BY ${value}`,
    ),
    ...writeLabels(dimension, language),
  ]
  const unknown = [
    ...nested(`SELECT ${COUNTS} WHERE`, [
      ...invited,
      ...nested('MINUS', nested('SELECT DISTINCT ?actor WHERE', dimension.pattern(value))),
      ...answering,
    ]),
    'FILTER(?base > 0)',
  ]
  return [
    `SELECT ${columns}`,
    `  ${ANSWERED} ?n ?base (0 AS ?missing) (${SHARE} AS ?share)`,
    'WHERE {',
    ...indented(['{', ...indented(known), '}', ...nested('UNION', unknown)]),
    '}',
    `ORDER BY DESC(BOUND(${value})) DESC(?n) ${code} ${value}`,
  ]
}
