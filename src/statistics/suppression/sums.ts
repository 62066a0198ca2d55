/** What a reader knows of some cells together: their sum. */
export interface Sum {
  /** Indices of the cells. */
  readonly cells: readonly number[]
  /** Whether the reader can see the sum in the same table: it may then have to be kept back itself. */
  readonly isPublished: boolean
}

/** Cells, and the sums that each of them is part of: at most two, as the rows and columns of a table. */
export interface Sums {
  readonly counts: readonly number[]
  /** What the reader loses with each of them; greater than 0. Default: its count, and 1. */
  readonly costs?: readonly number[]
  /** What each cell holds at least, as every reader knows: 1 where it would not be there otherwise. */
  readonly least: number
  /** Each cell is in one of these. */
  readonly rows: readonly Sum[]
  /** Where there are two dimensions, each cell is in one of these too. */
  readonly columns: readonly Sum[]
}

/** What the reader loses with a cell. */
export function costOf(cell: number, { costs, counts }: Sums): number {
  return costs?.[cell] ?? counts[cell]! + 1
}

/**
 * How far a cell that is kept back may lie from its count, for a reader who subtracts what is published from the sums:
 * the width of the interval of its possible counts, or `enough` where it is at least that wide.
 *
 * With rows and columns the unknown cells are a transportation problem: a cell can grow by as much as flows through the
 * other unknown cells from its column back to its row.
 */
export function freedomOf(
  cell: number,
  hidden: ReadonlySet<number>,
  openSums: ReadonlySet<Sum>,
  sums: Sums,
  enough: number,
): number {
  const network = new Network(hidden, openSums, sums)
  const up = network.widest(cell, 1, enough)
  return up >= enough ? enough : Math.min(enough, up + network.widest(cell, -1, enough - up))
}

/** The cells that are kept back as edges between the row and the column that they are in. */
class Network {
  readonly #sums: Sums
  readonly #rowOf = new Map<number, number>()
  readonly #columnOf = new Map<number, number>()
  readonly #cellsOf = new Map<number, number[]>()

  constructor(hidden: ReadonlySet<number>, openSums: ReadonlySet<Sum>, sums: Sums) {
    this.#sums = sums
    // One node stands for all sums that the reader does not know: what is in none of the others is free there.
    const open = sums.rows.length + sums.columns.length
    const place = (list: readonly Sum[], first: number, nodes: Map<number, number>) => {
      for (const [index, sum] of list.entries()) {
        const node = openSums.has(sum) ? open : first + index
        for (const cell of sum.cells) if (hidden.has(cell)) nodes.set(cell, node)
      }
    }
    place(sums.rows, 0, this.#rowOf)
    place(sums.columns, sums.rows.length, this.#columnOf)
    for (const cell of hidden) {
      for (const node of [this.#rowOf.get(cell) ?? open, this.#columnOf.get(cell) ?? open]) {
        const cells = this.#cellsOf.get(node)
        if (cells) cells.push(cell)
        else this.#cellsOf.set(node, [cell])
      }
    }
  }

  /** By how much the cell can grow (1) or shrink (-1), up to `enough`: a maximal flow, path by path. */
  widest(cell: number, direction: 1 | -1, enough: number): number {
    const open = this.#sums.rows.length + this.#sums.columns.length
    const [row, column] = [this.#rowOf.get(cell) ?? open, this.#columnOf.get(cell) ?? open]
    const own = direction === 1 ? Infinity : this.#sums.counts[cell]! - this.#sums.least
    const limit = Math.min(enough, own)
    if (row === column) return limit
    const changes = new Map<number, number>()
    let total = 0
    while (total < limit) {
      const path = this.#path(cell, column, row, direction, changes)
      if (!path) return total
      const amount = Math.min(limit - total, ...path.map(({ room }) => room))
      for (const { edge, sign } of path) changes.set(edge, (changes.get(edge) ?? 0) + sign * amount)
      total += amount
    }
    return total
  }

  /** Cells that shrink and grow by turns, from the column back to the row; breadth first. */
  #path(cell: number, from: number, to: number, direction: 1 | -1, changes: ReadonlyMap<number, number>) {
    const reached = new Map<number, { node: number; edge: number; sign: 1 | -1; room: number } | undefined>([
      [from, undefined],
    ])
    const queue = [from]
    const open = this.#sums.rows.length + this.#sums.columns.length
    for (const node of queue) {
      if (node === to) break
      for (const edge of this.#cellsOf.get(node) ?? []) {
        if (edge === cell) continue
        const row = this.#rowOf.get(edge) ?? open
        const column = this.#columnOf.get(edge) ?? open
        const next = node === column ? row : column
        if (reached.has(next)) continue
        // What leaves a column by an edge takes from its cell; what leaves a row by one adds to it.
        const sign = (node === column ? -direction : direction) as 1 | -1
        const now = this.#sums.counts[edge]! + (changes.get(edge) ?? 0)
        const room = sign === 1 ? Infinity : now - this.#sums.least
        if (room <= 0) continue
        reached.set(next, { node, edge, sign, room })
        queue.push(next)
      }
    }
    if (!reached.has(to)) return undefined
    const path: { edge: number; sign: 1 | -1; room: number }[] = []
    for (let step = reached.get(to); step; step = reached.get(step.node)) path.push(step)
    return path
  }
}
