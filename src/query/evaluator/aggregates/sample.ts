import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator } from '../expression.ts'
import { greatest, Numbers } from './growable.ts'

/** `SAMPLE` (SPARQL 1.1 §18.5.1.8): the first value that is none of an error or unbound. */
export class SampleAccumulator implements Accumulator {
  readonly #first = new Numbers()

  get bytes(): number {
    return this.#first.bytes
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    const first = this.#first.upTo(greatest(groups, length))
    for (let row = 0; row < length; row++) {
      const group = groups[row]!
      if (first[group] === 0) first[group] = values[row]!
    }
  }

  result(group: number): TermId {
    return this.#first.get(group)
  }
}
