import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { functionOf } from '../expressions/functions.ts'
import { canonicalText, WritingBudget } from './canonicalText.ts'
import { type Operation, visibleVariables } from './variables.ts'

/** An operation that a query has several times, but for the names of its variables. */
export interface Repeated {
  /** What all of them are written as. */
  readonly text: string
  readonly count: number
  /** The variables that are in scope after it, in the same order for all of them. */
  readonly variables: readonly string[]
}

/** Nodes of the algebra that are looked at in search of what is repeated. */
const MOST_NODES = 100_000

/**
 * The operations that stand several times in a query. None where something in it has another value each time; what is
 * within an expression is not looked at.
 */
export function findRepeated(query: Operation): ReadonlyMap<Operation, Repeated> {
  const candidates = [...candidatesIn(query)]
  if (candidates.length < 2 || isVolatile(query)) return new Map()
  const budget = new WritingBudget(MOST_NODES)
  const counts = new Map<string, number>()
  const written = new Map<Operation, Omit<Repeated, 'count'>>()
  for (const operation of candidates) {
    const found = written.get(operation) ?? textOf(operation, budget)
    if (!found) break
    written.set(operation, found)
    counts.set(found.text, (counts.get(found.text) ?? 0) + 1)
  }
  const repeated = new Map<Operation, Repeated>()
  for (const [operation, found] of written) {
    const count = counts.get(found.text)!
    if (count > 1) repeated.set(operation, { ...found, count })
  }
  return repeated
}

/** What is evaluated by itself, the largest first. */
function* candidatesIn(operation: Operation): Generator<Operation> {
  if (operation.type === 'bgp' ? operation.patterns.length > 1 : 'input' in operation) yield operation
  if (!('input' in operation)) return
  const { input } = operation
  for (const one of Array.isArray(input) ? input : [input]) yield* candidatesIn(one as Operation)
}

function textOf(operation: Operation, budget: WritingBudget): Omit<Repeated, 'count'> | undefined {
  const written = canonicalText(operation, budget)
  if (!written) return undefined
  const visible = visibleVariables(operation)
  return { text: written.text, variables: written.variables.filter(name => visible.has(name)) }
}

function isVolatile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isVolatile)
  if (typeof value !== 'object' || value === null || 'termType' in value) return false
  const { subType, operator, args } = value as Partial<Algebra.OperatorExpression>
  const isCall = subType === 'operator' && operator !== undefined && args !== undefined
  if (isCall && functionOf(operator, args.length)?.isVolatile) return true
  return Object.values(value).some(isVolatile)
}
