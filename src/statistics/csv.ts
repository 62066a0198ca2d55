import { toCsvLine } from '../query/csvLine.ts'
import type { Observation, Table } from './statistic.ts'

/**
 * A table as CSV (RFC 4180, lines end with CRLF): per dimension its code, label and IRI, then n, base, missing and
 * share (a percentage with four decimals and a point; empty where the base is 0).
 */
export function tableToCsv({ dimensions, measures, observations }: Table): string {
  const header = [...dimensions.flatMap(name => [name, `${name}Label`, `${name}Iri`]), ...measures]
  return [header, ...observations.map(toFields)].map(toCsvLine).join('')
}

function toFields({ values, n, base, missing, share }: Observation): readonly string[] {
  return [
    ...values.flatMap(({ code, label, iri }) => [code, label, iri ?? '']),
    ...[n, base, missing].map(count => (count === null ? '' : String(count))),
    share === null ? '' : share.toFixed(4),
  ]
}
