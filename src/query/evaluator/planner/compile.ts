import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { createComparator } from '../expressions/createComparator.ts'
import { Distinct } from '../operators/distinct.ts'
import { Extend } from '../operators/extend.ts'
import { Minus } from '../operators/minus.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import { OrderBy } from '../operators/orderBy.ts'
import { Project } from '../operators/project.ts'
import { Slice } from '../operators/slice.ts'
import { Union } from '../operators/union.ts'
import { Values } from '../operators/values.ts'
import { joinOperators } from './buildMember.ts'
import { type Compilation, type Compiler, compileCondition, NotSupported } from './compilation.ts'
import { compileExists } from './compileExists.ts'
import { compileGroup } from './compileGroup.ts'
import { compileLeftJoin } from './compileLeftJoin.ts'
import { compilePool } from './compilePool.ts'
import { compileShared } from './compileShared.ts'
import { describeExpression } from './describeExpression.ts'
import { filterBy } from './filterBy.ts'
import { type FilteredExtension, filterDefined, takeBeneath } from './filterExtended.ts'
import { toPool } from './pool.ts'
import { pushDown } from './pushDown.ts'
import { expressionVariables, type Operation, visibleVariables } from './variables.ts'

/**
 * Compiles an operation of the SPARQL algebra (SPARQL 1.1 §18.2) to operators.
 *
 * @param needed slots whose values are read above it
 * @param limit how many of its rows are asked for at most. Default: all.
 * @throws {NotSupported}
 */
function compile(operation: Operation, needed: Slots, compilation: Compilation, limit = Infinity): Operator {
  if (limit < Infinity) return compileAlone(operation, needed, compilation, limit)
  return compileShared(operation, needed, compilation, compileAlone)
}

function compileAlone(
  operation: Operation,
  needed: Slots,
  compilation: Compilation,
  limit = Infinity,
): Operator {
  const { scope, context } = compilation
  const read = (expression: Algebra.Expression) => scope.slotsOf(expressionVariables(expression))
  switch (operation.type) {
    case 'bgp':
    case 'path':
    case 'join':
    case 'nop':
      return compilePool(toPool(operation), needed, compilation)
    case 'filter':
      return compileFilter(operation, needed, compilation)
    case 'leftjoin':
      return compileLeftJoin(operation, needed, compilation)
    case 'union':
      return new Union(
        context,
        operation.input.map(input => compile(input, needed, compilation)),
      )
    case 'minus':
      return compileMinus(operation, needed, compilation)
    case 'extend': {
      const input = compile(operation.input, needed.union(read(operation.expression)), compilation)
      return extend(input, operation, compilation)
    }
    case 'values':
      return joinOperators(compilation.start, compileValues(operation, compilation), needed)
    case 'group':
      return compileGroup(operation, compilation)
    case 'project': {
      const names = operation.variables.map(({ value }) => value)
      const inner = { ...compilation, scope: scope.subquery(names) }
      const slots = scope.slotsOf(names)
      return new Project(compile(operation.input, needed.intersection(slots), inner, limit), slots)
    }
    case 'distinct':
    case 'reduced': {
      const slots = scope.slotsOf(visibleVariables(operation))
      const input = compile(operation.input, slots, compilation)
      if (input.unique?.isSubsetOf(slots)) return input
      return new Distinct(input, slots, scope.slotsOf(copiesIn(operation.input)))
    }
    case 'orderby': {
      const keys = operation.expressions.reduce((all, one) => all.union(read(one)), new Set<number>())
      const input = compile(operation.input, needed.union(keys), compilation)
      const conditions = operation.expressions.map(expression => {
        const isDescending = expression.subType === 'operator' && expression.operator === 'desc'
        const key = isDescending ? expression.args[0]! : expression
        return { expression: compileCondition(key, input, compilation), isDescending }
      })
      return new OrderBy(input, conditions, createComparator(context.terms), needed, limit)
    }
    case 'slice': {
      const { start, length } = operation
      const rows = length === undefined ? limit : Math.min(limit, length)
      return new Slice(compile(operation.input, needed, compilation, start + rows), start, length)
    }
    default:
      throw new NotSupported()
  }
}

/** What compiles all that operations are made of. */
export const COMPILER: Compiler = { operation: compile, pool: compilePool, exists: compileExists }

function describeExtend({ expression, variable }: Algebra.Extend): string {
  return `?${variable.value} = ${describeExpression(expression)}`
}

