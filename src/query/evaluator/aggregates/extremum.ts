import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator } from '../expression.ts'
import { createComparator } from '../expressions/createComparator.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { greatest, Numbers } from './growable.ts'

/** Marks a group that an error has spoilt. */
const SPOILT = -1

/**
 * `MIN` and `MAX` (SPARQL 1.1 §18.5.1.5, §18.5.1.6): the first or last of the values in the order of `ORDER BY`, of
 * equal ones the one that came first. An error among the values makes an error of the whole; so does having none.
 */
export class ExtremumAccumulator implements Accumulator {
  readonly #compare: (a: TermId, b: TermId) => number
  readonly #sign: 1 | -1
  readonly #best = new Numbers()

  constructor(terms: EvaluationTerms, isMaximum: boolean) {
    this.#compare = createComparator(terms)
    this.#sign = isMaximum ? -1 : 1
  }

  get bytes(): number {
    return this.#best.bytes
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    const best = this.#best.upTo(greatest(groups, length))
    for (let row = 0; row < length; row++) {
      const group = groups[row]!
      const id = values[row]!
      const kept = best[group]!
      if (kept === id || kept === SPOILT) continue
      if (id === 0) best[group] = SPOILT
      else if (kept === 0 || this.#compare(id, kept) * this.#sign < 0) best[group] = id
    }
  }

  result(group: number): TermId {
    return Math.max(0, this.#best.get(group))
  }
}
