import type { ColumnAccount } from '../crosswalk/accounting.ts'
import type { UnmatchedCount } from '../crosswalk/readSource.ts'
import type { RepairRule } from '../crosswalk/repairRules.ts'
import type { LocalizedText } from '../errors.ts'
import type { Severity, ValidationReport } from '../validation/report.ts'

/** What became of the sources on their way to a release: every cell, row and value is accounted for. */
export interface PublicationReport {
  readonly title: LocalizedText
  /** Day of the release, `YYYY-MM-DD`. */
  readonly date: string
  /** Number of actors published. */
  readonly actors: number
  readonly sources: readonly SourceSummary[]
  readonly repairs: readonly RepairCount[]
  /** Most frequent first. */
  readonly unmatched: readonly UnmatchedSummary[]
  readonly validation: ValidationReport
  readonly tables: readonly TableLink[]
  /** Where there are some. */
  readonly surveys?: readonly SurveySummary[]
}

/** What became of the responses to a survey. It quotes none of them. */
export interface SurveySummary {
  readonly id: string
  readonly title: LocalizedText
  /** Day on which it was closed, `YYYY-MM-DD`. */
  readonly date: string
  readonly responses: number
  /** Actors of the directory among those who answered. */
  readonly respondents: number
  readonly sources: readonly SourceSummary[]
  /** Most frequent first. */
  readonly findings: readonly SurveyFinding[]
}

/** How often something was found in a column of responses. */
export interface SurveyFinding {
  readonly source: string
  readonly column?: string
  readonly severity: Severity
  /** Stable name of the rule, e.g. `not-asked`. */
  readonly code: string
  readonly count: number
}

/** A source as it was read. */
export interface SourceSummary {
  readonly name: string
  readonly file: string
  readonly format: string
  /** WHATWG name. */
  readonly encoding?: string
  readonly delimiter?: string
  /** Rows of the file without its header; they are accepted or rejected. */
  readonly rows: number
  readonly accepted: number
  readonly rejectedRows: number
  readonly columns: readonly ColumnAccount[]
}

/** How often a rule changed the values of a column, with the first example. */
export interface RepairCount {
  readonly source: string
  readonly column: string
  readonly rule: RepairRule
  readonly count: number
  readonly example: { readonly raw: string; readonly result: string }
}

/** A value of a source that stands in no code list, and how often. */
export interface UnmatchedSummary extends UnmatchedCount {
  readonly source: string
  /** Of the first of a column: the line of `annuaire.yaml` that takes its values for their nearest concepts. */
  readonly paste?: string
}

/** A statistic of the release. */
interface TableLink {
  readonly title: LocalizedText
  /** Path of the table, relative to the report. */
  readonly path: string
  /** Path of the SPARQL query that gives it. */
  readonly query?: string
}
