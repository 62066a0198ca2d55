import type { ReleaseFile } from '../release/releaseFile.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { hasComparisonChart } from '../statistics/comparison/hasComparisonChart.ts'
import type { TableContext } from './tableContext.ts'
import { TABLE_FORMATS, type TableFormat } from './tableFormats.ts'
import { writeComparison } from './writeComparison.ts'

/** The files of a comparison in a release, beside those of its statistic: its figures in each format, and its queries. */
export function* comparisonFiles(
  comparison: ComparisonTable,
  context: Omit<TableContext, 'geometry'>,
): Generator<ReleaseFile> {
  const path = `statistics/${comparisonName(comparison)}`
  for (const [name, { mediaType, extension }] of Object.entries(TABLE_FORMATS)) {
    const format = name as TableFormat
    // Two queries are no query: each side has a file of its own.
    if (format === 'query' || (format === 'chart' && !hasComparisonChart(comparison))) continue
    yield {
      path: `${path}.${extension}`,
      mediaType,
      content: () => writeComparison(comparison, format, context),
    }
  }
  const { own, other } = comparison.queries
  for (const [name, text] of [
    [path, other],
    [`${path}.own`, own],
  ] as const) {
    yield { path: `${name}.rq`, mediaType: 'application/sparql-query', content: () => `${text}\n` }
  }
}
