import type { TermId } from '../../../graph/columns/columnar.ts'
import { IdList } from './idList.ts'
import { EDGES_AT_ONCE, type PathWalk } from './pathRelation.ts'

/**
 * Follows a path and, from each node that it finds, another; what is found over several nodes comes several times (SPARQL
 * 1.1 §18.4, seq). The node in between is a variable, which has nodes of the graph.
 */
export class SequenceWalk implements PathWalk {
  readonly #first: PathWalk
  readonly #second: PathWalk
  readonly #between = new IdList()
  #isFirstDone = false
  #isSecondUnderWay = false
  #next = 0
  #found = new IdList()

  constructor(first: PathWalk, second: PathWalk) {
    this.#first = first
    this.#second = second
  }

  get bytes(): number {
    return this.#first.bytes + this.#second.bytes + this.#between.ids.byteLength
  }

  start(from: TermId, found: IdList, isGiven: boolean): void {
    this.#between.clear()
    this.#isFirstDone = false
    this.#isSecondUnderWay = false
    this.#next = 0
    this.#found = found
    this.#first.start(from, this.#between, isGiven)
  }

  advance(edges = EDGES_AT_ONCE): boolean {
    if (!this.#isFirstDone) {
      this.#isFirstDone = this.#first.advance(edges)
      if (!this.#isFirstDone) return false
    }
    const before = this.#found.length
    for (let steps = 0; ; steps++) {
      if (steps + this.#found.length - before > edges) return false
      if (!this.#isSecondUnderWay) {
        if (this.#next === this.#between.length) return true
        this.#second.start(this.#between.ids[this.#next++]!, this.#found, false)
        this.#isSecondUnderWay = true
      }
      if (!this.#second.advance(edges)) return false
      this.#isSecondUnderWay = false
    }
  }
}
