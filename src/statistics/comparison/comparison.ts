import type { LocalizedText } from '../../errors.ts'
import type { DimensionValue } from '../statistic.ts'
import type { SharedTerms } from './sharedTerms.ts'

/** A confidence interval at 95 %, in percent (of a share) or percentage points (of a difference), four decimals. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * What one side of a comparison says of a cell.
 *
 * - `told`: the cell is in its table.
 * - `absent`: it is not, so that nobody has it: `n` is 0 where the base is known.
 * - `together`: it may be among the values that its table has together in one row; or it is that row, and the other side
 *   has not the same values together.
 * - `suppressed`: it is kept back.
 */
export type SideStatus = 'told' | 'absent' | 'together' | 'suppressed'

/** The figures of a cell on one side of a comparison; as those of an observation, `null` where they are not known. */
export interface ComparedFigures {
  readonly status: SideStatus
  readonly n: number | null
  readonly base: number | null
  /** 100 × n ÷ base, four decimals. */
  readonly share: number | null
  /** Of the share (Wilson, 1927), where this side is a sample and its counts are known. */
  readonly interval?: Interval
}

/** A cell of a comparison. */
export interface ComparisonObservation {
  /** A value per dimension, in the order of the dimensions. */
  readonly values: readonly DimensionValue[]
  readonly own: ComparedFigures
  readonly other: ComparedFigures
  /**
   * Share of the own side less share of the other one, in percentage points: from the counts where they are known,
   * rounded half away from zero to four decimals; `null` where a share is not known.
   */
  readonly difference: number | null
  /** Of the difference (Newcombe, 1998), where a side is a sample and the counts are known. */
  readonly interval?: Interval
  /** Share of the own side ÷ share of the other one, four decimals; `null` where one is not known, or the other is 0. */
  readonly ratio: number | null
}

/** Two tables side by side, cell by cell: of two populations, or of two releases. */
export interface ComparisonTable extends SharedTerms {
  readonly id: string
  readonly title: LocalizedText
  /** Id of the statistic that is compared. */
  readonly statistic: string
  /** What each side is called, as after “of”: « des onze régions », “of the last release”. */
  readonly labels: { readonly own: LocalizedText; readonly other: LocalizedText }
  /** Which sides are samples. Default: none, both are counted whole. */
  readonly samples?: 'this' | 'other' | 'both'
  /**
   * Why there are samples and no intervals: weights have none of these, shares alone do not say of how many, and two
   * samples of which some are in both are not independent.
   */
  readonly withoutIntervals?: 'weighted' | 'no-counts' | 'overlapping'
  /** Every cell that either side has: those of the own table first, in its order. */
  readonly observations: readonly ComparisonObservation[]
  /** SPARQL texts that give the figures of each side. */
  readonly queries: { readonly own: string; readonly other: string }
}
