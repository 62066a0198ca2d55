import { expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import { comparisonToChart } from '../../../src/statistics/comparison/comparisonToChart.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { COUNTS } from '../exchange/survey.ts'
import { NAMED } from './named.ts'

const row = (code: string, n: number | null): Observation => ({
  values: [{ code, label: code === 'asso' ? 'Association & <b>' : code }],
  n,
  base: n === null ? null : 8,
  missing: null,
  share: n === null ? null : (100 * n) / 8,
  ...(n === null && { isSuppressed: true }),
})
const OTHERS: Observation = {
  ...row('other', 2),
  values: [{ code: 'other', label: 'Autres', role: 'other' }],
}
const tableOf = (...observations: Observation[]): Table => ({
  ...COUNTS,
  measures: ['n', 'base', 'missing', 'share'],
  observations,
})
const COMPARED = compareTables(
  tableOf(row('asso', 3), row('gip', null), row('club', 1)),
  tableOf(row('asso', 2), row('gip', 4), OTHERS),
  NAMED,
)

/** What each line says, as those hear it who do not see it. */
function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<g><title>(.*?)<\/title>(<rect)?/g)].map(
    ([, title, bar]) =>
      `${title!.replace(/[\u2068\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ')}${bar ? '' : ' (no bar)'}`,
  )
}

test('a panel for each side, with the same lines; no bar of what is kept back or together', async () => {
  const svg = await comparisonToChart(COMPARED, { language: 'fr' })
  expect(linesOf(svg)).toEqual([
    'Acteurs des villes – Association &amp; &lt;b&gt; : 37,5 % (3 sur 8)',
    'Acteurs des villes – gip : secret statistique (no bar)',
    'Acteurs des villes – club : 12,5 % (1 sur 8)',
    'Acteurs de l’annuaire – Association &amp; &lt;b&gt; : 25,0 % (2 sur 8)',
    'Acteurs de l’annuaire – gip : 50,0 % (4 sur 8)',
    'Acteurs de l’annuaire – Autres : 25,0 % (2 sur 8)',
  ])
  expect(svg).not.toContain('<b>')
  const [, description] = /<desc[^>]*>(.*?)<\/desc>/s.exec(svg)!
  expect(typographyFaults(description!.replace(/&[a-z]+;/g, ''))).toEqual([])
  expect(await comparisonToChart(COMPARED, { language: 'fr' })).toBe(svg)
})

test('in English', async () => {
  const svg = await comparisonToChart(COMPARED, { language: 'en' })
  expect(svg).toContain('>To all<')
  expect(linesOf(svg)[4]).toBe('Actors of the directory – gip: 50.0% (4 of 8)')
})

test('of no dimension or two there is none', async () => {
  const none = compareTables(
    { ...tableOf({ ...row('asso', 3), values: [] }), dimensions: [] },
    { ...tableOf({ ...row('asso', 3), values: [] }), dimensions: [] },
    NAMED,
  )
  await expect(comparisonToChart(none)).rejects.toThrow(StatisticsError)
})
