import type { Actor } from './actor.ts'

/** The fields that hold IRIs of other actors. */
export const LINK_FIELDS = ['parents', 'memberOf', 'replacedBy'] as const

/** An actor without its links to some others; itself, where it has none. */
export function withoutLinks(actor: Actor, isGone: (iri: string) => boolean): Actor {
  if (!LINK_FIELDS.some(field => actor[field]?.some(isGone))) return actor
  const changed = { ...actor }
  for (const field of LINK_FIELDS) {
    const kept = actor[field]?.filter(iri => !isGone(iri)) ?? []
    if (kept.length > 0) changed[field] = kept
    else delete changed[field]
  }
  return changed
}
