import type { Corpus, Profile, Shared } from './corpus.ts'
import { addressKey } from './corpus.ts'
import { distanceInMetres } from './distance.ts'
import { compareNames, isAcronym, type Name, type NameSimilarity } from './name.ts'
import type { ReasonCode } from './pair.ts'
import { comparePlaces } from './place.ts'

/** A reason before it is put into words. */
export interface Evidence {
  readonly code: Exclude<ReasonCode, 'better-match'>
  readonly values: readonly [a: string, b: string]
  readonly weight: number
  /** Of `near` and `far`: metres. Of what is shared: number of records that have it. */
  readonly measure?: number
}

/**
 * What speaks for and against two records being one actor, but for their names. A value that one of them lacks says
 * nothing.
 *
 * Weights are binary logarithms of likelihood ratios, as in Fellegi and Sunter, “A Theory for Record Linkage”
 * (1969): how much likelier the agreement is between records of one actor than between those of two. The latter is
 * estimated from the directory itself: a name or number that many records have tells little.
 */
export function gatherEvidence(a: Profile, b: Profile, corpus: Corpus): Evidence[] {
  return [...identifiers(a, b, corpus), ...places(a, b, corpus), ...contacts(a, b, corpus)]
}

/** What a shared value tells, in bits: the less, the more than two records have it, and in the end nothing. */
function sharedWeight(most: number, count: number, loss: number): number {
  return Math.max(0, most - loss * Math.log2(Math.max(1, count - 1)))
}

function* shared(
  kind: Shared,
  code: Evidence['code'],
  { values: a }: Profile,
  { values: b }: Profile,
  corpus: Corpus,
  most: number,
  loss: number,
): Generator<Evidence> {
  const value = a[kind]
  if (value === undefined || value !== b[kind]) return
  const measure = corpus.countOf(kind, value)
  yield { code, values: [value, value], weight: sharedWeight(most, measure, loss), measure }
}

function differ(kind: Shared, { values: a }: Profile, { values: b }: Profile): [string, string] | undefined {
  const [one, other] = [a[kind], b[kind]]
  return one === undefined || other === undefined || one === other ? undefined : [one, other]
}

function* identifiers(a: Profile, b: Profile, corpus: Corpus): Generator<Evidence> {
  yield* shared('rna', 'same-rna', a, b, corpus, 12.5, 2)
  const otherRna = differ('rna', a, b)
  if (otherRna) yield { code: 'different-rna', values: otherRna, weight: -8 }
  // A SIRET says the SIREN too.
  if (a.values.siret !== undefined && a.values.siret === b.values.siret) {
    yield* shared('siret', 'same-siret', a, b, corpus, 12.5, 2)
    return
  }
  const otherUnit = differ('siren', a, b)
  if (otherUnit) {
    yield { code: 'different-siren', values: otherUnit, weight: -10 }
    return
  }
  yield* shared('siren', 'same-siren', a, b, corpus, 7, 1.5)
  const otherEstablishment = differ('siret', a, b)
  if (otherEstablishment) yield { code: 'different-siret', values: otherEstablishment, weight: -3 }
}

/** What the same name tells at the least, in bits. */
const LEAST_NAME = 2.5
/** What names tell at the most, in bits. */
export const MOST_NAME = 8
/** From this similarity on, names speak for one actor; below, for two. */
const SIMILAR = 0.5

