import type { Actor } from '../actor.ts'
import type { Decision, DecisionProblem } from './decision.ts'
import { groupDuplicates } from './groups.ts'
import { type MergedActor, mergeActors } from './mergeActors.ts'
import { type Redirection, redirectReferences } from './redirect.ts'

/** Several records that became one actor. */
export interface Merge extends Omit<MergedActor, 'actor'> {
  /** IRI of the actor. */
  readonly kept: string
  /** IRIs that are no more, in order. */
  readonly merged: readonly string[]
  /** The records as they were, the kept one first, each with its place (from 0) among the actors before. */
  readonly originals: readonly { readonly position: number; readonly actor: Actor }[]
}

/** A directory without the duplicates that people decided on. */
export interface MergeResult {
  readonly actors: readonly Actor[]
  readonly merges: readonly Merge[]
  /** Of actors that named a merged one: the references that go to the kept one instead. */
  readonly redirections: readonly Redirection[]
  /** Of the decisions. */
  readonly problems: readonly DecisionProblem[]
}

/**
 * Merges the actors that are decided to be duplicates, and the duplicates of these. The first in the order of the
 * directory is kept and stays where it is. References of all actors to merged ones (`parents`, `memberOf`,
 * `replacedBy`) go to the kept one. A group in which two records are decided to be distinct stays as it is, and is
 * a problem. {@link undoMerges} takes everything back.
 */
export function mergeDuplicates(actors: Iterable<Actor>, decisions: Iterable<Decision>): MergeResult {
  const records = [...actors]
  const { groups, problems } = groupDuplicates(records, decisions)
  return { ...mergeGroups(records, groups), problems }
}

/**
 * Takes merges back: the actors are again as they were, in their order. Merges that are not taken back are made
 * anew.
 *
 * @param result as {@link mergeDuplicates} returned it
 * @param kept IRIs of the kept actors whose merges are taken back. Default: all.
 */
export function undoMerges(result: MergeResult, kept?: Iterable<string>): MergeResult {
  const undone = kept === undefined ? undefined : new Set(kept)
  const groups = result.merges
    .filter(merge => undone !== undefined && !undone.has(merge.kept))
    .map(({ originals }) => originals.map(({ position }) => position))
  return { ...mergeGroups(restore(result), groups), problems: result.problems }
}

function mergeGroups(
  records: readonly Actor[],
  groups: readonly (readonly number[])[],
): Omit<MergeResult, 'problems'> {
  const survivors = new Map<string, string>()
  for (const [first, ...others] of groups) {
    for (const other of others) survivors.set(records[other]!.id, records[first!]!.id)
  }
  const { actors: redirected, redirections } = redirectReferences(records, survivors)
  const groupOf = new Map(groups.flatMap(group => group.map(position => [position, group] as const)))
  const actors: Actor[] = []
  const merges: Merge[] = []
  for (const [position, record] of redirected.entries()) {
    const group = groupOf.get(position)
    if (!group) actors.push(record)
    if (!group || group[0] !== position) continue
    const [first, ...others] = group.map(member => redirected[member]!) as [Actor, ...Actor[]]
    const { actor, fields, conflicts } = mergeActors([first, ...others])
    actors.push(actor)
    merges.push({
      kept: first.id,
      merged: others.map(({ id }) => id),
      fields,
      conflicts,
      originals: group.map(member => ({ position: member, actor: records[member]! })),
    })
  }
  return { actors, merges, redirections }
}

/** The actors before any merge. */
function restore({ actors, merges, redirections }: MergeResult): Actor[] {
  const originals = new Map(
    merges.flatMap(merge => merge.originals.map(({ position, actor }) => [position, actor] as const)),
  )
  const kept = new Set(merges.map(merge => merge.kept))
  const before = new Map(redirections.map(({ original }) => [original.id, original]))
  const untouched = actors.filter(({ id }) => !kept.has(id)).map(actor => before.get(actor.id) ?? actor)
  const records: Actor[] = []
  let next = 0
  for (let position = 0; position < originals.size + untouched.length; position += 1) {
    const original = originals.get(position)
    records.push(original ?? untouched[next]!)
    if (!original) next += 1
  }
  return records
}
