import type { Configuration } from '../configuration/configuration.ts'
import type { Language } from '../errors.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { SentenceOptions } from '../statistics/words/voice.ts'
import { mergeWording, type Wording } from '../statistics/words/wording.ts'
import { describeDimensions } from './describeDimensions.ts'
import type { Lexicon } from './lexicon.ts'

/** How a directory speaks of its tables, with nothing left open. */
export interface DirectorySentenceOptions extends SentenceOptions {
  readonly language: Language
  readonly dimensions: DimensionDescriptions
  readonly wording: Wording
}

/** What sentences have to know of a directory: its language, what its dimensions are called, its wording. */
export function sentenceOptionsOf(configuration: Configuration, lexicon: Lexicon): DirectorySentenceOptions {
  const { language, wording = {} } = configuration
  return { language, dimensions: describeDimensions(configuration, lexicon), wording: mergeWording(wording) }
}
