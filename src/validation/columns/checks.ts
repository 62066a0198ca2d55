import type { Constraint, Relation, Shape } from '../shapes/shape.ts'
import type { Check, Faults, ShapeCheck } from './check.ts'
import { comparableOf, compare } from './comparable.ts'
import { type DataColumn, type DataGraph, KIND } from './dataGraph.ts'
import type { Nodes } from './nodes.ts'
import { holds, type ValueTest } from './valueTests.ts'
import { emptyValueNodes, type ValueNodes, type Walk } from './walk.ts'

/** Which constraint of which shape a check is for: what a fault is told with. */
export interface Origin {
  readonly shape: Shape
  readonly constraint: Constraint
}

/** Each value node for itself. */
export class EachCheck implements Check {
  readonly needsValues = false
  readonly #origin: Origin
  readonly #test: ValueTest

  constructor(origin: Origin, test: ValueTest) {
    this.#origin = origin
    this.#test = test
  }

  run(focus: number, values: ValueNodes, faults: Faults): void {
    const { shape, constraint } = this.#origin
    for (let index = values.start; index < values.end; index += 1) {
      const value = values.ids[index]!
      if (!this.#test.accepts(value)) faults.add(shape, constraint, focus, value, 0)
    }
  }
}

/** A property shape, whose focus nodes the value nodes are (SHACL §4.7.2). */
export class PropertyCheck implements Check {
  readonly needsValues = false
  readonly #property: ShapeCheck

  constructor(property: ShapeCheck) {
    this.#property = property
  }

  run(_focus: number, values: ValueNodes, faults: Faults): void {
    for (let index = values.start; index < values.end; index += 1)
      this.#property.run(values.ids[index]!, faults)
  }
}

/** The number of values, or of those that a test accepts. */
export class CountCheck implements Check {
  readonly needsValues = true
  readonly #origin: Origin
  readonly #least: number
  readonly #most: number
  readonly #test: ValueTest | undefined

  constructor(origin: Origin, least: number, most: number, test?: ValueTest) {
    this.#origin = origin
    this.#least = least
    this.#most = most
    this.#test = test
  }

  run(focus: number, values: ValueNodes, faults: Faults): void {
    const count = this.#test ? countAccepted(values, this.#test) : values.end - values.start
    if (count >= this.#least && count <= this.#most) return
    faults.add(this.#origin.shape, this.#origin.constraint, focus, 0, 0)
  }
}

function countAccepted({ ids, start, end }: ValueNodes, test: ValueTest): number {
  let count = 0
  for (let index = start; index < end; index += 1) if (test.accepts(ids[index]!)) count += 1
  return count
}

export class HasValueCheck implements Check {
  readonly needsValues = true
  readonly #origin: Origin
  readonly #value: number

  constructor(origin: Origin, value: number) {
    this.#origin = origin
    this.#value = value
  }

  run(focus: number, { ids, start, end }: ValueNodes, faults: Faults): void {
    for (let index = start; index < end; index += 1) if (ids[index] === this.#value) return
    faults.add(this.#origin.shape, this.#origin.constraint, focus, 0, 0)
  }
}

/** One fault for each language that several values have (SHACL §4.4.5). */
export class UniqueLangCheck implements Check {
  readonly needsValues = false
  readonly #origin: Origin
  readonly #nodes: Nodes

  constructor(origin: Origin, nodes: Nodes) {
    this.#origin = origin
    this.#nodes = nodes
  }

  run(focus: number, { ids, start, end }: ValueNodes, faults: Faults): void {
    if (end - start < 2) return
    const counts = new Map<string, number>()
    for (let index = start; index < end; index += 1) {
      if (this.#nodes.kindOf(ids[index]!) !== KIND.languageString) continue
      const language = this.#nodes.languageOf(ids[index]!)
      counts.set(language, (counts.get(language) ?? 0) + 1)
    }
    for (const count of counts.values())
      if (count > 1) faults.add(this.#origin.shape, this.#origin.constraint, focus, 0, 0)
  }
}

/** What another property of the focus node has, against the value nodes (SHACL §4.5). */
export class PairCheck implements Check {
  readonly needsValues: boolean
  readonly #origin: Origin
  readonly #other: Walk
  readonly #others = emptyValueNodes()
  readonly #type: 'equals' | 'disjoint'

  constructor(origin: Origin, type: 'equals' | 'disjoint', other: Walk) {
    this.needsValues = type === 'equals'
    this.#origin = origin
    this.#type = type
    this.#other = other
  }

  run(focus: number, values: ValueNodes, faults: Faults): void {
    const { shape, constraint } = this.#origin
    this.#other.from(focus, this.#others)
    const others = new Set(idsOf(this.#others))
    for (const value of idsOf(values)) {
      const isShared = others.delete(value)
      if (isShared === (this.#type === 'disjoint')) faults.add(shape, constraint, focus, value, 0)
    }
    if (this.#type === 'disjoint') return
    for (const value of others) faults.add(shape, constraint, focus, value, 0)
  }
}

function idsOf({ ids, start, end }: ValueNodes): Uint32Array {
  return ids.subarray(start, end)
}

/** One fault for each pair of a value and a value of the other property that is not in order (SHACL §4.5.3). */
export class OrderCheck implements Check {
  readonly needsValues = false
  readonly #origin: Origin
  readonly #relation: Relation
  readonly #other: Walk
  readonly #others = emptyValueNodes()
  readonly #nodes: Nodes

  constructor(origin: Origin, relation: Relation, other: Walk, nodes: Nodes) {
    this.#origin = origin
    this.#relation = relation
    this.#other = other
    this.#nodes = nodes
  }

  run(focus: number, values: ValueNodes, faults: Faults): void {
    const { shape, constraint } = this.#origin
    this.#other.from(focus, this.#others)
    const others = [...idsOf(this.#others)].map(other => comparableOf(other, this.#nodes))
    for (const value of idsOf(values)) {
      const own = comparableOf(value, this.#nodes)
      for (const other of others)
        if (!holds(this.#relation, compare(own, other))) faults.add(shape, constraint, focus, value, 0)
    }
  }
}

/** Each quad of a value node whose predicate is not allowed (SHACL §4.8.1). */
export class ClosedCheck implements Check {
  readonly needsValues = false
  readonly #origin: Origin
  readonly #columns: readonly DataColumn[]

  constructor(origin: Origin, allowed: ReadonlySet<number>, { defaultGraph }: DataGraph) {
    this.#origin = origin
    this.#columns = [...defaultGraph.predicates].flatMap(predicate => {
      const column = allowed.has(predicate) ? undefined : defaultGraph.column(predicate)
      return column ? [column] : []
    })
  }

  run(focus: number, values: ValueNodes, faults: Faults): void {
    const { shape, constraint } = this.#origin
    for (const node of idsOf(values)) {
      for (const column of this.#columns) {
        const row = column.rowOf(node)
        if (row < 0) continue
        for (let index = column.offsets[row]!; index < column.offsets[row + 1]!; index += 1)
          faults.add(shape, constraint, focus, column.values[index]!, column.predicate)
      }
    }
  }
}
