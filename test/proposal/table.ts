import { profileSample, type Sample } from '../../src/proposal/sample.ts'

/** A sample of the columns given, by header; rows that a column lacks are empty. */
export function tableOf(columns: Readonly<Record<string, readonly string[]>>): Sample {
  const names = Object.keys(columns)
  const length = Math.max(...Object.values(columns).map(values => values.length))
  const rows = Array.from({ length }, (_, row) => ({ cells: names.map(name => columns[name]![row] ?? '') }))
  return profileSample(names, rows)
}

/** As many texts, made of their number from 1. */
export function times(count: number, make: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index + 1))
}
