import { cheapestCycle } from './cheapestCycle.ts'
import { costOf, freedomOf, type Sum, type Sums } from './sums.ts'

/** What is kept back. */
export interface Hidden {
  readonly cells: ReadonlySet<number>
  readonly sums: ReadonlySet<Sum>
}

/**
 * Which cells are kept back so that none below the threshold can be told: these themselves, and others, as small as may
 * be, until each of them may have as many different counts as the threshold is high. Where even all cells of a sum do
 * not suffice, the sum is kept back with them.
 *
 * @param below counts from 1 to one less are kept back
 * @param known what is kept back already
 */
export function hideCells(sums: Sums, below: number, known: Hidden): Hidden {
  const { counts, rows, columns } = sums
  const small = counts.flatMap((count, cell) => (count > 0 && count < below ? [cell] : []))
  const cells = new Set([...known.cells, ...small])
  const open = new Set(known.sums)
  const sumsOf = new Map<number, Sum[]>()
  for (const sum of [...rows, ...columns]) {
    for (const cell of sum.cells) sumsOf.set(cell, [...(sumsOf.get(cell) ?? []), sum])
  }
  for (const cell of small) {
    const own = sumsOf.get(cell) ?? []
    while (freedomOf(cell, cells, open, sums, below) < below) {
      const more = cheapestCycle(cell, cells, open, sums)
      for (const one of more) cells.add(one)
      if (more.length > 0) continue
      const next = smallestOf(
        own.flatMap(sum => (open.has(sum) ? [] : sum.cells)),
        cells,
        sums,
      )
      if (next !== undefined) {
        cells.add(next)
        continue
      }
      // All that it shares a sum with is hidden, and still tells it: so do the sums of these.
      const sum = smallestSum(
        own.flatMap(one => one.cells.flatMap(other => sumsOf.get(other)!)),
        open,
        counts,
      )
      if (!sum) break
      for (const one of sum.cells) cells.add(one)
      open.add(sum)
    }
  }
  return { cells, sums: open }
}

/** The smallest cell that is still shown: what it costs the reader is least. Of equal ones the first. */
function smallestOf(among: readonly number[], hidden: ReadonlySet<number>, sums: Sums): number | undefined {
  let smallest: number | undefined
  for (const cell of among) {
    if (hidden.has(cell)) continue
    if (smallest === undefined || costOf(cell, sums) < costOf(smallest, sums)) smallest = cell
  }
  return smallest
}

/** The smallest published sum that is still shown. */
function smallestSum(
  among: readonly Sum[],
  open: ReadonlySet<Sum>,
  counts: readonly number[],
): Sum | undefined {
  const totalOf = ({ cells }: Sum) => cells.reduce((total, cell) => total + counts[cell]!, 0)
  return among
    .filter(sum => sum.isPublished && !open.has(sum))
    .reduce<Sum | undefined>(
      (smallest, sum) => (smallest === undefined || totalOf(sum) < totalOf(smallest) ? sum : smallest),
      undefined,
    )
}
