import { toCsvLine } from '../../query/csvLine.ts'
import type { ComparisonTable } from './comparison.ts'
import { comparisonColumns } from './comparisonColumns.ts'

/**
 * A comparison as CSV (RFC 4180, lines end with CRLF): per dimension its code, label and IRI, and where it has rows for no
 * answer or for other values together their role; of each side, `own` and `other`, its status ({@link SideStatus}), n,
 * base and share, and where it is a sample the bounds of its interval; then the difference in percentage points, its
 * bounds where there are samples, and the ratio. What is not known, or is kept back, is empty.
 */
export function comparisonToCsv(comparison: ComparisonTable): string {
  const columns = comparisonColumns(comparison)
  const rows = comparison.observations.map(observation => columns.map(({ write }) => write(observation)))
  return [columns.map(({ header }) => header), ...rows].map(toCsvLine).join('')
}
