import type { Constraint, Shape } from '../shapes/shape.ts'
import { NodeSet } from './nodeSet.ts'
import { emptyValueNodes, type ValueNodes, type Walk } from './walk.ts'

/** Takes what does not conform. */
export interface Faults {
  /**
   * @param value 0 where no one value is at fault
   * @param predicate where it is not the path of the shape, or 0
   */
  add(shape: Shape, constraint: Constraint, focus: number, value: number, predicate: number): void
}

/** A constraint, ready to be held against the nodes of a graph. */
export interface Check {
  /** Whether it can fail where there are no value nodes. */
  readonly needsValues: boolean
  run(focus: number, values: ValueNodes, faults: Faults): void
}

/** A shape, ready to be held against the nodes of a graph. */
export class ShapeCheck {
  readonly #walk: Walk | undefined
  readonly #checks: readonly Check[]
  readonly #checksOfNone: readonly Check[]
  readonly #self = new Uint32Array(1)
  readonly #values = emptyValueNodes()
  readonly #count = new FaultCount()
  readonly #conforming = new NodeSet()
  readonly #failing = new NodeSet()

  /** @param walk to the value nodes; without one, the focus node is its own value (SHACL §2.2) */
  constructor(walk: Walk | undefined, checks: readonly Check[]) {
    this.#walk = walk
    this.#checks = checks
    this.#checksOfNone = checks.filter(check => check.needsValues)
  }

  run(focus: number, faults: Faults): void {
    const values = this.#valuesOf(focus)
    const checks = values.start === values.end ? this.#checksOfNone : this.#checks
    for (const check of checks) check.run(focus, values, faults)
  }

  /** Whether a node conforms (SHACL §3.4.1). Remembers the answers. */
  conforms(node: number): boolean {
    if (this.#conforming.has(node)) return true
    if (this.#failing.has(node)) return false
    this.#count.faults = 0
    this.run(node, this.#count)
    if (this.#count.faults > 0) this.#failing.add(node)
    else this.#conforming.add(node)
    return this.#count.faults === 0
  }

  #valuesOf(focus: number): ValueNodes {
    const values = this.#values
    if (this.#walk) {
      this.#walk.from(focus, values)
    } else {
      this.#self[0] = focus
      values.ids = this.#self
      values.start = 0
      values.end = 1
    }
    return values
  }
}

class FaultCount implements Faults {
  faults = 0

  add(): void {
    this.faults += 1
  }
}
