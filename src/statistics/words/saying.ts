import type { DimensionValue, Observation } from '../statistic.ts'
import { sharePart } from './figures.ts'
import type { Denial } from './grammar.ts'
import { deny, labelOf, type Predicate, predicateOf, say } from './predicate.ts'
import { remarksOf } from './remarks.ts'
import { type Subject, subjectOf } from './subject.ts'
import type { Agreement, SentencePart } from './template.ts'
import { dimensionLabel, quote, type Voice } from './voice.ts'

/** What is said of whom, and with which figures. */
export interface Saying {
  readonly subject: Subject
  /** What is said of one of them, and of several. */
  readonly is: string
  readonly are: string
  /** That of one, denied: none of several is, and the only one is not. */
  denied(denial: Denial): string
  /** The labels of the values, quoted; the same after that of their dimension; and whether there is more than labels. */
  readonly labels: string
  readonly labelsInFull: string
  readonly isWorded: boolean
  /** The label of the dimension that nobody answered of whom it is said; empty where they did. */
  readonly missing: string
  /** Whether it is said of whole ones, who can be told one by one. */
  readonly isCountable: boolean
  readonly n: number | null
  readonly base: number | null
  readonly share: readonly SentencePart[]
  readonly remarks: readonly (readonly SentencePart[])[]
}

/**
 * What an observation says.
 *
 * @param isBrief whether a sentence before it says of which dimension it is. Default: false.
 */
export function sayingOf(voice: Voice, observation: Observation, isBrief = false): Saying {
  const { table } = voice
  const { values, n } = observation
  const shown = table.dimensions.flatMap((name, index) =>
    name === table.within ? [] : [{ name, value: values[index]! }],
  )
  const isMissing = shown.some(({ value }) => value.role === 'missing')
  // Where nobody is missing, those who answered are all there are.
  const areAnswering = table.base !== 'population' && !isMissing && observation.missing !== 0
  const subject = subjectOf(voice, values, areAnswering)
  const { one, several } = agreements(subject)
  const predicates = shown.map(({ name, value }) =>
    predicateOf(voice, name, value, !isBrief && !areAnswering),
  )
  const together = (write: (predicate: Predicate) => string) => predicates.map(write).join(voice.phrases.and)
  const share = sharePart(voice, observation)
  const whole = wholeOf(observation, isMissing && table.base !== 'population')
  return {
    subject,
    is: together(predicate => say(predicate, one)),
    are: together(predicate => say(predicate, several)),
    denied: denial => together(predicate => deny(voice, predicate, denial, one)),
    labels: shown.map(({ name, value }) => quote(voice, labelOf(voice, name, value))).join(', '),
    labelsInFull: shown.map(({ name, value }) => labelInFull(voice, name, value)).join(', '),
    missing: isMissing && shown.length === 1 ? dimensionLabel(voice, shown[0]!.name) : '',
    isWorded: predicates.every(({ isWorded }) => isWorded),
    isCountable:
      predicates.length === 1 &&
      table.weight === undefined &&
      table.unit === undefined &&
      Number.isInteger(n) &&
      (whole === null || (Number.isInteger(whole) && n! <= whole)),
    n,
    base: whole,
    share: share === undefined ? [] : [share],
    remarks: remarksOf(voice, observation),
  }
}

/** « Usage « Newsletters » »: the dimension is only named where it has a label. */
function labelInFull(voice: Voice, dimension: string, value: DimensionValue): string {
  const label = quote(voice, labelOf(voice, dimension, value))
  const isNamed = Object.hasOwn(voice.descriptions, dimension) && voice.descriptions[dimension]?.label
  return isNamed ? `${dimensionLabel(voice, dimension)} ${label}` : label
}

/** Of how many a count is one: those who did not answer are none of those who did. */
function wholeOf({ n, base }: Observation, isMissing: boolean): number | null {
  if (!isMissing) return base
  return n === null || base === null ? null : n + base
}

/** Of words that go with one of those spoken of, and with several. */
export function agreements({ isFeminine }: Subject): Record<'one' | 'several', Agreement> {
  return { one: { isPlural: false, isFeminine }, several: { isPlural: true, isFeminine } }
}
