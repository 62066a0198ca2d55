import { cheapestCycle } from './cheapestCycle.ts'
import { hideInSums } from './hideInSums.ts'
import { type Freedom, Network } from './network.ts'
import { costOf, type Hidden, type Sum, type Sums } from './sums.ts'

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
  if (columns.length === 0) return hideInSums(sums, below, known)
  const small = counts.flatMap((count, cell) => (count > 0 && count < below ? [cell] : []))
  const open = new Set(known.sums)
  const network = new Network(sums, [...known.cells, ...small], open)
  const cells = network.hidden
  const sumsOf: Sum[][] = counts.map(() => [])
  for (const sum of [...rows, ...columns]) for (const cell of sum.cells) sumsOf[cell]!.push(sum)
  for (const cell of small) {
    const own = sumsOf[cell]!
    while (network.freedomOf(cell, below).width < below) {
      const more = cheapestCycle(cell, network, sums)
      for (const one of more) network.hide(one)
      if (more.length > 0) continue
      const next = smallestOf(
        own.flatMap(sum => (open.has(sum) ? [] : sum.cells)),
        cells,
        sums,
      )
      if (next !== undefined) {
        network.hide(next)
        continue
      }
      // All that it shares a sum with is hidden, and still tells it: so do the sums of these.
      const sum = smallestSum(
        own.flatMap(one => one.cells.flatMap(other => sumsOf[other]!)),
        open,
        counts,
      )
      if (!sum) break
      network.open(sum)
      open.add(sum)
    }
  }
  const kept = new Set([...known.cells, ...small, ...[...open].flatMap(sum => sum.cells)])
  showAgain(network, sums, { below, small, kept })
  return { cells, sums: open }
}

/**
 * Shows what need not have been kept back, once all is: the dearest first. What hides one small cell may come to hide
 * others too, so that what was taken for these before is not needed any more.
 *
 * @param limits `kept`: what is kept back in any case
 */
function showAgain(
  network: Network,
  sums: Sums,
  {
    below,
    small,
    kept,
  }: { readonly below: number; readonly small: readonly number[]; readonly kept: ReadonlySet<number> },
): void {
  const dearest = [...network.hidden]
    .filter(cell => !kept.has(cell))
    .sort((a, b) => costOf(b, sums) - costOf(a, sums) || a - b)
  if (dearest.length === 0) return
  const freedoms = new Map<number, Freedom>()
  // Of each cell, the small ones that it gives their freedom.
  const gives = new Map<number, Set<number>>()
  const keep = (cell: number, freedom: Freedom) => {
    freedoms.set(cell, freedom)
    for (const one of freedom.by) gives.set(one, (gives.get(one) ?? new Set()).add(cell))
  }
  for (const cell of small) keep(cell, network.freedomOf(cell, below))
  for (const one of dearest) {
    network.show(one)
    const changed = new Map<number, Freedom>()
    for (const cell of gives.get(one) ?? []) {
      const { width, by } = freedoms.get(cell)!
      if (!by.has(one)) continue
      const freedom = network.freedomOf(cell, below)
      if (freedom.width < width) {
        network.hide(one)
        break
      }
      changed.set(cell, freedom)
    }
    if (network.hidden.has(one)) continue
    for (const [cell, freedom] of changed) keep(cell, freedom)
  }
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
