import { ERROR, FALSE, TRUE } from '../expression.ts'
import { compareCodePoints } from '../terms/codePoints.ts'
import { compareTimes } from '../terms/dateTime.ts'
import { compareDecimals } from '../terms/decimal.ts'
import { INEXACT, isNumeric, VALUE, ZONED } from '../terms/valueTypes.ts'
import type { Node } from './node.ts'

/** The order of two numbers, each promoted to the type of the other; NaN where one is NaN. */
export function compareNumbers(a: Node, b: Node): number {
  let left = a.number
  let right = b.number
  if (a.type === VALUE.float || b.type === VALUE.float) {
    // a decimal beside a float becomes one
    if (a.type !== VALUE.double && b.type !== VALUE.double) {
      left = Math.fround(left)
      right = Math.fround(right)
    }
  } else if (left === right && (a.scale === INEXACT || b.scale === INEXACT)) {
    if (a.type !== VALUE.double && b.type !== VALUE.double) return compareDecimals(a.decimal(), b.decimal())
  }
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN
}

/** `=` (SPARQL 1.1 §17.3): {@link TRUE}, {@link FALSE}, or {@link ERROR} where nothing is known of two literals. */
export function equal(a: Node, b: Node): number {
  const left = a.type
  const right = b.type
  if (left === VALUE.error || right === VALUE.error) return ERROR
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(a, b) === 0 ? TRUE : FALSE
  if (left === right && left <= VALUE.languageString) {
    if (a.id !== 0 && b.id !== 0) return a.id === b.id ? TRUE : FALSE
    if (left === VALUE.languageString && a.tag() !== b.tag()) return FALSE
    return a.text() === b.text() ? TRUE : FALSE
  }
  if (left <= VALUE.blankNode || right <= VALUE.blankNode) return FALSE
  if (left === right) {
    if (left === VALUE.boolean) return a.number === b.number ? TRUE : FALSE
    if (left === VALUE.dateTime || left === VALUE.date) {
      const order = compareDates(a, b)
      return order === undefined ? ERROR : order === 0 ? TRUE : FALSE
    }
  }
  // a string and a language string are known to be different values
  if (left <= VALUE.languageString && right <= VALUE.languageString) return FALSE
  return a.intern() === b.intern() ? TRUE : ERROR
}

/** What {@link order} gives where an operand is NaN. */
export const UNORDERED = 2
/** What {@link order} gives where the operands cannot be compared. */
export const INCOMPARABLE = 3

/** The order that `<` and its like ask for: negative, 0, positive, {@link UNORDERED} or {@link INCOMPARABLE}. */
export function order(a: Node, b: Node): number {
  const left = a.type
  const right = b.type
  if (isNumeric(left) && isNumeric(right)) {
    const found = compareNumbers(a, b)
    return Number.isNaN(found) ? UNORDERED : found
  }
  if (left !== right) return INCOMPARABLE
  if (left === VALUE.string) return Math.sign(compareCodePoints(a.text(), b.text()))
  if (left === VALUE.boolean) return a.number - b.number
  if (left === VALUE.dateTime || left === VALUE.date) return compareDates(a, b) ?? INCOMPARABLE
  return INCOMPARABLE
}

function compareDates(a: Node, b: Node): -1 | 0 | 1 | undefined {
  return compareTimes(a.number, a.scale === ZONED, b.number, b.scale === ZONED)
}
