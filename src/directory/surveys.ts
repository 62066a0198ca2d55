import type * as RDF from '@rdfjs/types'
import type { Configuration } from '../configuration/configuration.ts'
import type { SurveyConfiguration } from '../configuration/surveyConfiguration.ts'
import type { Effects } from '../effects.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import type { Graph } from '../graph/graph.ts'
import { reachableQuads } from '../graph/reachable.ts'
import { computeStatistic } from '../statistics/compute.ts'
import type { StatisticContext } from '../statistics/context.ts'
import type { Table } from '../statistics/statistic.ts'
import { countedLabel, filterNotes } from '../statistics/survey/filterNotes.ts'
import { responsesToQuads, WEIGHT_PROPERTY } from '../statistics/survey/responseQuads.ts'
import { type SurveyResponses, WEIGHT } from '../statistics/survey/survey.ts'
import type { Assembly } from './assemble.ts'
import type { Lexicon } from './lexicon.ts'
import { readSurvey, type SurveyReading } from './surveyReading.ts'

/** Reads the responses to all surveys of a directory, in their order. */
export async function readSurveys(
  configuration: Configuration,
  lexicon: Lexicon,
  assembly: Assembly,
  effects: Effects,
  options: { signal?: AbortSignal } = {},
): Promise<SurveyReading[]> {
  const readings: SurveyReading[] = []
  for (const survey of configuration.surveys)
    readings.push(await readSurvey(survey, configuration, lexicon, assembly, effects, options))
  return readings
}

/** By what was read: it is made once, whatever is counted in it. */
const graphs = new WeakMap<readonly SurveyReading[], Promise<Graph>>()

/**
 * Makes responses countable: they become a graph that nobody publishes, with the vocabulary, and with what the directory
 * says of the actors that gave them – of these only, for there may be few of them in a large directory.
 *
 * @param context of the statistics of the directory
 */
export async function countableResponses(
  readings: readonly SurveyReading[],
  { graph }: Assembly,
  lexicon: Lexicon,
  context: StatisticContext,
): Promise<SurveyResponses[]> {
  let whole = graphs.get(readings)
  if (!whole) {
    whole = buildGraph(quadsOf(graph, lexicon, readings))
    graphs.set(readings, whole)
  }
  const held = await whole
  return readings.map(({ survey, responses, respondents, weightNotes }) => ({
    survey,
    responses,
    respondents,
    graph: held,
    context: responseContext(survey, context),
    ...(weightNotes ? { weightNotes } : {}),
  }))
}

function* quadsOf(
  directory: Graph,
  lexicon: Lexicon,
  readings: readonly SurveyReading[],
): Generator<RDF.Quad> {
  yield* reachableQuads(directory, new Set(readings.flatMap(({ respondents }) => [...respondents])))
  yield* lexicon.quads
  for (const { survey, responses } of readings) yield* responsesToQuads(survey, responses)
}

/** The context of statistics that count responses. */
function responseContext(
  { iri, questions, weight }: SurveyConfiguration,
  context: StatisticContext,
): StatisticContext {
  const numbers = questions
    .filter(({ type }) => type === 'numeric')
    .map(({ name, property }) => ({ name, property }))
  const own = weight === WEIGHT ? [{ name: WEIGHT, property: WEIGHT_PROPERTY }] : []
  return {
    ...context,
    responses: {
      survey: iri,
      questions: questions.filter(({ type }) => type !== 'text'),
      numbers: [...numbers, ...own],
    },
  }
}

/**
 * The tables of a survey.
 *
 * @throws {StatisticsError} where one cannot be computed as it is defined
 */
export async function surveyStatistics(
  { survey, graph, context, weightNotes = [] }: SurveyResponses,
  options: { signal?: AbortSignal } = {},
): Promise<Table[]> {
  const tables: Table[] = []
  for (const statistic of survey.statistics) {
    const table = await computeStatistic(graph, statistic, context, options)
    const populationLabel = table.populationLabel ?? countedLabel(statistic, survey)
    const filters = filterNotes(statistic, survey, graph)
    const isUnweighted = survey.weight !== undefined && statistic.weight === undefined
    const weights = isUnweighted ? [UNWEIGHTED] : statistic.weight === WEIGHT ? weightNotes : []
    const notes = [...(table.notes ?? []), ...filters, ...weights]
    tables.push({
      ...table,
      ...(populationLabel === undefined ? {} : { populationLabel }),
      ...(notes.length > 0 ? { notes } : {}),
    })
  }
  return tables
}

const UNWEIGHTED = {
  fr: 'Les réponses ne sont pas pondérées dans ce tableau.',
  en: 'Responses are not weighted in this table.',
}
