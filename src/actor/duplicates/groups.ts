import type { Actor } from '../actor.ts'
import type { Decision, DecisionProblem } from './decision.ts'
import { contradictoryGroup, unknownRecord } from './messages.ts'
import { formatReference } from './reference.ts'

/** Records that decisions make one actor. */
export interface DuplicateGroups {
  /** Positions among the actors, two or more, ascending. Groups are in the order of their first members. */
  readonly groups: readonly (readonly number[])[]
  readonly problems: readonly DecisionProblem[]
}

/**
 * Groups the records that are decided to be duplicates, of each other or of a third. A group with two records that
 * are decided to be distinct is a problem, and no group.
 */
export function groupDuplicates(actors: readonly Actor[], decisions: Iterable<Decision>): DuplicateGroups {
  const positions = new Map<string, number>()
  for (const [position, actor] of actors.entries()) {
    const reference = formatReference(actor)
    if (!positions.has(reference)) positions.set(reference, position)
  }
  const problems = new Map<string, DecisionProblem>()
  const parents = Int32Array.from(actors.keys())
  const distinct: [Decision, number, number][] = []
  for (const decision of decisions) {
    const [a, b] = [decision.a, decision.b].map(reference => positions.get(formatReference(reference)))
    if (a !== undefined && b !== undefined) {
      if (decision.decision === 'distinct') distinct.push([decision, a, b])
      else unite(parents, a, b)
    } else if (decision.decision === 'duplicate') {
      for (const [reference, position] of [
        [decision.a, a],
        [decision.b, b],
      ] as const) {
        if (position === undefined) problems.set(formatReference(reference), unknownRecord(reference))
      }
    }
  }
  const groups = new Map<number, number[]>()
  for (const position of actors.keys()) {
    const root = rootOf(parents, position)
    const group = groups.get(root)
    if (group) group.push(position)
    else groups.set(root, [position])
  }
  const refused = new Set<number>()
  const contradictions: DecisionProblem[] = []
  for (const [decision, a, b] of distinct) {
    const root = rootOf(parents, a)
    if (root !== rootOf(parents, b)) continue
    refused.add(root)
    const members = groups.get(root)!.slice(0, 11)
    contradictions.push(
      contradictoryGroup(
        decision,
        members.map(position => actors[position]!),
      ),
    )
  }
  return {
    groups: [...groups]
      .filter(([root, { length }]) => length > 1 && !refused.has(root))
      .map(([, group]) => group),
    problems: [...problems.values(), ...contradictions],
  }
}

/** Joins two trees; the root is the earliest member, whatever the order of the joins. */
function unite(parents: Int32Array, a: number, b: number): void {
  const [first, second] = [rootOf(parents, a), rootOf(parents, b)]
  parents[Math.max(first, second)] = Math.min(first, second)
}

function rootOf(parents: Int32Array, position: number): number {
  let root = position
  while (parents[root] !== root) {
    // Halving the path keeps all later ones short.
    parents[root] = parents[parents[root]!]!
    root = parents[root]!
  }
  return root
}
