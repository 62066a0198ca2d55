import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDirectory } from '../../src/index.ts'
import { typographyFaults } from '../frenchTypography.ts'
import { CONFIGURATION, HEADER, writeFolder } from './writeDirectory.ts'

const ROWS = Array.from({ length: 24 }, (_, index) => `k${index};Acteur ${index};Association;;;;;;;;;`)

const CROSSED = 'par-nature: { title: T, dimensions: [legalForm, usage], within: legalForm }'
const OF_SOME = 'des-villes: { title: T, dimensions: [usage], population: { legalForm: [asso] } }'

/** A survey that so many answered with no, and as many as are left with yes. */
async function surveyed({ no = 12, statistics = '', more = '', isWeighted = false }) {
  const survey = `surveys:
  essai:
    title: { fr: Enquête d’essai, en: Test survey }
    date: 2020-01-15
    ${more}
    questions: { usage: { label: Usage, type: single, options: { oui: Oui, non: Non } } }
    sources:
      reponses: { file: reponses.csv, key: R, columns: { R: { field: respondent, reference: acteurs }, Usage: usage, ${isWeighted ? 'Poids: weight }' : '}, ignore: [Poids]'} }
    statistics: { ${statistics} }
`
  const answers = ROWS.map((_, index) => `k${index},${index < no ? 'non' : 'oui'},2`)
  const folder = await writeFolder({
    'annuaire.yaml': CONFIGURATION + survey,
    'acteurs.csv': [HEADER, ...ROWS].join('\n'),
    'reponses.csv': ['R,Usage,Poids', ...answers].join('\n'),
  })
  return openDirectory(folder)
}

test.each<[string, Parameters<typeof surveyed>[0], string, string]>([
  ['a count of four', { no: 4 }, 'essai-usage', 'suppressBelow: 5'],
  ['a dimension of actors', { statistics: CROSSED }, 'essai-par-nature', 'suppressBelow: 5'],
  ['a population of actors', { statistics: OF_SOME }, 'essai-des-villes', 'suppressBelow: 5'],
  ['weights', { isWeighted: true, statistics: CROSSED }, 'essai-par-nature', 'take these tables out'],
])('%s may tell an answer: checking and publishing warn of it', async (_, survey, table, advice) => {
  const directory = await surveyed(survey)
  const { conforms, results } = await directory.check()
  expect([conforms, results.map(({ severity, code, path }) => [severity, code, path])]).toEqual([
    true,
    [['warning', 'survey-disclosure', 'essai']],
  ])
  const [{ message }] = results as [(typeof results)[0]]
  expect(message.en).toContain(`and nothing is kept back (${table}).`)
  expect(message.en).toContain(advice)
  expect(message.fr).toContain('Enquête «\u00a0Enquête d’essai\u00a0»\u00a0: on peut reconnaître')
  expect(typographyFaults(message.fr)).toEqual([])
  const { path, disclosures } = await directory.publish()
  expect(disclosures).toEqual(results)
  expect(await readFile(join(path, 'report.json'), 'utf8')).not.toContain('survey-disclosure')
})

test.each<[string, Parameters<typeof surveyed>[0]]>([
  ['counts of five and more', { no: 5 }],
  ['a threshold of the survey', { no: 4, statistics: CROSSED, more: 'suppressBelow: 5' }],
  ['sums of weights', { no: 1, isWeighted: true }],
])('%s do not', async (_, survey) => {
  const { results } = await (await surveyed(survey)).check()
  expect(results.filter(({ code }) => code !== 'suppression-cost')).toEqual([])
})
