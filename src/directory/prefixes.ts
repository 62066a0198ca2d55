import type { Configuration } from '../configuration/configuration.ts'
import { PREFIXES } from '../vocabulary/namespaces.ts'

/**
 * The prefixes that the queries of a directory know: the usual ones, `own:` for the properties of its own, and for the
 * concepts of each scheme of its own the scheme's name. A usual prefix keeps its meaning where a scheme has its name.
 */
export function directoryPrefixes({ base, schemes }: Configuration): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(schemes.map(({ name }) => [name, `${base}/def/${name}/`])),
    own: `${base}/def/onto#`,
    ...PREFIXES,
  }
}
