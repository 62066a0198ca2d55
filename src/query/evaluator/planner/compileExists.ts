import type { Expression } from '../expression.ts'
import { BatchExists, RowExists } from '../operators/exists.ts'
import type { EvaluationContext, Slots } from '../operators/operator.ts'
import type { Joined } from '../operators/optionalJoin.ts'
import { Feed } from '../operators/unit.ts'
import { compile } from './compile.ts'
import { compilePool } from './compilePool.ts'
import { isLookup, type Pool, toPool } from './pool.ts'
import type { Scope } from './scope.ts'
import { mentionedVariables, type Operation } from './variables.ts'

/** Rows whose variables a pattern may share. */
export interface OuterRows {
  readonly possible: Slots
  readonly certain: Slots
}

/** EXISTS of a pattern for the rows of an operator: what these bind is put in its place (SPARQL 1.1 §18.6). */
export function compileExists(
  pattern: Operation,
  outer: OuterRows,
  context: EvaluationContext,
  scope: Scope,
): Expression {
  const slots = scope.slotsOf(mentionedVariables(pattern)).intersection(outer.possible)
  const shared = { possible: slots, certain: slots.intersection(outer.certain) }
  const pool = toPool(pattern)
  const ordered = [...slots].sort((a, b) => a - b)
  if (isLookup(pool)) {
    return new BatchExists(ordered, context.terms, compileJoined(pool, shared, new Set(), context, scope))
  }
  const feed = new Feed(context, shared.possible, shared.certain)
  const rows = compile(pattern, slots, { context, scope, start: feed })
  return new RowExists(ordered, context.terms, feed, rows)
}

/** A pool that is joined to the rows of another operator, batch by batch. */
export function compileJoined(
  pool: Pool,
  outer: OuterRows,
  needed: Slots,
  context: EvaluationContext,
  scope: Scope,
): Joined {
  const ordinal = scope.hidden('')
  const feed = new Feed(
    context,
    new Set(outer.possible).add(ordinal),
    new Set(outer.certain).add(ordinal),
    ordinal,
  )
  const rows = compilePool(pool, new Set(needed).add(ordinal), { context, scope, start: feed })
  return { feed, rows, ordinal }
}