/** Conditions on joins are applied within them; on all else above, or beneath where that is the same. */
function compileFilter(operation: Algebra.Filter, needed: Slots, compilation: Compilation): Operator {
  const pool = toPool(operation)
  const [relation] = pool.relations
  if (!relation || pool.relations.length + pool.patterns.length + pool.paths.length > 1) {
    return compilePool(pool, needed, compilation)
  }
  const extended = takeBeneath(pool.filters, relation)
  const conditions = [...(extended?.left ?? [])]
  let below = relation
  for (const one of extended ? [] : pool.filters) {
    const pushed = pushDown(one, below)
    if (pushed.type === 'filter') conditions.push(one)
    else below = pushed
  }
  const read = needed.union(readBy(conditions, compilation))
  let operator = extended
    ? compileFilteredExtension(extended, read, compilation)
    : compile(below, read, compilation)
  for (const one of conditions) operator = filterBy(operator, one, read, compilation)
  return operator
}

/** What is bound only for conditions that are applied beneath is not bound at all. */
function compileFilteredExtension(
  filtered: FilteredExtension,
  needed: Slots,
  compilation: Compilation,
): Operator {
  const { scope } = compilation
  const { input, conditions, definitions } = filtered
  let read = needed
  const extensions: Algebra.Extend[] = []
  for (const extension of filtered.extensions.toReversed()) {
    if (!read.has(scope.slotOf(extension.variable.value))) continue
    extensions.unshift(extension)
    read = read.union(readBy([extension.expression], compilation))
  }
  const readBeneath = read.union(readBy([...conditions, ...definitions.values()], compilation))
  const filtering = filterDefined(compile(input, readBeneath, compilation), filtered, read, compilation)
  return extensions.reduce((operator, one) => extend(operator, one, compilation), filtering)
}

function extend(input: Operator, extension: Algebra.Extend, compilation: Compilation): Operator {
  const { expression, variable } = extension
  const value = compileCondition(expression, input, compilation)
  const isCertain = isSure(expression, input.certain, compilation)
  return new Extend(
    input,
    value,
    compilation.scope.slotOf(variable.value),
    isCertain,
    describeExtend(extension),
  )
}

function readBy(expressions: readonly Algebra.Expression[], { scope }: Compilation): Slots {
  return expressions.reduce((all, one) => all.union(scope.slotsOf(expressionVariables(one))), NO_SLOTS)
}

const NO_SLOTS: Slots = new Set()

function compileMinus(operation: Algebra.Minus, needed: Slots, compilation: Compilation): Operator {
  const { scope, start } = compilation
  const [left, right] = operation.input
  // What rows from outside bind has been put in its place, and is no variable any more.
  const shared = scope
    .slotsOf(visibleVariables(left))
    .intersection(scope.slotsOf(visibleVariables(right)))
    .difference(start.certain)
  const ignored = operation.graphScopeVar && scope.slotOf(operation.graphScopeVar.value)
  const input = compile(left, needed.union(shared), compilation)
  const removed = compile(right, shared, compilation)
  return new Minus(input, removed, shared, needed, ignored)
}

function compileValues({ variables, bindings }: Algebra.Values, { scope, context }: Compilation): Operator {
  const slots = variables.map(({ value }) => scope.slotOf(value))
  const columns = variables.map(({ value }) =>
    Uint32Array.from(bindings, binding => (binding[value] ? context.terms.idOf(binding[value]) : 0)),
  )
  return new Values(context, slots, columns, bindings.length)
}

/** The variables of a projection that only say again what another one of them says. */
function copiesIn(operation: Operation): Set<string> {
  const copies = new Set<string>()
  if (operation.type !== 'project') return copies
  const visible = visibleVariables(operation)
  let input = operation.input
  while (input.type === 'extend') {
    const { expression, variable } = input
    const isCopy = expression.subType === 'term' && expression.term.termType === 'Variable'
    if (isCopy && visible.has(expression.term.value)) copies.add(variable.value)
    input = input.input
  }
  return copies
}

/** Whether an expression has a value in each row: a term, or a variable that is bound. */
function isSure(expression: Algebra.Expression, certain: Slots, { scope }: Compilation): boolean {
  if (expression.subType !== 'term') return false
  const { term } = expression
  return term.termType !== 'Variable' || certain.has(scope.slotOf(term.value))
}
