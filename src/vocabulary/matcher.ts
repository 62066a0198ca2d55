import { VocabularyError } from '../errors.ts'
import type { Concept, ConceptScheme } from './concept.ts'
import { normaliseLabel } from './label.ts'
import { bigramsOf, similarity } from './similarity.ts'

/** Finds concepts by what people write. */
export interface Matcher {
  /** The concept that has this notation or label, after normalisation. */
  match(value: string): Concept | undefined
  /** The concepts with the most similar labels, best first; none that is less than 0.4 similar. Default limit: 3. */
  nearest(value: string, limit?: number): Concept[]
}

/** Below this similarity, a candidate is no help. */
const LEAST_SIMILARITY = 0.4

/**
 * Makes a matcher of a scheme: exact after normalisation against notations and all labels. Similarity is the
 * Sørensen–Dice coefficient of character bigrams, the best of a concept's labels.
 *
 * @throws {VocabularyError} where two concepts claim the same label
 */
export function createMatcher(scheme: ConceptScheme): Matcher {
  const exact = new Map<string, Concept>()
  for (const concept of scheme.concepts) {
    for (const label of labelsOf(concept)) {
      const held = exact.get(label)
      if (held && held !== concept) {
        throw new VocabularyError(
          `in the scheme "${scheme.name}", "${held.notation}" and "${concept.notation}" both have the label "${label}"`,
        )
      }
      exact.set(label, concept)
    }
  }
  const bigrams = [...exact].map(([label, concept]) => ({ concept, grams: bigramsOf(label) }))
  return {
    match: value => exact.get(normaliseLabel(value)),
    nearest(value, limit = 3) {
      const grams = bigramsOf(normaliseLabel(value))
      const best = new Map<Concept, number>()
      for (const candidate of bigrams) {
        const score = similarity(grams, candidate.grams)
        if (score >= LEAST_SIMILARITY && score > (best.get(candidate.concept) ?? 0))
          best.set(candidate.concept, score)
      }
      return [...best]
        .sort(([a, x], [b, y]) => y - x || (a.notation < b.notation ? -1 : 1))
        .slice(0, limit)
        .map(([concept]) => concept)
    },
  }
}

function labelsOf({ notation, prefLabel, altLabels, hiddenLabels }: Concept): Set<string> {
  const labels = [notation, ...Object.values(prefLabel), ...altLabels, ...hiddenLabels].map(normaliseLabel)
  return new Set(labels.filter(label => label !== ''))
}
