import { outerDimension, valueKey } from '../exchange/cells.ts'
import { describeDimension } from '../exchange/dimensions.ts'
import { describeMeasure } from '../exchange/measures.ts'
import type { DimensionValue, Observation, Table } from '../statistic.ts'
import { formatNumber } from './numbers.ts'
import { subjectOf, subjectSlots } from './subject.ts'
import { ANY, fill, type Slots, textOf } from './template.ts'
import { amountOf, dimensionLabel, type SentenceOptions, type Voice, voiceOf } from './voice.ts'
import type { Template } from './wording.ts'

/**
 * What has to be known to read a table rightly, in whole sentences: of how many its shares are, how many did not answer,
 * that shares sum past 100 % where several answers are possible, weights, what is kept back, what is only about so much;
 * and the notes of the table itself. Empty where there is nothing to say.
 */
export function toTableNote(table: Table, options: SentenceOptions = {}): string {
  return toTableNotes(table, options).join(' ')
}

/** The sentences of {@link toTableNote}, one by one. */
export function toTableNotes(table: Table, options: SentenceOptions = {}): readonly string[] {
  const voice = voiceOf(table, options)
  const { phrases, language } = voice
  const { notes } = phrases
  const { observations } = table
  const isEmpty = observations.length === 0
  const say = (template: Template, slots: Slots = {}) => textOf(fill(template, slots, ANY))
  return [
    ...(isEmpty ? [notes.empty] : []),
    ...baseNotes(voice, observations, say),
    ...severalNotes(voice, table),
    ...(table.weight === undefined || isEmpty
      ? []
      : [say(notes.weighted, { amount: amountOf(voice, table.weight) })]),
    ...(observations.some(({ isSuppressed }) => isSuppressed) ? [say(notes.suppressed)] : []),
    ...(observations.some(({ isApproximate }) => isApproximate) ? [say(notes.approximate)] : []),
    ...measuredNotes(voice, table, say),
    ...(table.notes ?? []).map(note => note[language]),
  ]
}

type Say = (template: Template, slots?: Slots) => string

function baseNotes(voice: Voice, observations: readonly Observation[], say: Say): readonly string[] {
  const { phrases, language } = voice
  const { notes } = phrases
  const { dimensions, within, base: kind, weight } = voice.table
  if (dimensions.length === 0) return []
  const counted = observations.find(({ base, isSuppressed }) => base !== null && !isSuppressed)
  const isOfAll = kind === 'population'
  if (!counted) {
    const areSharesOnly = observations.some(({ n, share }) => n === null && share !== null)
    const slots = subjectSlots(voice, subjectOf(voice, undefined, !isOfAll))
    return areSharesOnly ? [say(notes.sharesOnly, slots)] : []
  }
  const only = onlyWithin(voice.table, observations)
  if (within !== undefined && only === undefined) {
    const subjects = subjectOf(voice, undefined, !isOfAll).many
    return [
      say(notes.baseWithin, { dimension: dimensionLabel(voice, within), subjects }),
      ...(isOfAll ? [say(notes.basePopulation, { subjects })] : []),
    ]
  }
  const base = counted.base!
  const { missing } = counted
  const { one, many } = subjectOf(voice, only, !isOfAll && missing !== 0)
  const amount = amountOf(voice, weight)
  const slots = { base: formatNumber(base, language), subject: one, subjects: many, amount }
  const isWeighted = weight !== undefined
  const ofBase = isWeighted ? notes.baseWeighted : base === 1 ? notes.baseOne : notes.base
  const ofMissing = isWeighted ? notes.missingWeighted : notes.missing
  return [
    say(ofBase, slots),
    ...(isOfAll ? [say(notes.basePopulation, slots)] : []),
    ...(missing ? [say(ofMissing, { missing: formatNumber(missing, language) })] : []),
  ]
}

/**
 * The values of a row, where all rows are within one value, so that they have one base; `undefined` where they are within
 * several, or within none.
 */
export function onlyWithin(
  table: Pick<Table, 'dimensions' | 'within'>,
  [first, ...others]: readonly Observation[],
): readonly DimensionValue[] | undefined {
  const outer = outerDimension(table)
  if (outer < 0 || !first) return undefined
  const key = valueKey(first.values[outer]!)
  return others.every(({ values }) => valueKey(values[outer]!) === key) ? first.values : undefined
}

/** What measures of a number are of. */
function measuredNotes(voice: Voice, { measures, of, observations }: Table, say: Say): readonly string[] {
  const labels = measures
    .map(describeMeasure)
    .flatMap(({ kind, label }) => (kind === 'value' ? [label[voice.language].toLowerCase()] : []))
  if (of === undefined || labels.length === 0 || observations.length === 0) return []
  return [say(voice.phrases.notes.measured, { amount: amountOf(voice, of), list: labels.join(', ') })]
}

/** That several answers are possible; and whether shares do sum past 100 %, as far as they are known. */
export function severalNotes(voice: Voice, table: Table): readonly string[] {
  const { notes } = voice.phrases
  const { dimensions, within, isMultiValued, observations, base, unit } = table
  const shown = dimensions.find(name => name !== within)
  if (shown === undefined || observations.length === 0) return []
  if (!(isMultiValued ?? describeDimension(shown, voice.descriptions).isMultiValued)) return []
  const outer = within === undefined ? -1 : dimensions.indexOf(within)
  const cells = observations.filter(({ values }) => values.every(({ role }) => role !== 'missing'))
  const isPast = [...Map.groupBy(cells, ({ values }) => values[outer]?.code ?? '').values()].some(sumsPastAll)
  const isOfAll = base === 'population' || unit !== undefined
  const subjects = isOfAll ? subjectOf(voice, undefined, false).many : notes.answering
  const ofThese = voice.grammar.ofThese(subjects)
  return [textOf(fill(isPast ? notes.severalPast : notes.several, { ofThese }, ANY))]
}

/** Whether shares of one base sum past 100 %: by their counts, or by themselves where these are not known. */
function sumsPastAll(cells: readonly Observation[]): boolean {
  const counted = cells.filter(({ n, base }) => n !== null && base !== null)
  if (counted.length > 0) return counted.reduce((sum, { n }) => sum + n!, 0) > counted[0]!.base!
  // Rounded to four decimals, each share may be too great by half of the last one.
  return cells.reduce((sum, { share }) => sum + (share ?? 0), 0) > 100 + cells.length / 20_000
}
