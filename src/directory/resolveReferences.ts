import type { Actor } from '../actor/actor.ts'
import { withoutLinks } from '../actor/links.ts'
import { danglingReference } from '../crosswalk/messages.ts'
import type { SourceReading } from '../crosswalk/readSource.ts'
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
      const gone = new Set(dangling.map(({ iri }) => iri))
      return withoutLinks(read.actor, iri => gone.has(iri))
    }),
  )
  return { actors, results, rejected }
}
