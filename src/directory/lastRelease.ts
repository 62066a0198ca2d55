import type { Effects } from '../effects.ts'
import { previousRelease, releaseOf } from '../release/previous.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { computeComparison } from '../statistics/comparison/computeComparison.ts'
import type { Statistic, Table } from '../statistics/statistic.ts'
import { definedStatistics, type Held, holdToExpectations } from './expectations.ts'
import { readPreviousTables } from './previousTables.ts'
import type { Publication } from './publication.ts'
import { statisticContext } from './statisticContext.ts'
import { respondentComparisons } from './surveyResponse.ts'
import { countableResponses } from './surveys.ts'

/** How a publication is held against the last release. */
export interface LastReleaseOptions {
  /** Whether it is published although expectations are not met. */
  readonly ignoreExpectations: boolean
  /** Whether it may take the place of a release of its date. */
  readonly replace: boolean
  readonly signal?: AbortSignal
}

/**
 * What a release is beside the last one: first what its statistics expect, so that a broken file is not published, then
 * the comparisons that they ask for. Where there is none before it, the guard looks at the release that it takes the place
 * of; comparisons do not, so that what is published again is the same.
 *
 * @param out folder that holds `releases/`
 * @throws {ExpectationError} where it is not what its statistics expect
 * @throws {StatisticsError} where a comparison cannot be made as it is defined
 */
export async function besideLastRelease(
  publication: Publication,
  out: string,
  effects: Effects,
  { ignoreExpectations, replace, ...options }: LastReleaseOptions,
): Promise<Held> {
  const { tables, configuration, date } = publication
  const statistics = definedStatistics(configuration)
  const asking = new Set(statistics.filter(asksForPrevious).map(({ id }) => id))
  const compared = tables.filter(({ id }) => asking.has(id))
  const before = await previousRelease(out, date, effects)
  const previous = await readPreviousTables(before, compared, effects)
  const replaced = before || !replace ? undefined : await releaseOf(out, date, effects)
  const guarding = replaced ? await readPreviousTables(replaced, compared, effects) : previous
  const held = holdToExpectations(publication, guarding, ignoreExpectations)
  const comparisons = await computeComparisons(publication, statistics, previous.tables, effects, options)
  return comparisons.length === 0 ? held : { ...held, publication: { ...held.publication, comparisons } }
}

function asksForPrevious({ expect = [], compare = [] }: Statistic): boolean {
  return expect.some(({ change }) => change !== undefined) || compare.some(one => one.with === 'previous')
}

/**
 * The comparisons that statistics ask for, and of respondents with others; those with a last release that has not their
 * table are left out.
 */
async function computeComparisons(
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
