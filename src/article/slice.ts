import type { LocalizedText } from '../errors.ts'
import type { ChartDefinition, Table } from '../statistics/statistic.ts'
import { observationsAt } from './observationsAt.ts'

/**
 * The rows of a table that have some values, and are told without them: of two dimensions one is left (a slice in the
 * terms of the Data Cube vocabulary, §7). Dimensions that the table lacks are no matter.
 *
 * @param at codes by dimension
 */
export function sliceTable(table: Table, at: Readonly<Record<string, string>> = {}): Table {
  const fixed = table.dimensions.flatMap((name, index) => (Object.hasOwn(at, name) ? [index] : []))
  if (fixed.length === 0) return table
  const observations = observationsAt(table, at)
  const isLeft = (_: unknown, index: number) => !fixed.includes(index)
  const labels = fixed.map(index => observations[0]?.values[index]?.label ?? at[table.dimensions[index]!]!)
  const titled = (title: string, colon: string) => `${title}${colon}${labels.join(', ')}`
  const title: LocalizedText = { fr: titled(table.title.fr, '\u00a0: '), en: titled(table.title.en, ': ') }
  const dimensions = table.dimensions.filter(isLeft)
  const { within, chart, ...rest } = table
  return {
    ...rest,
    ...(within !== undefined && dimensions.length > 1 ? { within } : {}),
    ...chartOf(chart, dimensions.length),
    title,
    dimensions,
    observations: observations.map(one => ({ ...one, values: one.values.filter(isLeft) })),
  }
}

/** How a slice is drawn: a kind that needs the dimensions which are told in its title gives way to bars. */
function chartOf(
  chart: ChartDefinition | undefined,
  dimensions: number,
): { readonly chart?: ChartDefinition } {
  if (!chart) return {}
  const { kind, ...rest } = chart
  const isLost = kind === 'stacked' || kind === 'multiples' || (kind === 'map' && dimensions !== 1)
  return { chart: isLost ? rest : chart }
}
