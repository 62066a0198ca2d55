import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { Expression, ExpressionScope } from '../expression.ts'
import { castOf } from './casts.ts'
import { CompiledExpression } from './compiledExpression.ts'
import { functionOf } from './functions.ts'
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
  const compiler = new NodeCompiler(scope)
  const root = compiler.compile(expression)
  return (
    root &&
    new CompiledExpression(
      root,
      [...compiler.slots].sort((a, b) => a - b),
    )
  )
}

function isVariable(expression: Algebra.Expression | undefined): boolean {
  return expression?.subType === 'term' && expression.term.termType === 'Variable'
}

function isSupportedTerm(term: Extract<Algebra.Expression, { subType: 'term' }>['term']): boolean {
  if (term.termType === 'Literal') return !term.direction
  return term.termType === 'Variable' || term.termType === 'NamedNode' || term.termType === 'BlankNode'
}
