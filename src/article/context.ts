import type { Language } from '../errors.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { Table } from '../statistics/statistic.ts'
import type { Wording } from '../statistics/words/wording.ts'
import type { ArticlePaths, FigureLinks } from './figureLinks.ts'
import type { FigureText } from './figureText.ts'
import type { Populations } from './populations.ts'
import type { ArticleWords } from './words.ts'

/** What the parts of an article are written with. */
export interface ArticleContext {
  readonly language: Language
  readonly words: ArticleWords
  /** By id. */
  readonly tables: ReadonlyMap<string, Table>
  /** By name: `statuts.compare.en-bretagne`. */
  readonly comparisons: ReadonlyMap<string, NamedComparison>
  /** The names of those that sections name: they stand there, and not with their table. */
  readonly apart: ReadonlySet<string>
  readonly populations: Populations
  readonly figures: FigureText
  readonly links: FigureLinks
  readonly paths: ArticlePaths
  readonly dimensions: DimensionDescriptions
  readonly wording: Wording | undefined
  /** The chart of a table, alone and within the page; `undefined` where it has none. */
  readonly charts: (table: Table, at: Readonly<Record<string, string>>) => Promise<DrawnChart | undefined>
}

/** What the figures of an article are held against. */
export interface ArticleComparisons {
  readonly made: readonly ComparisonTable[]
  /** Those that only releases have, because they are made with the release before. */
  readonly inReleases: readonly Pick<ComparisonTable, 'statistic' | 'id' | 'title'>[]
}

/** What a table is compared with. */
export interface NamedComparison extends Pick<ComparisonTable, 'statistic' | 'title'> {
  /** Absent where only releases have it. */
  readonly made?: ComparisonTable
}

/** A chart. */
export interface DrawnChart {
  /** Path of its file, from the article. */
  readonly path: string
  /** The chart as it stands in the page: identifiers are unique, and the title is beside it. */
  readonly svg: string
}
