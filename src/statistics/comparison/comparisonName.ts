import type { ComparisonTable } from './comparison.ts'

/** What the files of a comparison are called, beside those of its statistic. */
export function comparisonName({ statistic, id }: Pick<ComparisonTable, 'statistic' | 'id'>): string {
  return `${statistic}.compare.${id}`
}
