import type { Language } from '../../errors.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'

/**
 * A text with places to fill: `{label}` is a slot, `{mène|mènent}` forms of a word, singular and plural, or four of
 * them, masculine and then feminine: `{créé|créés|créée|créées}`.
 */
export type Template = string

/** What one and several of those counted are called. */
export interface Noun {
  readonly one: string
  readonly many: string
  /** Default: masculine; in English it says nothing. */
  readonly isFeminine?: boolean
}

/** How those are spoken of who have a value. */
export interface ValueWording {
  /**
   * What they are or do, verb first, with its forms: `{mène|mènent} de la veille technologique`. Default: of a noun, that
   * they are it; else {@link DimensionWording.has}.
   */
  readonly is?: Template
  /** The same where nobody does, if it takes other words: `{mène|mènent} de veille technologique`. Default: `is`. */
  readonly isNot?: Template
  /** What they are called: `association`. */
  readonly noun?: Noun
}

/** How a dimension is spoken of. All begin with a verb and its forms, but `known` and `amount`. */
export interface DimensionWording {
  /** Who answered, after the noun: `dont la forme juridique est connue`. */
  readonly known?: Template
  /** Who did not: `{est|sont} sans forme juridique connue`. */
  readonly unknown?: Template
  /** Who has one of the values that a table has together in one row. */
  readonly other?: Template
  /** Who has a value, by its label: `{a|ont} pour forme juridique «\u00A0{label}\u00A0»`; `{place}` is a place with its preposition. */
  readonly has?: Template
  /** The same where nobody has, if it takes other words. Default: `has`. */
  readonly hasNot?: Template
  /** The same where nothing else in the sentence says of which dimension it is a value. Default: `has`. */
  readonly hasInFull?: Template
  /** Of a number: what it is a number of, with its article: `le nombre de membres`. Default: its label, quoted. */
  readonly amount?: string
  /** Of `actors` and `responses`, which are no dimensions: what those are called who are counted. */
  readonly noun?: Noun
  /** By code, or by IRI. A text says what they are or do. */
  readonly values?: Readonly<Record<string, ValueWording | Template>>
}

/** How any dimension is spoken of that has no words of its own. */
export type GeneralWording = Required<Omit<DimensionWording, 'hasNot' | 'amount' | 'noun' | 'values'>>

/** How a language speaks of statistics. Plain data: all that a sentence says comes from here, or is a label. */
export interface LanguageWording {
  /** Who is counted. */
  readonly actors: Noun
  readonly responses: Noun
  /** What they are counted in. */
  readonly directory: string
  readonly survey: string
  /** By name. */
  readonly dimensions: Readonly<Record<string, DimensionWording>>
  /** Of a dimension that has no wording of its own, and of a question: `{dimension}` is its label. */
  readonly field: GeneralWording
  readonly question: GeneralWording
  /** Regions and départements with their prepositions, by level and code, or by level: `en {label}`. */
  readonly places: Readonly<Record<string, Template>>
  readonly phrases: Phrases
}

/**
 * The sentences, and what they are put together from. Slots are named after what they hold: `{subject}` is one of those
 * of the base and `{subjects}` are all of them, `{ofThese}` is “of the” and all of them, `{is}` and `{are}` what is said of them, `{bracket}` the figures in
 * parentheses, `{who}` a relative pronoun.
 */
export interface Phrases {
  readonly and: string
  /** Before a predicate that tells of whom a sentence is: `qui`; respondents are people. */
  readonly who: Readonly<Record<'actors' | 'responses', string>>
  /** After a noun that says nothing of answers: that they answered the survey. */
  readonly inSurvey: Template
  readonly share: Template
  /** Where all of the base have the value, one of them, none; and where the base is one. */
  readonly all: Template
  readonly one: Template
  readonly only: Template
  readonly oneOf: Template
  readonly noneOf: Template
  readonly oneAlone: Template
  readonly noneAlone: Template
  /** Where there is no share: of a known base, and without one. */
  readonly count: Template
  readonly countAlone: Template
  readonly countAloneOne: Template
  /** The same of weights: nobody can be told from them. */
  readonly countWeighted: Template
  readonly countAloneWeighted: Template
  /** Where nobody of some is without an answer. */
  readonly noneMissing: Template
  readonly noBase: Template
  readonly noWeight: Template
  readonly suppressed: Template
  readonly notKnown: Template
  /** Of shares without counts, where nothing but the labels says what they are of. */
  readonly labelled: Template
  /** Without a dimension. */
  readonly total: Template
  readonly totalWeighted: Template
  readonly totalOne: Template
  readonly totalNone: Template
  readonly totalSuppressed: Template
  readonly totalNotKnown: Template
  readonly outOf: Template
  /** Who is counted, where a population has no label. */
  readonly population: string
  /** Within parentheses. */
  readonly ratio: Template
  readonly baseAlone: Template
  readonly namely: Template
  readonly unanswered: Template
  readonly weighted: Template
  readonly cumulative: Template
  readonly interval: Template
  readonly about: Template
  readonly lessThan: Template
  readonly moreThan: Template
  /** Labels of rows that are no value, and of truth values. */
  readonly roles: Readonly<Record<'missing' | 'other', string>>
  readonly booleans: Readonly<Record<'true' | 'false', string>>
  readonly quoted: Template
  /** What comes after the sentence: the measures of an amount. */
  readonly measures: Template
  /** Of how many values they are, or what these weigh. */
  readonly valid: Template
  readonly validWeighted: Template
  readonly measure: Readonly<
    Record<'mean' | 'median' | 'sum' | 'min' | 'max' | 'q25' | 'q75' | 'quantile', Template>
  >
  readonly notes: Notes
  readonly summary: SummaryPhrases
  readonly comparison: ComparisonPhrases
}

