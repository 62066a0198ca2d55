import type { LocalizedText } from '../../../errors.ts'
import { excerpt } from '../../../validation/excerpt.ts'
import { reportOf, type ValidationReport, type ValidationResult } from '../../../validation/report.ts'

/** What a constraint finds wrong. */
export interface Finding {
  readonly node: string
  /** IRI of the property that it is about. */
  readonly path?: string
  readonly value?: string
  readonly message: LocalizedText
}

/** Of the codes: the constraints are no terms of the vocabulary, but named after it. */
const PREFIX = 'qb:'

/** Collects what is found, by the number of the constraint. */
export class Findings {
  readonly #results = new Map<number, ValidationResult[]>()

  add(constraint: number, { node, path, value, message }: Finding): void {
    const results = this.#results.get(constraint) ?? []
    this.#results.set(constraint, results)
    results.push({
      severity: 'violation',
      code: `${PREFIX}IC-${constraint}`,
      focusNode: node,
      ...(path !== undefined && { path }),
      ...(value !== undefined && { value: excerpt(value) }),
      message,
    })
  }

  /** In the order of the constraints. */
  report(): ValidationReport {
    const constraints = [...this.#results.keys()].sort((a, b) => a - b)
    return reportOf(constraints.flatMap(constraint => this.#results.get(constraint)!))
  }
}
