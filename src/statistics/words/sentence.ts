import type { Observation, Table } from '../statistic.ts'
import { bracket, capitalised, numberPart, ratioParts, sharePart } from './figures.ts'
import { deny, labelOf, type Predicate, predicateOf, say } from './predicate.ts'
import { measureParts, remarksOf } from './remarks.ts'
import { type Subject, subjectOf } from './subject.ts'
import { type Agreement, ANY, fill, joined, type SentencePart, textOf } from './template.ts'
import { totalParts } from './total.ts'
import { quote, type SentenceOptions, type Voice, voiceOf } from './voice.ts'

/**
 * What a figure means, in a sentence: « 56,9 % des acteurs dont la forme juridique est connue sont des associations (128
 * sur 225) », “56.9% of the actors whose legal form is known are associations (128 of 225)”. It ends without a full stop.
 *
 * @throws {StatisticsError} where the wording has a place for what there is not, or a predicate that begins with no verb
 */
export function toSentence(table: Table, observation: Observation, options: SentenceOptions = {}): string {
  return textOf(toSentenceParts(table, observation, options))
}

/**
 * The parts of {@link toSentence}: each figure is one, so that it can be linked.
 *
 * @throws {StatisticsError} as {@link toSentence}
 */
export function toSentenceParts(
  table: Table,
  observation: Observation,
  options: SentenceOptions = {},
): readonly SentencePart[] {
  const voice = voiceOf(table, options)
  const parts = table.dimensions.length === 0 ? totalParts(voice, observation) : cellParts(voice, observation)
  return capitalised(joined([...parts, ...measureParts(voice, observation)]))
}

/** What is said of whom, and with which figures. */
interface Saying {
  readonly subject: Subject
  /** What is said of one of them, and of several. */
  readonly is: string
  readonly are: string
  /** That of one, denied: none of several is, and the only one is not. */
  readonly isNone: string
  readonly isNot: string
  /** The labels of the values, quoted; and whether anything else says what they mean. */
  readonly labels: string
  readonly isWorded: boolean
  /** Whether it is said of whole ones, who can be told one by one. */
  readonly isCountable: boolean
  readonly n: number | null
  readonly base: number | null
  readonly share: readonly SentencePart[]
  readonly remarks: readonly (readonly SentencePart[])[]
}

function cellParts(voice: Voice, observation: Observation): readonly SentencePart[] {
  const saying = sayingOf(voice, observation)
  const { subject, is, are, isNone, isNot, isCountable, n, base, share, remarks } = saying
  if (n === null) return withoutCount(voice, observation, saying)
  const { phrases } = voice
  const { one, several } = agreements(subject)
  const namely = share.length === 0 ? [] : fill(phrases.namely, { share }, ANY)
  const slots = { subject: subject.one, subjects: subject.many, is, are, share }
  const word = (template: string) => [{ text: textOf(fill(template, {}, one)), figure: 'n' as const }]
  const figure = numberPart(voice, n, 'n')
  if (base === null) {
    const given = { ...slots, n: [figure], bracket: bracket([namely, ...remarks]) }
    if (!isCountable || n > 1) return fill(phrases.countAlone, given, several)
    return n === 1
      ? fill(phrases.countAloneOne, { ...given, n: word(phrases.oneAlone) }, one)
      : fill(phrases.countAloneOne, { ...given, n: word(phrases.noneAlone), is: isNone }, one)
  }
  const whole = numberPart(voice, base, base === observation.base ? 'base' : 'asked')
  const ratio = ratioParts(voice, figure, whole)
  const given = { ...slots, base: [whole], n: [figure], bracket: bracket([ratio, namely, ...remarks]) }
  if (base === 0) return fill(phrases.noBase, given, one)
  if (isCountable && base === 1) return fill(phrases.only, n === 1 ? given : { ...given, is: isNot }, one)
  if (isCountable && n === base) return fill(phrases.all, given, several)
  if (isCountable && n < 2) {
    const brief = { ...given, bracket: bracket([share, ...remarks]) }
    return n === 1
      ? fill(phrases.one, { ...brief, n: word(phrases.oneOf) }, one)
      : fill(phrases.one, { ...brief, n: word(phrases.noneOf), is: isNone }, one)
  }
  if (share.length === 0) return fill(phrases.count, { ...given, bracket: bracket(remarks) }, several)
  return fill(phrases.share, { ...given, bracket: bracket([ratio, ...remarks]) }, several)
}

/** What is said where counts are kept back, or not known. */
function withoutCount(voice: Voice, observation: Observation, saying: Saying): readonly SentencePart[] {
  const { phrases } = voice
  const { subject, are, labels, isWorded, base, share, remarks } = saying
  const { several } = agreements(subject)
  const slots = { subjects: subject.many, are, share, values: labels, bracket: bracket(remarks) }
  if (share.length > 0) return fill(isWorded ? phrases.share : phrases.labelled, slots, several)
  if (!observation.isSuppressed) return fill(phrases.notKnown, slots, several)
  if (base === null) return fill(phrases.suppressed, slots, several)
  return fill(phrases.suppressedOf, { ...slots, base: [numberPart(voice, base, 'base')] }, several)
}

function sayingOf(voice: Voice, observation: Observation): Saying {
  const { table } = voice
  const { values, n, share } = observation
  const shown = table.dimensions.flatMap((name, index) =>
    name === table.within ? [] : [{ name, value: values[index]! }],
  )
  const isMissing = shown.some(({ value }) => value.role === 'missing')
  // Where nobody is missing, those who answered are all there are.
  const areAnswering = table.base !== 'population' && !isMissing && observation.missing !== 0
  const subject = subjectOf(voice, values, areAnswering)
  const { one, several } = agreements(subject)
  const predicates = shown.map(({ name, value }) => predicateOf(voice, name, value, !areAnswering))
  const together = (write: (predicate: Predicate) => string) => predicates.map(write).join(voice.phrases.and)
  const whole = wholeOf(observation, isMissing && table.base !== 'population')
  return {
    subject,
    is: together(predicate => say(predicate, one)),
    are: together(predicate => say(predicate, several)),
    isNone: together(predicate => deny(voice, predicate, 'none', one)),
    isNot: together(predicate => deny(voice, predicate, 'not', one)),
    labels: shown.map(({ name, value }) => quote(voice, labelOf(voice, name, value))).join(', '),
    isWorded: predicates.every(({ isWorded }) => isWorded),
    isCountable:
      predicates.length === 1 &&
      table.weight === undefined &&
      table.unit === undefined &&
      Number.isInteger(n) &&
      (whole === null || (Number.isInteger(whole) && n! <= whole)),
    n,
    base: whole,
    share: share === null ? [] : [sharePart(voice, observation)!],
    remarks: remarksOf(voice, observation),
  }
}

/** Of how many a count is one: those who did not answer are none of those who did. */
function wholeOf({ n, base }: Observation, isMissing: boolean): number | null {
  if (!isMissing) return base
  return n === null || base === null ? null : n + base
}

function agreements({ isFeminine }: Subject): Record<'one' | 'several', Agreement> {
  return { one: { isPlural: false, isFeminine }, several: { isPlural: true, isFeminine } }
}
