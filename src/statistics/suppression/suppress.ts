import type { DimensionValue, Observation, Table } from '../statistic.ts'
import { hideCells } from './hideCells.ts'
import type { Sum } from './sums.ts'

/** How small counts are kept back. */
export interface SuppressionOptions {
  /** Counts from 1 to one less than this are kept back. */
  readonly below: number
  /** Of two dimensions, the one whose values are the bases. */
  readonly within?: string
}

/**
 * Keeps small cells back, and as many others as it takes that no reader can tell them by subtracting what is published
 * from the bases: with two dimensions from the totals of the other dimension too, which another table may publish. What
 * is kept back comes last, by its code: the order of a table would tell it as well.
 */
export function suppressSmallCells(table: Table, { below, within }: SuppressionOptions): Table {
  const { dimensions, observations } = table
  if (dimensions.length === 0) {
    return {
      ...table,
      observations: observations.map(one => (isSmall(one.n, below) ? withoutFigures(one, false) : one)),
    }
  }
  const blockOf = blockKey(dimensions, within)
  const cells = observations.filter(one => one.n !== null && isCell(one))
  const indexOf = new Map(cells.map((cell, index) => [cell, index]))
  const toSum = (group: readonly Observation[], isPublished: boolean): Sum => ({
    cells: group.map(one => indexOf.get(one)!),
    isPublished,
  })
  const rows = new Map(
    [...Map.groupBy(cells, blockOf)].flatMap(([key, group]) =>
      tellsSum(group, below) ? [[key, toSum(group, true)]] : [],
    ),
  )
  const columns =
    dimensions.length < 2
      ? []
      : [...Map.groupBy(cells, columnKey(dimensions, within)).values()].map(group => toSum(group, false))
  const ofSmallBase = new Set(cells.filter(({ base }) => isSmall(base, below)))
  const hidden = hideCells(
    {
      counts: cells.map(({ n }) => n!),
      least: dimensions.length < 2 ? 1 : 0,
      rows: [...rows.values()],
      columns,
    },
    below,
    {
      cells: new Set([...ofSmallBase].map(cell => indexOf.get(cell)!)),
      sums: new Set([...ofSmallBase].flatMap(cell => rows.get(blockOf(cell)) ?? [])),
    },
  )
  const isHidden = (one: Observation) => hidden.cells.has(indexOf.get(one) ?? -1)
  const isBaseHidden = (one: Observation) => {
    const sum = rows.get(blockOf(one))
    return isSmall(one.base, below) || (sum !== undefined && hidden.sums.has(sum))
  }
  return { ...table, observations: inSafeOrder(observations, blockOf, isHidden, isBaseHidden) }
}

function isCell({ values }: Observation): boolean {
  return values.every(({ role }) => role !== 'missing')
}

function isSmall(count: number | null, below: number): boolean {
  return count !== null && count > 0 && count < below
}

/** Observations with one base have one key. */
function blockKey(dimensions: readonly string[], within: string | undefined): (one: Observation) => string {
  const index = within === undefined ? -1 : dimensions.indexOf(within)
  return dimensions.length < 2 || index < 0 ? () => '' : ({ values }) => keyOf(values[index]!)
}

function columnKey(dimensions: readonly string[], within: string | undefined): (one: Observation) => string {
  const index = within !== undefined && dimensions[0] === within ? 1 : 0
  return ({ values }) => keyOf(values[index]!)
}

/** A missing value is no value of the name that it has. */
function keyOf({ code, role }: DimensionValue): string {
  return `${role ?? ''} ${code}`
}

/** Whether the base tells what the counts add up to: not where those with several values are many enough. */
function tellsSum(group: readonly Observation[], below: number): boolean {
  const sum = group.reduce((total, { n }) => total + n!, 0)
  return sum - group[0]!.base! < below
}

/** Block by block: what is shown as it comes, then what is kept back. */
function inSafeOrder(
  observations: readonly Observation[],
  blockOf: (one: Observation) => string,
  isHidden: (one: Observation) => boolean,
  isBaseHidden: (one: Observation) => boolean,
): Observation[] {
  return [...Map.groupBy(observations, blockOf).values()].flatMap(block => {
    const kept = block.filter(isHidden).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    // Each cumulative share beyond the first cell that is missing in the sum would tell it.
    const cumulates = kept.length === 0
    const shown = block.filter(one => !isHidden(one))
    return [
      ...shown.map(one =>
        isBaseHidden(one) ? withoutFigures(one, true) : cumulates ? one : withoutCumulative(one),
      ),
      ...kept.map(one => withoutFigures(one, isBaseHidden(one))),
    ]
  })
}

function sortKey({ values }: Observation): string {
  return JSON.stringify(values.map(({ code }) => code))
}

function withoutFigures({ further, ...one }: Observation, base: boolean): Observation {
  return {
    ...one,
    n: null,
    share: null,
    ...(base ? { base: null, missing: null } : {}),
    ...(further ? { further: Object.fromEntries(Object.keys(further).map(name => [name, null])) } : {}),
    isSuppressed: true,
  }
}

function withoutCumulative(one: Observation): Observation {
  return one.further?.cumulativeShare === undefined
    ? one
    : { ...one, further: { ...one.further, cumulativeShare: null } }
}
