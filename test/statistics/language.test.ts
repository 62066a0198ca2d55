import { expect, test } from 'vitest'
import { type Language, StatisticsError } from '../../src/errors.ts'
import { describeChart } from '../../src/statistics/chart/describeChart.ts'
import { toChart } from '../../src/statistics/chart/toChart.ts'
import { toCsvw } from '../../src/statistics/exchange/csvw.ts'
import { toJsonStat } from '../../src/statistics/exchange/jsonStat.ts'
import { toTableNote } from '../../src/statistics/words/note.ts'
import { toSentence } from '../../src/statistics/words/sentence.ts'
import { toSummary } from '../../src/statistics/words/summary.ts'
import { COUNTS } from './exchange/survey.ts'

const [first] = COUNTS.observations

/** All that speaks of a table. */
const SPEAKING: Readonly<Record<string, (language: Language) => unknown>> = {
  toSentence: language => toSentence(COUNTS, first!, { language }),
  toSummary: language => toSummary(COUNTS, { language }),
  toTableNote: language => toTableNote(COUNTS, { language }),
  toChart: language => toChart(COUNTS, { language }),
  describeChart: language => describeChart(COUNTS, language),
  toJsonStat: language => toJsonStat(COUNTS, language),
  toCsvw: language => toCsvw(COUNTS, { language }),
}

/** Whether at once or later. */
async function failure(speak: (language: Language) => unknown, language: unknown): Promise<unknown> {
  try {
    await speak(language as Language)
  } catch (error) {
    return error
  }
  return undefined
}

test.each(Object.entries(SPEAKING))('%s speaks French and English, and says so', async (_, speak) => {
  expect(await failure(speak, 'fr')).toBeUndefined()
  expect(await failure(speak, 'en')).toBeUndefined()
  for (const language of ['de', 'FR', 'toString', '__proto__', null, 7]) {
    const error = await failure(speak, language)
    expect(error, String(language)).toBeInstanceOf(StatisticsError)
    expect((error as Error).message).toBe(
      `there are no words in the language ${JSON.stringify(language)}; give "fr" or "en"`,
    )
  }
})

test('a language that has to be given is asked for', async () => {
  const error = await failure(SPEAKING.toJsonStat!, undefined)
  expect(error).toBeInstanceOf(StatisticsError)
  expect((error as Error).message).toBe('there is no language to speak of a table in; give "fr" or "en"')
})
