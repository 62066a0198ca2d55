import type { Expression } from '../expression.ts'
import { BatchExists, RowExists } from '../operators/exists.ts'
import type { Slots } from '../operators/operator.ts'
import type { Joined } from '../operators/optionalJoin.ts'
import { Feed } from '../operators/unit.ts'
import type { Compilation, OuterRows } from './compilation.ts'
import { isLookup, type Pool, toPool } from './pool.ts'
import type { Scope } from './scope.ts'
import { mentionedVariables, type Operation } from './variables.ts'

/** EXISTS of a pattern for the rows of an operator: what these bind is put in its place (SPARQL 1.1 §18.6). */
export function compileExists(pattern: Operation, outer: OuterRows, compilation: Compilation): Expression {
  const pool = toPool(pattern)
  if (!isLookup(pool)) return compileRowExists(pattern, outer, compilation)
  const shared = sharedWith(pattern, outer, compilation.scope)
  const joined = compileJoined(pool, shared, new Set(), compilation)
  return new BatchExists(inOrder(shared.possible), compilation.context.terms, joined)
}

/** The same where the pattern has to be evaluated for one row after the other. */
export function compileRowExists(pattern: Operation, outer: OuterRows, compilation: Compilation): RowExists {
  const { compiler, context, scope } = compilation
  const shared = sharedWith(pattern, outer, scope)
  const feed = new Feed(context, shared.possible, shared.certain)
  const rows = compiler.operation(pattern, shared.possible, { ...compilation, start: feed })
  return new RowExists(inOrder(shared.possible), context.terms, feed, rows)
}

/** The slots of rows that a pattern mentions. */
export function sharedWith(pattern: Operation, outer: OuterRows, scope: Scope): OuterRows {
  const possible = scope.slotsOf(mentionedVariables(pattern)).intersection(outer.possible)
  return { possible, certain: possible.intersection(outer.certain) }
}

function inOrder(slots: Slots): number[] {
  return [...slots].sort((a, b) => a - b)
}

/** A pool that is joined to the rows of another operator, batch by batch. */
export function compileJoined(pool: Pool, outer: OuterRows, needed: Slots, compilation: Compilation): Joined {
  const { compiler, context, scope } = compilation
  const ordinal = scope.hidden('')
  const feed = new Feed(
    context,
    new Set(outer.possible).add(ordinal),
    new Set(outer.certain).add(ordinal),
    ordinal,
  )
  const rows = compiler.pool(pool, new Set(needed).add(ordinal), { ...compilation, start: feed })
  return { feed, rows, ordinal }
}
