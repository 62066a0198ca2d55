import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { greatest, Numbers } from './growable.ts'

/** `COUNT`: errors and unbound values are not counted (SPARQL 1.1 §18.5.1.2). */
export class CountAccumulator implements Accumulator {
  readonly #terms: EvaluationTerms
  readonly #counts = new Numbers()

  constructor(terms: EvaluationTerms) {
    this.#terms = terms
  }

  get bytes(): number {
    return this.#counts.bytes
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    const counts = this.#counts.upTo(greatest(groups, length))
    for (let row = 0; row < length; row++) {
      if (values[row] !== 0) counts[groups[row]!]!++
    }
  }

  result(group: number): TermId {
    return this.#terms.integer(this.#counts.get(group))
  }
}
