import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { Filter } from '../operators/filter.ts'
import { HashJoin } from '../operators/hashJoin.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import { OptionalJoin } from '../operators/optionalJoin.ts'
import { slotsOfPattern } from '../operators/patternTerm.ts'
import { Feed, Unit } from '../operators/unit.ts'
import { buildOptionalPattern } from './buildMember.ts'
import { type Compilation, compileCondition } from './compilation.ts'
import { compileJoined } from './compileExists.ts'
import { conjunctsOf } from './conjuncts.ts'
import { describeExpression } from './describeExpression.ts'
import { describePattern, toTriplePattern } from './patterns.ts'
import { isLookup, type Pool, toPool } from './pool.ts'
import { expressionVariables, mentionedVariables, visibleVariables } from './variables.ts'

/**
 * OPTIONAL (SPARQL 1.1 §18.5, LeftJoin): what can be looked up is looked up for the rows that there are; anything else is
 * evaluated by itself, and kept to be joined.
 */
export function compileLeftJoin(
  { input: [left, right], expression }: Algebra.LeftJoin,
  needed: Slots,
  compilation: Compilation,
): Operator {
  const { scope, context } = compilation
  const conditions = expression ? conjunctsOf(expression) : []
  const read = conditions.reduce(
    (all, one) => all.union(scope.slotsOf(expressionVariables(one))),
    new Set<number>(),
  )
  const pool = toPool(right)
  const isLookedUp = isLookup(pool)
  const shared = scope.slotsOf(isLookedUp ? mentionedVariables(right) : visibleVariables(right))
  const within = needed.union(read).union(shared)
  const input = compilation.compiler.operation(left, within, compilation)
  if (isLookedUp && hasOwnConditionsOnly(pool, input, compilation)) {
    const [pattern] = pool.patterns
    if (
      pattern &&
      pool.patterns.length === 1 &&
      pool.paths.length + pool.filters.length + conditions.length === 0
    ) {
      const one = toTriplePattern(pattern, scope, context.graph.terms)
      const member = { pattern: one, slots: slotsOfPattern(one), detail: describePattern(pattern) }
      const simple = buildOptionalPattern(input, { type: 'pattern', ...member }, needed, context)
      if (simple) return simple
    }
    const joined = compileJoined(
      { ...pool, filters: [...pool.filters, ...conditions] },
      input,
      needed.union(input.possible.intersection(within)),
      compilation,
    )
    return new OptionalJoin(input, joined, needed)
  }
  const kept = compilation.compiler.operation(right, within, compilation)
  if (conditions.length === 0) {
    return new HashJoin(input, kept, 'optional', input.estimate, needed)
  }
  return conditionalJoin(input, kept, conditions, needed.union(read), compilation)
}

/** The rows of a side that is kept, for those rows of the other with which they meet the conditions. */
function conditionalJoin(
  input: Operator,
  kept: Operator,
  conditions: readonly Algebra.Expression[],
  needed: Slots,
  compilation: Compilation,
): Operator {
  const { context, scope, start } = compilation
  const ordinal = scope.hidden('')
  const outer = (slots: Slots) => new Set(slots).add(ordinal)
  const feed = new Feed(context, outer(input.possible), outer(input.certain), ordinal)
  const carried = outer(needed)
  let rows: Operator = new HashJoin(feed, kept, 'join', kept.estimate, carried, start instanceof Unit)
  for (const one of conditions) {
    rows = new Filter(rows, compileCondition(one, rows, compilation), describeExpression(one), carried)
  }
  return new OptionalJoin(input, { feed, rows, ordinal }, needed)
}

/**
 * Whether the conditions of a pool read nothing from outside it: there their variables are unbound (SPARQL 1.1 §18.2.2),
 * unlike in rows to which it is joined.
 */
function hasOwnConditionsOnly({ filters, ...pool }: Pool, input: Operator, { scope }: Compilation): boolean {
  if (filters.length === 0) return true
  const own = new Set<string>()
  for (const { subject, predicate, object, graph } of pool.patterns) {
    for (const term of [subject, predicate, object, graph])
      if (term.termType === 'Variable') own.add(term.value)
  }
  for (const { subject, object, graph } of pool.paths) {
    for (const term of [subject, object, graph]) if (term.termType === 'Variable') own.add(term.value)
  }
  return filters.every(filter => {
    const foreign = expressionVariables(filter).difference(own)
    return scope.slotsOf(foreign).isDisjointFrom(input.possible)
  })
}
