import type { Observation, Table } from '../statistic.ts'

/** A row of a rate of response, whose counts are known. */
type Rate = Observation & { readonly n: number; readonly base: number }

/**
 * Keeps back the rates of strata of which so few answered, or so few did not, that it may be told who: counts from 1 to
 * one less than `below`, on either side. How many were asked of a stratum, and how many answered of all, is taken for
 * known: further strata, the smallest first, are kept back until no count can be told exactly from these by subtraction.
 *
 * Where all who were asked answered, or nobody did, nothing hides what anybody did.
 *
 * @param options `total`: how many answered of all; `below`: a whole number from 2; `areDisjoint`: whether each actor is
 *   in one stratum. Where they overlap nothing adds up, and nothing is told by subtraction.
 */
export function suppressRates(
  table: Table,
  {
    total,
    below,
    areDisjoint,
  }: { readonly total: number; readonly below: number; readonly areDisjoint: boolean },
): Table {
  const rows = table.observations as readonly Rate[]
  const isFew = (count: number) => count > 0 && count < below
  const sensitive = new Set(rows.filter(({ n, base }) => isFew(n) || isFew(base - n)))
  if (sensitive.size === 0) return table
  const hidden = new Set(sensitive)
  const others = rows.filter(row => !hidden.has(row)).sort((a, b) => b.base - a.base)
  const sizes = new Set([...sensitive].map(({ base }) => base))
  // How many of the strata that are kept back answered, and were asked.
  let left = others.reduce((rest, { n }) => rest - n, total)
  let asked = [...hidden].reduce((sum, { base }) => sum + base, 0)
  while (areDisjoint && isAnyTold(sizes, left, asked)) {
    const next = others.pop()
    if (!next) break
    hidden.add(next)
    left += next.n
    asked += next.base
  }
  return {
    ...table,
    observations: rows.map(row =>
      hidden.has(row)
        ? { values: row.values, n: null, base: null, missing: null, share: null, isSuppressed: true }
        : row,
    ),
  }
}

/** Whether the count of a stratum of one of these sizes is the only one that the others leave. */
function isAnyTold(sizes: ReadonlySet<number>, left: number, asked: number): boolean {
  return [...sizes].some(base => Math.max(0, left - (asked - base)) === Math.min(base, left))
}
