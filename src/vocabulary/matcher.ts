import { VocabularyError } from '../errors.ts'
import type { Concept, ConceptScheme } from './concept.ts'
import { labelWithSymbols, normaliseLabel } from './label.ts'
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
 * Makes a matcher of a scheme: exact after normalisation against notations and all labels. Symbols count where labels
 * differ in nothing else (« C », « C# »). Similarity is the Sørensen–Dice coefficient of character bigrams, the best of
 * a concept's labels.
 *
 * @throws {VocabularyError} where two concepts claim the same label
 */
export function createMatcher(scheme: ConceptScheme): Matcher {
  const exact = new Map<string, Concept>()
  const withoutSymbols = new Map<string, Set<Concept>>()
  for (const concept of scheme.concepts) {
    for (const text of textsOf(concept)) {
      const label = labelWithSymbols(text)
      const held = exact.get(label)
      if (held && held !== concept) {
        throw new VocabularyError(
          `in the scheme "${scheme.name}", "${held.notation}" and "${concept.notation}" both have the label "${label}"`,
        )
      }
      if (label !== '') exact.set(label, concept)
      const loose = normaliseLabel(text)
      if (loose !== '') withoutSymbols.set(loose, (withoutSymbols.get(loose) ?? new Set()).add(concept))
    }
  }
  const bigrams = [...withoutSymbols].flatMap(([label, concepts]) => {
    const grams = bigramsOf(label)
    return [...concepts].map(concept => ({ concept, grams }))
  })
  return {
    match(value) {
      const found = exact.get(labelWithSymbols(value))
      if (found) return found
      const alike = withoutSymbols.get(normaliseLabel(value))
      return alike?.size === 1 ? [...alike][0] : undefined
    },
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

function textsOf({ notation, prefLabel, altLabels, hiddenLabels }: Concept): string[] {
  return [notation, ...Object.values(prefLabel), ...altLabels, ...hiddenLabels]
}
