import type { Algebra } from '@traqula/algebra-transformations-1-2'

/** An expression as a plan shows it. */
export function describeExpression(expression: Algebra.Expression): string {
  switch (expression.subType) {
    case 'term': {
      const { termType, value } = expression.term
      return termType === 'Variable'
        ? `?${value}`
        : termType === 'NamedNode'
          ? `<${value}>`
          : JSON.stringify(value)
    }
    case 'operator':
      return `${expression.operator}(${expression.args.map(describeExpression).join(', ')})`
    case 'named':
      return `<${expression.name.value}>(${expression.args.map(describeExpression).join(', ')})`
    case 'existence':
      return expression.not ? 'NOT EXISTS' : 'EXISTS'
    case 'aggregate':
      return `${expression.aggregator}(${describeExpression(expression.expression)})`
    default:
      return '*'
  }
}
