import { TERM_KIND } from '../../../graph/columns/columnar.ts'
import type { Batch } from '../batch.ts'
import { ERROR, type Expression } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { type ByteSearch, UNDECIDED } from './byteSearch.ts'
import { TestExpression } from './columnExpression.ts'
import { HEADER, PLAIN, textArenaOf } from './textArena.ts'

/** Which terms a search takes; all others are an error. */
export type Searched =
  /** Strings, with or without a language tag. */
  | 'strings'
  /** All that has a `STR`. */
  | 'all'

/** Looks for a constant text in the terms of a variable, in the bytes of the graph, without decoding them. */
export class TextSearch extends TestExpression {
  readonly #slot: number
  readonly #search: ByteSearch
  readonly #searched: Searched
  readonly #fallback: Expression

  /** @param fallback the same, for terms that are not the graph's and such as the bytes do not decide */
  constructor(
    terms: EvaluationTerms,
    slot: number,
    search: ByteSearch,
    searched: Searched,
    fallback: Expression,
  ) {
    super(terms, [slot])
    this.#slot = slot
    this.#search = search
    this.#searched = searched
    this.#fallback = fallback
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const column = batch.columns[this.#slot]
    if (column === undefined) {
      tests.fill(ERROR, 0, batch.length)
      return
    }
    const { graph, graphSize } = this.terms
    const arena = textArenaOf(graph)
    const { places } = arena
    let { bytes } = arena
    const search = this.#search
    const takesAll = this.#searched === 'all'
    const left: number[] = []
    for (let row = 0; row < batch.length; row++) {
      const id = column[row]!
      if (id === 0) {
        tests[row] = ERROR
        continue
      }
      if (id > graphSize) {
        left.push(row)
        continue
      }
      let place = places[id]!
      if (place === 0) {
        place = arena.add(id)
        bytes = arena.bytes
      }
      const header = place === 0 ? graph.kindOf(id) : bytes[place]!
      const kind = header & ~PLAIN
      const isSearched = takesAll
        ? kind !== TERM_KIND.blankNode
        : kind === TERM_KIND.string || kind === TERM_KIND.languageString
      if (!isSearched) {
        tests[row] = ERROR
        continue
      }
      let found: number
      if (place === 0) found = search.find(graph.slabOf(id), graph.startOf(id), graph.endOf(id), false)
      else {
        const start = place + HEADER
        const length = bytes[place + 1]! | (bytes[place + 2]! << 8) | (bytes[place + 3]! << 16)
        found = search.find(bytes, start, start + length, header !== kind)
      }
      if (found === UNDECIDED) left.push(row)
      else tests[row] = found
    }
    if (left.length > 0) this.#complete(column, left, tests)
  }

  #complete(column: Uint32Array, rows: readonly number[], tests: Uint8Array): void {
    const ids = Uint32Array.from(rows, row => column[row]!)
    const columns: Uint32Array[] = []
    columns[this.#slot] = ids
    const others = this.#fallback.test({ length: rows.length, columns })
    rows.forEach((row, at) => {
      tests[row] = others[at]!
    })
  }
}

/** A test of the language tag of a variable, `''` for literals without one: done once for each tag. */
export class LanguageTest extends TestExpression {
  readonly #slot: number
  readonly #test: (tag: string) => number
  /** One more than the result, by the number that literals of one tag share. */
  #results = new Uint8Array(64)

  /** @param test gives an effective boolean value */
  constructor(terms: EvaluationTerms, slot: number, test: (tag: string) => number) {
    super(terms, [slot])
    this.#slot = slot
    this.#test = test
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const column = batch.columns[this.#slot]
    if (column === undefined) {
      tests.fill(ERROR, 0, batch.length)
      return
    }
    const { graph, graphSize } = this.terms
    for (let row = 0; row < batch.length; row++) {
      const id = column[row]!
      if (id === 0) tests[row] = ERROR
      else if (id > graphSize) tests[row] = this.#testTerm(id)
      else {
        const qualifier = graph.qualifierOf(id)
        const known = qualifier < this.#results.length ? this.#results[qualifier]! : 0
        tests[row] = known === 0 ? this.#keep(qualifier, id) : known - 1
      }
    }
  }

  #testTerm(id: number): number {
    return this.terms.kindOf(id) <= TERM_KIND.blankNode ? ERROR : this.#test(this.terms.languageOf(id))
  }

  #keep(qualifier: number, id: number): number {
    if (qualifier >= this.#results.length) {
      const results = new Uint8Array(qualifier * 2)
      results.set(this.#results)
      this.#results = results
    }
    const result = this.#testTerm(id)
    this.#results[qualifier] = result + 1
    return result
  }
}
