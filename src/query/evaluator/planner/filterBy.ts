import type { Algebra } from '@traqula/algebra-transformations-1-2'
import {
  ExistenceFilter,
  KeyFilter,
  PredicateFilter,
  RowExistenceFilter,
} from '../operators/existenceFilter.ts'
import { Filter } from '../operators/filter.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import { type Compilation, compileCondition } from './compilation.ts'
import { compileJoined, compileRowExists, sharedWith } from './compileExists.ts'
import { describeExpression } from './describeExpression.ts'
import { columnsOfPattern, describePattern, toTriplePattern } from './patterns.ts'
import { isLookup, type Pool, toPool } from './pool.ts'

/** Keeps those rows of an operator that meet a condition. */
export function filterBy(
  input: Operator,
  expression: Algebra.Expression,
  needed: Slots,
  compilation: Compilation,
): Operator {
  const existence = existenceOf(expression, false)
  if (existence) {
    const pool = toPool(existence.pattern)
    if (isLookup(pool)) {
      return (
        filterByPattern(input, pool, existence.isNegated, needed, compilation) ??
        filterByPool(input, pool, existence, needed, compilation)
      )
    }
    const exists = compileRowExists(existence.pattern, input, compilation)
    return new RowExistenceFilter(input, exists, needed, existence.isNegated)
  }
  const compiled = compileCondition(expression, input, compilation)
  return new Filter(input, compiled, describeExpression(expression), needed)
}

interface Existence {
  readonly pattern: Algebra.Operation
  readonly isNegated: boolean
}

/** What an expression asks the existence of, if that is all that it asks. */
function existenceOf(expression: Algebra.Expression, isNegated: boolean): Existence | undefined {
  if (expression.subType === 'existence') {
    return { pattern: expression.input, isNegated: expression.not !== isNegated }
  }
  if (expression.subType === 'operator' && expression.operator === '!') {
    return existenceOf(expression.args[0]!, !isNegated)
  }
  return undefined
}

function filterByPool(
  input: Operator,
  pool: Pool,
  { pattern, isNegated }: Existence,
  needed: Slots,
  compilation: Compilation,
): Operator {
  const outer = sharedWith(pattern, input, compilation.scope)
  return new ExistenceFilter(input, compileJoined(pool, outer, new Set(), compilation), needed, isNegated)
}

/** EXISTS of one pattern that asks only whether a column has a key. */
function filterByPattern(
  input: Operator,
  { patterns, paths, filters }: Pool,
  isNegated: boolean,
  needed: Slots,
  { context, scope }: Compilation,
): Operator | undefined {
  const [pattern] = patterns
  if (!pattern || patterns.length > 1 || paths.length + filters.length > 0) return undefined
  const one = toTriplePattern(pattern, scope, context.graph.terms)
  const detail = describePattern(pattern)
  const { subject, predicate, object } = one
  const columns = columnsOfPattern(one, context.graph)
  if (one.graph?.slot !== undefined || !columns) return undefined
  const isKnown = (slot: number | undefined): slot is number => slot !== undefined && input.certain.has(slot)
  const isFree = (slot: number | undefined): slot is number =>
    slot !== undefined && !input.possible.has(slot) && slot !== predicate.slot
  if (subject.slot === object.slot) return undefined
  if (isKnown(predicate.slot) && isKnown(subject.slot) && isFree(object.slot)) {
    const slots = { key: subject.slot, predicate: predicate.slot }
    return new PredicateFilter(input, detail, columns, slots, needed, isNegated)
  }
  const column = predicate.id && columns.column(predicate.id)
  if (!column) return undefined
  if (isKnown(subject.slot) && isFree(object.slot)) {
    return new KeyFilter(input, detail, column, subject.slot, needed, isNegated)
  }
  if (isKnown(object.slot) && isFree(subject.slot)) {
    const inverse = columns.inverse(predicate.id!)!
    return new KeyFilter(input, detail, inverse, object.slot, needed, isNegated)
  }
  return undefined
}
