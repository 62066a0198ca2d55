import { type CommuneIndex, loadCommunes } from '../vocabulary/communes.ts'
import { normaliseLabel } from '../vocabulary/label.ts'
import { createMatcher, type Matcher } from '../vocabulary/matcher.ts'
import { loadVocabulary } from '../vocabulary/vocabulary.ts'

/** What values are held against. */
export interface Knowledge {
  readonly communes: CommuneIndex
  /** Whether a text is the code or the name of a département or region, of whichever time. */
  isTerritory(level: 'departement' | 'region', text: string): boolean
  /** Of a shipped scheme. */
  matcherOf(scheme: 'legal-forms' | 'cj' | 'missions' | 'audiences'): Matcher
}

const SCHEMES = { departement: ['departements'], region: ['regions-2016', 'regions-2010'] } as const

/** Loads what is shipped. */
export async function loadKnowledge(): Promise<Knowledge> {
  const [communes, { schemes }] = await Promise.all([loadCommunes(), loadVocabulary()])
  const matchers = new Map<string, Matcher>()
  const matcherOf = (name: string) => {
    const matcher = matchers.get(name) ?? createMatcher(schemes.get(name)!)
    matchers.set(name, matcher)
    return matcher
  }
  return {
    communes,
    matcherOf,
    isTerritory: (level, text) => {
      const padded = /^\d$/.test(text) ? `0${text}` : normaliseLabel(text)
      return SCHEMES[level].some(name => matcherOf(name).match(padded) !== undefined)
    },
  }
}
