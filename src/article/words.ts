import type { Language } from '../errors.ts'
import { ENGLISH_WORDS } from './englishWords.ts'
import { FRENCH_WORDS } from './frenchWords.ts'

/** The words of an article. Numbers and shares come as they are written. */
export interface ArticleWords {
  readonly title: (directory: string) => string
  readonly about: (publisher: string) => string
  /** @param counted how many and what: « 400 acteurs » */
  readonly size: (counted: string, day: string) => string
  readonly one: (noun: string, isFeminine: boolean) => string
  readonly skip: string
  readonly contents: string
  readonly kept: string
  readonly answered: (share: string, base: string, whole: string) => string
  readonly queries: string
  readonly queryOf: Readonly<Record<'base' | 'missing' | 'table', string>>
  readonly moreRows: (shown: string, all: string) => string
  readonly noFigures: (title: string) => string
  /** @param names what those rows are called */
  readonly keptRows: (count: string, names: string) => string
  /** Where there are no other rows. */
  readonly keptAll: string
  readonly keptMore: (count: string) => string
  readonly chartOf: (title: string) => string
  readonly chartFile: string
  readonly of: (n: string, base: string) => string

  readonly method: string
  /** @param others whether tables are told after it for which it does not hold */
  readonly methodBase: (others: boolean) => string
  readonly methodCrossed: string
  /** @param tables their titles, where it holds for these only */
  readonly methodPopulation: (tables: string | undefined) => string
  readonly methodTotals: string
  readonly methodRates: string
  readonly methodMissing: string
  /** @param tables as of `methodPopulation`; `others` as of `methodBase` */
  readonly methodRounding: (how: {
    readonly decimals: string
    readonly truncates: boolean
    readonly tables: string | undefined
    readonly others: boolean
  }) => string
  readonly methodSeveral: string
  readonly methodSuppressed: string
  readonly methodWeighted: string
  readonly methodQueries: string
  readonly methodQueriesOf: string
  readonly methodTableQueries: string
  readonly methodResponses: string
  readonly methodShares: string
  readonly methodCube: string
  readonly methodCubeElsewhere: string
  readonly placeholder: string

  readonly sources: string
  readonly sourcesRead: string
  readonly source: string
  readonly file: string
  readonly rows: string
  readonly accepted: string
  readonly rejected: string
  readonly merged: (records: string) => string
  readonly nothingLeftOut: string
  readonly leftOut: (rows: string) => string
  readonly licence: string
  readonly publisher: string
  readonly colophon: (day: string) => string

  /** @param side as after a noun: « des onze régions », or a clause: « qui ont répondu » */
  readonly comparedShare: (side: string, isClause: boolean) => string
  readonly comparedDifference: string
  readonly comparedRatio: string
  readonly comparedInterval: string
  readonly comparedBounds: (lower: string, upper: string) => string
  readonly comparedByChance: string
  readonly withoutIntervals: Readonly<Record<'weighted' | 'no-counts' | 'overlapping', string>>
  readonly comparedQueries: (side: string, isClause: boolean) => string
  readonly comparedRows: (shown: string, all: string) => string
  readonly comparedInReleases: (title: string) => string

  readonly published: string
  readonly publishedSource: string
  readonly publishedBy: (title: string, author: string | undefined, day: string | undefined) => string
  readonly publishedCaption: string
  readonly figure: string
  readonly printed: string
  readonly here: string
  readonly comparison: string
  readonly quote: (text: string) => string
  readonly measures: Readonly<Record<'share' | 'n' | 'base' | 'missing' | 'rank' | 'values', string>>
  readonly same: string
  readonly truncated: (published: string, exact: string) => string
  readonly rounded: (published: string, exact: string) => string
  readonly truncatedOrRounded: (published: string, exact: string) => string
  readonly approximate: (difference: string) => string
  readonly unexplained: (difference: string) => string
  readonly explained: (difference: string) => string
  readonly unknown: string
  readonly points: (difference: string, magnitude: number) => string
  readonly tally: Readonly<
    Record<'same' | 'digits' | 'approximate' | 'explained' | 'unexplained' | 'unknown', string>
  >
  readonly tallyOf: (figures: string, count: number) => string
  readonly truncates: (shares: string) => string
  readonly rounds: (shares: string) => string
}

/** The words of an article, by language. */
export const ARTICLE_WORDS: Readonly<Record<Language, ArticleWords>> = { fr: FRENCH_WORDS, en: ENGLISH_WORDS }
