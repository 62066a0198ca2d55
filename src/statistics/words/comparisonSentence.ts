import type { ComparedFigures, ComparisonObservation, ComparisonTable } from '../comparison/comparison.ts'
import { roundNumber } from '../rounding.ts'
import type { Observation } from '../statistic.ts'
import { bracket, capitalised, numberPart, ratioParts, sharePart } from './figures.ts'
import { formatNumber } from './numbers.ts'
import { predicateOf, say } from './predicate.ts'
import { subjectOf, subjectSlots } from './subject.ts'
import { ANY, fill, joined, type SentencePart, textOf } from './template.ts'
import { quotable, type SentenceOptions, type Voice, voiceOf } from './voice.ts'
import type { ComparisonPhrases, Template } from './wording.ts'

/** What sentences on a comparison can be told. */
export interface ComparisonSentenceOptions extends SentenceOptions {
  /** Whether a sentence before it says whom the shares are of: « 14,2 % sont …, contre 13,3 % ». Default: false. */
  readonly isBrief?: boolean
}

/**
 * What a comparison says of a cell: « 56,9 % des acteurs des onze régions … sont des associations (128 sur 225), contre
 * 48,3 % de ceux de la dernière publication (190 sur 393) : 8,5 points de plus ». It ends without a full stop.
 *
 * @throws {StatisticsError} as {@link toSentence}
 */
export function toComparisonSentence(
  comparison: ComparisonTable,
  observation: ComparisonObservation,
  options: ComparisonSentenceOptions = {},
): string {
  return textOf(toComparisonParts(comparison, observation, options))
}

/**
 * The parts of {@link toComparisonSentence}; figures are those of the own side, unless their names say otherwise.
 *
 * @throws {StatisticsError} as {@link toSentence}
 */
export function toComparisonParts(
  comparison: ComparisonTable,
  observation: ComparisonObservation,
  options: ComparisonSentenceOptions = {},
): readonly SentencePart[] {
  const voice = voiceOf({ ...comparison, populationLabel: comparison.labels.own }, options)
  const { isBrief = false } = options
  const { values, own, other } = observation
  const { comparison: phrases, and } = voice.phrases
  const areAnswering = comparison.base !== 'population' && values.every(({ role }) => role !== 'missing')
  const subject = subjectOf(voice, values, areAnswering)
  const [ownShare, otherShare] = [shareOf(voice, own, values), shareOf(voice, other, values)]
  const areCounts = !ownShare && !otherShare && own.n !== null && other.n !== null && !comparison.weight
  const isOne = areCounts && (voice.language === 'fr' ? own.n < 2 : own.n === 1)
  const agreement = { isPlural: !isOne, isFeminine: subject.isFeminine }
  const predicates = comparison.dimensions.flatMap((name, index) =>
    name === comparison.within ? [] : [predicateOf(voice, name, values[index]!, !isBrief && !areAnswering)],
  )
  const side = quotable(voice, comparison.labels.other[voice.language])
  const notKnown = [{ text: phrases.notKnown }]
  const slots = {
    ...subjectSlots(voice, subject),
    are: predicates.map(predicate => say(predicate, agreement)).join(and),
    other: side,
    ofOther: voice.grammar.followsPronoun(side)
      ? fill(phrases.ofThose, { other: side }, agreement)
      : voice.grammar.ofThese(`${subject.noun} ${side}`),
    n: own.n === null ? notKnown : [numberPart(voice, own.n, 'n')],
    otherN: other.n === null ? phrases.notKnown : formatNumber(other.n, voice.language),
    those: isOne ? subject.one : subject.many,
    share: ownShare ? [ownShare] : notKnown,
    bracket: figuresOf(voice, own),
    otherShare: otherShare ? [{ ...otherShare, figure: 'otherShare' as const }] : notKnown,
    otherBracket: figuresOf(voice, other).map(({ text }) => ({ text })),
    difference: differenceParts(voice, observation),
  }
  const template = areCounts
    ? phrases.counts
    : templateOf(phrases, {
        isTotal: comparison.dimensions.length === 0,
        isOwn: ownShare !== undefined,
        isOther: otherShare !== undefined,
        isBrief,
      })
  return capitalised(joined(fill(template, slots, agreement)))
}

/** How shares are told that are known on one side, on both or on neither. */
function templateOf(
  phrases: ComparisonPhrases,
  {
    isTotal,
    isOwn,
    isOther,
    isBrief,
  }: Readonly<Record<'isTotal' | 'isOwn' | 'isOther' | 'isBrief', boolean>>,
): Template {
  if (isTotal) return isOwn && isOther ? phrases.total : phrases.totalNotKnown
  if (isOwn && isOther) return isBrief ? phrases.brief : phrases.share
  if (isOwn) return phrases.otherUnknown
  return isOther ? phrases.ownUnknown : phrases.bothUnknown
}

function shareOf(
  voice: Voice,
  { n, base, share }: ComparedFigures,
  values: Observation['values'],
): SentencePart | undefined {
  return sharePart(voice, { values, n, base, share, missing: null })
}

function figuresOf(voice: Voice, { n, base }: ComparedFigures): readonly SentencePart[] {
  if (n === null || base === null) return []
  return bracket([ratioParts(voice, numberPart(voice, n, 'n'), numberPart(voice, base, 'base'))])
}

/** « 8,5 points de plus (1,18 fois autant, intervalle …) ». */
function differenceParts(
  voice: Voice,
  { difference, interval, ratio }: ComparisonObservation,
): readonly SentencePart[] {
  if (difference === null) return [{ text: voice.phrases.comparison.otherValues }]
  const { comparison: phrases } = voice.phrases
  const { language, table } = voice
  const remarks = bracket([
    ratio === null || roundNumber(ratio, { decimals: 2 }) === 1
      ? []
      : fill(phrases.times, { ratio: [{ text: formatNumber(ratio, language), figure: 'ratio' }] }, ANY),
    interval === undefined
      ? []
      : fill(
          phrases.interval,
          { lower: signed(voice, interval.lower), upper: textOf(points(voice, interval.upper)) },
          ANY,
        ),
  ])
  if (difference === 0) return fill(phrases.same, { bracket: remarks }, ANY)
  const step = 10 ** -(table.rounding?.decimals ?? 1)
  const amount = Math.abs(roundNumber(difference, table.rounding))
  const parts =
    amount === 0 ? fill(voice.phrases.lessThan, { share: points(voice, step) }, ANY) : points(voice, amount)
  return fill(difference > 0 ? phrases.more : phrases.less, { points: parts, bracket: remarks }, ANY)
}

/** A number of percentage points. */
function points(voice: Voice, number: number): readonly SentencePart[] {
  const { language, phrases } = voice
  const isPlural = language === 'fr' ? Math.abs(number) >= 2 : Math.abs(number) !== 1
  const figure = { text: signed(voice, number), figure: 'difference' as const }
  return fill(phrases.comparison.points, { figure: [figure] }, { isPlural, isFeminine: false })
}

function signed({ language, table }: Voice, number: number): string {
  const { decimals = 1 } = table.rounding ?? {}
  return formatNumber(roundNumber(number, table.rounding), language, { decimals, isFixed: true })
}
