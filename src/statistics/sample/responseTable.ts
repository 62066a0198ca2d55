import type * as RDF from '@rdfjs/types'
import type { OwnField } from '../../actor/ownField.ts'
import {
  type GivenText,
  type Language,
  type LocalizedText,
  StatisticsError,
  toLocalizedText,
} from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { type QueryOptions, query } from '../../query/query.ts'
import { completeContext, type StatisticContext } from '../context.ts'
import { defineStatistic } from '../definition.ts'
import type { Dimension } from '../dimensionPatterns.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'
import { roleValue, shareOf } from '../rows.ts'
import type { DimensionValue, Observation, Table } from '../statistic.ts'
import { answeredValue, PARTICIPATION } from './participation.ts'
import { writeResponse } from './responseQuery.ts'

/** What a rate of response is a rate of. */
export interface ResponseOptions extends Pick<QueryOptions, 'signal'> {
  /** What the table and its files are named after. */
  readonly id: string
  /** The field that those have who were asked, see {@link participationField}. */
  readonly participation: OwnField
  /** A dimension of the directory, whose values are the strata. Default: one rate of all. */
  readonly dimension?: string
  /** Default: « Taux de réponse par … ». */
  readonly title?: GivenText
  /** What dimensions are called. Default: as the built-in ones are. */
  readonly dimensions?: DimensionDescriptions
}

const ASKED: LocalizedText = { fr: 'acteurs interrogés', en: 'actors asked' }
/** What a stratum that is not known is called: those in it may well have answered. */
const UNKNOWN: LocalizedText = { fr: 'Non connu', en: 'Not known' }
const AMONG: LocalizedText = { fr: 'à qui l’enquête a été adressée', en: 'to whom the survey was sent' }

/**
 * The rate of response to a survey, for each stratum: `base` those who were asked, `n` those of them who answered. Those
 * who were asked and whose stratum is not known have a row of their own, the last one: nobody is missing. The rate is
 * the share of those who answered ({@link PARTICIPATION}) within the stratum.
 *
 * @param graph of the directory, with the quads of {@link participationQuads}. It is private; the query is not.
 * @throws {StatisticsError} where there is no such dimension
 */
export async function responseTable(
  graph: Graph,
  { id, participation, dimension: name, signal, ...options }: ResponseOptions,
  context: StatisticContext = {},
): Promise<Table> {
  const { responses: _, ...complete } = completeContext(context)
  const title = options.title ? toLocalizedText(options.title) : titleOf(name, options.dimensions)
  const definition = defineStatistic({ id, title, dimensions: name === undefined ? [] : [name] }, complete)
  const { language } = complete
  const text = writeResponse(title, definition, participation, language)
  const answer = await query({ graph }, text, signal === undefined ? {} : { signal })
  if (answer.type !== 'bindings') throw new StatisticsError(`the query of "${id}" gives no rows`)
  const [dimension] = definition.dimensions
  const rows = await Array.fromAsync(answer.bindings, row => toObservation(row, dimension, language))
  const ofAll = { dimensions: [PARTICIPATION], unit: ASKED }
  return {
    id,
    title,
    ...(name === undefined
      ? ofAll
      : { dimensions: [name, PARTICIPATION], within: name, populationLabel: AMONG }),
    measures: ['n', 'base', 'missing', 'share'],
    observations: rows,
    query: text,
  }
}

function titleOf(name: string | undefined, descriptions: DimensionDescriptions | undefined): LocalizedText {
  if (name === undefined) return { fr: 'Taux de réponse', en: 'Response rate' }
  const { fr, en } = describeDimension(name, descriptions).label
  return { fr: `Taux de réponse par ${uncapitalised(fr)}`, en: `Response rate by ${uncapitalised(en)}` }
}

/** As within a sentence; what is in capitals stays so. */
function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function toObservation(
  row: Readonly<Record<string, RDF.Term>>,
  dimension: Dimension | undefined,
  language: Language,
): Observation {
  const [n, base] = [Number(row.n?.value), Number(row.base?.value)]
  return {
    values: [...(dimension ? [stratumOf(row, dimension, language)] : []), answeredValue(language)],
    n,
    base,
    missing: 0,
    share: shareOf(n, base),
  }
}

function stratumOf(
  row: Readonly<Record<string, RDF.Term>>,
  { variable, among }: Dimension,
  language: Language,
): DimensionValue {
  const value = row[variable]?.value
  if (value === undefined) return { ...roleValue('missing', language), label: UNKNOWN[language] }
  if (!among) return { code: value, label: value }
  return { code: row[`${variable}_code`]!.value, label: row[`${variable}_label`]!.value, iri: value }
}
