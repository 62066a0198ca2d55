import type { Language } from '../../errors.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'
import { knownLanguage } from '../language.ts'
import { BUILT_IN_DIMENSIONS, type Table } from '../statistic.ts'
import { GRAMMARS, type Grammar } from './grammar.ts'
import { ANY, fill, textOf } from './template.ts'
import {
  type DimensionWording,
  type LanguageWording,
  type Phrases,
  type Template,
  WORDING,
  type Wording,
} from './wording.ts'

/** What sentences can be told. */
export interface SentenceOptions {
  /** Default: `fr`. Labels that no wording has are in the language of the table. */
  readonly language?: Language
  /** Default: the shipped one. {@link mergeWording} adds what a directory says otherwise. */
  readonly wording?: Wording
  /** What the dimensions are called, and the fields that a table is weighted by or has measures of. */
  readonly dimensions?: DimensionDescriptions
}

/** What a table says of itself, as far as sentences need it. */
export type SpokenTable = Pick<
  Table,
  'dimensions' | 'within' | 'base' | 'weight' | 'rounding' | 'counted' | 'unit' | 'populationLabel' | 'of'
>

/** A table that is spoken of, and how. */
export interface Voice {
  readonly table: SpokenTable
  readonly language: Language
  readonly words: LanguageWording
  readonly phrases: Phrases
  readonly grammar: Grammar
  readonly descriptions: DimensionDescriptions
}

/**
 * How a table is spoken of.
 *
 * @throws {StatisticsError} where the language is neither French nor English
 */
export function voiceOf(
  table: SpokenTable,
  { language = 'fr', wording = WORDING, dimensions = {} }: SentenceOptions,
): Voice {
  const words = wording[knownLanguage(language)]
  return {
    table,
    language,
    words,
    phrases: words.phrases,
    grammar: GRAMMARS[language],
    descriptions: dimensions,
  }
}

/** How a dimension is spoken of, with nothing left open. */
export interface CompleteWording extends DimensionWording {
  readonly known: Template
  readonly unknown: Template
  readonly other: Template
  readonly has: Template
  readonly hasInFull: Template
  /** Whether it has words of its own for those who have a value. */
  readonly isWorded: boolean
}

/** How a dimension is spoken of: by its own wording, completed with that of any question or field. */
export function wordingOf(voice: Voice, dimension: string): CompleteWording {
  const { dimensions, question, field } = voice.words
  const own = Object.hasOwn(dimensions, dimension) ? dimensions[dimension]! : {}
  const general = voice.table.counted === 'responses' && !isBuiltIn(dimension) ? question : field
  return {
    ...general,
    ...own,
    hasInFull: own.hasInFull ?? own.has ?? general.hasInFull,
    isWorded: own.has !== undefined,
  }
}

/** Whether a dimension is one that every directory has: of a survey, none of its questions. */
export function isBuiltIn(dimension: string): boolean {
  return BUILT_IN_DIMENSIONS.some(name => name === dimension)
}

/** The label of a dimension or field, ready to be quoted. */
export function dimensionLabel(voice: Voice, dimension: string): string {
  return quotable(voice, describeDimension(dimension, voice.descriptions).label[voice.language])
}

/** What a number is a number of, with its article, or quoted. */
export function amountOf(voice: Voice, field: string | undefined): string {
  if (field === undefined) return ''
  const { amount } = wordingOf(voice, field)
  return amount ?? quote(voice, dimensionLabel(voice, field))
}

/** A text of somebody else, within quotation marks. */
export function quote(voice: Voice, text: string): string {
  return textOf(fill(voice.phrases.quoted, { label: text }, ANY))
}

/** A text of somebody else on one line, without control characters, and with quotation marks of the second level. */
export function quotable({ grammar }: Voice, text: string): string {
  return grammar.quotable(text.replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim())
}
