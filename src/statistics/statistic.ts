import type { GivenText, LocalizedText } from '../errors.ts'

/** Dimensions that every directory has. A directory's own fields are dimensions too, by their names. */
export const BUILT_IN_DIMENSIONS = [
  'legalForm',
  'legalCategory',
  'mission',
  'audience',
  'seatRegion',
  'seatDepartment',
  'coveredRegion',
  'coveredDepartment',
  'seatCommune',
  'coveredCommune',
  'foundingYear',
  'identifierKind',
] as const

/** Which actors count: for each dimension named, those that have one of the values (notations). */
export type Population = Readonly<Record<string, readonly string[]>>

/** The definition of a statistic: actors counted by no, one or two dimensions. */
export interface Statistic {
  readonly id: string
  readonly title: GivenText
  /**
   * None: the size of the population, its base all actors of the directory. One: the actors per value, base those
   * with a known value. Two, `a` and `b`: the actors with both, base those with `a` who have any `b`.
   */
  readonly dimensions: readonly string[]
  /** Of two dimensions, the one whose values are the bases (the `a` above). */
  readonly within?: string
  /** Default: every actor. */
  readonly population?: Population
  /** Day, `YYYY-MM-DD`, whose regions count. Default: the regions of the release's date. */
  readonly regionsAt?: string
  /**
   * Of dimensions whose concepts have broader ones, the level that is counted: 1 for the broadest. Default: the
   * concepts as they are given.
   */
  readonly levels?: Readonly<Record<string, number>>
  /** What shares are shares of: those who answered (the default), or the whole population. */
  readonly base?: 'answered' | 'population'
  /**
   * An own field that is a number: actors count as much as it says, and those without it not at all, nor those for whom
   * it is less than 0. Measures of a number are weighted by it, too.
   */
  readonly weight?: string
  /** Measures beside `n`, `base`, `missing` and `share`. Those of a number need {@link of}, and bring `valid`. */
  readonly measures?: readonly FurtherMeasure[]
  /** Whether those who did not answer have a row of their own, the last one of their base. Default: no. */
  readonly showMissing?: boolean
  /** Order of the rows: the greatest count first (the default), by code, or by label. */
  readonly order?: 'count' | 'code' | 'label'
  /** Of one dimension, how many values have a row; the others have one together, each actor once. Default: all. */
  readonly top?: number
  /**
   * Counts of answers from 1 to one less than this are kept back, and what would give them away; also how many did not
   * answer where they are a cell, with `showMissing` or `base: population`; and all measures of a number that fewer gave.
   * A minimum and a maximum are always kept back, a quantile where fewer values lie on one side of it. Only this table is
   * looked at: dumps and tables beside it may tell them. Not with a weight. Default: none is.
   */
  readonly suppressBelow?: number
  /**
   * Size of the population that those counted are a sample of: `lower` and `upper` lie closer to the share. Default: it
   * is much larger than the sample.
   */
  readonly drawnFrom?: number
  /** The own field, a number, that `mean`, `median`, `sum`, `min`, `max` and quantiles are of. */
  readonly of?: string
  /**
   * What the population is called after its noun: « des onze régions de l’échantillon », “of the eleven regions of the
   * sample”. Default: “of the population studied”, where there is one; what it is made of is a note in any case.
   */
  readonly populationLabel?: GivenText
  /** How shares are shown to people; tables for programs have four decimals, half up. Default: one decimal, half up. */
  readonly rounding?: Rounding
  /** What has to hold for a release to be published. Default: nothing. */
  readonly expect?: readonly Expectation[]
  /** What its figures are held against. Default: nothing. */
  readonly compare?: readonly ComparisonDefinition[]
  /** How it is drawn. Default: bars. */
  readonly chart?: ChartDefinition
}

/** How shares are rounded where people read them. */
export interface Rounding {
  /** Digits after the decimal sign, 0 to 4. Default: 1. */
  readonly decimals?: number
  /** Default: `half-up`. */
  readonly mode?: 'half-up' | 'truncate'
}

/** What a figure of a statistic has to be; a sudden fall is nearly always a broken file. */
export interface Expectation {
  /** Default: `n`. */
  readonly measure?: Measure
  /** Codes of the cell, by dimension. Default: each cell of the table; of `base` and `missing`, each of their values. */
  readonly at?: Readonly<Record<string, string>>
  /** At least, at most. */
  readonly min?: number
  readonly max?: number
  /** At most so much more or less than in the last release, in percent of what it was then. */
  readonly change?: number
}

/** What the figures of a statistic are held against. */
export interface ComparisonDefinition {
  readonly id: string
  readonly title: GivenText
  /** Another population of the same directory, or the last release. */
  readonly with: 'previous' | { readonly population: Population; readonly label?: GivenText }
  /** Which of the two are samples, so that their differences have an interval. Default: none, both are counted whole. */
  readonly samples?: 'this' | 'other' | 'both'
}

