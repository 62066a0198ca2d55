import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Expression, ExpressionScope } from '../expression.ts'
import { JunctionExpression, NegationExpression } from './batchLogic.ts'
import { castOf } from './casts.ts'
import { ColumnExpression } from './columnExpression.ts'
import { CompiledExpression } from './compiledExpression.ts'
import { compileFast } from './fastPaths.ts'
import { functionOf } from './functions.ts'
import { MemoizedExpression } from './memoizedExpression.ts'
import { VariableNode } from './node.ts'
import { NodeCompiler } from './nodeCompiler.ts'

/**
 * Whether an expression would be compiled, asked without a graph. One with `NOW()` is only where the time is given.
 *
 * @param mayExist whether the pattern of an `EXISTS` is supported
 */
export function mayCompile(
  expression: Algebra.Expression,
  mayExist: (pattern: Algebra.Operation) => boolean = () => true,
): boolean {
  switch (expression.subType) {
    case 'term':
      return isSupportedTerm(expression.term)
    case 'existence':
      return mayExist(expression.input)
    case 'operator':
      return (
        functionOf(expression.operator, expression.args.length) !== undefined &&
        (expression.operator.toLowerCase() !== 'bound' || isVariable(expression.args[0])) &&
        expression.args.every(arg => mayCompile(arg, mayExist))
      )
    case 'named':
      return (
        castOf(expression.name.value) !== undefined &&
        expression.args.length === 1 &&
        expression.args.every(arg => mayCompile(arg, mayExist))
      )
    default:
      return false
  }
}

/**
 * Compiles an expression of SPARQL 1.1 §17.
 *
 * @returns `undefined` where something in it is not supported
 */
export function compileExpression(
  expression: Algebra.Expression,
  scope: ExpressionScope,
): Expression | undefined {
  if (!mayCompile(expression)) return undefined
  return scope.definitionOf ? compileRows(expression, scope) : compile(expression, scope)
}

function compile(expression: Algebra.Expression, scope: ExpressionScope): Expression | undefined {
  if (expression.subType !== 'operator') return compileRows(expression, scope)
  const { operator, args } = expression
  if (operator === '&&' || operator === '||') {
    const left = compile(args[0]!, scope)
    const right = compile(args[1]!, scope)
    return left && right && new JunctionExpression(scope.terms, left, right, operator === '&&')
  }
  if (operator === '!') {
    const inner = compile(args[0]!, scope)
    return inner && new NegationExpression(scope.terms, inner)
  }
  const fallback = () => compileRows(expression, scope)
  return compileFast(expression, scope, fallback) ?? fallback()
}

/** The way that goes row by row, or term by term where there is only one variable. */
function compileRows(expression: Algebra.Expression, scope: ExpressionScope): Expression | undefined {
  const compiler = new NodeCompiler(scope)
  const root = compiler.compileWhole(expression)
  if (!root) return undefined
  const slots = [...compiler.slots].sort((a, b) => a - b)
  const byRow = new CompiledExpression(root, slots)
  if (root instanceof VariableNode) return new ColumnExpression(root.slot, byRow)
  const isOfOneTerm = slots.length === 1 && !compiler.isVolatile
  return isOfOneTerm ? new MemoizedExpression(root, slots[0]!, scope.terms) : byRow
}

function isVariable(expression: Algebra.Expression | undefined): boolean {
  return expression?.subType === 'term' && expression.term.termType === 'Variable'
}

function isSupportedTerm(term: Extract<Algebra.Expression, { subType: 'term' }>['term']): boolean {
  if (term.termType === 'Literal') return !term.direction
  return term.termType === 'Variable' || term.termType === 'NamedNode' || term.termType === 'BlankNode'
}
