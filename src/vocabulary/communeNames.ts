import { looseKey, parseCommuneName } from './communeName.ts'
import { type Commune, type CommuneIndex, departmentCodeOf } from './communes.ts'
import { type Bigrams, bigramsOf, similarity } from './similarity.ts'

/** A commune, and the part of it whose name it was found by. */
export interface NamedCommune {
  readonly commune: Commune
  /** A delegated or associated commune: what had the name before a merger. */
  readonly part?: Commune
}

/** Communes by what people know of them. */
export interface CommuneNames {
  /** Communes with that name; failing these, with one that differs from it by its article or its spaces. */
  named(spellings: readonly string[], lies: (commune: Commune) => boolean): readonly NamedCommune[]
  withPostcode(postcode: string): readonly Commune[]
  /** The arrondissement of Paris, Lyon or Marseille that has the postcode. */
  arrondissement(postcode: string): Commune | undefined
  isDepartment(code: string): boolean
  /** Communes with the most similar names, best first; of those départements, or of all where none is given. */
  nearest(spelling: string, departments: readonly string[], limit: number): readonly Commune[]
}

/** Below this similarity, a candidate is no help. */
const LEAST_SIMILARITY = 0.4

interface Entry extends NamedCommune {
  readonly spelling: string
}

/** Orders communes by postcode and by name, each when it is first asked for: most addresses are found by their code. */
export function indexCommunes(index: CommuneIndex): CommuneNames {
  const ofPostcodes = once(() => indexPostcodes(index))
  const ofSpellings = once(() => indexSpellings(index))
  const bigrams = remember((entries: readonly Entry[]) => entries.map(({ spelling }) => bigramsOf(spelling)))
  // Most names are written as they should be: what is looser is only made for those that are not.
  let loose: ReadonlyMap<string, readonly Entry[]> | undefined
  const find = (spelling: string, lies: (commune: Commune) => boolean) => {
    const { exact } = ofSpellings()
    const found = (exact.get(spelling) ?? []).filter(({ commune }) => lies(commune))
    if (found.length > 0) return found
    loose ??= indexLoosely(exact)
    return (loose.get(looseKey(spelling)) ?? []).filter(({ commune }) => lies(commune))
  }
  return {
    named: (spellings, lies) => distinct(spellings.flatMap(spelling => find(spelling, lies))),
    withPostcode: postcode => ofPostcodes().byPostcode.get(postcode) ?? [],
    arrondissement: postcode => ofPostcodes().arrondissements.get(postcode),
    isDepartment: code => ofSpellings().byDepartment.has(code),
    nearest(spelling, departments, limit) {
      const { byDepartment } = ofSpellings()
      const grams = bigramsOf(spelling)
      const scores = new Map<Commune, number>()
      for (const code of departments.length > 0 ? departments : byDepartment.keys()) {
        const entries = byDepartment.get(code) ?? []
        const candidates = bigrams(entries)
        for (const [index, { commune }] of entries.entries()) {
          const score = similarity(grams, candidates[index]!)
          if (score >= LEAST_SIMILARITY && score > (scores.get(commune) ?? 0)) scores.set(commune, score)
        }
      }
      return [...scores]
        .sort(([a, x], [b, y]) => y - x || (a.code < b.code ? -1 : 1))
        .slice(0, limit)
        .map(([commune]) => commune)
    },
  }
}

function indexPostcodes({ communes, parts }: CommuneIndex) {
  const byPostcode = new Map<string, Commune[]>()
  const arrondissements = new Map<string, Commune>()
  for (const commune of communes) {
    for (const postcode of commune.postcodes) push(byPostcode, postcode, commune)
  }
  for (const part of parts) {
    if (part.kind !== 'arrondissement-municipal') continue
    for (const postcode of part.postcodes) arrondissements.set(postcode, part)
  }
  return { byPostcode, arrondissements }
}

function indexSpellings({ communes, parts, get }: CommuneIndex) {
  const exact = new Map<string, Entry[]>()
  const byDepartment = new Map<string, Entry[]>()
  const put = (entry: Entry) => {
    push(exact, entry.spelling, entry)
    push(byDepartment, departmentCodeOf(entry.commune), entry)
  }
  for (const commune of communes) put({ spelling: spellingOf(commune), commune })
  for (const part of parts) {
    const commune = part.kind === 'arrondissement-municipal' ? undefined : get(part.partOf ?? '')
    if (commune) put({ spelling: spellingOf(part), commune, part })
  }
  return { exact, byDepartment }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function indexLoosely(exact: ReadonlyMap<string, readonly Entry[]>): Map<string, Entry[]> {
  const loose = new Map<string, Entry[]>()
  for (const [spelling, entries] of exact) {
    const key = looseKey(spelling)
    for (const entry of entries) push(loose, key, entry)
  }
  return loose
}

function spellingOf({ name }: Commune): string {
  return parseCommuneName(name).spellings[0] ?? ''
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key)
  if (held) held.push(value)
  else map.set(key, [value])
}

/** A commune has its name before its parts do. */
function distinct(entries: readonly Entry[]): NamedCommune[] {
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    const held = found.get(entry.commune.code)
    if (!held || (held.part && !entry.part)) found.set(entry.commune.code, entry)
  }
  return [...found.values()]
}

function remember(compute: (entries: readonly Entry[]) => Bigrams[]): typeof compute {
  const known = new WeakMap<readonly Entry[], Bigrams[]>()
  return entries => {
    const held = known.get(entries) ?? compute(entries)
    known.set(entries, held)
    return held
  }
}
