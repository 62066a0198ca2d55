import type { TermId } from '../../../graph/columns/columnar.ts'
import { IdList } from './idList.ts'
import type { PathWalk } from './pathRelation.ts'

/** Follows alternatives one after another; what several of them find comes several times (SPARQL 1.1 §18.4, alt). */
export class AlternativeWalk implements PathWalk {
  readonly #walks: readonly PathWalk[]
  #current = 0
  #from: TermId = 0
  #found = new IdList()
  #isGiven = false

  constructor(walks: readonly PathWalk[]) {
    this.#walks = walks
  }

  get bytes(): number {
    return this.#walks.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  start(from: TermId, found: IdList, isGiven: boolean): void {
    this.#current = 0
    this.#from = from
    this.#found = found
    this.#isGiven = isGiven
    this.#walks[0]!.start(from, found, isGiven)
  }

  advance(edges?: number): boolean {
    if (!this.#walks[this.#current]!.advance(edges)) return false
    this.#current++
    if (this.#current === this.#walks.length) return true
    this.#walks[this.#current]!.start(this.#from, this.#found, this.#isGiven)
    return this.advance(edges)
  }
}
