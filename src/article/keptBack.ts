import type { Observation } from '../statistics/statistic.ts'

/** Rows of which nothing is published that are shown as such; where there are more, they are only named. */
const SHOWN_KEPT = 3

/** Rows, and those among them that are only named. */
export interface ToldRows<Row> {
  readonly told: readonly Row[]
  readonly kept: readonly Row[]
}

/** Takes rows of which nothing is published out, where they are so many that they would hide the others. */
export function parted<Row>(rows: readonly Row[], isKept: (row: Row) => boolean): ToldRows<Row> {
  const kept = rows.filter(isKept)
  return kept.length > SHOWN_KEPT
    ? { told: rows.filter(row => !isKept(row)), kept }
    : { told: rows, kept: [] }
}

/** Whether nothing is published of a cell. */
export function isKeptBack({ isSuppressed, base, missing }: Observation): boolean {
  return isSuppressed === true && base === null && missing === null
}
