import type { Language } from '../errors.ts'
import type { DimensionWording, Noun, Template, ValueWording } from '../statistics/words/wording.ts'

/** `wording:` as it stands in `annuaire.yaml`, by language and dimension. */
export type RawWording = Readonly<Partial<Record<Language, Readonly<Record<string, RawDimensionWording>>>>>

export interface RawDimensionWording extends Omit<DimensionWording, 'values' | 'noun'> {
  readonly noun?: RawNoun
  readonly values?: Readonly<Record<string, Template | RawValueWording>>
}

export interface RawValueWording extends Omit<ValueWording, 'noun'> {
  readonly noun?: RawNoun
}

export interface RawNoun extends Omit<Noun, 'isFeminine'> {
  readonly feminine?: boolean
}
