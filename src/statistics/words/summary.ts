import { roleValue, shareOf } from '../rows.ts'
import type { Observation, Table } from '../statistic.ts'
import { bracket, capitalised, listParts, numberPart, sharePart } from './figures.ts'
import { onlyWithin, severalNotes } from './note.ts'
import { formatNumber } from './numbers.ts'
import { sayingOf } from './saying.ts'
import { toSentenceParts } from './sentence.ts'
import { ANY, fill, type SentencePart, textOf } from './template.ts'
import { type SentenceOptions, type Voice, voiceOf } from './voice.ts'

/** What a summary can be told. */
export interface SummaryOptions extends SentenceOptions {
  /** How many values are named; of two dimensions, of how many values of that which gives the bases. Default: 3. */
  readonly limit?: number
  /** Whether the notes of the table stand beside it: then these tell that several answers are possible. Default: false. */
  readonly isNoted?: boolean
}

/** A part of a summary: a figure is one of an observation. */
export interface SummaryPart extends SentencePart {
  readonly observation?: Observation
}

/**
 * What a careful author would write of a table, in a few sentences: the greatest value, those that come next, how many did
 * not answer, what is kept back, and that several answers are possible.
 *
 * @throws {StatisticsError} as {@link toSentence}
 */
export function toSummary(table: Table, options: SummaryOptions = {}): string {
  return toSummaryParts(table, options)
    .map(sentence => textOf(sentence))
    .join(' ')
}

/**
 * The sentences of {@link toSummary}, each in parts and with its full stop.
 *
 * @throws {StatisticsError} as {@link toSentence}
 */
export function toSummaryParts(
  table: Table,
  options: SummaryOptions = {},
): readonly (readonly SummaryPart[])[] {
  const { limit = 3, isNoted = false } = options
  const voice = voiceOf(table, options)
  const sentences =
    table.dimensions.length === 0
      ? table.observations.map(one => sentenceOf(table, one, options))
      : table.within === undefined || onlyWithin(table, table.observations)
        ? greatest(voice, table, limit, options)
        : greatestWithin(table, limit, options)
  return [
    ...[...sentences, ...keptBack(voice, table)].map(parts => [...capitalised(parts), { text: '.' }]),
    ...(isNoted ? [] : severalNotes(voice, table)).map(text => [{ text }]),
  ]
}

/** The greatest value of one dimension, the next ones, and those who did not answer. */
function greatest(
  voice: Voice,
  table: Table,
  limit: number,
  options: SentenceOptions,
): readonly (readonly SummaryPart[])[] {
  const ranked = ranking(table.observations)
  const [first] = ranked
  const next = ranked.slice(1, limit).filter(({ n, share }) => (n ?? share) !== 0)
  const unanswered = first && missingOf(table, first)
  return [
    ...(first ? [sentenceOf(table, first, options)] : []),
    ...(next.length === 0 ? [] : [nextOnes(voice, next)]),
    ...(unanswered ? [sentenceOf(table, unanswered, options)] : []),
  ]
}

/** Of the greatest bases, the greatest value of each. */
function greatestWithin(
  table: Table,
  limit: number,
  options: SentenceOptions,
): readonly (readonly SummaryPart[])[] {
  const outer = table.dimensions.indexOf(table.within!)
  const blocks = Map.groupBy(table.observations, ({ values }) => values[outer]?.code)
  return [...blocks.values()]
    .flatMap(block => ranking(block).slice(0, 1))
    .filter(({ n, share }) => (n ?? share) !== 0)
    .sort((a, b) => (b.base ?? 0) - (a.base ?? 0))
    .slice(0, limit)
    .map(one => sentenceOf(table, one, options))
}

/** The values with a figure, the greatest first. */
function ranking(observations: readonly Observation[]): Observation[] {
  return observations
    .filter(({ n, share, values }) => (n ?? share) !== null && values.every(({ role }) => role === undefined))
    .sort((a, b) => (b.share ?? b.n ?? 0) - (a.share ?? a.n ?? 0))
}

/** A row for those who did not answer, whether the table has one or not. */
function missingOf(
  { base: kind, dimensions, within }: Table,
  { values, base, missing }: Observation,
): Observation | undefined {
  const told = dimensions.filter(name => name !== within)
  if (!missing || base === null || told.length !== 1) return undefined
  const share = kind === 'population' ? shareOf(missing, base) : null
  const unanswered = values.map((value, index) =>
    dimensions[index] === within ? value : roleValue('missing', 'fr'),
  )
  return { values: unanswered, n: missing, base, missing, share }
}

/** The next values: how many of the same base, and what is said of them. */
function nextOnes(voice: Voice, observations: readonly Observation[]): readonly SummaryPart[] {
  const items = observations.map(one => {
    const share = sharePart(voice, one)
    const n = one.n === null ? undefined : numberPart(voice, one.n, 'n')
    const { are, labels, isWorded } = sayingOf(voice, one, true)
    const { summary } = voice.phrases
    const parts =
      n === undefined && !isWorded
        ? fill(summary.labelled, { values: labels, share: share ? [share] : [] }, ANY)
        : fill(summary.item, { figure: [(share ?? n)!], are, bracket: bracket([share && n ? [n] : []]) }, ANY)
    return ofObservation(parts, one)
  })
  return listParts(voice, items)
}

function keptBack(
  { phrases, language }: Voice,
  { observations }: Table,
): readonly (readonly SummaryPart[])[] {
  const count = observations.filter(({ isSuppressed }) => isSuppressed).length
  if (count === 0) return []
  const { suppressed, suppressedOne } = phrases.summary
  return [fill(count === 1 ? suppressedOne : suppressed, { count: formatNumber(count, language) }, ANY)]
}

function sentenceOf(
  table: Table,
  observation: Observation,
  options: SentenceOptions,
): readonly SummaryPart[] {
  return ofObservation(toSentenceParts(table, observation, options), observation)
}

/** Parts whose figures are those of an observation. */
function ofObservation(parts: readonly SentencePart[], observation: Observation): readonly SummaryPart[] {
  return parts.map(part => (part.figure === undefined ? part : { ...part, observation }))
}