/** What is said of a whole table, a sentence each. */
export interface Notes {
  /** Of a table without rows. */
  readonly empty: string
  /** Of how many shares are; of two dimensions, for each value of one. */
  readonly base: Template
  readonly baseOne: Template
  readonly baseWeighted: Template
  readonly baseWithin: Template
  readonly basePopulation: Template
  readonly missing: Template
  readonly missingWeighted: Template
  /** That shares may sum past 100 %, or do: `{ofThese}` is of all of the population, or of those who answered. */
  readonly several: Template
  readonly severalPast: Template
  readonly answering: string
  readonly weighted: Template
  readonly suppressed: Template
  readonly sharesOnly: Template
  /** What mean, median and the like are of. */
  readonly measured: Template
  readonly approximate: Template
}

/** What a summary has beside sentences. */
export interface SummaryPhrases {
  /** A value after the first one; and one of which nothing but its label says what it means. */
  readonly item: Template
  readonly labelled: Template
  readonly suppressed: Template
  readonly suppressedOne: Template
}

/** How two populations are held against each other. */
export interface ComparisonPhrases {
  /** Of those on the other side, whose noun was told: `{ofOther}` of the others. */
  readonly ofThose: Template
  readonly share: Template
  /** After a sentence that says whom the shares are of. */
  readonly brief: Template
  /** Where a share is not known, or neither is. */
  readonly ownUnknown: Template
  readonly otherUnknown: Template
  readonly bothUnknown: Template
  /** Where there are counts and no shares, as of those who did not answer. */
  readonly counts: Template
  /** Of a table without a dimension; and where a share of it is not known. */
  readonly total: Template
  readonly totalNotKnown: Template
  readonly notKnown: string
  /** In the place of a difference, where each side has other values together. */
  readonly otherValues: string
  readonly more: Template
  readonly less: Template
  readonly same: Template
  readonly times: Template
  readonly interval: Template
  readonly points: Template
}

/** How people are spoken to in each language. */
export type Wording = Readonly<Record<Language, LanguageWording>>

/** What a directory says otherwise, or of its own fields and code lists: by language and dimension. */
export type WordingDefinition = Readonly<
  Partial<Record<Language, Readonly<Record<string, DimensionWording>>>>
>

/** The shipped wording: all dimensions, legal forms, legal categories, missions, audiences, regions and départements. */
export const WORDING: Wording = { fr: FRENCH, en: ENGLISH }

/** A wording with what a directory says otherwise; what it does not say stays as it is, value by value. */
export function mergeWording(definition: WordingDefinition, wording: Wording = WORDING): Wording {
  return {
    fr: mergeLanguage(wording.fr, definition.fr),
    en: mergeLanguage(wording.en, definition.en),
  }
}

function mergeLanguage(
  wording: LanguageWording,
  definition: WordingDefinition[Language] = {},
): LanguageWording {
  const merged = Object.entries(definition).map(([name, given]) => {
    const shipped = Object.hasOwn(wording.dimensions, name) ? wording.dimensions[name]! : {}
    return [name, { ...shipped, ...given, values: { ...shipped.values, ...given.values } }]
  })
  const nounOf = (counted: 'actors' | 'responses') =>
    (Object.hasOwn(definition, counted) ? definition[counted]?.noun : undefined) ?? wording[counted]
  return {
    ...wording,
    actors: nounOf('actors'),
    responses: nounOf('responses'),
    dimensions: { ...wording.dimensions, ...Object.fromEntries(merged) },
  }
}
