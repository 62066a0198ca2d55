import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { toChart } from '../../../src/statistics/chart/toChart.ts'
import { BY_REGION, FORMS } from './chartTables.ts'

test.each([
  ['bars', FORMS, 'fr'],
  ['stacked', BY_REGION, 'en'],
] as const)('%s are drawn as they were', async (name, table, language) => {
  const golden = await readFile(new URL(`golden/${name}.svg`, import.meta.url), 'utf8')
  expect(await toChart(table, { language })).toBe(golden)
})
