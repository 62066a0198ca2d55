import type { TermId } from '../../../graph/columns/columnar.ts'
import { compareCodePoints } from '../terms/codePoints.ts'
import { compareDecimals } from '../terms/decimal.ts'
import { type EvaluationTerms, isExactType } from '../terms/evaluationTerms.ts'
import { INEXACT, isNumeric, typeOfDatatype, VALUE, XSD_INTEGER } from '../terms/valueTypes.ts'
import { NO_KEY, sortKeysOf } from './sortKeys.ts'

/**
 * The order of `ORDER BY` (SPARQL 1.1 §15.1): unbound, blank nodes, IRIs, literals; within these the order of `<`. Where
 * that leaves it open: literals go by the IRI of their datatype, with all numbers where `xsd:integer` is, NaN before
 * other numbers; well-formed before ill-formed; then by code point; language strings then by tag. Dates without a time
 * zone are taken for UTC. Numbers and dates of equal value are equal.
 */
export function createComparator(terms: EvaluationTerms): (a: TermId, b: TermId) => number {
  const { graph, graphSize } = terms
  const keys = sortKeysOf(graph)

  function compareTexts(a: TermId, b: TermId): number {
    if (a <= graphSize && b <= graphSize) return graph.compareValues(a, b)
    return compareCodePoints(terms.valueOf(a), terms.valueOf(b))
  }

  function compareLiterals(a: TermId, b: TermId, left: number, right: number): number {
    const leftType = left & 15
    const rightType = right & 15
    if (leftType === rightType && leftType <= VALUE.languageString) {
      const found = compareTexts(a, b)
      if (found !== 0 || leftType === VALUE.string) return found
      return compareCodePoints(terms.languageOf(a), terms.languageOf(b))
    }
    if (isNumeric(leftType) && isNumeric(rightType)) {
      const found = compareNumbers(terms.numberOf(a), terms.numberOf(b))
      const isInexact = left >> 4 === INEXACT || right >> 4 === INEXACT
      if (found !== 0 || !isInexact || !isExactType(leftType) || !isExactType(rightType)) return found
      return compareDecimals(terms.decimalOf(a), terms.decimalOf(b))
    }
    if (leftType === rightType && leftType <= VALUE.date) {
      return compareNumbers(terms.numberOf(a), terms.numberOf(b))
    }
    const found = compareCodePoints(placeOf(terms, a), placeOf(terms, b))
    if (found !== 0) return found
    const order = (leftType >= VALUE.illFormed ? 1 : 0) - (rightType >= VALUE.illFormed ? 1 : 0)
    return order === 0 ? compareTexts(a, b) : order
  }

  return (a, b) => {
    if (a === b) return 0
    if (a === 0 || b === 0) return a === 0 ? -1 : 1
    const key = keys.of(a)
    const other = keys.of(b)
    if (key !== other && key !== NO_KEY && other !== NO_KEY) return key - other
    const left = terms.packedTypeOf(a)
    const right = terms.packedTypeOf(b)
    if (left > VALUE.blankNode && right > VALUE.blankNode) return compareLiterals(a, b, left, right)
    // blank nodes are before IRIs, literals after both
    if (left !== right) return left > VALUE.blankNode ? 1 : right > VALUE.blankNode ? -1 : right - left
    return compareTexts(a, b)
  }
}

/** The IRI by which a literal finds its place among those of other datatypes. */
export function placeOf(terms: EvaluationTerms, id: TermId): string {
  const datatype = terms.datatypeOf(id)
  return isNumeric(typeOfDatatype(datatype)) ? XSD_INTEGER : datatype
}

/** NaN is before all others, and is itself. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  if (a === b) return 0
  return (Number.isNaN(a) ? 0 : 1) - (Number.isNaN(b) ? 0 : 1)
}
