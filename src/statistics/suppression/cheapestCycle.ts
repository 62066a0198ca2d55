import type { Network } from './network.ts'
import { costOf, type Sums } from './sums.ts'

/**
 * The cells that are best kept back with one: a way through the table from its column to its row, over cells that shrink
 * and grow by turns, so that all sums stay what they are. What is hidden already costs nothing (Dijkstra's algorithm, in
 * time linear in the cells and quadratic in the sums).
 *
 * @returns the cells to hide; none where there is no such way, or where it is hidden already
 */
export function cheapestCycle(cell: number, network: Network, sums: Sums): number[] {
  const { counts, least } = sums
  const { hidden, size } = network
  const [to, from] = network.ends(cell)
  const costs = new Float64Array(size).fill(Infinity)
  const by: ({ readonly node: number; readonly cell: number } | undefined)[] = []
  const waiting = new Set([from])
  costs[from] = 0
  for (;;) {
    let nearest: number | undefined
    for (const node of waiting) if (nearest === undefined || costs[node]! < costs[nearest]!) nearest = node
    if (nearest === undefined || nearest === to) break
    waiting.delete(nearest)
    for (const one of network.cellsAt(nearest)) {
      if (one === cell) continue
      const [row, column] = network.ends(one)
      const cost = costs[nearest]! + (hidden.has(one) ? 0 : costOf(one, sums))
      const reach = (next: number) => {
        if (cost >= costs[next]!) return
        costs[next] = cost
        by[next] = { node: nearest, cell: one }
        waiting.add(next)
      }
      // What leaves a column takes from its cell, which must have something to give.
      if (nearest === column && counts[one]! > least) reach(row)
      if (nearest === row) reach(column)
    }
  }
  const found: number[] = []
  for (let step = by[to]; step; step = by[step.node]) if (!hidden.has(step.cell)) found.push(step.cell)
  return found
}
