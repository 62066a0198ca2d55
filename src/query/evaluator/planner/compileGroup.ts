import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { createAccumulator } from '../aggregates/createAccumulator.ts'
import { BoundCount, DistinctRowCount, RowCount, RunCount } from '../operators/countAccumulators.ts'
import { Group, type GroupAggregate } from '../operators/group.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import { type Compilation, compileCondition } from './compilation.ts'
import { countShortcut } from './countShortcut.ts'
import { expressionVariables, visibleVariables } from './variables.ts'

/** Grouping and its aggregates (SPARQL 1.1 §18.5, Group and AggregateJoin). */
export function compileGroup(operation: Algebra.Group, compilation: Compilation): Operator {
  const shortcut = countShortcut(operation, compilation)
  if (shortcut) return shortcut
  const { scope } = compilation
  const keys = operation.variables.map(({ value }) => scope.slotOf(value))
  const read = new Set(keys)
  for (const { expression, distinct } of operation.aggregates) {
    const names =
      expression.subType === 'wildcard' && distinct
        ? visibleVariables(operation.input)
        : expressionVariables(expression)
    for (const slot of scope.slotsOf(names)) read.add(slot)
  }
  const input = compilation.compiler.operation(operation.input, read, compilation)
  const visible = scope.slotsOf(visibleVariables(operation.input))
  const aggregates = operation.aggregates.map(aggregate =>
    compileAggregate(aggregate, input, new Set(keys), visible, compilation),
  )
  return new Group(input, keys, aggregates)
}

function compileAggregate(
  aggregate: Algebra.BoundAggregate,
  input: Operator,
  keys: Slots,
  visible: Slots,
  compilation: Compilation,
): GroupAggregate {
  const { scope, context } = compilation
  const { terms } = context
  const { aggregator, distinct, expression, variable } = aggregate
  const slot = scope.slotOf(variable.value)
  const isCertain = aggregator === 'count'
  if (expression.subType === 'wildcard') {
    if (!distinct || input.unique?.isSubsetOf(visible)) {
      return { slot, isCertain, of: undefined, accumulator: () => new RowCount(terms) }
    }
    const rows = [...input.possible.intersection(visible)]
    return { slot, isCertain, rows, accumulator: () => new DistinctRowCount(terms, rows.length) }
  }
  const isVariable = expression.subType === 'term' && expression.term.termType === 'Variable'
  if (!isVariable) {
    const of = compileCondition(expression, input, compilation)
    return { slot, isCertain, of, accumulator: () => createAccumulator(aggregate, terms) }
  }
  const of = scope.slotOf(expression.term.value)
  const accumulator = () => {
    if (aggregator !== 'count') return createAccumulator(aggregate, terms)
    const isUnique = !distinct || input.unique?.isSubsetOf(new Set(keys).add(of))
    if (isUnique) return input.certain.has(of) ? new RowCount(terms) : new BoundCount(terms)
    return input.ascending === of ? new RunCount(terms) : createAccumulator(aggregate, terms)
  }
  return { slot, isCertain, of, accumulator }
}
