import { excerpt } from '../excerpt.ts'
import type { ValidationResult } from '../report.ts'
import type { Constraint, Shape } from '../shapes/shape.ts'
import type { Faults } from './check.ts'
import type { Nodes } from './nodes.ts'

/** Words faults as results (SHACL §3.6.2), in the order in which they are found. */
export class Results implements Faults {
  readonly results: ValidationResult[] = []
  readonly #nodes: Nodes

  constructor(nodes: Nodes) {
    this.#nodes = nodes
  }

  add(shape: Shape, constraint: Constraint, focus: number, value: number, predicate: number): void {
    const path =
      predicate !== 0
        ? this.#nodes.valueOf(predicate)
        : shape.path?.type === 'predicate'
          ? shape.path.predicate.value
          : undefined
    this.results.push({
      severity: shape.severity,
      code: `shacl:${constraint.component}`,
      focusNode: this.#nodes.valueOf(focus),
      ...(path !== undefined && { path }),
      ...(value !== 0 && { value: excerpt(this.#nodes.valueOf(value)) }),
      message: constraint.message,
    })
  }
}
