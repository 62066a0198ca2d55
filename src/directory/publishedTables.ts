import type { Configuration } from '../configuration/configuration.ts'
import type { StatisticContext } from '../statistics/context.ts'
import type { DimensionDescription } from '../statistics/exchange/dimensions.ts'
import { publishedTable } from '../statistics/published/publishedTable.ts'
import type { Table } from '../statistics/statistic.ts'

/** The tables of results that others aggregated, survey by survey. */
export function publishedTables(
  { base, surveys }: Configuration,
  date: string,
  { language = 'fr' }: StatisticContext,
): Table[] {
  return surveys.flatMap(({ published }) =>
    published.map(results => publishedTable(results, { base, date, language })),
  )
}

/** What their dimensions are called, by name. */
export function publishedDimensions({
  surveys,
}: Configuration): readonly (readonly [string, DimensionDescription])[] {
  return surveys
    .flatMap(({ published }) => published)
    .map(({ title, dimension: { name, label = title, scheme }, isMultiValued = false }) => [
      name,
      { label, scheme, isMultiValued },
    ])
}
