import type { Actor } from '../actor/actor.ts'
import { danglingReference } from '../crosswalk/messages.ts'
import type { ReadActor, SourceReading } from '../crosswalk/readSource.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationResult } from '../validation/report.ts'

/** Links between records, each held against the records that there are. */
export interface ResolvedReferences {
  /** The actors, without the links that lead nowhere. */
  readonly actors: readonly Actor[]
  readonly results: readonly ValidationResult[]
  /** By source: a column for each of its cells whose link leads nowhere. */
  readonly rejected: ReadonlyMap<string, readonly string[]>
}

/** Drops, and reports, the links to records that are not published. */
export function resolveReferences(sources: readonly SourceReading[]): ResolvedReferences {
  const known = new Set(sources.flatMap(({ actors }) => actors.map(({ actor }) => actor.id)))
  const results: ValidationResult[] = []
  const rejected = new Map<string, string[]>()
  const actors = sources.flatMap(({ name, actors }) =>
    actors.map(read => {
      const dangling = read.references.filter(({ iri }) => !known.has(iri))
      for (const { field, key, source } of dangling) {
        const value = excerpt(key)
        const message = danglingReference(value)
        results.push({
          severity: 'warning',
          code: 'dangling-reference',
          focusNode: read.actor.id,
          path: field,
          value,
          message,
          source,
        })
        if (source.column !== undefined) rejected.set(name, [...(rejected.get(name) ?? []), source.column])
      }
      return dangling.length === 0 ? read.actor : withoutLinks(read, new Set(dangling.map(({ iri }) => iri)))
    }),
  )
  return { actors, results, rejected }
}

const LINKS = ['parents', 'memberOf', 'replacedBy'] as const

function withoutLinks({ actor }: ReadActor, dangling: ReadonlySet<string>): Actor {
  const changed: Record<string, unknown> = { ...actor }
  for (const field of LINKS) {
    const held = [actor[field] ?? []].flat()
    const kept = held.filter(iri => !dangling.has(iri))
    if (kept.length === held.length) continue
    if (kept.length === 0) delete changed[field]
    else changed[field] = kept
  }
  return changed as unknown as Actor
}
