import type { Observation, Table } from '../statistic.ts'
import { bracket, capitalised, numberPart, ratioParts } from './figures.ts'
import { measureParts } from './remarks.ts'
import { agreements, type Saying, sayingOf } from './saying.ts'
import { subjectSlots } from './subject.ts'
import { ANY, fill, joined, type SentencePart, textOf } from './template.ts'
import { totalParts } from './total.ts'
import { type SentenceOptions, type Voice, voiceOf } from './voice.ts'

/**
 * What a figure means, in a sentence: « 56,9 % des acteurs dont la forme juridique est connue sont des associations (128
 * sur 225) », “56.9% of the actors whose legal form is known are associations (128 of 225)”. It ends without a full stop.
 *
 * @throws {StatisticsError} where the language is neither French nor English, or the wording has a place for what there is
 *   not, or a predicate that begins with no verb
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

function cellParts(voice: Voice, observation: Observation): readonly SentencePart[] {
  const saying = sayingOf(voice, observation)
  const { subject, is, are, denied, missing, isCountable, n, base, share, remarks } = saying
  if (n === null) return withoutCount(voice, observation, saying)
  const { phrases, table } = voice
  const { one, several } = agreements(subject)
  const isWeighted = table.weight !== undefined
  const namely = share.length === 0 ? [] : fill(phrases.namely, { share }, ANY)
  const slots = { ...subjectSlots(voice, subject), is, are, share }
  const word = (template: string) => [{ text: textOf(fill(template, {}, one)), figure: 'n' as const }]
  const figure = numberPart(voice, n, 'n')
  if (base === null) {
    const given = { ...slots, n: [figure], bracket: bracket([namely, ...remarks]) }
    if (isWeighted) return fill(phrases.countAloneWeighted, given, several)
    if (!isCountable || n > 1) return fill(phrases.countAlone, given, several)
    return n === 1
      ? fill(phrases.countAloneOne, { ...given, n: word(phrases.oneAlone) }, one)
      : fill(phrases.countAloneOne, { ...given, n: word(phrases.noneAlone), is: denied('none') }, one)
  }
  const whole = numberPart(voice, base, base === observation.base ? 'base' : 'asked')
  const ratio = ratioParts(voice, figure, whole)
  const given = { ...slots, base: [whole], n: [figure], bracket: bracket([ratio, namely, ...remarks]) }
  if (base === 0)
    return fill(isWeighted ? phrases.noWeight : phrases.noBase, given, isWeighted ? several : one)
  if (missing !== '' && n === 0) return fill(phrases.noneMissing, { ...given, dimension: missing }, several)
  if (isCountable && base === 1)
    return fill(phrases.only, n === 1 ? given : { ...given, is: denied('not') }, one)
  if (isCountable && n === base) return fill(phrases.all, given, several)
  if (isCountable && n < 2) {
    const brief = { ...given, bracket: bracket([share, ...remarks]) }
    return n === 1
      ? fill(phrases.one, { ...brief, n: word(phrases.oneOf) }, one)
      : fill(phrases.one, { ...brief, n: word(phrases.noneOf), is: denied('none') }, one)
  }
  if (share.length === 0)
    return fill(
      isWeighted ? phrases.countWeighted : phrases.count,
      { ...given, bracket: bracket(remarks) },
      several,
    )
  return fill(phrases.share, { ...given, bracket: bracket([ratio, ...remarks]) }, several)
}

/** What is said where counts are kept back, or not known. */
function withoutCount(voice: Voice, observation: Observation, saying: Saying): readonly SentencePart[] {
  const { phrases } = voice
  const { subject, are, labelsInFull, isWorded, base, share, remarks } = saying
  const whole = base === null ? [] : [numberPart(voice, base, 'base')]
  const baseAlone = base === null ? [] : fill(phrases.baseAlone, { base: whole }, ANY)
  const slots = {
    ...subjectSlots(voice, subject),
    are,
    share,
    values: labelsInFull,
    count: base === null ? [] : [...whole, { text: ' ' }],
    bracket: bracket([baseAlone, ...remarks]),
  }
  const { several } = agreements(subject)
  if (share.length > 0) return fill(isWorded ? phrases.share : phrases.labelled, slots, several)
  const template = observation.isSuppressed ? phrases.suppressed : phrases.notKnown
  if (voice.table.weight === undefined) return fill(template, slots, several)
  // A weight is no number of those spoken of.
  const subjects = [{ text: subject.many }, ...bracket([baseAlone])]
  return fill(template, { ...slots, count: '', subjects }, several)
}
