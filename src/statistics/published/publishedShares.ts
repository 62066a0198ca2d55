import type { GivenText } from '../../errors.ts'
import type { ChartDefinition } from '../statistic.ts'

/**
 * Results that somebody else aggregated, and published as percentages without their counts: all that is known of each
 * is what it is a share of.
 */
export interface PublishedShares {
  /** What its table and files are named after: letters, digits and hyphens. */
  readonly id: string
  readonly title: GivenText
  /** What the values are, as the name of the dimension and of the scheme that they are concepts of. */
  readonly dimension: PublishedDimension
  /** What each share is a share of: « courriels envoyés », “bodies asked”. Shares of something else are another table. */
  readonly shareOf: GivenText
  /** In any order. */
  readonly shares: readonly PublishedShare[]
  /** Whether one may have several values. Default: whether the shares add up to more than 100 %. */
  readonly isMultiValued?: boolean
  /** Where they were published. Default: not said. */
  readonly source?: { readonly title: GivenText; readonly url?: string }
  /** What else has to be known of them. Default: nothing. */
  readonly note?: GivenText
  /** How they are drawn. Default: as bars. */
  readonly chart?: ChartDefinition
}

/** The dimension of such a table. */
export interface PublishedDimension {
  /** Letters and digits, a letter first; no other table of the directory has one of the same name. */
  readonly name: string
  /** Default: the title of the table. */
  readonly label?: GivenText
  /** IRI of the scheme; the concept of a value has this IRI, a slash and its code. */
  readonly scheme: string
}

/** A share, as it was published. */
export interface PublishedShare {
  readonly code: string
  readonly label: GivenText
  /** In percent, with four decimals at most. */
  readonly share: number
  /** Whether it was published as about so much. Default: false. */
  readonly isApproximate?: boolean
  /** The words that it was published in, where these are no figure: « un tiers ». */
  readonly wording?: string
}
