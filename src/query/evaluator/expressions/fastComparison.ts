import { TERM_KIND, type TermId } from '../../../graph/columns/columnar.ts'
import type { Batch } from '../batch.ts'
import { ERROR, type Expression, FALSE, TRUE } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { INEXACT, VALUE } from '../terms/valueTypes.ts'
import { TestExpression } from './columnExpression.ts'
import type { Relation } from './logic.ts'

/** Marks a row of which the fast way knows nothing. */
const UNKNOWN = 3

/** What is compared with a constant number or date. */
export interface ComparedConstant {
  /** As `TermValues` packs it; exact. */
  readonly packed: number
  /** Not NaN. */
  readonly number: number
}

/** Whether {@link ValueComparison} takes a constant. */
export function isComparable({ packed, number }: ComparedConstant): boolean {
  const type = packed & 15
  if (type === VALUE.date || type === VALUE.dateTime) return true
  const isNumber = type === VALUE.integer || type === VALUE.decimal || type === VALUE.double
  return isNumber && packed >> 4 !== INEXACT && !Number.isNaN(number)
}

/**
 * A variable compared with a constant number or date: values that are held exactly are looked up in the numbers of the
 * graph. All else, of which there is little, is left to a fallback.
 */
export class ValueComparison extends TestExpression {
  readonly #slot: number
  readonly #number: number
  /** 1 for each packed type whose numbers compare with the constant's by themselves. */
  readonly #accepted = new Uint8Array(256)
  readonly #relation: Relation
  readonly #fallback: Expression

  constructor(
    terms: EvaluationTerms,
    slot: number,
    { packed, number }: ComparedConstant,
    relation: Relation,
    fallback: Expression,
  ) {
    super(terms, [slot])
    this.#slot = slot
    this.#number = number
    this.#relation = relation
    this.#fallback = fallback
    if ((packed & 15) <= VALUE.double) {
      for (let scale = 0; scale < INEXACT; scale++) {
        this.#accepted[VALUE.integer | (scale << 4)] = 1
        this.#accepted[VALUE.decimal | (scale << 4)] = 1
      }
      this.#accepted[VALUE.double] = 1
    } else this.#accepted[packed] = 1
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const column = batch.columns[this.#slot]
    if (column === undefined) {
      tests.fill(ERROR, 0, batch.length)
      return
    }
    const { graphSize, graphValues } = this.terms
    const { types, numbers } = graphValues
    const accepted = this.#accepted
    const wanted = this.#number
    const { less, equal, greater } = this.#relation
    // only `!=` holds for NaN
    const unordered = less && greater ? TRUE : FALSE
    const [below, same, above] = [less ? TRUE : FALSE, equal ? TRUE : FALSE, greater ? TRUE : FALSE]
    let isComplete = true
    for (let row = 0; row < batch.length; row++) {
      const id = column[row]!
      if (id === 0) {
        tests[row] = ERROR
        continue
      }
      const packed = id <= graphSize ? types[id]! || graphValues.load(id) : VALUE.other
      if (accepted[packed] === 1) {
        const number = numbers[id]!
        tests[row] = number < wanted ? below : number > wanted ? above : number === wanted ? same : unordered
      } else {
        tests[row] = UNKNOWN
        isComplete = false
      }
    }
    if (!isComplete) complete(tests, this.#fallback.test(batch), batch.length)
  }
}

function complete(tests: Uint8Array, others: Uint8Array, length: number): void {
  for (let row = 0; row < length; row++) if (tests[row] === UNKNOWN) tests[row] = others[row]!
}

/**
 * `=`, `!=`, `IN` and `NOT IN` of a variable and constant IRIs and strings: the ids tell. What is neither IRI, blank node
 * nor string may be equal to a string for all that is known, which is an error.
 */
export class TermComparison extends TestExpression {
  readonly #slot: number
  readonly #ids: ReadonlySet<TermId>
  readonly #hasStrings: boolean
  readonly #isNegated: boolean

  constructor(terms: EvaluationTerms, slot: number, ids: readonly TermId[], isNegated: boolean) {
    super(terms, [slot])
    this.#slot = slot
    this.#ids = new Set(ids)
    this.#hasStrings = ids.some(id => terms.kindOf(id) >= TERM_KIND.string)
    this.#isNegated = isNegated
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const column = batch.columns[this.#slot]
    if (column === undefined) {
      tests.fill(ERROR, 0, batch.length)
      return
    }
    const found = this.#isNegated ? FALSE : TRUE
    const only = this.#ids.size === 1 ? [...this.#ids][0]! : 0
    for (let row = 0; row < batch.length; row++) {
      const id = column[row]!
      if (id === 0) tests[row] = ERROR
      else if (only !== 0 ? id === only : this.#ids.has(id)) tests[row] = found
      else if (this.#hasStrings && this.terms.kindOf(id) === TERM_KIND.typed) tests[row] = ERROR
      else tests[row] = 1 - found
    }
  }
}

/** `BOUND`. */
export class BoundTest extends TestExpression {
  readonly #slot: number

  constructor(terms: EvaluationTerms, slot: number) {
    super(terms, [slot])
    this.#slot = slot
  }

  protected fill(batch: Batch, tests: Uint8Array): void {
    const column = batch.columns[this.#slot]
    if (column === undefined) tests.fill(FALSE, 0, batch.length)
    else for (let row = 0; row < batch.length; row++) tests[row] = column[row] === 0 ? FALSE : TRUE
  }
}
