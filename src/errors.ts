/** A language in which people are addressed. Developers' messages are in English. */
export type Language = 'fr' | 'en'

/** A text in the languages of the project. */
export type LocalizedText = Readonly<Record<Language, string>>

/** A text in the languages in which its author gave it, one at least. */
export type GivenText = Partial<LocalizedText>

/** A given text as people are shown it: in a language that it lacks, as in the other one. */
export function toLocalizedText({ fr, en }: GivenText): LocalizedText {
  return { fr: fr ?? en ?? '', en: en ?? fr ?? '' }
}

/** Where a thing was found. Lines and columns count from 1; a line is that of the file, header included. */
export interface SourceLocation {
  readonly file: string
  readonly sheet?: string
  readonly line?: number
  /** Place of the record in the file, from 0, where the line does not tell it. */
  readonly index?: number
  /** The column's name, as its header says it, or its path in a JSON record. */
  readonly column?: string
  /** The key of the record, where it is known. */
  readonly record?: string
}

/** Any failure of this library: what happened, where, and in `cause` what lies beneath. */
export class AnnuaireError extends Error {
  readonly location: SourceLocation | undefined

  constructor(message: string, options: { cause?: unknown; location?: SourceLocation } = {}) {
    const { cause, location } = options
    super(location ? `${formatLocation(location)}: ${message}` : message, { cause })
    this.name = new.target.name
    this.location = location
  }
}

/** `annuaire.yaml` cannot be used as it is. */
export class ConfigurationError extends AnnuaireError {}
/** A source file cannot be read at all. */
export class SourceError extends AnnuaireError {}
/** The shipped or a directory's own vocabulary is broken. */
export class VocabularyError extends AnnuaireError {}
/** Quads cannot be read, written or turned into actors. */
export class GraphError extends AnnuaireError {}
/** A query is malformed, or its source failed or answered in part. */
export class QueryError extends AnnuaireError {}
/** A statistic cannot be computed as it is defined. */
export class StatisticsError extends AnnuaireError {}
/** A release cannot be written. */
export class ReleaseError extends AnnuaireError {}

/** `file, sheet, line 3, column "Nom"`: the usual way to name a place. */
export function formatLocation({ file, sheet, line, column, record }: SourceLocation): string {
  const parts = [file]
  if (sheet !== undefined) parts.push(`sheet ${sheet}`)
  if (line !== undefined) parts.push(`line ${line}`)
  if (column !== undefined) parts.push(`column "${column}"`)
  if (record !== undefined) parts.push(`record ${record}`)
  return parts.join(', ')
}
