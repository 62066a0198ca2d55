import type { Path } from '../shapes/path.ts'
import type { DataColumn, DataGraph } from './dataGraph.ts'
import type { Nodes } from './nodes.ts'

/** Value nodes, each once: `ids[start] … ids[end - 1]`. Who walks sets it. */
export interface ValueNodes {
  ids: Uint32Array
  start: number
  end: number
}

/** A path, ready to be followed in a graph. */
export interface Walk {
  /** Sets `found` to the nodes that the path leads to. They stand until the walk is used again. */
  from(node: number, found: ValueNodes): void
}

export function emptyValueNodes(): ValueNodes {
  return { ids: new Uint32Array(0), start: 0, end: 0 }
}

/** Prepares a path for a graph. */
export function createWalk(path: Path, graph: DataGraph, nodes: Nodes, isInverted = false): Walk {
  const inner = (part: Path) => createWalk(part, graph, nodes, isInverted)
  switch (path.type) {
    case 'predicate': {
      const id = nodes.idOf(path.predicate)
      const { defaultGraph } = graph
      return new Edge(isInverted ? defaultGraph.inverse(id) : defaultGraph.column(id))
    }
    case 'inverse':
      return createWalk(path.path, graph, nodes, !isInverted)
    case 'sequence':
      return new Sequence((isInverted ? path.paths.toReversed() : path.paths).map(inner))
    case 'alternative':
      return new Alternative(path.paths.map(inner))
    case 'zeroOrOne':
      return new Alternative([new Stay(), inner(path.path)])
    case 'zeroOrMore':
      return new Closure(inner(path.path), true)
    case 'oneOrMore':
      return new Closure(inner(path.path), false)
  }
}

/** One predicate. Nodes asked for in ascending order are found without a search. */
class Edge implements Walk {
  readonly #column: DataColumn | undefined
  #next = 0

  constructor(column: DataColumn | undefined) {
    this.#column = column
  }

  from(node: number, found: ValueNodes): void {
    const column = this.#column
    found.start = 0
    found.end = 0
    if (column === undefined) return
    const row = column.keys[this.#next] === node ? this.#next : column.rowOf(node)
    if (row < 0) return
    this.#next = row + 1
    found.ids = column.values
    found.start = column.offsets[row]!
    found.end = column.offsets[row + 1]!
  }
}

class Stay implements Walk {
  readonly #ids = new Uint32Array(1)

  from(node: number, found: ValueNodes): void {
    this.#ids[0] = node
    found.ids = this.#ids
    found.start = 0
    found.end = 1
  }
}

class Sequence implements Walk {
  readonly #steps: readonly Walk[]
  readonly #step = emptyValueNodes()

  constructor(steps: readonly Walk[]) {
    this.#steps = steps
  }

  from(node: number, found: ValueNodes): void {
    let reached = new Set([node])
    for (const step of this.#steps) {
      const next = new Set<number>()
      for (const from of reached) addAll(next, step, from, this.#step)
      reached = next
    }
    give(reached, found)
  }
}

class Alternative implements Walk {
  readonly #walks: readonly Walk[]
  readonly #step = emptyValueNodes()

  constructor(walks: readonly Walk[]) {
    this.#walks = walks
  }

  from(node: number, found: ValueNodes): void {
    const reached = new Set<number>()
    for (const walk of this.#walks) addAll(reached, walk, node, this.#step)
    give(reached, found)
  }
}

class Closure implements Walk {
  readonly #walk: Walk
  readonly #hasStart: boolean
  readonly #step = emptyValueNodes()

  constructor(walk: Walk, hasStart: boolean) {
    this.#walk = walk
    this.#hasStart = hasStart
  }

  from(node: number, found: ValueNodes): void {
    const reached = new Set<number>()
    if (this.#hasStart) reached.add(node)
    else addAll(reached, this.#walk, node, this.#step)
    // A set iterates over what is added to it on the way.
    for (const from of reached) addAll(reached, this.#walk, from, this.#step)
    give(reached, found)
  }
}

function addAll(reached: Set<number>, walk: Walk, node: number, step: ValueNodes): void {
  walk.from(node, step)
  for (let index = step.start; index < step.end; index += 1) reached.add(step.ids[index]!)
}

function give(reached: ReadonlySet<number>, found: ValueNodes): void {
  found.ids = Uint32Array.from(reached)
  found.start = 0
  found.end = reached.size
}
