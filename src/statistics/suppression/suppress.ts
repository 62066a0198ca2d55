import { StatisticsError } from '../../errors.ts'
import type { DimensionValue, FurtherMeasure, Observation, Table } from '../statistic.ts'
import { hideCells } from './hideCells.ts'
import { hideNumbers, numbersNote, withSafeNumbers } from './numbers.ts'
import type { Sum } from './sums.ts'
import { noteCost } from './suppressionCost.ts'

/** How small counts are kept back. */
export interface SuppressionOptions {
  /** Counts from 1 to one less than this are kept back: a whole number from 2. */
  readonly below: number
  /** Of two dimensions, the one whose values are the bases. Default: that of the table. */
  readonly within?: string
}

/**
 * Keeps small cells back, and as many others as it takes that no reader can tell them by subtracting what is published
 * from the bases and from the size of the population: with two dimensions from the totals of the other dimension too,
 * which another table may publish. What is kept back comes last, by its code: the order of a table would tell it as well.
 *
 * What is protected are answers. Who did not answer gave none:
 *
 * - Where those who did not answer have a row of their own (`showMissing`), or shares are of the whole population, how
 *   many they are is a cell like any other, and is protected as one. As the size of the population is known as a rule,
 *   it takes another cell with it; of shares of those who answered, the base, and with it all shares of that base.
 * - In other tables `missing` is told, however few they are: it is what the size of the population leaves of the base,
 *   and to hide it would take the base and all shares from every table that a few did not answer. It is kept back with
 *   the base, or where there are few in all.
 * - Measures of a number are kept back where fewer than the threshold gave one, a minimum and a maximum always, and a
 *   quantile where fewer lie on one side of it. How many of a cell gave none is no answer either.
 *
 * @throws {StatisticsError} where the threshold is no whole number from 2, or `within` none of the dimensions
 */
export function suppressSmallCells(table: Table, options: SuppressionOptions): Table {
  checkOptions(table, options)
  const { below } = options
  const within = options.within ?? table.within
  const { dimensions, observations } = table
  const noted = table.measures.includes('valid')
    ? { ...table, notes: [...(table.notes ?? []), numbersNote(below)] }
    : table
  if (dimensions.length === 0) {
    const safe = observations.map(one =>
      isSmall(one.n, below)
        ? withoutFigures(one, false)
        : withSafeNumbers(one, below, isSmall(one.further?.valid ?? 0, below)),
    )
    return tell(noted, safe, below)
  }
  const blockOf = blockKey(dimensions, within)
  const cells = observations.filter(one => one.n !== null && isCell(one))
  const indexOf = new Map(cells.map((cell, index) => [cell, index]))
  const isOfAll = table.base === 'population'
  const isMissingACell = isOfAll || observations.some(one => !isCell(one))
  const unanswered = isMissingACell ? missingCells(observations, blockOf, cells.length) : NONE
  const indicesOf = (group: readonly Observation[]) => group.map(one => indexOf.get(one)!)
  const blocks = [...Map.groupBy(cells, blockOf)].filter(([, group]) => tellsSum(table, group, below))
  const rows = new Map<string, Sum>(
    blocks.map(([key, group]) => {
      const missing = unanswered.get(key)
      return [key, { cells: [...indicesOf(group), ...(missing ? [missing.index] : [])], isPublished: true }]
    }),
  )
  const columns: Sum[] =
    dimensions.length < 2
      ? []
      : [...Map.groupBy(cells, columnKey(dimensions, within)).values()].map(group => ({
          cells: indicesOf(group),
          isPublished: false,
        }))
  const lasts = [...unanswered.values()].map(({ index }) => index)
  const ofSmallBase = new Set(cells.filter(({ base }) => isSmall(base, below)))
  const hidden = hideCells(
    {
      counts: [...cells.map(({ n }) => n!), ...[...unanswered.values()].map(({ count }) => count)],
      // With how many did not answer, all shares of those who did are kept back.
      costs: [
        ...cells.map(({ n }) => n! + 1),
        ...[...unanswered.values()].map(({ count, base }) => count + 1 + (isOfAll ? 0 : base)),
      ],
      // A value that nobody has is a row only where the whole list is.
      least: dimensions.length < 2 && cells.every(({ n }) => n! > 0) ? 1 : 0,
      rows: [...rows.values()],
      columns: dimensions.length < 2 ? [] : [...columns, { cells: lasts, isPublished: false }],
    },
    below,
    {
      cells: new Set(
        [...ofSmallBase].flatMap(cell => {
          const missing = unanswered.get(blockOf(cell))
          return [indexOf.get(cell)!, ...(missing ? [missing.index] : [])]
        }),
      ),
      sums: new Set([...ofSmallBase].flatMap(cell => rows.get(blockOf(cell)) ?? [])),
    },
  )
  const numbers = hideNumbers(
    {
      cells,
      hidden: new Set([...hidden.cells].filter(index => index < cells.length)),
      rows: blocks.map(([, group]) => ({ cells: indicesOf(group), isPublished: false })),
      columns,
    },
    below,
  )
  const isTaken = (one: Observation) => hidden.cells.has(unanswered.get(blockOf(one))?.index ?? -1)
  const isBaseHidden = (one: Observation) => {
    const sum = rows.get(blockOf(one))
    return (
      isSmall(one.base, below) || (sum !== undefined && hidden.sums.has(sum)) || (!isOfAll && isTaken(one))
    )
  }
  const isMissingHidden = (one: Observation) =>
    isBaseHidden(one) || isTaken(one) || (!isOfAll && isSmall((one.base ?? 0) + (one.missing ?? 0), below))
  const safe: Safe = {
    isHidden: one => (isCell(one) ? hidden.cells.has(indexOf.get(one) ?? -1) : isMissingHidden(one)),
    isBaseHidden,
    isMissingHidden,
    withNumbers: one => withSafeNumbers(one, below, numbers.has(indexOf.get(one) ?? -1)),
  }
  return tell(noted, inSafeOrder(observations, blockOf, safe), below)
}

