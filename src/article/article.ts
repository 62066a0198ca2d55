import type { GivenText, Language } from '../errors.ts'

/** What an article on a directory says, in which order. */
export interface ArticleDefinition {
  /** Default: « Premiers résultats : » and the title of the directory. */
  readonly title?: GivenText
  /** Paragraphs, parted by empty lines. Default: what the directory is, of how many actors and of which day. */
  readonly introduction?: GivenText
  /** Default: one per statistic. */
  readonly sections?: readonly ArticleSection[]
  /** Figures that others published, set beside those of the directory. */
  readonly published?: PublishedFigures
}

/** A section and what it shows of some statistics. */
export interface ArticleSection {
  readonly title: GivenText
  /** Paragraphs, parted by empty lines. */
  readonly text?: GivenText
  /**
   * Ids of tables: statistics, those of surveys, rates of response, results that others aggregated; or the name of a
   * comparison alone (`statuts.compare.depuis`), which then stands here and not with its statistic. Default: none.
   */
  readonly statistics?: readonly string[]
  /** Codes by dimension: only these values of the statistics that have the dimension. Default: all. */
  readonly at?: Readonly<Record<string, string>>
  /** Default: all of it. */
  readonly show?: readonly ArticlePart[]
  /** What is said in place of the summary of each statistic. */
  readonly sentences?: readonly ArticleSentence[]
}

/** What a section may show of a statistic. */
export type ArticlePart = 'sentences' | 'chart' | 'table'

/** A cell of a table. */
export interface CellReference {
  /** Id of the statistic. */
  readonly statistic: string
  /** Code of each of its dimensions. */
  readonly at?: Readonly<Record<string, string>>
}

/** A sentence on a cell. */
export interface ArticleSentence extends CellReference {
  /** With `{share}`, `{n}`, `{base}`, `{missing}` where its figures go. Default: the sentence that all such cells have. */
  readonly text?: GivenText
}

/** Figures of the same things that were published elsewhere. */
export interface PublishedFigures {
  readonly source: PublishedSource
  readonly figures: readonly PublishedFigure[]
}

/** Where they were published. */
export interface PublishedSource {
  readonly title: GivenText
  readonly author?: string
  /** IRI (`http:` or `https:`). */
  readonly url?: string
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly licence?: GivenText
  /** Of the quotes. Default: not said. */
  readonly language?: Language
}

/** A figure of a table that others published, and why it may differ. */
export interface PublishedFigure extends CellReference {
  /** Default: `share`, in percent. */
  readonly measure?: PublishedMeasure
  readonly value: number
  /** Its words, in short. */
  readonly quote?: string
  /** How its shares were rounded, where it says so. Default: what its digits tell. */
  readonly rounding?: 'half-up' | 'truncate'
  /** Whether the words only say about how much. */
  readonly isApproximate?: boolean
  /** Why it is not the figure of the directory, where that does not follow from its digits. */
  readonly reason?: GivenText
}

/**
 * What may be published of a cell (`n`, `base`, `missing`, `share`, and its `rank`: 1 for the greatest count) or of a
 * table (`values`: how many values it has, those of nobody and the rows for no answer or for others left aside).
 */
export type PublishedMeasure = 'share' | 'n' | 'base' | 'missing' | 'rank' | 'values'

/** What stands in the text of a sentence for a figure. */
export const PLACEHOLDERS = ['share', 'n', 'base', 'missing'] as const
