import type { Algebra } from '@traqula/algebra-transformations-1-2'
import { functionOf } from '../expressions/functions.ts'
import { Filter } from '../operators/filter.ts'
import type { Operator, Slots } from '../operators/operator.ts'
import { type Compilation, compileCondition } from './compilation.ts'
import { describeExpression } from './describeExpression.ts'
import { pushDown } from './pushDown.ts'
import { expressionVariables, type Operation } from './variables.ts'

type Expression = Algebra.Expression

/** Conditions on values that are computed for them, taken beneath where these are bound to variables. */
export interface FilteredExtension {
  /** What the values are computed from, with the conditions on that alone. */
  readonly input: Operation
  readonly conditions: readonly Expression[]
  /** What the variables that the conditions read stand for. */
  readonly definitions: ReadonlyMap<string, Expression>
  /** All that was bound, the innermost first. */
  readonly extensions: readonly Algebra.Extend[]
  /** Conditions that cannot be taken beneath. */
  readonly left: readonly Expression[]
}

/** Of more variables one after the other, the conditions stay where they are: expressions nest only so deep. */
const MOST_EXTENSIONS = 32

/**
 * Takes conditions on variables that BIND has bound beneath it, with what these stand for in their place: a condition
 * needs the value, but no term, and what does not meet it needs neither. As an error leaves a variable unbound (SPARQL
 * 1.1 §18.5, Extend), and an unbound variable is an error in an expression, they hold for the same rows. `undefined`
 * where there is no such condition.
 */
export function takeBeneath(
  conditions: readonly Expression[],
  operation: Operation,
): FilteredExtension | undefined {
  const extensions: Algebra.Extend[] = []
  let input = operation
  while (input.type === 'extend' && extensions.length <= MOST_EXTENSIONS) {
    extensions.unshift(input)
    input = input.input
  }
  if (extensions.length === 0 || extensions.length > MOST_EXTENSIONS) return undefined
  const bound = new Map(extensions.map(({ variable, expression }) => [variable.value, expression]))
  const definitions = new Map<string, Expression>()
  const taken: Expression[] = []
  const left: Expression[] = []
  for (const condition of conditions) {
    if (expressionVariables(condition).isDisjointFrom(bound)) input = pushDown(condition, input)
    else if (define(condition, bound, definitions)) taken.push(condition)
    else left.push(condition)
  }
  return taken.length === 0 ? undefined : { input, conditions: taken, definitions, extensions, left }
}

/** Whether all that an expression reads can be put in its place; collects it. */
function define(
  expression: Expression,
  bound: ReadonlyMap<string, Expression>,
  definitions: Map<string, Expression>,
): boolean {
  if (!isPure(expression)) return false
  for (const variable of expressionVariables(expression)) {
    const value = bound.get(variable)
    if (value === undefined || definitions.has(variable)) continue
    if (!define(value, bound, definitions)) return false
    definitions.set(variable, value)
  }
  return true
}

/** Whether an expression depends on nothing but its variables, and gives the same for the same. */
function isPure(expression: Expression): boolean {
  switch (expression.subType) {
    case 'term':
      return true
    case 'operator':
      return (
        !functionOf(expression.operator, expression.args.length)?.isVolatile && expression.args.every(isPure)
      )
    case 'named':
      return expression.args.every(isPure)
    default:
      return false
  }
}

/** Keeps the rows that meet conditions on what is computed from them. */
export function filterDefined(
  input: Operator,
  { conditions, definitions }: FilteredExtension,
  needed: Slots,
  compilation: Compilation,
): Operator {
  const [first, ...others] = conditions
  const whole = others.reduce(
    (left, right) =>
      ({ type: 'expression', subType: 'operator', operator: '&&', args: [left, right] }) as Expression,
    first!,
  )
  const compiled = compileCondition(whole, input, compilation, definitions)
  const values = [...definitions].map(([name, value]) => `?${name} = ${describeExpression(value)}`)
  const detail = `${describeExpression(whole)} where ${values.join(', ')}`
  return new Filter(input, compiled, detail, needed)
}
