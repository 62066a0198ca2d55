import { TERM_KIND, type TermId } from '../../../graph/columns/columnar.ts'
import type { Accumulator } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'

/**
 * `GROUP_CONCAT` (SPARQL 1.1 §18.5.1.7): the `STR` of the values, in the order of the rows. An error or a blank node among
 * them makes an error of the whole.
 */
export class GroupConcatAccumulator implements Accumulator {
  readonly #terms: EvaluationTerms
  readonly #separator: string
  /** `undefined` of a group that an error has spoilt. */
  readonly #texts = new Map<number, string | undefined>()
  #characters = 0

  constructor(terms: EvaluationTerms, separator: string) {
    this.#terms = terms
    this.#separator = separator
  }

  get bytes(): number {
    return this.#characters * 2 + this.#texts.size * 64
  }

  add(groups: Uint32Array, values: Uint32Array, length: number): void {
    for (let row = 0; row < length; row++) this.#add(groups[row]!, values[row]!)
  }

  result(group: number): TermId {
    if (!this.#texts.has(group)) return this.#terms.string('')
    const text = this.#texts.get(group)
    return text === undefined ? 0 : this.#terms.string(text)
  }

  #add(group: number, id: TermId): void {
    if (id === 0 || this.#terms.kindOf(id) === TERM_KIND.blankNode) {
      this.#texts.set(group, undefined)
      return
    }
    const isFirst = !this.#texts.has(group)
    const text = this.#texts.get(group)
    if (!isFirst && text === undefined) return
    const value = this.#terms.valueOf(id)
    this.#texts.set(group, isFirst ? value : `${text}${this.#separator}${value}`)
    this.#characters += value.length + this.#separator.length
  }
}
