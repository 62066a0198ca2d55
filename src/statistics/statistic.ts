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
}

/** A value of a dimension. */
export interface DimensionValue {
  /** Notation of the concept or code of the territory; the literal itself for literal dimensions. */
  readonly code: string
  readonly label: string
  readonly iri?: string
}

/** One cell of a table. Counts are actors, each counted once. */
export interface Observation {
  /** A value per dimension, in the order of the table's dimensions. */
  readonly values: readonly DimensionValue[]
  readonly n: number
  /** Those who answered: what the share is a share of. */
  readonly base: number
  /** Those of the population (with two dimensions: of those with the `within` value) who did not answer. */
  readonly missing: number
  /** 100 × n ÷ base, rounded half up to four decimals; `null` where the base is 0. */
  readonly share: number | null
}

/** A computed statistic, in the terms of the Data Cube vocabulary. */
export interface Table {
  readonly id: string
  readonly title: LocalizedText
  readonly dimensions: readonly string[]
  readonly measures: readonly ['n', 'base', 'missing', 'share']
  readonly observations: readonly Observation[]
  /** SPARQL text that gives these observations. */
  readonly query: string
}
