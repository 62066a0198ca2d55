import { type Language, type LocalizedText, StatisticsError } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { type QueryOptions, query } from '../../query/query.ts'
import { shareOf } from '../rows.ts'
import { indented, nested } from '../sparqlLines.ts'
import { writeIri } from '../sparqlTerms.ts'
import { writeText } from '../sparqlText.ts'
import type { Table } from '../statistic.ts'
import { answeredValue, PARTICIPATION } from './participation.ts'

/** A rate of response where it is known how many were asked, and not whom. */
export interface ResponseTotalOptions extends Pick<QueryOptions, 'signal'> {
  readonly id: string
  /** IRI of the survey. */
  readonly survey: string
  /** How many were asked. */
  readonly invited: number
  /** Of the title of the query. Default: `fr`. */
  readonly language?: Language
}

const TITLE: LocalizedText = { fr: 'Taux de réponse', en: 'Response rate' }
const UNIT: LocalizedText = { fr: 'personnes interrogées', en: 'persons asked' }

/**
 * The rate of response to a survey of which it is known how many were asked: `base` these, `n` the responses.
 *
 * @param graph with the responses. It is private; the query is not.
 * @throws {StatisticsError} where there are more responses than were asked for
 */
export async function responseTotal(
  graph: Graph,
  { id, survey, invited, language = 'fr', signal }: ResponseTotalOptions,
): Promise<Table> {
  const text = writeText(TITLE[language], [
    `SELECT ("yes" AS ?${PARTICIPATION}) ?n (${invited} AS ?base) (0 AS ?missing) (ROUND(?n * 1000000 / ${invited}) / 10000 AS ?share)`,
    'WHERE {',
    ...indented(
      nested('SELECT (COUNT(DISTINCT ?response) AS ?n) WHERE', [
        `?response annuaire:inSurvey ${writeIri(survey)} .`,
      ]),
    ),
    '}',
  ])
  const answer = await query({ graph }, text, signal === undefined ? {} : { signal })
  if (answer.type !== 'bindings') throw new StatisticsError(`the query of "${id}" gives no rows`)
  const [row] = await Array.fromAsync(answer.bindings)
  const n = Number(row?.n?.value)
  if (n > invited) {
    throw new StatisticsError(
      `the survey <${survey}> has ${n} responses, but ${invited} were asked; check "invited"`,
    )
  }
  return {
    id,
    title: TITLE,
    dimensions: [PARTICIPATION],
    counted: 'responses',
    unit: UNIT,
    measures: ['n', 'base', 'missing', 'share'],
    observations: [
      { values: [answeredValue(language)], n, base: invited, missing: 0, share: shareOf(n, invited) },
    ],
    query: text,
  }
}
