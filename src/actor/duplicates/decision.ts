import type { LocalizedText } from '../../errors.ts'
import type { DuplicatePair } from './pair.ts'
import { pairKey, type RecordReference } from './reference.ts'

/** A record that a decision names; its name only helps people to recognise it. */
export interface DecidedRecord extends RecordReference {
  readonly name?: string
}

/** What a person said of two records. */
export interface Decision {
  readonly a: DecidedRecord
  readonly b: DecidedRecord
  readonly decision: 'duplicate' | 'distinct'
}

/** Something about decisions that a person must mend. */
export interface DecisionProblem {
  readonly code:
    | 'missing-column'
    | 'unreadable-reference'
    | 'same-record'
    | 'unreadable-decision'
    | 'contradiction'
    | 'unknown-record'
  /** Number of the record in the file, from 1 and without the header, where the problem is that of one. */
  readonly record?: number
  readonly value: string
  readonly message: LocalizedText
}

/** The pairs that nobody has decided on, in their order. */
export function undecidedPairs(
  pairs: Iterable<DuplicatePair>,
  decisions: Iterable<Decision>,
): DuplicatePair[] {
  const decided = new Set([...decisions].map(({ a, b }) => pairKey(a, b)))
  return [...pairs].filter(({ a, b }) => !decided.has(pairKey(a, b)))
}
