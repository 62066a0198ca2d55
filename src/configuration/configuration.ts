import type { OwnField } from '../actor/ownField.ts'
import type { ArticleDefinition } from '../article/article.ts'
import type { Box, SourceCrosswalk } from '../crosswalk/crosswalk.ts'
import type { LinkDefinition } from '../crosswalk/linkedTable.ts'
import type { GivenText, Language } from '../errors.ts'
import type { SourceFormat } from '../sources/row.ts'
import type { Statistic } from '../statistics/statistic.ts'
import type { WordingDefinition } from '../statistics/words/wording.ts'
import type { SurveyConfiguration } from './surveyConfiguration.ts'

/** A directory as `annuaire.yaml` describes it, checked and with its defaults filled in. */
export interface Configuration {
  /** Path of the configuration file. */
  readonly path: string
  readonly title: GivenText
  readonly description?: GivenText
  readonly publisher: { readonly name: string; readonly homepage?: string }
  /** IRI of the licence. */
  readonly licence: string
  /** IRI under which the directory's own things live, without a final slash. */
  readonly base: string
  readonly language: Language
  /** Date of the release, `YYYY-MM-DD`. Default: the latest update of a record. */
  readonly date?: string
  /** Day whose regions are meant. Default: the date of the release. */
  readonly regionsAt?: string
  readonly keywords: readonly string[]
  /** Names of the schemes of the concept fields. */
  readonly codeLists: Readonly<Record<CodeListField, string>>
  readonly schemes: readonly OwnSchemeDefinition[]
  readonly fields: readonly OwnField[]
  /** Where positions are expected: a name, or a box. Default: where their département lies. */
  readonly territory?: string | Box
  readonly sources: readonly SourceConfiguration[]
  /** Path of the decisions on duplicates, from the configuration. */
  readonly duplicates?: string
  /** Path of the list of identifiers that are never to be published, from the configuration. */
  readonly optOut?: string
  readonly statistics: readonly Statistic[]
  readonly surveys: readonly SurveyConfiguration[]
  /** What the article on the directory says. Default: of each statistic a section. */
  readonly article?: ArticleDefinition
  /** How sentences speak of its dimensions, where not as of any directory's. */
  readonly wording?: WordingDefinition
}

/** The concept fields of every directory. */
export type CodeListField = 'legalForm' | 'legalCategory' | 'missions' | 'audiences'

/** A concept scheme that the directory declares. */
export interface OwnSchemeDefinition {
  readonly name: string
  readonly title: GivenText
  readonly concepts: readonly OwnConceptDefinition[]
}

/** A concept of such a scheme. */
export interface OwnConceptDefinition {
  readonly notation: string
  readonly label: GivenText
  readonly definition?: GivenText
  readonly alternatives: readonly string[]
  /** IRIs. */
  readonly organisationClasses: readonly string[]
}

/** How a file is found and read. */
export interface FileConfiguration {
  /** Path of the file, relative to the configuration, or within the package. */
  readonly file: string
  /** npm package that holds the file. */
  readonly package?: string
  readonly format?: SourceFormat
  readonly encoding?: string
  readonly delimiter?: string
  /** Of a spreadsheet. */
  readonly sheet?: string
  /** Default: 1. */
  readonly headerRows?: 0 | 1 | 2
  /** Rows above the header. Default: 0. */
  readonly skipRows?: number
  /** Of JSON: path of the records. */
  readonly records?: string
}

/** A file of records and its crosswalk. */
export interface SourceConfiguration extends FileConfiguration, SourceCrosswalk {
  /** Tables that are hung on the rows, in this order. */
  readonly links: readonly (FileConfiguration & LinkDefinition)[]
}
