import type { ComparedFigures, ComparisonObservation, ComparisonTable } from '../comparison/comparison.ts'
import { roundNumber } from '../rounding.ts'
import type { Observation } from '../statistic.ts'
import { bracket, capitalised, numberPart, ratioParts, sharePart } from './figures.ts'
import { formatNumber } from './numbers.ts'
import { predicateOf, say } from './predicate.ts'
import { subjectOf, subjectSlots } from './subject.ts'
import { ANY, fill, joined, type SentencePart, textOf } from './template.ts'
import { quotable, type SentenceOptions, type Voice, voiceOf } from './voice.ts'

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
  const several = { isPlural: true, isFeminine: subject.isFeminine }
  const predicates = comparison.dimensions.flatMap((name, index) =>
    name === comparison.within ? [] : [predicateOf(voice, name, values[index]!, !isBrief && !areAnswering)],
  )
  const [ownShare, otherShare] = [shareOf(voice, own, values), shareOf(voice, other, values)]
  const slots = {
    ...subjectSlots(voice, subject),
    are: predicates.map(predicate => say(predicate, several)).join(and),
    other: quotable(voice, comparison.labels.other[voice.language]),
    share: ownShare ? [ownShare] : [],
    bracket: figuresOf(voice, own),
    otherShare: otherShare ? [{ ...otherShare, figure: 'otherShare' as const }] : [],
    otherBracket: figuresOf(voice, other).map(({ text }) => ({ text })),
    difference: differenceParts(voice, observation),
  }
  const template =
    ownShare && otherShare && observation.difference !== null
      ? isBrief
        ? phrases.brief
        : phrases.share
      : ownShare
        ? phrases.otherUnknown
        : otherShare
          ? phrases.ownUnknown
          : phrases.bothUnknown
  return capitalised(joined(fill(template, slots, several)))
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
  if (difference === null) return []
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