/** The table with what may be told of it. What that costs is noted for its keeper. */
function tell(table: Table, observations: readonly Observation[], below: number): Table {
  const kept = observations.filter(({ isSuppressed }) => isSuppressed).length
  const small = table.observations.filter(({ n }) => isSmall(n, below)).length
  const withoutShare = observations.filter(
    ({ n, base, values }) => n !== null && base === null && values.every(({ role }) => role !== 'missing'),
  ).length
  if (kept > 0 || withoutShare > 0)
    noteCost(observations, { cells: observations.length, small, further: kept - small, withoutShare })
  return { ...table, observations }
}

/** How many did not answer of a base. */
interface Unanswered {
  readonly index: number
  readonly count: number
  readonly base: number
}

const NONE: ReadonlyMap<string, Unanswered> = new Map()

/** How many did not answer, of each base where somebody did not: counts beside those of the cells. */
function missingCells(
  observations: readonly Observation[],
  blockOf: (one: Observation) => string,
  first: number,
): ReadonlyMap<string, Unanswered> {
  const found = new Map<string, Unanswered>()
  for (const one of observations) {
    const key = blockOf(one)
    if (!one.missing || found.has(key)) continue
    found.set(key, { index: first + found.size, count: one.missing, base: one.base ?? 0 })
  }
  return found
}

function checkOptions({ id, dimensions }: Table, options: SuppressionOptions): void {
  const { below, within } = (options ?? {}) as Partial<SuppressionOptions>
  if (below === undefined || !Number.isSafeInteger(below) || below < 2) {
    throw new StatisticsError(
      `counts of the table "${id}" are to be kept back "below" ${below}; it should be a whole number from 2`,
    )
  }
  if (within !== undefined && !dimensions.includes(within)) {
    throw new StatisticsError(
      `the bases of the table "${id}" are to be "within" "${within}", which is none of its dimensions; there is ${dimensions.join(', ') || 'none'}`,
    )
  }
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
function tellsSum({ base }: Table, group: readonly Observation[], below: number): boolean {
  const sum = group.reduce((total, { n }) => total + n!, 0)
  const [first] = group
  const unanswered = base === 'population' ? (first!.missing ?? 0) : 0
  return sum + unanswered - first!.base! < below
}

/** What is kept back of which observation. */
interface Safe {
  readonly isHidden: (one: Observation) => boolean
  readonly isBaseHidden: (one: Observation) => boolean
  readonly isMissingHidden: (one: Observation) => boolean
  /** The observation, of its measures of a number those that may be told. */
  readonly withNumbers: (one: Observation) => Observation
}

/** Block by block: what is shown as it comes, then what is kept back, then those who did not answer. */
function inSafeOrder(
  observations: readonly Observation[],
  blockOf: (one: Observation) => string,
  { isHidden, isBaseHidden, isMissingHidden, withNumbers }: Safe,
): Observation[] {
  return [...Map.groupBy(observations, blockOf).values()].flatMap(block => {
    const cells = block.filter(isCell)
    const kept = cells.filter(isHidden).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    // Each cumulative share beyond the first cell that is missing in the sum would tell it.
    const cumulates = kept.length === 0
    const toShown = (one: Observation) => {
      const shown = cumulates ? withNumbers(one) : without(['cumulativeShare'], withNumbers(one))
      if (isBaseHidden(one)) return withoutBase(shown)
      return isMissingHidden(one) ? { ...shown, missing: null } : shown
    }
    const toKept = (one: Observation) => {
      const shown = withoutFigures(one, isBaseHidden(one))
      return isMissingHidden(one) ? { ...shown, missing: null } : shown
    }
    return [
      ...cells.filter(one => !isHidden(one)).map(toShown),
      ...kept.map(toKept),
      ...block.filter(one => !isCell(one)).map(one => (isHidden(one) ? toKept(one) : toShown(one))),
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

/** The count alone: each share would tell of how many it is one. */
function withoutBase(one: Observation): Observation {
  const shown = without(['cumulativeShare', 'lower', 'upper'], one)
  return { ...shown, base: null, missing: null, share: null }
}

function without(measures: readonly FurtherMeasure[], one: Observation): Observation {
  const { further } = one
  const told = measures.filter(name => further?.[name] !== undefined)
  if (told.length === 0) return one
  return { ...one, further: { ...further, ...Object.fromEntries(told.map(name => [name, null])) } }
}
