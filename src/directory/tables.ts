import { basename } from 'node:path'
import { StatisticsError } from '../errors.ts'
import type { CellCount } from '../statistics/cell.ts'
import { checkDefinition } from '../statistics/checkDefinition.ts'
import { computeStatistic } from '../statistics/compute.ts'
import type { Statistic, Table } from '../statistics/statistic.ts'
import type { SurveyResponses } from '../statistics/survey/survey.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { RunOptions } from './assemble.ts'
import { checkMaps, mapIds } from './checkMaps.ts'
import { disclosures, openStatistics } from './disclosures.ts'
import { checkRanges, definedStatistics, expectedRanges } from './expectations.ts'
import { undefinedStatistic } from './messages.ts'
import { type OpenedCell, openCell } from './openCell.ts'
import { type InLanguage, type OpenedDirectory, signalOf } from './openedDirectory.ts'
import { publishedTables } from './publishedTables.ts'
import { findReleaseDate } from './releaseDate.ts'
import { keepsBack, suppressionFindings } from './suppressionFindings.ts'
import { responseTableIds, responseTables } from './surveyResponse.ts'
import { countableResponses, surveyStatistics } from './surveys.ts'

/** The ids of all tables of a directory, those of its surveys too, in their order. */
export function tableIds({ configuration }: OpenedDirectory): string[] {
  const { surveys } = configuration
  return [
    ...definedStatistics(configuration).map(({ id }) => id),
    ...surveys.flatMap(responseTableIds),
    ...surveys.flatMap(({ published }) => published).map(({ id }) => id),
  ]
}

/** All tables of a directory, in that order. */
export async function computeTables(
  directory: OpenedDirectory,
  options: RunOptions & InLanguage,
): Promise<Table[]> {
  const { configuration, lexicon, effects } = directory
  const assembly = await directory.assembly(options)
  const context = await directory.statisticContext(options)
  const tables = await computeDefined(directory, () => true, options)
  const input = { assembly, configuration, lexicon, context }
  for (const reading of await directory.surveys(options))
    tables.push(...(await responseTables(reading, input, effects, signalOf(options))))
  return [...tables, ...publishedTables(configuration, await directory.date(options), context)]
}

/** Those of the statistics of the directory and its surveys that are asked for. */
async function computeDefined(
  directory: OpenedDirectory,
  isAsked: (id: string) => boolean,
  options: RunOptions & InLanguage,
): Promise<Table[]> {
  const { graph } = await directory.assembly(options)
  const context = await directory.statisticContext(options)
  options.onStep?.('statistics')
  const tables: Table[] = []
  for (const statistic of directory.configuration.statistics) {
    if (isAsked(statistic.id))
      tables.push(await computeStatistic(graph, statistic, context, signalOf(options)))
  }
  for (const { survey, ...responses } of await readResponses(directory, options)) {
    const asked = { ...survey, statistics: survey.statistics.filter(({ id }) => isAsked(id)) }
    tables.push(...(await surveyStatistics({ survey: asked, ...responses }, signalOf(options))))
  }
  return tables
}

/** The responses to the surveys, ready to be counted. */
export async function readResponses(
  directory: OpenedDirectory,
  options: RunOptions & InLanguage,
): Promise<SurveyResponses[]> {
  const readings = await directory.surveys(options)
  if (readings.length === 0) return []
  const context = await directory.statisticContext(options)
  return countableResponses(readings, await directory.assembly(options), directory.lexicon, context)
}

