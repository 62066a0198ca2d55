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

/** Of the codes: the integrity constraints are no terms of the vocabulary, but named after it. */
const PREFIX = 'qb:'

/** What no integrity constraint says, but RDF Schema does: values are in the ranges of their properties. */
export const RANGE = 'rdfs:range'

/** An integrity constraint by its number, or {@link RANGE}. */
type Constraint = number | typeof RANGE

/** Collects what is found, by constraint. */
export class Findings {
  readonly #results = new Map<Constraint, ValidationResult[]>()

  add(constraint: Constraint, { node, path, value, message }: Finding): void {
    const results = this.#results.get(constraint) ?? []
    this.#results.set(constraint, results)
    results.push({
      severity: 'violation',
      code: constraint === RANGE ? RANGE : `${PREFIX}IC-${constraint}`,
      focusNode: node,
      ...(path !== undefined && { path }),
      ...(value !== undefined && { value: excerpt(value) }),
      message,
    })
  }

  /** In the order of the constraints, {@link RANGE} last. */
  report(): ValidationReport {
    const place = (constraint: Constraint) => (constraint === RANGE ? Number.MAX_VALUE : constraint)
    const constraints = [...this.#results.keys()].sort((a, b) => place(a) - place(b))
    return reportOf(constraints.flatMap(constraint => this.#results.get(constraint)!))
  }
}
