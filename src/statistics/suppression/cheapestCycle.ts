import { costOf, type Sum, type Sums } from './sums.ts'

/** The cells in a node of the table: a row, a column, or everything in sums that nobody knows. */
type Node = Sum | 'open'

/**
 * The cells that are best kept back with one: a way through the table from its column to its row, over cells that shrink
 * and grow by turns, so that all sums stay what they are. What is hidden already costs nothing
 * (Dijkstra's algorithm, in time quadratic in the sums).
 *
 * @returns the cells to hide; none where there is no such way, or where it is hidden already
 */
export function cheapestCycle(
  cell: number,
  hidden: ReadonlySet<number>,
  openSums: ReadonlySet<Sum>,
  sums: Sums,
): number[] {
  const { counts, least, rows, columns } = sums
  const nodesOf = (list: readonly Sum[]) => {
    const nodes = new Map<number, Node>()
    for (const sum of list) for (const one of sum.cells) nodes.set(one, openSums.has(sum) ? 'open' : sum)
    return (one: number): Node => nodes.get(one) ?? 'open'
  }
  const [rowOf, columnOf] = [nodesOf(rows), nodesOf(columns)]
  const neighbours = new Map<Node, { cell: number; to: Node }[]>()
  const connect = (from: Node, one: number, to: Node) => {
    const list = neighbours.get(from)
    if (list) list.push({ cell: one, to })
    else neighbours.set(from, [{ cell: one, to }])
  }
  for (const one of counts.keys()) {
    if (one === cell) continue
    // What leaves a column takes from its cell, which must have something to give.
    if (counts[one]! > least) connect(columnOf(one), one, rowOf(one))
    connect(rowOf(one), one, columnOf(one))
  }
  const [from, to] = [columnOf(cell), rowOf(cell)]
  const reached = new Map<Node, { cost: number; by?: { node: Node; cell: number } }>([[from, { cost: 0 }]])
  const done = new Set<Node>()
  for (;;) {
    let nearest: Node | undefined
    for (const [node, { cost }] of reached) {
      if (!done.has(node) && (nearest === undefined || cost < reached.get(nearest)!.cost)) nearest = node
    }
    if (nearest === undefined || nearest === to) break
    done.add(nearest)
    const { cost } = reached.get(nearest)!
    for (const { cell: one, to: next } of neighbours.get(nearest) ?? []) {
      const whole = cost + (hidden.has(one) ? 0 : costOf(one, sums))
      if (whole < (reached.get(next)?.cost ?? Infinity)) {
        reached.set(next, { cost: whole, by: { node: nearest, cell: one } })
      }
    }
  }
  const found: number[] = []
  for (let step = reached.get(to)?.by; step; step = reached.get(step.node)?.by) {
    if (!hidden.has(step.cell)) found.push(step.cell)
  }
  return found
}
