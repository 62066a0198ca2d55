import type { LocalizedText } from '../../errors.ts'
import type { RecordReference } from './reference.ts'

/** A record of a pair, as a person recognises it. */
export interface ActorReference extends RecordReference {
  /** IRI of the actor. */
  readonly id: string
  readonly name: string
}

/** What two records agree or disagree in. */
export type ReasonCode =
  | 'same-siren'
  | 'different-siren'
  | 'same-siret'
  | 'different-siret'
  | 'same-rna'
  | 'different-rna'
  | 'same-name'
  | 'other-name'
  | 'acronym'
  | 'similar-name'
  | 'other-words'
  | 'different-name'
  | 'name-alone'
  | 'better-match'
  | 'same-address'
  | 'different-address'
  | 'same-place'
  | 'different-place'
  | 'near'
  | 'far'
  | 'same-site'
  | 'same-email'
  | 'same-phone'

/** One piece of evidence for or against two records being one actor. */
export interface Reason {
  readonly code: ReasonCode
  /** The values compared, as the records have them. */
  readonly values: readonly [a: string, b: string]
  /** In bits: the binary logarithm of how much likelier the actors being the same has become; below 0, less likely. */
  readonly weight: number
  readonly message: LocalizedText
}

/** Whether two records speak of one actor. */
export type Verdict = 'duplicate' | 'uncertain' | 'distinct'

/** Two records compared. */
export interface Comparison {
  readonly verdict: Verdict
  /** 0 to 1. From {@link DUPLICATE_SCORE} on the verdict is `duplicate`, below {@link UNCERTAIN_SCORE} `distinct`. */
  readonly score: number
  /** All of them, the weightiest first. */
  readonly reasons: readonly Reason[]
}

/** Two records that may speak of one actor. `a` comes before `b` in the order of source and key. */
export interface DuplicatePair extends Comparison {
  readonly a: ActorReference
  readonly b: ActorReference
  readonly verdict: 'duplicate' | 'uncertain'
}

/** The score from which on a pair is a duplicate. */
export const DUPLICATE_SCORE = 0.95

/** The score from which on a pair is shown at all. */
export const UNCERTAIN_SCORE = 0.5

/** The score that a pair has at most where something does not let it be certain. */
export const MOST_UNCERTAIN = 0.94
