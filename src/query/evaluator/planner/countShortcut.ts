import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Column, ColumnSet } from '../../../graph/columns/columnar.ts'
import type { Operator } from '../operators/operator.ts'
import type { TriplePattern } from '../operators/patternTerm.ts'
import { Values } from '../operators/values.ts'
import type { Compilation } from './compilation.ts'
import { columnsOfPattern, toTriplePattern, valuesOf } from './patterns.ts'

/** Groups of a pattern's quads: the key of each, and how many there are. */
interface Counted {
  readonly keys: Uint32Array | undefined
  readonly counts: ArrayLike<number>
}

/**
 * A grouping that does nothing but count the quads of one pattern: the columns know it without looking at them.
 * `undefined` where it is not so.
 */
export function countShortcut(operation: Algebra.Group, compilation: Compilation): Operator | undefined {
  const { input, variables, aggregates } = operation
  const { scope, context, start } = compilation
  if (input.type !== 'bgp' || input.patterns.length !== 1 || variables.length > 1) return undefined
  if (start.possible.size > 0) return undefined
  const pattern = toTriplePattern(input.patterns[0]!, scope, context.graph.terms)
  if (pattern.graph?.slot !== undefined) return undefined
  const columns = columnsOfPattern(pattern, context.graph)
  const slots = [pattern.subject, pattern.predicate, pattern.object].flatMap(({ slot }) => slot ?? [])
  if (!columns || new Set(slots).size < slots.length) return undefined
  const [key] = variables.map(({ value }) => scope.slotOf(value))
  const isCount = aggregates.every(({ aggregator, expression, distinct }) => {
    if (aggregator !== 'count') return false
    if (expression.subType === 'wildcard') return true
    if (expression.subType !== 'term' || expression.term.termType !== 'Variable') return false
    const of = scope.slotOf(expression.term.value)
    // Quads differ: with one variable beside the key they differ in it.
    return slots.includes(of) && (!distinct || slots.every(slot => slot === key || slot === of))
  })
  const counted = isCount && count(pattern, columns, key)
  if (!counted) return undefined
  const { terms } = context
  const counts = Uint32Array.from(counted.counts, number => terms.integer(number))
  const slotsOfCounts = aggregates.map(({ variable }) => scope.slotOf(variable.value))
  return new Values(
    context,
    [...(key === undefined ? [] : [key]), ...slotsOfCounts],
    [...(counted.keys ? [counted.keys] : []), ...slotsOfCounts.map(() => counts)],
    counts.length,
    `counts of ${columns === context.graph.defaultGraph ? 'a column' : 'a column of a named graph'}`,
  )
}

function count(
  { subject, predicate, object }: TriplePattern,
  columns: ColumnSet,
  key: number | undefined,
): Counted | undefined {
  const inAll = (number: number): Counted => ({ keys: undefined, counts: [number] })
  if (predicate.slot !== undefined) {
    if (subject.slot === undefined || object.slot === undefined) return undefined
    if (key === undefined) return inAll(columns.size)
    if (key !== predicate.slot) return undefined
    const { predicates } = columns
    return { keys: predicates, counts: Array.from(predicates, one => columns.column(one)!.size) }
  }
  const column = columns.column(predicate.id)
  if (!column) return key === undefined ? inAll(0) : { keys: new Uint32Array(0), counts: [] }
  const inverse = () => columns.inverse(predicate.id)!
  if (key === undefined) {
    if (subject.slot !== undefined && object.slot !== undefined) return inAll(column.size)
    if (subject.slot !== undefined) return inAll(valuesOf(inverse(), object.id!).length)
    if (object.slot !== undefined) return inAll(valuesOf(column, subject.id).length)
    return inAll(column.has(subject.id, object.id) ? 1 : 0)
  }
  if (subject.slot === undefined || object.slot === undefined) return undefined
  if (key === subject.slot) return lengthsOf(column)
  return key === object.slot ? lengthsOf(inverse()) : undefined
}

function lengthsOf({ keys, offsets }: Column): Counted {
  return { keys, counts: Array.from(keys, (_, row) => offsets[row + 1]! - offsets[row]!) }
}
