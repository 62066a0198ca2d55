import type { LocalizedText } from '../errors.ts'
import type { Table } from '../statistics/statistic.ts'

/**
 * The rows of a table that have some values, and are told without them: of two dimensions one is left (a slice in the
 * terms of the Data Cube vocabulary, §7). Dimensions that the table lacks are no matter.
 *
 * @param at codes by dimension
 */
export function sliceTable(table: Table, at: Readonly<Record<string, string>> = {}): Table {
  const fixed = table.dimensions.flatMap((name, index) => (Object.hasOwn(at, name) ? [index] : []))
  if (fixed.length === 0) return table
  const isOfSlice = (index: number, code: string) => code === at[table.dimensions[index]!]
  const observations = table.observations.filter(({ values }) =>
    fixed.every(index => isOfSlice(index, values[index]!.code)),
  )
  const isLeft = (_: unknown, index: number) => !fixed.includes(index)
  const labels = fixed.map(index => observations[0]?.values[index]?.label ?? at[table.dimensions[index]!]!)
  const titled = (title: string, colon: string) => `${title}${colon}${labels.join(', ')}`
  const title: LocalizedText = { fr: titled(table.title.fr, '\u00a0: '), en: titled(table.title.en, ': ') }
  const dimensions = table.dimensions.filter(isLeft)
  const { within, ...rest } = table
  return {
    ...rest,
    ...(within !== undefined && dimensions.length > 1 ? { within } : {}),
    title,
    dimensions,
    observations: observations.map(one => ({ ...one, values: one.values.filter(isLeft) })),
  }
}
