import type { Sum, Sums } from './sums.ts'

/** How far a cell that is kept back may lie from its count. */
export interface Freedom {
  /** Width of the interval of its possible counts, or `enough` where it is at least that wide. */
  readonly width: number
  /** The other cells that are kept back by which it has this width: all others may be told. */
  readonly by: ReadonlySet<number>
}

/**
 * What a reader does not know: the cells that are kept back, as edges between the row and the column that they are in.
 * They are a transportation problem: a cell can grow by as much as flows through the others from its column back to its
 * row.
 */
export class Network {
  readonly #sums: Sums
  readonly #hidden: Set<number>
  /** Row and column of each cell. One node stands for all sums that the reader does not know. */
  readonly #rowOf: number[]
  readonly #columnOf: number[]
  readonly #open: number
  /** Of each node, the cells that are kept back; and all of its cells. */
  readonly #cellsOf: readonly Set<number>[]
  readonly #allOf: readonly Set<number>[]

  /**
   * @param hidden the cells that are kept back
   * @param openSums the sums that are
   */
  constructor(sums: Sums, hidden: Iterable<number>, openSums: ReadonlySet<Sum>) {
    const { counts, rows, columns } = sums
    this.#sums = sums
    this.#hidden = new Set(hidden)
    this.#open = rows.length + columns.length
    const nodesOf = (list: readonly Sum[], first: number) => {
      const nodes = counts.map(() => this.#open)
      for (const [index, sum] of list.entries()) {
        for (const cell of sum.cells) nodes[cell] = openSums.has(sum) ? this.#open : first + index
      }
      return nodes
    }
    this.#rowOf = nodesOf(rows, 0)
    this.#columnOf = nodesOf(columns, rows.length)
    const [cellsOf, allOf] = [this.#createNodes(), this.#createNodes()]
    for (const cell of counts.keys()) {
      for (const node of this.ends(cell)) {
        allOf[node]!.add(cell)
        if (this.#hidden.has(cell)) cellsOf[node]!.add(cell)
      }
    }
    this.#cellsOf = cellsOf
    this.#allOf = allOf
  }

  /** The cells that are kept back. */
  get hidden(): ReadonlySet<number> {
    return this.#hidden
  }

  /** How many nodes there are, each with a number from 0. */
  get size(): number {
    return this.#open + 1
  }

  /** The nodes that a cell is between: its row, and its column. */
  ends(cell: number): readonly [row: number, column: number] {
    return [this.#rowOf[cell]!, this.#columnOf[cell]!]
  }

  /** All cells of a node, whether they are kept back or not. */
  cellsAt(node: number): ReadonlySet<number> {
    return this.#allOf[node]!
  }

  hide(cell: number): void {
    this.#hidden.add(cell)
    for (const node of this.ends(cell)) this.#cellsOf[node]!.add(cell)
  }

  show(cell: number): void {
    this.#hidden.delete(cell)
    for (const node of this.ends(cell)) this.#cellsOf[node]!.delete(cell)
  }

  /** Keeps a sum back, with all of its cells. */
  open({ cells }: Sum): void {
    const { rows } = this.#sums
    for (const cell of cells) {
      this.show(cell)
      for (const node of this.ends(cell)) this.#allOf[node]!.delete(cell)
      const nodeOf = rows[this.#rowOf[cell]!]?.cells === cells ? this.#rowOf : this.#columnOf
      nodeOf[cell] = this.#open
      for (const node of this.ends(cell)) this.#allOf[node]!.add(cell)
      this.hide(cell)
    }
  }

  /** How far a cell may lie from its count, for a reader who subtracts what is published from the sums. */
  freedomOf(cell: number, enough: number): Freedom {
    const by = new Set<number>()
    const up = this.#widest(cell, 1, enough, by)
    const down = up >= enough ? 0 : this.#widest(cell, -1, enough - up, by)
    return { width: Math.min(enough, up + down), by }
  }

  #createNodes(): readonly Set<number>[] {
    return Array.from({ length: this.size }, () => new Set())
  }

  /**
   * By how much the cell can grow (1) or shrink (-1), up to `enough`: a maximal flow, path by path.
   *
   * @param by takes the cells that it flows through
   */
  #widest(cell: number, direction: 1 | -1, enough: number, by: Set<number>): number {
    const [row, column] = this.ends(cell)
    const own = direction === 1 ? Infinity : this.#sums.counts[cell]! - this.#sums.least
    const limit = Math.min(enough, own)
    if (row === column) return limit
    const changes = new Map<number, number>()
    let total = 0
    while (total < limit) {
      const path = this.#path(cell, column, row, direction, changes)
      if (!path) break
      const amount = Math.min(limit - total, ...path.map(({ room }) => room))
      for (const { edge, sign } of path) changes.set(edge, (changes.get(edge) ?? 0) + sign * amount)
      total += amount
    }
    for (const [edge, change] of changes) if (change !== 0) by.add(edge)
    return total
  }

  /** Cells that shrink and grow by turns, from the column back to the row; breadth first. */
  #path(cell: number, from: number, to: number, direction: 1 | -1, changes: ReadonlyMap<number, number>) {
    const { counts, least } = this.#sums
    const reached = new Map<number, { node: number; edge: number; sign: 1 | -1; room: number } | undefined>([
      [from, undefined],
    ])
    const queue = [from]
    for (const node of queue) {
      if (reached.has(to)) break
      for (const edge of this.#cellsOf[node]!) {
        if (edge === cell) continue
        const [row, column] = [this.#rowOf[edge]!, this.#columnOf[edge]!]
        const next = node === column ? row : column
        if (reached.has(next)) continue
        // What leaves a column by an edge takes from its cell; what leaves a row by one adds to it.
        const sign = (node === column ? -direction : direction) as 1 | -1
        const room = sign === 1 ? Infinity : counts[edge]! + (changes.get(edge) ?? 0) - least
        if (room <= 0) continue
        reached.set(next, { node, edge, sign, room })
        if (next === to) break
        queue.push(next)
      }
    }
    if (!reached.has(to)) return undefined
    const path: { edge: number; sign: 1 | -1; room: number }[] = []
    for (let step = reached.get(to); step; step = reached.get(step.node)) path.push(step)
    return path
  }
}
