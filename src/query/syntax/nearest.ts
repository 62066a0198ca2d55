import { bigramsOf, similarity } from '../../vocabulary/similarity.ts'

/** Below this similarity, a name is no help. */
const LEAST_SIMILARITY = 0.45

/** The name that is most similar to what was written, whatever its case; `undefined` where none is. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const grams = bigramsOf(written.toLowerCase())
  let best: { readonly name: string; readonly score: number } | undefined
  for (const name of names) {
    const score = similarity(grams, bigramsOf(name.toLowerCase()))
    if (score >= LEAST_SIMILARITY && score > (best?.score ?? 0)) best = { name, score }
  }
  return best?.name
}
