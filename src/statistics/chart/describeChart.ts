import type { Language } from '../../errors.ts'
import type { Table } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { ownNotes, readingNotes } from './chartNotes.ts'
import type { ChartOptions } from './chartOptions.ts'
import { isolate } from './chartText.ts'
import { figureTextOf } from './figureText.ts'
import { labelOf, layOutSheet, type Sheet } from './sheet.ts'

/** How many of the greatest values a description names. */
const GREATEST = 3

/**
 * What a chart of the table shows, for those who do not see it: its kind, its base, how many values it has, whether
 * others are taken together, the greatest of them, and that there is a table of all.
 *
 * @throws {StatisticsError} where the options do not fit the table
 */
export function describeChart(
  table: Table,
  language: Language = 'fr',
  options: Omit<ChartOptions, 'language'> = {},
): string {
  return describeSheet(layOutSheet(table, { ...options, language }))
}

/** {@link describeChart} of a sheet. */
export function describeSheet(sheet: Sheet): string {
  const { words, table, language, kind } = sheet
  const { observations } = table
  if (observations.length === 0) return words.nothing
  // Those who did not answer are no value: the notes tell how many they are.
  const ofValues = observations.filter(({ values }) => values.every(({ role }) => role === undefined))
  const areOthersTogether = observations.some(({ values }) => values.some(({ role }) => role === 'other'))
  const count = words.rows(
    formatNumber(ofValues.length, language),
    language === 'fr' ? ofValues.length < 2 : ofValues.length === 1,
  )
  const greatest = ofValues
    .map(observation => ({ observation, figure: figureTextOf(observation, sheet) }))
    .filter(({ figure }) => figure.value !== null)
    .sort((a, b) => b.figure.value! - a.figure.value!)
    .slice(0, GREATEST)
    .map(({ observation, figure }) =>
      words.of(isolate(labelOf(observation)) || words.population, figure.text),
    )
  return [
    `${words.kinds[kind]}.`,
    ...readingNotes(sheet),
    ...ownNotes(sheet),
    count,
    ...(areOthersTogether ? [words.othersTogether] : []),
    ...(greatest.length === 0 ? [] : [words.greatest(words.list(greatest))]),
    words.tableBeside,
  ].join(' ')
}
