import { roundNumber, roundShare } from '../statistics/rounding.ts'
import { PARTICIPATION } from '../statistics/sample/participation.ts'
import type { Observation, Table } from '../statistics/statistic.ts'
import type { CellReference, PublishedFigure } from './article.ts'
import { observationsAt } from './observationsAt.ts'

/**
 * How a published figure relates to that of the directory.
 *
 * - `same`: equal, with all its digits.
 * - `truncated`, `rounded`: equal to its digits, if the share is truncated or rounded half up; `digits` if either way.
 * - `approximate`: its words say about how much, and it is no more than {@link NEARNESS} away.
 * - `explained`: it differs, and the definition says why. `unexplained`: it does not.
 * - `unknown`: there is nothing to hold it against.
 */
export type Verdict =
  | 'same'
  | 'truncated'
  | 'rounded'
  | 'digits'
  | 'approximate'
  | 'explained'
  | 'unexplained'
  | 'unknown'

/** Percentage points, or percent of a count, within which “about” is right: half of a step of five. */
export const NEARNESS = 2.5

/** A published figure beside that of the directory. */
export interface PublishedComparison {
  readonly figure: PublishedFigure
  readonly table: Table | undefined
  /** Of a figure of a cell. */
  readonly cell: Observation | undefined
  /** The figure of the directory; of a share in percent, with four decimals. */
  readonly actual: number | null
  readonly verdict: Verdict
}

/** Holds a published figure against the tables. */
export function comparePublished(
  figure: PublishedFigure,
  tables: ReadonlyMap<string, Table>,
): PublishedComparison {
  const table = tables.get(figure.statistic)
  const isOfTable = figure.measure === 'values'
  const cell = table && !isOfTable ? findCell(table, figure) : undefined
  const actual = table ? actualOf(figure, table, cell) : null
  return { figure, table, cell, actual, verdict: judge(figure, cell, actual) }
}

/**
 * The cell of a table that has these codes; of a table without dimensions the only one. That it is those who answered
 * whom a rate of response tells of need not be said.
 */
export function findCell(table: Table, { at = {} }: CellReference): Observation | undefined {
  const isTold = table.dimensions.every(name => name === PARTICIPATION || Object.hasOwn(at, name))
  return isTold ? observationsAt(table, at)[0] : undefined
}

function actualOf(
  { measure = 'share' }: PublishedFigure,
  table: Table,
  cell: Observation | undefined,
): number | null {
  if (measure === 'values') return valuesOf(table)
  if (!cell) return null
  return measure === 'rank' ? rankOf(table, cell) : cell[measure]
}

/** How many values somebody has; `null` where some are kept back, for these are not told from those of nobody. */
function valuesOf({ observations }: Table): number | null {
  if (observations.some(({ isSuppressed }) => isSuppressed)) return null
  return observations.filter(({ n, values }) => n !== 0 && values.every(({ role }) => role === undefined))
    .length
}

/** 1 for the greatest count, or the greatest share where there are only shares; equals share a rank. Of values only. */
function rankOf({ dimensions, within, observations }: Table, cell: Observation): number | null {
  const sizeOf = ({ n, share }: Observation) => n ?? share
  if (cell.values.some(({ role }) => role !== undefined)) return null
  const size = sizeOf(cell)
  const outer = dimensions.indexOf(within ?? '')
  const rivals = observations.filter(
    ({ values }) =>
      values[outer]?.code === cell.values[outer]?.code && values.every(({ role }) => role === undefined),
  )
  if (size === null || rivals.some(one => sizeOf(one) === null)) return null
  return 1 + rivals.filter(one => sizeOf(one)! > size).length
}

function judge(figure: PublishedFigure, cell: Observation | undefined, actual: number | null): Verdict {
  const { value, measure = 'share', isApproximate, reason } = figure
  if (actual === null) return 'unknown'
  const byDigits = measure === 'share' ? judgeDigits(figure, cell!) : value === actual ? 'same' : undefined
  if (byDigits) return byDigits
  const distance = measure === 'share' ? 1 : actual / 100
  if (isApproximate && Math.abs(value - actual) <= NEARNESS * distance) return 'approximate'
  return reason === undefined ? 'unexplained' : 'explained'
}

/** Whether a share has the digits that were published, from the counts where they are known. */
function judgeDigits(
  { value, rounding }: PublishedFigure,
  { n, base, share }: Observation,
): Verdict | undefined {
  const decimals = decimalsOf(value)
  if (decimals > 4) return undefined
  const isEqual = (mode: 'half-up' | 'truncate') =>
    value ===
    (n === null || base === null
      ? roundNumber(share!, { decimals, mode })
      : roundShare(n, base, { decimals, mode }))
  const truncates = rounding !== 'half-up' && isEqual('truncate')
  const rounds = rounding !== 'truncate' && isEqual('half-up')
  if (!truncates && !rounds) return undefined
  if (isExact(value, n, base, share)) return 'same'
  return truncates && rounds ? 'digits' : truncates ? 'truncated' : 'rounded'
}

/** Whether nothing was lost: the share has no further digits than those published. */
function isExact(value: number, n: number | null, base: number | null, share: number | null): boolean {
  return n === null || base === null
    ? value === share
    : roundShare(n, base, { decimals: 9, mode: 'truncate' }) === value
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}
