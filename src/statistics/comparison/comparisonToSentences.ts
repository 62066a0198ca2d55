import { toComparisonSentence } from '../words/comparisonSentence.ts'
import type { SentenceOptions } from '../words/voice.ts'
import type { ComparisonTable } from './comparison.ts'
import { comparisonNotes } from './comparisonNotes.ts'

/**
 * A comparison as text: its title, a sentence per cell on a line of its own, and what has to be known to read them.
 *
 * @throws {StatisticsError} as {@link toComparisonSentence}
 */
export function comparisonToSentences(comparison: ComparisonTable, options: SentenceOptions = {}): string {
  const { title, observations } = comparison
  const { language = 'fr' } = options
  const sentences = observations.map(one => `${toComparisonSentence(comparison, one, options)}.`)
  const notes = comparisonNotes(comparison, options).join(' ')
  return [title[language], '', ...sentences, '', notes, ''].join('\n')
}
