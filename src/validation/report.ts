import type { LocalizedText, SourceLocation } from '../errors.ts'

/** SHACL's severities (SHACL §2.1.4), by local name. */
export type Severity = 'violation' | 'warning' | 'info'

/**
 * One finding, in the terms of a SHACL validation result (SHACL §3.6.2): the same shape whichever gate found it.
 */
export interface ValidationResult {
  readonly severity: Severity
  /** Stable name of the rule, e.g. `siren-check-digit`. */
  readonly code: string
  /** IRI of the actor or other node. */
  readonly focusNode?: string
  /** Field of the record (`address.postcode`), or IRI of the property. */
  readonly path?: string
  /** The offending value as it was read. */
  readonly value?: string
  readonly message: LocalizedText
  readonly source?: SourceLocation
}

/** What the gates found. Conforms where no result is a violation. */
export interface ValidationReport {
  readonly conforms: boolean
  readonly results: readonly ValidationResult[]
}

/** A report of results, in their order. */
export function reportOf(results: readonly ValidationResult[]): ValidationReport {
  return { conforms: !results.some(result => result.severity === 'violation'), results }
}