/** How a statistic is drawn. */
export interface ChartDefinition {
  /** Default: `bars`; of two dimensions `stacked` where each actor has one value, else `multiples`. `none`: not at all. */
  readonly kind?: 'bars' | 'stacked' | 'multiples' | 'map' | 'none'
  /** Of a map: a GeoJSON file (WGS 84), from the configuration, and the property that holds the codes. */
  readonly geometry?: { readonly file: string; readonly code: string }
}

/** A value of a dimension. */
export interface DimensionValue {
  /** Notation of the concept or code of the territory; the literal itself for literal dimensions. */
  readonly code: string
  readonly label: string
  readonly iri?: string
  /** What it stands for where it is no value: those who did not answer, or the values beyond the first ones together. */
  readonly role?: 'missing' | 'other'
}

/** What a table may say of a cell beside its counts, by its statistical name. */
export type Measure = 'n' | 'base' | 'missing' | 'share' | FurtherMeasure

/**
 * Measures that a definition asks for. `cumulativeShare` is had where everyone has one value at most. `valid` is how many
 * of a cell gave a number: what all other measures of a number are of, so that no table has these without it. `q25` is
 * the first quartile, and so on for each whole percentage from 1 to 99; quantiles lie between two values in proportion
 * (definition 7 of Hyndman and Fan, 1996). `lower` and `upper` are the bounds of the confidence interval of the share at
 * 95 % (Wilson, 1927), for populations that are samples.
 *
 * With a {@link Statistic.weight}, w of who gave the number x: `valid` is Σw, `mean` Σwx ÷ Σw, `sum` Σwx; quantiles are
 * the least values up to which their part of Σw adds up, or in the middle between it and the next where it does exactly
 * (definition 2 where weights are equal). Who weighs nothing is in none of them, `min` and `max` neither, which do not
 * depend on weights otherwise. `lower` and `upper` are not had.
 */
export type FurtherMeasure =
  | 'cumulativeShare'
  | 'lower'
  | 'upper'
  | 'valid'
  | 'mean'
  | 'median'
  | 'sum'
  | 'min'
  | 'max'
  | `q${number}`

/**
 * One cell of a table. Counts are actors, each counted once (or their weights, to nine decimals, where the statistic has
 * some).
 */
export interface Observation {
  /** A value per dimension, in the order of the table's dimensions. */
  readonly values: readonly DimensionValue[]
  /** `null` where it is suppressed, or where only the share is known. */
  readonly n: number | null
  /** Those who answered: what the share is a share of. `null` as `n`. */
  readonly base: number | null
  /** Those of the population (with two dimensions: of those with the `within` value) who did not answer. */
  readonly missing: number | null
  /** 100 × n ÷ base, rounded half up to four decimals; `null` where the base is 0 or the cell is suppressed. */
  readonly share: number | null
  /** The further measures of the table; `null` where one has no value or is suppressed. */
  readonly further?: Readonly<Partial<Record<FurtherMeasure, number | null>>>
  /** Whether its figures are kept back, because they are too small or because others would give it away. */
  readonly isSuppressed?: boolean
  /** Whether its share is only known as about so much: « environ 70 % », « un tiers ». Default: false. */
  readonly isApproximate?: boolean
}

/** A computed statistic, in the terms of the Data Cube vocabulary. */
export interface Table {
  readonly id: string
  readonly title: LocalizedText
  readonly dimensions: readonly string[]
  /** Of two dimensions, the one whose values are the bases. */
  readonly within?: string
  /** What shares are shares of. Default: those who answered. */
  readonly base?: 'answered' | 'population'
  /** Whether who is counted may have several values, so that shares sum past 100 %. Default: false. */
  readonly isMultiValued?: boolean
  /** The field by which counts are weighted. Default: each actor counts once. */
  readonly weight?: string
  /** The field that its further measures are of. Default: it has none of a field. */
  readonly of?: string
  /** {@link Statistic.populationLabel}. */
  readonly populationLabel?: LocalizedText
  /** How shares are shown to people. Default: one decimal, half up. */
  readonly rounding?: Rounding
  /** How it is drawn. Default: as bars. */
  readonly chart?: ChartDefinition
  /** What is counted. Default: actors. */
  readonly counted?: 'actors' | 'responses'
  /** What the shares are shares of, where it is no count of actors: « e-mails sent », « bodies asked ». */
  readonly unit?: LocalizedText
  /** IRIs of what its figures come from. Default: the directory. */
  readonly derivedFrom?: readonly string[]
  /** What has to be known to read its figures rightly, a sentence or two each. Default: nothing. */
  readonly notes?: readonly LocalizedText[]
  /** `n`, `base`, `missing` and `share`, then the further ones. */
  readonly measures: readonly Measure[]
  readonly observations: readonly Observation[]
  /** SPARQL text that gives these observations. */
  readonly query: string
  /** SPARQL text that gives how often each value of {@link Statistic.of} is there, for medians and quantiles. */
  readonly distributionQuery?: string
  /** SPARQL text that counts those with a value beyond the first ones. */
  readonly otherQuery?: string
}
