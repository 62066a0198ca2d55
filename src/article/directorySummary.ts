import type { GivenText } from '../errors.ts'

/** What an article tells of the directory itself. */
export interface DirectorySummary {
  readonly title: GivenText
  readonly description?: GivenText
  readonly publisher: { readonly name: string; readonly homepage?: string }
  /** IRI. */
  readonly licence: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Number of actors published. */
  readonly actors: number
  readonly sources: readonly SourceCounts[]
  /** Number of records that were joined to another one as its duplicates. */
  readonly merged: number
}

/** What became of the rows of a file. */
export interface SourceCounts {
  readonly name: string
  readonly file: string
  readonly rows: number
  readonly accepted: number
  readonly rejectedRows: number
}
