import {
  addDecimals,
  type DIVISION_SCALE,
  divideDecimals,
  floorDecimal,
  multiplyDecimals,
  subtractDecimals,
} from '../terms/decimal.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { INEXACT, isNumeric, VALUE } from '../terms/valueTypes.ts'
import { FunctionNode, type Node } from './node.ts'

export type ArithmeticOperator = '+' | '-' | '*' | '/'

/**
 * Arithmetic (SPARQL 1.1 §17.3) over integers of any size, exact decimals, floats of 32 and doubles of 64 bits, in the
 * greater of the two types. A quotient of integers or decimals is a decimal that is cut off after
 * {@link DIVISION_SCALE} digits.
 */
export class ArithmeticNode extends FunctionNode {
  readonly #operator: ArithmeticOperator

  constructor(terms: EvaluationTerms, args: readonly Node[], operator: ArithmeticOperator) {
    super(terms, args)
    this.#operator = operator
  }

  compute(row: number): number {
    const [left, right] = this.args as [Node, Node]
    if (!isNumeric(left.compute(row)) || !isNumeric(right.compute(row))) return this.setError()
    return this.setResult(left, right)
  }

  protected setResult(left: Node, right: Node): number {
    const type = Math.max(left.type, right.type)
    if (type === VALUE.double) return this.setDouble(this.#inexact(left.number, right.number), type)
    if (type === VALUE.float) {
      const value = this.#inexact(Math.fround(left.number), Math.fround(right.number))
      return this.setDouble(Math.fround(value), type)
    }
    if (this.#operator === '/') return this.#divide(left, right)
    return type === VALUE.integer ? this.#integer(left, right) : this.#decimal(left, right)
  }

  #inexact(left: number, right: number): number {
    switch (this.#operator) {
      case '+':
        return left + right
      case '-':
        return left - right
      case '*':
        return left * right
      default:
        return left / right
    }
  }

  #integer(left: Node, right: Node): number {
    const value = this.#inexact(left.number, right.number)
    if (left.scale !== INEXACT && right.scale !== INEXACT && Number.isSafeInteger(value)) {
      return this.setInteger(value)
    }
    return this.#exact(left, right, VALUE.integer)
  }

  #decimal(left: Node, right: Node): number {
    const leftScale = left.scale
    const rightScale = right.scale
    if (leftScale !== INEXACT && rightScale !== INEXACT) {
      let leftDigits = Math.round(left.number * 10 ** leftScale)
      let rightDigits = Math.round(right.number * 10 ** rightScale)
      if (this.#operator === '*') {
        if (this.setDigits(leftDigits * rightDigits, leftScale + rightScale, VALUE.decimal)) return this.type
      } else {
        const scale = Math.max(leftScale, rightScale)
        leftDigits *= 10 ** (scale - leftScale)
        rightDigits *= 10 ** (scale - rightScale)
        const isSafe = Number.isSafeInteger(leftDigits) && Number.isSafeInteger(rightDigits)
        const digits = this.#operator === '+' ? leftDigits + rightDigits : leftDigits - rightDigits
        if (isSafe && this.setDigits(digits, scale, VALUE.decimal)) return this.type
      }
    }
    return this.#exact(left, right, VALUE.decimal)
  }

  #exact(left: Node, right: Node, type: number): number {
    const a = left.decimal()
    const b = right.decimal()
    if (this.#operator === '*') return this.setDecimal(multiplyDecimals(a, b), type)
    return this.setDecimal(this.#operator === '+' ? addDecimals(a, b) : subtractDecimals(a, b), type)
  }

  #divide(left: Node, right: Node): number {
    if (right.number === 0) return this.setError()
    return this.setDecimal(divideDecimals(left.decimal(), right.decimal()), VALUE.decimal)
  }
}

/** Unary `-`, and unary `+`, which only says that its operand has to be a number. */
export class SignNode extends FunctionNode {
  readonly #isMinus: boolean

  constructor(terms: EvaluationTerms, args: readonly Node[], isMinus: boolean) {
    super(terms, args)
    this.#isMinus = isMinus
  }

  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (!isNumeric(type)) return this.setError()
    const sign = this.#isMinus ? -1 : 1
    if (type >= VALUE.float) return this.setDouble(sign * arg.number, type)
    if (arg.scale === INEXACT) {
      const { digits, scale } = arg.decimal()
      return this.setDecimal({ digits: BigInt(sign) * digits, scale }, type)
    }
    if (type === VALUE.integer) return this.setInteger(sign * arg.number)
    this.setDigits(Math.round(sign * arg.number * 10 ** arg.scale), arg.scale, VALUE.decimal)
    return this.type
  }
}

export type RoundingFunction = 'abs' | 'ceil' | 'floor' | 'round'

/** `ABS`, `CEIL`, `FLOOR` and `ROUND` (halves up, XPath F&O 3.1 §4.4.4), each in the type of its argument. */
export class RoundingNode extends FunctionNode {
  readonly #name: RoundingFunction

  constructor(terms: EvaluationTerms, args: readonly Node[], name: RoundingFunction) {
    super(terms, args)
    this.#name = name
  }

  compute(row: number): number {
    const arg = this.args[0]!
    const type = arg.compute(row)
    if (!isNumeric(type)) return this.setError()
    if (arg.scale === INEXACT) return this.#setExact(arg)
    const value = this.#round(arg.number)
    if (type >= VALUE.float) return this.setDouble(value, type)
    if (type === VALUE.integer) return this.setInteger(value)
    const scale = this.#name === 'abs' ? arg.scale : 0
    this.setDigits(Math.round(value * 10 ** scale), scale, VALUE.decimal)
    return this.type
  }

  #round(value: number): number {
    return this.#name === 'abs'
      ? Math.abs(value)
      : this.#name === 'ceil'
        ? Math.ceil(value)
        : this.#name === 'floor'
          ? Math.floor(value)
          : Math.round(value)
  }

  #setExact(arg: Node): number {
    const value = arg.decimal()
    if (this.#name === 'abs') {
      return this.setDecimal({ ...value, digits: value.digits < 0n ? -value.digits : value.digits }, arg.type)
    }
    if (this.#name === 'floor') return this.setDecimal({ digits: floorDecimal(value), scale: 0 }, arg.type)
    if (this.#name === 'ceil') {
      const negated = floorDecimal({ ...value, digits: -value.digits })
      return this.setDecimal({ digits: -negated, scale: 0 }, arg.type)
    }
    const half = addDecimals(value, { digits: 5n, scale: 1 })
    return this.setDecimal({ digits: floorDecimal(half), scale: 0 }, arg.type)
  }
}
