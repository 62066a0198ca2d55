import { basename } from 'node:path'
import { toLocalizedText } from '../errors.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { computeStatistic } from '../statistics/compute.ts'
import type { Statistic } from '../statistics/statistic.ts'
import { toldAcrossTables } from '../statistics/suppression/acrossTables.ts'
import type { TableOf } from '../statistics/suppression/publishedFigures.ts'
import { suppressionCost } from '../statistics/suppression/suppressionCost.ts'
import type { ValidationResult } from '../validation/report.ts'
import { definedStatistics } from './expectations.ts'
import type { Publication } from './publication.ts'
import { statisticContext } from './statisticContext.ts'
import { acrossMessage, costMessage } from './suppressionMessages.ts'
import { countableResponses } from './surveys.ts'

/** What suppression of the tables of a release is judged by. */
export type SuppressedTables = Pick<
  Publication,
  'tables' | 'assembly' | 'configuration' | 'lexicon' | 'date' | 'surveys'
>

/** Whether any statistic keeps small counts back. */
export function keepsBack(configuration: Publication['configuration']): boolean {
  return definedStatistics(configuration).some(({ suppressBelow }) => suppressBelow !== undefined)
}

/**
 * What suppression takes from each table, as information, and what tables tell together of that all the same, as
 * warnings: to those who keep the directory, and to nobody else. What statistics are compared with counts as a table of
 * its own; rates of response do not, nor what the dumps tell.
 *
 * @param given all tables, as they are in a release
 * @throws {StatisticsError} where a population that is compared with cannot be counted
 */
export async function suppressionFindings(
  given: SuppressedTables,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ValidationResult[]> {
  const { configuration } = given
  if (!keepsBack(configuration)) return []
  const tables = await definedTables(given, options)
  const found = toldAcrossTables(tables)
  const finding = (
    severity: 'warning' | 'info',
    code: string,
    path: string,
  ): Omit<ValidationResult, 'message'> => ({
    severity,
    code,
    path,
    source: { file: basename(configuration.path) },
  })
  const across = (['cell', 'rest'] as const).flatMap(kind =>
    [
      ...Map.groupBy(
        found.filter(one => one.kind === kind),
        ({ table }) => table,
      ),
    ].map(([id, told]) => ({
      ...finding('warning', 'tables-disclosure', id),
      message: acrossMessage(kind, told),
    })),
  )
  const limits = new Map(definedStatistics(configuration).map(({ id, suppressBelow }) => [id, suppressBelow]))
  const costs = given.tables.flatMap(table => {
    const cost = suppressionCost(table)
    const suppressBelow = limits.get(table.id)
    if (!cost || suppressBelow === undefined) return []
    return [
      { ...finding('info', 'suppression-cost', table.id), message: costMessage(table, cost, suppressBelow) },
    ]
  })
  return [...across, ...costs]
}

/** The tables of statistics, and of the populations that they are compared with, each with what it is of. */
async function definedTables(
  { tables, assembly, configuration, lexicon, date, surveys = [] }: SuppressedTables,
  options: { readonly signal?: AbortSignal },
): Promise<TableOf[]> {
  const context = statisticContext(configuration, lexicon, date)
  const byId = new Map(tables.map(table => [table.id, table]))
  const responses = surveys.length === 0 ? [] : await countableResponses(surveys, assembly, lexicon, context)
  const places = [
    { graph: assembly.graph, context, statistics: configuration.statistics },
    ...responses.map(({ graph, context, survey }) => ({ graph, context, statistics: survey.statistics })),
  ]
  const found: TableOf[] = []
  for (const { graph, context, statistics } of places) {
    for (const statistic of statistics) {
      const table = byId.get(statistic.id)
      if (!table) continue
      found.push({ table, statistic, context })
      for (const reference of references(statistic)) {
        const compared = await computeStatistic(graph, reference, context, options)
        found.push({ table: compared, statistic: reference, context })
      }
    }
  }
  return found
}

/** The statistics that one is compared with. Of the first values only it is not looked at: the others are not told. */
function references(statistic: Statistic): Statistic[] {
  const { compare = [], expect: _, populationLabel: __, drawnFrom: ___, ...whole } = statistic
  if (statistic.suppressBelow === undefined || statistic.top !== undefined) return []
  return compare.flatMap(({ id, title, with: other }) =>
    other === 'previous'
      ? []
      : [
          {
            ...whole,
            id: comparisonName({ statistic: statistic.id, id }),
            title: toLocalizedText(title),
            population: other.population,
          },
        ],
  )
}
