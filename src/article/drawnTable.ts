import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { Observation, Table } from '../statistics/statistic.ts'
import { parted } from './keptBack.ts'

/** Bars, and panels of bars, that a page has at most: what is smaller is in the table only. */
const MOST = { bars: 40, panels: 12 } as const
/** Bars in an order of their own that a page has at most: of more nothing would be read. */
const MOST_ORDERED = 60

/** What of a table is drawn in a page. */
export interface DrawnTable {
  /** Without rows where there is nothing to draw. */
  readonly table: Table
  /** How many bars or panels there are at most. Default: as many as a chart has anywhere. */
  readonly limit?: number
}

/**
 * A table as it is drawn in a page: without groups of bars of which nothing would be seen, and of many values the
 * greatest. Years and numbers keep their order: all of them are drawn, or, of too many, none where nobody asks for it. A
 * chart is for comparing: one bar says nothing that a sentence does not.
 */
export function drawnTable(table: Table, descriptions: DimensionDescriptions): DrawnTable {
  const { dimensions, within, observations, chart } = table
  const none = { table: { ...table, observations: [] } }
  if (chart?.kind === 'none' || observations.length < 2) return none
  if (chart?.kind === 'map') return { table }
  const outer = dimensions.indexOf(within ?? '')
  const groups = [...Map.groupBy(observations, one => (outer < 0 ? one : one.values[outer]!.code)).values()]
  const { told } = parted(groups, group => group.every(({ isSuppressed }) => isSuppressed))
  if (told.flat().length < 2) return none
  const name = dimensions[Math.max(outer, 0)]
  if (name !== undefined && isOrdered(name, descriptions)) {
    const isTooMuch = told.length > MOST_ORDERED && chart?.kind === undefined
    return isTooMuch ? none : { table: { ...table, observations: told.flat() } }
  }
  const limit = hasPanels(table) ? MOST.panels : MOST.bars
  const ranked = told.length > limit ? told.toSorted((a, b) => sizeOf(b) - sizeOf(a)) : told
  return { table: { ...table, observations: ranked.flat() }, limit }
}

/** Whether the values of a dimension have an order of their own. */
function isOrdered(name: string, descriptions: DimensionDescriptions): boolean {
  const datatype = Object.hasOwn(descriptions, name) ? descriptions[name]?.datatype : undefined
  return name === 'foundingYear' || (datatype !== undefined && ORDERED.has(datatype))
}

const ORDERED: ReadonlySet<string> = new Set(['integer', 'decimal', 'date', 'gYear'])

/** Whether each value of the dimension that gives the bases is drawn in a panel of its own. */
function hasPanels({ within, chart, isMultiValued, observations }: Table): boolean {
  if (within === undefined) return false
  if (chart?.kind !== undefined) return chart.kind === 'multiples'
  return isMultiValued === true || observations.every(({ share }) => share === null)
}

/** The count or share of a bar, the base of a group of them. Rows that are no value come last. */
function sizeOf(group: readonly Observation[]): number {
  const [first] = group
  if (group.length > 1) return Math.max(...group.map(({ base }) => base ?? 0))
  return first!.values.some(({ role }) => role !== undefined) ? -1 : (first!.n ?? first!.share ?? 0)
}
