import type { Assembly } from './assemble.ts'

/** The IRI by which each actor is known now: records that were merged into another one are that one. */
export function currentIris({
  actors,
  merges,
}: Pick<Assembly, 'actors' | 'merges'>): ReadonlyMap<string, string> {
  const iris = new Map(actors.map(({ id }) => [id, id]))
  for (const { kept, merged } of merges) for (const id of merged) iris.set(id, kept)
  return iris
}
