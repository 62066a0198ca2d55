import type { Operator, Slots } from '../operators/operator.ts'
import { Unit } from '../operators/unit.ts'
import type { PlanNode } from '../plan.ts'
import type { Compilation } from './compilation.ts'
import type { Operation } from './variables.ts'

type Compile = (operation: Operation, needed: Slots, compilation: Compilation) => Operator

/**
 * Compiles an operation of which all rows are asked for. One that the query has several times, and that is not joined to
 * rows from outside, is evaluated once: with all of its variables, whatever is needed of them here.
 */
export function compileShared(
  operation: Operation,
  needed: Slots,
  compilation: Compilation,
  compile: Compile,
): Operator {
  const { sharing, scope, start, times = 1 } = compilation
  const repeated = sharing?.repeated(operation)
  if (!sharing || !repeated || repeated.count <= times || !(start instanceof Unit)) {
    return compile(operation, needed, compilation)
  }
  const slots = repeated.variables.map(variable => scope.slotOf(variable))
  const operator = compile(operation, new Set(slots), { ...compilation, times: repeated.count })
  if (isWorthKeeping(operator.plan)) return sharing.share(repeated, operator, slots)
  return compile(operation, needed, { ...compilation, sharing: undefined })
}

/** What columns give about as fast as rows that are kept. */
const READERS = new Set(['scan', 'lookup', 'optional lookup', 'membership', 'key', 'no key', 'slice'])
const WITHOUT_WORK = new Set(['project', 'unit', 'empty'])

function isWorthKeeping({ operator, children }: PlanNode): boolean {
  if (!READERS.has(operator) && !WITHOUT_WORK.has(operator)) return true
  return children.some(isWorthKeeping)
}
