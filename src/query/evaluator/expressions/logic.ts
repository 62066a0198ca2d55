import type { TermId } from '../../../graph/columns/columnar.ts'
import type { Batch } from '../batch.ts'
import { ERROR, type Expression, FALSE, TRUE } from '../expression.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { VALUE } from '../terms/valueTypes.ts'
import { equal, INCOMPARABLE, order, UNORDERED } from './compare.ts'
import { FunctionNode, Node } from './node.ts'

function effectiveBoolean(node: Node, row: number): number {
  node.compute(row)
  return node.effectiveBoolean()
}

/** `&&`: false wins over an error (SPARQL 1.1 §17.2). */
export class AndNode extends FunctionNode {
  compute(row: number): number {
    const left = effectiveBoolean(this.args[0]!, row)
    if (left === FALSE) return this.setBoolean(FALSE)
    const right = effectiveBoolean(this.args[1]!, row)
    if (right === FALSE) return this.setBoolean(FALSE)
    return this.setBoolean(left === ERROR || right === ERROR ? ERROR : TRUE)
  }
}

/** `||`: true wins over an error. */
export class OrNode extends FunctionNode {
  compute(row: number): number {
    const left = effectiveBoolean(this.args[0]!, row)
    if (left === TRUE) return this.setBoolean(TRUE)
    const right = effectiveBoolean(this.args[1]!, row)
    if (right === TRUE) return this.setBoolean(TRUE)
    return this.setBoolean(left === ERROR || right === ERROR ? ERROR : FALSE)
  }
}

export class NotNode extends FunctionNode {
  compute(row: number): number {
    const value = effectiveBoolean(this.args[0]!, row)
    return this.setBoolean(value === ERROR ? ERROR : 1 - value)
  }
}

/** `=`, or `!=`. */
export class EqualNode extends FunctionNode {
  readonly #isNegated: boolean

  constructor(terms: EvaluationTerms, args: readonly Node[], isNegated: boolean) {
    super(terms, args)
    this.#isNegated = isNegated
  }

  compute(row: number): number {
    const [left, right] = this.args as [Node, Node]
    left.compute(row)
    right.compute(row)
    const value = equal(left, right)
    return this.setBoolean(this.#isNegated && value !== ERROR ? 1 - value : value)
  }
}

/** Which of less, equal and greater an operator takes. */
export interface Relation {
  readonly less: boolean
  readonly equal: boolean
  readonly greater: boolean
}

/** `<`, `>`, `<=` and `>=`. */
export class OrderNode extends FunctionNode {
  readonly #relation: Relation

  constructor(terms: EvaluationTerms, args: readonly Node[], relation: Relation) {
    super(terms, args)
    this.#relation = relation
  }

  compute(row: number): number {
    const [left, right] = this.args as [Node, Node]
    if (left.compute(row) === VALUE.error || right.compute(row) === VALUE.error) return this.setError()
    const found = order(left, right)
    if (found === INCOMPARABLE) return this.setError()
    if (found === UNORDERED) return this.setBoolean(FALSE)
    const relation = this.#relation
    const holds = found < 0 ? relation.less : found > 0 ? relation.greater : relation.equal
    return this.setBoolean(holds ? TRUE : FALSE)
  }
}

/** `sameTerm`. */
export class SameTermNode extends FunctionNode {
  compute(row: number): number {
    const [left, right] = this.args as [Node, Node]
    if (left.compute(row) === VALUE.error || right.compute(row) === VALUE.error) return this.setError()
    return this.setBoolean(left.intern() === right.intern() ? TRUE : FALSE)
  }
}

/** `IN` and `NOT IN` (SPARQL 1.1 §17.4.1.9): an error in the list counts only where nothing equals. */
export class InNode extends FunctionNode {
  readonly #isNegated: boolean

  constructor(terms: EvaluationTerms, args: readonly Node[], isNegated: boolean) {
    super(terms, args)
    this.#isNegated = isNegated
  }

  compute(row: number): number {
    const needle = this.args[0]!
    if (needle.compute(row) === VALUE.error) return this.setError()
    let result: number = FALSE
    for (let at = 1; at < this.args.length; at++) {
      const item = this.args[at]!
      item.compute(row)
      const found = equal(needle, item)
      if (found === TRUE) return this.setBoolean(this.#isNegated ? FALSE : TRUE)
      if (found === ERROR) result = ERROR
    }
    return this.setBoolean(this.#isNegated && result !== ERROR ? TRUE : result)
  }
}

/** `BOUND`. */
export class BoundNode extends FunctionNode {
  compute(row: number): number {
    return this.setBoolean(this.args[0]!.compute(row) === VALUE.error ? FALSE : TRUE)
  }
}

/** `IF`. */
export class IfNode extends FunctionNode {
  compute(row: number): number {
    const condition = effectiveBoolean(this.args[0]!, row)
    if (condition === ERROR) return this.setError()
    const chosen = this.args[condition === TRUE ? 1 : 2]!
    chosen.compute(row)
    return this.setFrom(chosen)
  }
}

/** `COALESCE`. */
export class CoalesceNode extends FunctionNode {
  compute(row: number): number {
    for (const arg of this.args) {
      if (arg.compute(row) !== VALUE.error) return this.setFrom(arg)
    }
    return this.setError()
  }
}

/** An expression that is evaluated batch by batch, such as `EXISTS`, inside of one that goes row by row. */
export class BatchNode extends Node {
  readonly #expression: Expression
  #batch: Batch | undefined
  #values: Uint32Array | undefined

  constructor(terms: EvaluationTerms, expression: Expression) {
    super(terms)
    this.#expression = expression
  }

  bind(batch: Batch): void {
    this.#batch = batch
    this.#values = undefined
  }

  compute(row: number): number {
    this.#values ??= this.#expression.evaluate(this.#batch!)
    const id: TermId = this.#values[row]!
    return this.setTerm(id)
  }
}
