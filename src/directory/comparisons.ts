import type { Effects } from '../effects.ts'
import { type Language, toLocalizedText } from '../errors.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { computeComparison } from '../statistics/comparison/computeComparison.ts'
import type { Statistic, Table } from '../statistics/statistic.ts'
import { definedStatistics } from './expectations.ts'
import type { Publication } from './publication.ts'
import { statisticContext } from './statisticContext.ts'
import { respondentComparisons } from './surveyResponse.ts'
import { countableResponses } from './surveys.ts'

/**
 * The comparisons that statistics ask for, and of respondents with others; those with a last release that has not their
 * table are left out.
 */
export async function computeComparisons(
  { assembly, tables, configuration, lexicon, date, surveys = [] }: Publication,
  statistics: readonly Statistic[],
  previous: ReadonlyMap<string, Table>,
  effects: Effects,
  options: { readonly signal?: AbortSignal },
): Promise<ComparisonTable[]> {
  const byId = new Map(tables.map(table => [table.id, table]))
  const context = statisticContext(configuration, lexicon, date)
  const ofDirectory = { graph: assembly.graph, context }
  const asked = surveys.filter(({ survey }) => survey.statistics.some(({ compare }) => compare))
  const responses = asked.length === 0 ? [] : await countableResponses(surveys, assembly, lexicon, context)
  const ofSurveys = new Map(responses.flatMap(one => one.survey.statistics.map(({ id }) => [id, one])))
  const comparisons: ComparisonTable[] = []
  for (const statistic of statistics) {
    const { graph, context } = ofSurveys.get(statistic.id) ?? ofDirectory
    const [table, last] = [byId.get(statistic.id), previous.get(statistic.id)]
    for (const definition of statistic.compare ?? []) {
      const comparison = await computeComparison(graph, statistic, definition, context, {
        ...options,
        ...(table === undefined ? {} : { table }),
        ...(last === undefined ? {} : { previous: last }),
      })
      if (comparison) comparisons.push(comparison)
    }
  }
  for (const reading of surveys) {
    const input = { assembly, configuration, lexicon, context }
    comparisons.push(...(await respondentComparisons(reading, tables, input, effects, options)))
  }
  return comparisons
}

/** A publication with its comparisons, but those with a last release: what stands alone has none beside it. */
export async function withComparisons(
  publication: Publication,
  language: Language,
  effects: Effects,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Publication> {
  const inLanguage = { ...publication, configuration: { ...publication.configuration, language } }
  const statistics = definedStatistics(publication.configuration)
  const comparisons = await computeComparisons(inLanguage, statistics, new Map(), effects, options)
  return { ...publication, comparisons }
}

/** The comparisons with a last release that a publication has not. */
export function comparisonsInReleases({
  configuration,
  comparisons = [],
}: Publication): Pick<ComparisonTable, 'statistic' | 'id' | 'title'>[] {
  return definedStatistics(configuration).flatMap(({ id: statistic, compare = [] }) =>
    compare
      .filter(one => one.with === 'previous')
      .filter(({ id }) => !comparisons.some(made => made.statistic === statistic && made.id === id))
      .map(({ id, title }) => ({ statistic, id, title: toLocalizedText(title) })),
  )
}
