import type { ComparisonTable } from './comparison.ts'

/** Whether there is a chart of a comparison: of one dimension, so that both sides are read line by line. */
export function hasComparisonChart({ dimensions }: Pick<ComparisonTable, 'dimensions'>): boolean {
  return dimensions.length === 1
}