/** Whom a figure counts: actors, or the responses to a survey, by their keys. */
export async function openFigure(
  directory: OpenedDirectory,
  id: string,
  at: Readonly<Record<string, string>>,
  count: CellCount,
  options: RunOptions,
): Promise<OpenedCell> {
  const { statistics, surveys } = directory.configuration
  const isAsked = (statistic: Statistic) => statistic.id === id
  const definition = statistics.find(isAsked)
  if (definition) {
    const context = await directory.statisticContext(options)
    const { graph } = await directory.assembly(options)
    return openCell(graph, definition, at, count, context, signalOf(options))
  }
  const isOfSurvey = surveys.some(survey => survey.statistics.some(isAsked))
  for (const { survey, graph, context } of isOfSurvey ? await readResponses(directory, options) : []) {
    const ofSurvey = survey.statistics.find(isAsked)
    if (ofSurvey) return openCell(graph, ofSurvey, at, count, context, signalOf(options))
  }
  const known = definedStatistics(directory.configuration).map(statistic => statistic.id)
  const opened = known.length > 0 ? `; what can be opened are ${known.join(', ')}` : ''
  if (surveys.some(survey => responseTableIds(survey).includes(id))) {
    throw new StatisticsError(
      `"${id}" is a rate of response: who answered is known to those who keep the survey, and not listed${opened}`,
    )
  }
  if (surveys.some(({ published }) => published.some(results => results.id === id))) {
    throw new StatisticsError(
      `"${id}" are results that others published: nobody is behind their shares here${opened}`,
    )
  }
  throw new StatisticsError(`there is no statistic "${id}"; known are ${known.join(', ') || 'none'}`)
}

/**
 * Which statistics cannot be computed; where all can, which figures are not as they expect them, which may give away an
 * answer to a survey or what is kept back, what keeping back costs, and which maps cannot be drawn. What has no date has
 * no statistics: nothing of it passed the gates.
 */
export async function tableFindings(
  directory: OpenedDirectory,
  options: RunOptions,
): Promise<ValidationResult[]> {
  const { configuration, effects } = directory
  const { actors } = await directory.assembly(options)
  if (findReleaseDate(configuration, actors) === undefined) return []
  const undefinable = await undefinedStatistics(directory, options)
  if (undefinable.length > 0) return undefinable
  const looksAtAll = keepsBack(configuration)
  const looked = new Set([
    ...(looksAtAll ? definedStatistics(configuration).map(({ id }) => id) : []),
    ...expectedRanges(configuration).keys(),
    ...openStatistics(configuration).map(({ id }) => id),
    ...mapIds(configuration),
    // Whether a sample is larger than what it was drawn from is told by counting.
    ...definedStatistics(configuration).flatMap(({ id, drawnFrom }) => (drawnFrom === undefined ? [] : [id])),
  ])
  if (looked.size === 0) return []
  const tables = await computeDefined(directory, id => looked.has(id), options)
  return [
    ...checkRanges(tables, configuration),
    ...disclosures(tables, configuration),
    ...(looksAtAll ? await judgeSuppression(directory, tables, options) : []),
    ...(await checkMaps(tables, configuration, effects)),
  ]
}

/** The statistics that cannot be computed: nothing could be published with one of these. */
async function undefinedStatistics(
  directory: OpenedDirectory,
  options: RunOptions,
): Promise<ValidationResult[]> {
  const { statistics, path } = directory.configuration
  const { graph } = await directory.assembly(options)
  const context = await directory.statisticContext(options)
  const ofSurveys = (await readResponses(directory, options)).flatMap(({ survey, graph, context }) =>
    survey.statistics.map(statistic => ({ statistic, graph, context })),
  )
  const all = [...statistics.map(statistic => ({ statistic, graph, context })), ...ofSurveys]
  return all.flatMap(({ statistic, graph, context }): ValidationResult[] => {
    try {
      checkDefinition(graph, statistic, context)
      return []
    } catch (error) {
      if (!(error instanceof StatisticsError)) throw error
      const message = undefinedStatistic(statistic, error)
      return [
        {
          severity: 'violation',
          code: 'statistic-undefined',
          path: statistic.id,
          message,
          source: { file: basename(path) },
        },
      ]
    }
  })
}

async function judgeSuppression(
  directory: OpenedDirectory,
  tables: readonly Table[],
  options: RunOptions,
): Promise<ValidationResult[]> {
  const { configuration, lexicon } = directory
  const [assembly, date] = [await directory.assembly(options), await directory.date(options)]
  const surveys = await directory.surveys(options)
  return suppressionFindings({ tables, assembly, configuration, lexicon, date, surveys }, signalOf(options))
}
