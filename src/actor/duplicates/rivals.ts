import { type ActorReference, type DuplicatePair, MOST_UNCERTAIN } from './pair.ts'
import { betterMatch } from './reasons.ts'
import { compareReferences, formatReference, pairKey } from './reference.ts'

/** What a record matches. */
interface Match {
  readonly own: ActorReference
  readonly other: ActorReference
  readonly score: number
}

/**
 * Of two records of one source that are no duplicates of each other, only one can be a duplicate of a record
 * elsewhere: the pair that is less certain than its rival becomes uncertain, with the rival as its reason.
 */
export function settleRivals(pairs: readonly DuplicatePair[]): DuplicatePair[] {
  const duplicates = pairs.filter(({ verdict }) => verdict === 'duplicate')
  const together = new Set(duplicates.map(({ a, b }) => pairKey(a, b)))
  const matches = new Map<string, Match[]>()
  for (const { a, b, score } of duplicates) {
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = formatReference(own)
      const found = matches.get(key)
      if (found) found.push({ own, other, score })
      else matches.set(key, [{ own, other, score }])
    }
  }
  const rivalOf = ({ a, b, score }: DuplicatePair): Match | undefined => {
    const rivals = [...matches.get(formatReference(a))!, ...matches.get(formatReference(b))!].filter(
      ({ own, other, score: better }) => {
        const rejected = compareReferences(own, a) === 0 ? b : a
        return better > score && other.source === rejected.source && !together.has(pairKey(other, rejected))
      },
    )
    return rivals.reduce<Match | undefined>(
      (best, rival) => (best === undefined || rival.score > best.score ? rival : best),
      undefined,
    )
  }
  return pairs.map(pair => {
    if (pair.verdict !== 'duplicate' || pair.a.source === pair.b.source) return pair
    const rival = rivalOf(pair)
    if (!rival) return pair
    return {
      ...pair,
      verdict: 'uncertain',
      score: MOST_UNCERTAIN,
      reasons: [...pair.reasons, betterMatch(rival.own, rival.other)],
    }
  })
}
