import type { ReleaseFile } from '../release/releaseFile.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { comparisonToCsv } from '../statistics/comparison/comparisonToCsv.ts'

/** The files of a comparison in a release, beside those of its statistic: its figures, and the query of its other side. */
export function* comparisonFiles(comparison: ComparisonTable): Generator<ReleaseFile> {
  const path = `statistics/${comparisonName(comparison)}`
  yield { path: `${path}.csv`, mediaType: 'text/csv', content: () => comparisonToCsv(comparison) }
  yield {
    path: `${path}.rq`,
    mediaType: 'application/sparql-query',
    content: () => `${comparison.queries.other}\n`,
  }
}
