import type { Actor } from '../../../src/actor/actor.ts'
import { actorIri } from '../../../src/actor/iri.ts'

/** A record of the source `s`, or of the one named in its reference `source/key`. */
export function record(reference: string, fields: Partial<Actor> = {}): Actor {
  const [source, key] = reference.includes('/')
    ? (reference.split('/') as [string, string])
    : ['s', reference]
  return {
    id: actorIri('https://annuaire.example.org', source, key),
    source,
    key,
    name: `Structure ${key}`,
    ...fields,
  }
}
