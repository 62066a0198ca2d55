import type { Batch } from '../batch.ts'
import type { EvaluationTerms } from '../terms/evaluationTerms.ts'
import { Node } from './node.ts'

/** What a variable stands for: computed once per row, where it is first asked for. No term is made of it. */
export class DefinedNode extends Node {
  readonly #value: Node
  #row = -1

  constructor(terms: EvaluationTerms, value: Node) {
    super(terms)
    this.#value = value
  }

  /** Nothing: {@link DefiningNode} does it, once for all who name the variable. */
  bind(): void {}

  bindValue(batch: Batch): void {
    this.#row = -1
    this.#value.bind(batch)
  }

  compute(row: number): number {
    if (row === this.#row) return this.type
    this.#row = row
    this.#value.compute(row)
    return this.setFrom(this.#value)
  }
}

/** An expression with what its variables stand for. */
export class DefiningNode extends Node {
  readonly #body: Node
  readonly #definitions: readonly DefinedNode[]

  constructor(terms: EvaluationTerms, body: Node, definitions: readonly DefinedNode[]) {
    super(terms)
    this.#body = body
    this.#definitions = definitions
  }

  bind(batch: Batch): void {
    for (const definition of this.#definitions) definition.bindValue(batch)
    this.#body.bind(batch)
  }

  compute(row: number): number {
    this.#body.compute(row)
    return this.setFrom(this.#body)
  }
}
