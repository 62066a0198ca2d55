import type { Observation } from '../statistic.ts'
import { bracket, numberPart, sharePart } from './figures.ts'
import { remarksOf } from './remarks.ts'
import { subjectOf } from './subject.ts'
import { ANY, fill, type SentencePart, textOf } from './template.ts'
import type { Voice } from './voice.ts'

/** How many a directory or a survey has, of all of them: a table without a dimension. */
export function totalParts(voice: Voice, observation: Observation): readonly SentencePart[] {
  const { phrases, words, table } = voice
  const { n, base, isSuppressed } = observation
  const subject = subjectOf(voice, undefined, false)
  const isPart = table.populationLabel === undefined && n !== null && base !== null && n < base
  const named = (noun: string) => (isPart ? `${noun} ${phrases.population}` : noun)
  const share = sharePart(voice, observation)
  const figures = bracket([share === undefined ? [] : [share], ...remarksOf(voice, observation)])
  const slots = {
    source: table.counted === 'responses' ? words.survey : words.directory,
    subject: named(subject.one),
    subjects: named(subject.many),
    bracket: figures,
  }
  const one = { isPlural: false, isFeminine: subject.isFeminine }
  if (n === null) return fill(isSuppressed ? phrases.totalSuppressed : phrases.totalNotKnown, slots, ANY)
  // All of those whom nothing sets apart are the base.
  const isAll = n === base && table.populationLabel === undefined
  const outOf =
    isAll || base === null || base === 0
      ? []
      : fill(phrases.outOf, { base: [numberPart(voice, base, 'base')], bracket: figures }, ANY)
  const word = (template: string) => [{ text: textOf(fill(template, {}, one)), figure: 'n' as const }]
  if (table.weight !== undefined) {
    const remarks = bracket(remarksOf(voice, observation))
    const weight = isAll ? remarks : base === null || base === 0 ? figures : outOf
    return fill(phrases.totalWeighted, { ...slots, n: [numberPart(voice, n, 'n')], outOf: weight }, ANY)
  }
  if (n === 0) return fill(phrases.totalNone, { ...slots, n: word(phrases.noneAlone), outOf }, one)
  if (n === 1) return fill(phrases.totalOne, { ...slots, n: word(phrases.oneAlone), outOf }, one)
  return fill(phrases.total, { ...slots, n: [numberPart(voice, n, 'n')], outOf }, ANY)
}
