import type * as RDF from '@rdfjs/types'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'
import type { BenchQuery, ColumnKind } from './queries.ts'

/** As much of a term as engines agree on. */
export type PlainTerm = Pick<RDF.Term, 'termType' | 'value'> & {
  readonly language?: string
  readonly datatype?: { readonly value: string }
}

/** A solution, or a triple of a graph as the solution of three variables; an unbound variable has no entry. */
export type Row = Readonly<Record<string, PlainTerm | undefined>>

const NUMERIC = new Set(
  ['integer', 'decimal', 'double', 'float', 'int', 'long'].map(name => PREFIXES.xsd + name),
)

/**
 * An answer in a form in which equal answers are equal: a text for each row, sorted where the order is not part of the
 * answer. Numbers are compared by value, to ten digits; of other literals the datatype is not compared, which not all
 * engines keep.
 */
export function canonicalRows(rows: readonly Row[], { isOrdered, about }: BenchQuery): string[] {
  const compared = about === undefined ? rows : rows.filter(({ subject }) => subject?.value === about)
  const texts = compared.map(row =>
    Object.keys(row)
      .sort()
      .flatMap(name => (row[name] ? [`?${name} = ${canonicalTerm(row[name])}`] : []))
      .join(', '),
  )
  return isOrdered ? texts : texts.sort()
}

/** What an SQL answer says, as terms. */
export function toRow(
  values: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, ColumnKind>>,
): Row {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, kind]) => {
      const value = values[name]
      return value === null || value === undefined ? [] : [[name, toTerm(String(value), kind)]]
    }),
  )
}

function toTerm(value: string, kind: ColumnKind): PlainTerm {
  if (kind === 'number') return { termType: 'Literal', value, datatype: { value: `${PREFIXES.xsd}decimal` } }
  if (kind === 'fr') return { termType: 'Literal', value, language: 'fr' }
  return { termType: 'NamedNode', value: kind.iri + value }
}

function canonicalTerm({ termType, value, language, datatype }: PlainTerm): string {
  if (termType === 'NamedNode') return `<${value}>`
  if (datatype && NUMERIC.has(datatype.value)) return String(Number(Number(value).toPrecision(10)))
  return language ? `"${value}"@${language.toLowerCase()}` : `"${value}"`
}

/** What tells two answers apart, in a few lines; `undefined` where they are equal. */
export function differenceOf(expected: readonly string[], actual: readonly string[]): string | undefined {
  const at = expected.findIndex((row, index) => row !== actual[index])
  if (at < 0 && expected.length === actual.length) return undefined
  const first = at < 0 ? expected.length : at
  return [
    `${expected.length} rows against ${actual.length}; the first that differs is ${first + 1}:`,
    `  ${expected[first] ?? '(none)'}`,
    `  ${actual[first] ?? '(none)'}`,
  ].join('\n')
}
