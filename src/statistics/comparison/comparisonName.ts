import type { ComparisonTable } from './comparison.ts'

/** What the files of a comparison are called, beside those of its statistic. */
export function comparisonName({ statistic, id }: Pick<ComparisonTable, 'statistic' | 'id'>): string {
  return `${statistic}.compare.${id}`
}

/** What the query of its own side is called: that of its statistic may be another one. */
export function ownQueryName(comparison: Pick<ComparisonTable, 'statistic' | 'id'>): string {
  return `${comparisonName(comparison)}.own`
}
