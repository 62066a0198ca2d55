import type { Algebra } from '@traqula/algebra-transformations-1-2'
import type { ExpressionScope } from '../expression.ts'
import { CastNode, castOf } from './casts.ts'
import { DefinedNode, DefiningNode } from './definedNode.ts'
import { functionOf } from './functions.ts'
import { BatchNode, NotNode } from './logic.ts'
import { ConstantNode, type Node, VariableNode } from './node.ts'

/** Makes the nodes of an expression; what is constant in it is computed at once. */
export class NodeCompiler {
  /** The slots that the nodes read. */
  readonly slots = new Set<number>()
  /** Whether the value depends on something else than the terms of these slots. */
  isVolatile = false
  readonly #scope: ExpressionScope
  readonly #definitions = new Map<string, DefinedNode>()

  constructor(scope: ExpressionScope) {
    this.#scope = scope
  }

  /** A whole expression, with what its variables stand for. @returns `undefined` where something is not supported */
  compileWhole(expression: Algebra.Expression): Node | undefined {
    const node = this.compile(expression)
    if (!node || this.#definitions.size === 0) return node
    return new DefiningNode(this.#scope.terms, node, [...this.#definitions.values()])
  }

  /** @returns `undefined` where something is not supported */
  compile(expression: Algebra.Expression): Node | undefined {
    switch (expression.subType) {
      case 'term':
        return this.#term(expression)
      case 'existence':
        return this.#existence(expression)
      case 'operator':
        return this.#operator(expression)
      case 'named':
        return this.#cast(expression)
      default:
        return undefined
    }
  }

  #term({ term }: Algebra.TermExpression): Node | undefined {
    const { terms } = this.#scope
    if (term.termType !== 'Variable') return new ConstantNode(terms, terms.idOf(term))
    const definition = this.#scope.definitionOf?.(term.value)
    if (definition) return this.#defined(term.value, definition)
    const slot = this.#scope.slotOf(term.value)
    if (slot === undefined) return new ConstantNode(terms, 0)
    this.slots.add(slot)
    return new VariableNode(terms, slot)
  }

  /** The same node wherever the variable is named, so that its value is computed once per row. */
  #defined(variable: string, definition: Algebra.Expression): Node | undefined {
    const known = this.#definitions.get(variable)
    if (known) return known
    const value = this.compile(definition)
    if (!value || value instanceof ConstantNode) return value
    const node = new DefinedNode(this.#scope.terms, value)
    this.#definitions.set(variable, node)
    return node
  }

  #existence({ input, not }: Algebra.ExistenceExpression): Node | undefined {
    const { terms } = this.#scope
    const found = this.#scope.exists(input)
    if (!found) return undefined
    for (const slot of found.slots) this.slots.add(slot)
    this.isVolatile = true
    const node = new BatchNode(terms, found)
    return not ? new NotNode(terms, [node]) : node
  }

  #operator({ operator, args }: Algebra.OperatorExpression): Node | undefined {
    const { terms } = this.#scope
    const found = functionOf(operator, args.length)
    if (!found || (operator === 'now' && !terms.now)) return undefined
    const nodes = this.#args(args)
    if (!nodes) return undefined
    if (found.isVolatile) this.isVolatile = true
    const node = found.create(terms, nodes)
    return found.isVolatile ? node : this.#fold(node, nodes)
  }

  #cast({ name, args }: Algebra.NamedExpression): Node | undefined {
    const cast = castOf(name.value)
    const nodes = this.#args(args)
    if (!cast || !nodes) return undefined
    return this.#fold(new CastNode(this.#scope.terms, nodes, cast), nodes)
  }

  #args(args: readonly Algebra.Expression[]): Node[] | undefined {
    const nodes: Node[] = []
    for (const arg of args) {
      const node = this.compile(arg)
      if (!node) return undefined
      nodes.push(node)
    }
    return nodes
  }

  #fold(node: Node, args: readonly Node[]): Node {
    if (!args.every(arg => arg instanceof ConstantNode)) return node
    node.compute(0)
    return new ConstantNode(this.#scope.terms, node.intern())
  }
}