/** What the names of two records tell, the most similar of all names that they have. */
export function* nameEvidence(a: Profile, b: Profile, corpus: Corpus): Generator<Evidence> {
  if (a.names.length === 0 || b.names.length === 0) return
  const isPlace = (token: Name['tokens'][number]) => a.placeTokens.has(token) || b.placeTokens.has(token)
  let best: NameSimilarity = { similarity: -1, information: 0, others: [[], []] }
  let pair: [Name, Name] = [a.names[0]!, b.names[0]!]
  for (const one of a.names) {
    for (const other of b.names) {
      const compared = compareNames(one, other, isPlace)
      if (compared.similarity <= best.similarity) continue
      best = compared
      pair = [one, other]
    }
  }
  const values = [pair[0].value, pair[1].value] as const
  const usual = pair[0] === a.names[0] && pair[1] === b.names[0]
  if (best.similarity === 1) {
    // A name that is that of its place tells no more than the place does.
    const bits = Math.min(corpus.informationOf(corpus.countOf('name', pair[0].compact) - 1), best.information)
    const weight = Math.min(MOST_NAME, Math.max(LEAST_NAME, bits))
    yield { code: usual ? 'same-name' : 'other-name', values, weight }
  } else if (best.similarity >= SIMILAR) {
    const share = (best.similarity - SIMILAR) / (1 - SIMILAR)
    yield { code: 'similar-name', values, weight: share * Math.min(MOST_NAME, best.information) }
    const [one, other] = best.others.map(tokens => tokens.map(({ text }) => text).join(' ')) as [
      string,
      string,
    ]
    // The library and the town hall of a village: what they have in common is not what tells them apart. A number
    // does, and whoever keeps one list writes a word more where there is one thing more.
    const telling = a.actor.source === b.actor.source || /\d/.test(one + other)
    const apart = telling ? one || other : one && other
    if (apart) yield { code: 'other-words', values: [one, other], weight: -1.5 }
  } else if (a.names.some(one => b.names.some(other => isAcronym(one, other)))) {
    yield { code: 'acronym', values: [a.names[0]!.value, b.names[0]!.value], weight: 3 }
  } else {
    yield {
      code: 'different-name',
      values: [a.names[0]!.value, b.names[0]!.value],
      weight: (-6 * (SIMILAR - best.similarity)) / SIMILAR,
    }
  }
}

/** In metres: what is as good as one place, a neighbourhood, and another town. */
const [DOOR, NEIGHBOURHOOD, TOWN, REGION] = [100, 1_000, 2_000, 10_000]

function* places(a: Profile, b: Profile, corpus: Corpus): Generator<Evidence> {
  const [one, other] = [a.place, b.place]
  const metres = one.location && other.location ? distanceInMetres(one.location, other.location) : undefined
  const commune = comparePlaces(one, other)
  const values = [one.value, other.value] as const
  let addressed = false
  const atOneDoor = metres !== undefined && metres <= DOOR
  if (commune === 'different' || commune === 'neighbouring') {
    // What stands on the border, or has the name of a part of its commune, is hardly elsewhere.
    const beside = commune === 'neighbouring' || (metres !== undefined && metres <= NEIGHBOURHOOD)
    if (!atOneDoor) yield { code: 'different-place', values, weight: beside ? -1 : -5 }
  } else if (commune === 'same') {
    const others = Math.max(...[one, other].map(({ key }) => corpus.countOf('place', key!))) - 1
    const bits = corpus.informationOf(others)
    yield { code: 'same-place', values, weight: Math.min(4, Math.max(0.5, bits)) }
    const lines = [one.lineValue ?? '', other.lineValue ?? ''] as const
    const address = compareLines(one.line, other.line)
    if (address === 'same') {
      addressed = true
      const measure = Math.max(...[one, other].map(place => corpus.countOf('address', addressKey(place)!)))
      yield {
        code: 'same-address',
        values: lines,
        weight: Math.max(0.5, sharedWeight(4, measure, 1)),
        measure,
      }
    } else if (address === 'different') {
      yield { code: 'different-address', values: lines, weight: -1 }
    }
  }
  if (metres === undefined) return
  const positions = [one.location!, other.location!].map(
    ({ latitude, longitude }) => `${latitude}, ${longitude}`,
  ) as [string, string]
  const measured = (code: 'near' | 'far', weight: number): Evidence => ({
    code,
    values: positions,
    weight,
    measure: metres,
  })
  if (atOneDoor) yield measured('near', addressed ? 1 : 3)
  else if (metres <= NEIGHBOURHOOD) yield measured('near', 0.5)
  else if (metres > REGION) yield measured('far', -4)
  else if (metres > TOWN) yield measured('far', -1.5)
}

/** Two lines are one address where their numbers agree and most words of the shorter are in the longer. */
function compareLines(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): 'same' | 'different' | 'unknown' {
  if (!a || !b) return 'unknown'
  const number = (words: readonly string[]) => words.find(word => /^\d/.test(word))
  const [one, other] = [number(a), number(b)]
  if (one !== undefined && other !== undefined && one !== other) return 'different'
  const common = a.filter(word => b.includes(word)).length
  const share = common / Math.min(a.length, b.length)
  if (common >= 2 && share >= 0.75) return 'same'
  return share < 0.5 ? 'different' : 'unknown'
}

function* contacts(a: Profile, b: Profile, corpus: Corpus): Generator<Evidence> {
  yield* shared('email', 'same-email', a, b, corpus, 5, 1.5)
  yield* shared('phone', 'same-phone', a, b, corpus, 4.5, 1.5)
  yield* shared('site', 'same-site', a, b, corpus, 5, 1.5)
}
