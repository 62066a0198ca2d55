import type { Column, TermId } from '../../../graph/columns/columnar.ts'
import type { PathState } from './automaton.ts'
import { Bitmap } from './bitmap.ts'
import { IdList } from './idList.ts'
import type { PathGraph } from './pathGraph.ts'
import { EDGES_AT_ONCE, type PathWalk } from './pathRelation.ts'

/**
 * Finds each node that a path of any length leads to, once: breadth first over pairs of a state and a node, each of
 * which is met once (SPARQL 1.1 §18.4, ALP).
 */
export class ReachWalk implements PathWalk {
  readonly #graph: PathGraph
  readonly #isFinal: boolean[]
  /** Of each state and each of its edges: the columns that it leads over, and the state that it leads to. */
  readonly #columns: Column[][][]
  readonly #targets: number[][]
  readonly #takesForeignTerms: boolean
  /** Of each state: the nodes that were met in it, once there are any. */
  readonly #met: (Bitmap | undefined)[]
  /** Nodes that are found already, where these may be met in several states. */
  readonly #found: Bitmap | undefined
  readonly #nodes = new IdList()
  readonly #states = new IdList()
  #next = 0
  #target = new IdList()

  constructor(graph: PathGraph, states: readonly PathState[], takesForeignTerms: boolean) {
    this.#graph = graph
    this.#isFinal = states.map(({ isFinal }) => isFinal)
    const edges = states.map(state =>
      state.edges
        .map(({ step, to }) => ({ columns: graph.columnsOf(step), to }))
        .filter(({ columns }) => columns.length > 0),
    )
    this.#columns = edges.map(all => all.map(({ columns }) => columns))
    this.#targets = edges.map(all => all.map(({ to }) => to))
    this.#takesForeignTerms = takesForeignTerms
    this.#met = states.map(() => undefined)
    this.#found = this.#isFinal.filter(Boolean).length > 1 ? new Bitmap(graph.bound) : undefined
  }

  get bytes(): number {
    const lists = this.#nodes.ids.byteLength + this.#states.ids.byteLength
    return this.#met.reduce((sum, met) => sum + (met?.bytes ?? 0), lists + (this.#found?.bytes ?? 0))
  }

  start(from: TermId, found: IdList, isGiven: boolean): void {
    this.#forget()
    this.#target = found
    const isForeign = from > this.#graph.bound
    if (this.#isFinal[0] && !this.#hasZeroLength(from, isGiven)) {
      // No node of the graph: nothing leads anywhere from it either.
      return
    }
    if (!isForeign) this.#meet(0, from)
    else if (this.#isFinal[0]) found.push(from)
  }

  advance(edges = EDGES_AT_ONCE): boolean {
    const nodes = this.#nodes
    const states = this.#states
    let rest = edges
    while (this.#next < nodes.length) {
      if (rest <= 0) return false
      const node = nodes.ids[this.#next]!
      const state = states.ids[this.#next]!
      this.#next++
      const columns = this.#columns[state]!
      const targets = this.#targets[state]!
      for (let edge = 0; edge < targets.length; edge++) {
        const to = targets[edge]!
        for (const column of columns[edge]!) {
          rest--
          const row = column.rowOf(node)
          if (row < 0) continue
          const { values, offsets } = column
          const end = offsets[row + 1]!
          const start = offsets[row]!
          for (let index = start; index < end; index++) this.#meet(to, values[index]!)
          rest -= end - start
        }
      }
    }
    return true
  }

  #meet(state: number, node: TermId): void {
    this.#met[state] ??= new Bitmap(this.#graph.bound)
    if (!this.#met[state].add(node)) return
    this.#nodes.push(node)
    this.#states.push(state)
    if (this.#isFinal[state] && (this.#found === undefined || this.#found.add(node))) this.#target.push(node)
  }

  /** What was met is all that has to be cleared: a walk costs what it meets, not what the graph has. */
  #forget(): void {
    for (let index = 0; index < this.#nodes.length; index++) {
      const node = this.#nodes.ids[index]!
      this.#met[this.#states.ids[index]!]!.delete(node)
      this.#found?.delete(node)
    }
    this.#nodes.clear()
    this.#states.clear()
    this.#next = 0
  }

  /** SPARQL 1.1 §18.4, ZeroLengthPath: the nodes of the graph, and terms that the query itself has at an end. */
  #hasZeroLength(from: TermId, isGiven: boolean): boolean {
    if (isGiven && this.#takesForeignTerms) return true
    if (this.#columns[0]!.some(columns => columns.some(column => column.rowOf(from) >= 0))) return true
    return this.#graph.isNode(from)
  }
}
