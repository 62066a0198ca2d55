import { describeMeasure } from '../exchange/measures.ts'
import type { Observation } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { cleanText, isolate } from './chartText.ts'
import type { Sheet } from './sheet.ts'

/** What the shares are of, a sentence or two. Nothing where the table does not tell. */
export function baseNotes(sheet: Sheet): readonly string[] {
  const { table, words, language, outer, inner, dimensions, measure } = sheet
  const names = dimensions.map(({ label }) => isolate(cleanText(label[language])))
  if (table.unit) return [words.unit(cleanText(table.unit[language]))]
  const first = table.observations.find(({ base }) => base !== null)
  if (measure !== 'share' || !first) return []
  const isAnswered = table.base !== 'population'
  if (names.length > 1) return [words.basePerValue(names[outer]!, isAnswered ? names[inner] : undefined)]
  const [name] = names
  const [base, missing] = [first.base!, first.missing]
  if (name === undefined) return [words.base(countedText(base, sheet, ''))]
  if (!isAnswered) return [words.base(countedText(base, sheet))]
  return [
    words.baseKnown(countedText(base, sheet), name),
    ...(missing ? [words.unknownOf(countedText(missing, sheet, ''), name)] : []),
  ]
}

/** What else has to be known to read the figures rightly, a sentence each. */
export function readingNotes({
  table,
  words,
  language,
  measure,
  weight,
  dimensions,
}: Sheet): readonly string[] {
  const { isMultiValued, rounding, notes = [], observations } = table
  const isOfShares = measure === 'share'
  const several = isMultiValued ?? dimensions.at(-1)?.isMultiValued ?? false
  return [
    ...(isOfShares ? [] : [words.isMeasure(describeMeasure(measure).label[language])]),
    ...(isOfShares && several ? [words.several] : []),
    ...(weight === undefined ? [] : [words.weighted(isolate(cleanText(weight)))]),
    ...(isOfShares && rounding?.mode === 'truncate' ? [words.truncated] : []),
    ...(observations.some(({ isSuppressed }) => isSuppressed) ? [words.keptBack] : []),
    ...notes.map(note => cleanText(note[language])),
  ]
}

/** « 225 acteurs des onze régions ». */
export function countedText(
  number: number,
  { table, words, language }: Sheet,
  population: string = table.populationLabel?.[language] ?? '',
): string {
  const of = population === '' ? '' : ` ${cleanText(population)}`
  return words.counted[table.counted ?? 'actors'](formatNumber(number, language), isOne(number, language), of)
}

/** Whether a number takes the singular: in French all below two, in English one. */
function isOne(number: number, language: Sheet['language']): boolean {
  return language === 'fr' ? Math.abs(number) < 2 : number === 1
}

/** The observations that stand for values, not for those who did not answer or for several values together. */
export function isValue({ values }: Observation): boolean {
  return values.every(({ role }) => role === undefined)
}
