import type { Column } from '../../../graph/columns/columnar.ts'
import type { Operator } from '../operators/operator.ts'

/** How often each id comes in a slot, as far as that is known. */
export interface Distribution {
  /** The ids, of which each comes as often, ascending. */
  readonly list?: Uint32Array
  /** The column by whose keys the ids come: each as often as it has values. */
  readonly column?: Column
}

/** What is expected of the rows that a join has so far. */
export interface JoinState {
  readonly rows: number
  /** Slots that are bound in each row, and those that may be. */
  readonly certain: ReadonlySet<number>
  readonly possible: ReadonlySet<number>
  /** About how many different ids the slots have. */
  readonly distinct: ReadonlyMap<number, number>
  readonly distributions: ReadonlyMap<number, Distribution>
  /** Slots whose ids come in about ascending order, so that what is looked up lies close together. */
  readonly sequential: ReadonlySet<number>
}

/** What joining one member more would come to. */
export interface JoinStep {
  readonly rows: number
  /** Work, in rows that are read in order. */
  readonly cost: number
  readonly binds: ReadonlySet<number>
  readonly distinct: readonly (readonly [slot: number, count: number])[]
  readonly distributions?: readonly (readonly [slot: number, distribution: Distribution])[]
  readonly sequential: readonly number[]
}

export const NOTHING_JOINED: JoinState = {
  rows: 1,
  certain: new Set(),
  possible: new Set(),
  distinct: new Map(),
  distributions: new Map(),
  sequential: new Set(),
}

export function stateOf({ estimate, certain, possible, ascending }: Operator): JoinState {
  return {
    rows: estimate,
    certain,
    possible,
    distinct: new Map(),
    distributions: new Map(),
    sequential: new Set(ascending === undefined ? [] : [ascending]),
  }
}

export function advance(state: JoinState, step: JoinStep): JoinState {
  const distinct = new Map(state.distinct)
  for (const [slot, count] of step.distinct) {
    distinct.set(slot, Math.max(1, Math.min(count, distinct.get(slot) ?? Infinity)))
  }
  return {
    rows: step.rows,
    certain: state.certain.union(step.binds),
    possible: state.possible.union(step.binds),
    distinct,
    distributions: new Map([...state.distributions, ...(step.distributions ?? [])]),
    sequential: new Set([...state.sequential, ...step.sequential]),
  }
}

/** About how many different ids a slot has: never more than there are rows. */
export function distinctOf({ distinct, rows }: JoinState, slot: number): number {
  return Math.max(1, Math.min(rows, distinct.get(slot) ?? rows))
}
