import { toCsvLine } from '../query/csvLine.ts'
import { csvColumns } from './exchange/csvColumns.ts'
import type { Table } from './statistic.ts'

/**
 * A table as CSV (RFC 4180, lines end with CRLF): per dimension its code, label and IRI, then the measures, n, base,
 * missing and share first (a percentage with four decimals and a point; empty where the base is 0). Where there are
 * rows for no answer or for several values together, a column says so (`missing`, `other`); where figures are kept
 * back, or only known as about so much, a column `status` does (`suppressed`, `approximate`).
 */
export function tableToCsv(table: Table): string {
  const columns = csvColumns(table)
  const lines = table.observations.map(observation => columns.map(({ write }) => write(observation)))
  return [columns.map(({ header }) => header), ...lines].map(toCsvLine).join('')
}
