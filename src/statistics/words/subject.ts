import type { DimensionValue } from '../statistic.ts'
import { predicateOf, say } from './predicate.ts'
import { type Agreement, fill, textOf } from './template.ts'
import { dimensionLabel, isBuiltIn, quotable, type Voice, wordingOf } from './voice.ts'
import { type Noun, WORDING } from './wording.ts'

/** Those whom a share is of. */
export interface Subject {
  /** One of them, and all of them, without an article. */
  readonly one: string
  readonly many: string
  readonly isFeminine: boolean
  /** What all of them are called, and nothing more. */
  readonly noun: string
}

/**
 * Those whom a share is of: who is counted, of which population, with which value of the dimension that gives the bases,
 * and that they answered.
 *
 * @param values of the table's dimensions; without them, those with any of them
 * @param areAnswering whether only those who answered
 */
export function subjectOf(
  voice: Voice,
  values: readonly DimensionValue[] | undefined,
  areAnswering: boolean,
): Subject {
  const { table, language, words } = voice
  const { within, dimensions, populationLabel, unit } = table
  const value = within === undefined ? undefined : values?.[dimensions.indexOf(within)]
  const outer = value && predicateOf(voice, within!, value, true)
  const noun = outer?.noun ?? (unit ? nounOf(unit[language]) : nounOfCounted(voice))
  const isFeminine = noun.isFeminine ?? false
  const answered = areAnswering && unit === undefined ? dimensions.filter(name => name !== within) : []
  const population = populationLabel ? quotable(voice, populationLabel[language]) : ''
  const isClause = voice.grammar.isClause(population)
  const isOfSurvey = mayNotHaveAnswered(voice, noun) && answered.every(isBuiltIn)
  const phrase = (isPlural: boolean) => {
    const agreement: Agreement = { isPlural, isFeminine }
    const clauses = [
      ...(isClause ? [population] : []),
      ...(outer && !outer.noun ? [`${whoOf(voice)} ${say(outer, agreement)}`] : []),
      ...answered.map(name => {
        const slots = { dimension: dimensionLabel(voice, name) }
        return textOf(fill(wordingOf(voice, name).known, slots, agreement))
      }),
      ...(isOfSurvey ? [textOf(fill(words.phrases.inSurvey, { survey: words.survey }, agreement))] : []),
    ].filter(clause => clause !== '')
    return [
      isPlural ? noun.many : noun.one,
      isClause ? '' : population,
      joinClauses(clauses, words.phrases.and),
    ]
      .filter(text => text !== '')
      .join(' ')
  }
  return { one: phrase(false), many: phrase(true), isFeminine, noun: noun.many }
}

/**
 * Whether those whom responses are of are called by a noun that others have too, who did not answer: « clusters ». A survey
 * that has so many of them, by a word of its own, says it itself.
 */
function mayNotHaveAnswered({ table, language, words }: Voice, noun: Noun): boolean {
  const { counted, unit, dimensions, weight } = table
  if (counted !== 'responses' || unit !== undefined || noun === WORDING[language].responses) return false
  return noun !== words.responses || dimensions.length > 0 || weight !== undefined
}

/** « dont …, qui … et qui … ». */
function joinClauses(clauses: readonly string[], and: string): string {
  const last = clauses.at(-1) ?? ''
  return clauses.length < 2 ? last : clauses.slice(0, -1).join(', ') + and + last
}

/** The slots of templates that speak of them. */
export function subjectSlots(voice: Voice, { one, many }: Subject): Record<string, string> {
  return { subject: one, subjects: many, ofThese: voice.grammar.ofThese(many), who: whoOf(voice) }
}

/** What leads to that which is said of them. */
function whoOf({ table, words }: Voice): string {
  return words.phrases.who[table.counted ?? 'actors']
}

function nounOfCounted({ table, words }: Voice): Noun {
  return table.counted === 'responses' ? words.responses : words.actors
}

/** What is said of shares that are of no count: « e-mails envoyés ». */
function nounOf(unit: string): Noun {
  return { one: unit, many: unit }
}
