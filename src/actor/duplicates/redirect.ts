import type { Actor } from '../actor.ts'
import { LINK_FIELDS } from '../links.ts'

/** References of an actor that no longer go where they went. */
export interface Redirection {
  /** The actor as it was. */
  readonly original: Actor
  readonly references: readonly RedirectedReference[]
}

/** A reference to a merged actor. */
export interface RedirectedReference {
  readonly path: (typeof LINK_FIELDS)[number]
  /** IRI of the merged actor. */
  readonly from: string
  /** IRI of the actor that it became; absent where that is the one which refers: nothing is a part of itself. */
  readonly to?: string
}

/**
 * Redirects the references to actors that are merged.
 *
 * @param survivors by the IRI of a merged actor, that of the one that it becomes
 * @returns the actors in their order; those that change are copies
 */
export function redirectReferences(
  records: readonly Actor[],
  survivors: ReadonlyMap<string, string>,
): { actors: readonly Actor[]; redirections: readonly Redirection[] } {
  if (survivors.size === 0) return { actors: records, redirections: [] }
  const redirections: Redirection[] = []
  const actors = records.map(record => {
    const references: RedirectedReference[] = []
    const changed: Record<string, unknown> = { ...record }
    for (const path of LINK_FIELDS) {
      const targets = record[path] ?? []
      const found = targets.flatMap(target => redirect(record, path, target, survivors))
      if (found.length === 0) continue
      references.push(...found)
      const moved = new Map(found.map(({ from, to }) => [from, to]))
      const left = new Set(targets.map(target => (moved.has(target) ? moved.get(target) : target)))
      left.delete(undefined)
      if (left.size === 0) delete changed[path]
      else changed[path] = [...left]
    }
    if (references.length === 0) return record
    redirections.push({ original: record, references })
    return changed as unknown as Actor
  })
  return { actors, redirections }
}

function redirect(
  { id }: Actor,
  path: RedirectedReference['path'],
  target: string,
  survivors: ReadonlyMap<string, string>,
): RedirectedReference[] {
  const to = survivors.get(target) ?? target
  const self = survivors.get(id) ?? id
  if (to === self && target !== id) return [{ path, from: target }]
  return to === target ? [] : [{ path, from: target, to }]
}
