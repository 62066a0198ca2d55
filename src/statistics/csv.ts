import type { Table } from './statistic.ts'

/**
 * A table as CSV (RFC 4180, UTF-8, CRLF): for each dimension its code, label and IRI, then the measures. Shares
 * have four decimals and a point; a share that there is not is empty.
 */
export function tableToCsv({ dimensions, measures, observations }: Table): string {
  const header = [...dimensions.flatMap(name => [name, `${name}Label`, `${name}Iri`]), ...measures]
  const rows = observations.map(({ values, n, base, missing, share }) => [
    ...values.flatMap(({ code, label, iri = '' }) => [code, label, iri]),
    String(n),
    String(base),
    String(missing),
    share === null ? '' : share.toFixed(4),
  ])
  return [header, ...rows].map(row => `${row.map(quote).join(',')}\r\n`).join('')
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
