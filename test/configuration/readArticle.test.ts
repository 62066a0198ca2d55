import { expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'

const CONFIGURATION = `title: Un annuaire
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org/
language: fr
sources:
  acteurs:
    file: a.csv
    key: id
    columns:
      nom: name
statistics:
  formes: { title: Formes, dimensions: [legalForm] }
  tous: { title: Tous, dimensions: [] }
article:
  sections:
    - title: { fr: Formes, en: Forms }
      statistics: [formes]
      at: { legalForm: association }
      show: [table]
      sentences:
        - { statistic: formes, at: { legalForm: association }, text: "Soit {share} ({n} sur {base})." }
  published:
    source: { title: Étude, url: https://example.org/etude, date: 2010-12-19, licence: CC BY }
    figures:
      - { statistic: tous, measure: n, value: 400, quote: 400 structures }
      - { statistic: formes, at: { legalForm: association }, value: 56, approximate: true, reason: Autre base }
      - { statistic: formes, measure: values, value: 24 }
`

test('an article is read, its texts in the language of the directory where they name none', async () => {
  const { article } = await readConfiguration(CONFIGURATION, 'annuaire.yaml')
  expect(article).toEqual({
    sections: [
      {
        title: { fr: 'Formes', en: 'Forms' },
        statistics: ['formes'],
        at: { legalForm: 'association' },
        show: ['table'],
        sentences: [
          {
            statistic: 'formes',
            at: { legalForm: 'association' },
            text: { fr: 'Soit {share} ({n} sur {base}).' },
          },
        ],
      },
    ],
    published: {
      source: {
        title: { fr: 'Étude' },
        url: 'https://example.org/etude',
        date: '2010-12-19',
        licence: { fr: 'CC BY' },
      },
      figures: [
        { statistic: 'tous', measure: 'n', value: 400, quote: '400 structures' },
        {
          statistic: 'formes',
          at: { legalForm: 'association' },
          value: 56,
          isApproximate: true,
          reason: { fr: 'Autre base' },
        },
        { statistic: 'formes', measure: 'values', value: 24 },
      ],
    },
  })
})

test.each([
  [
    'a statistic that there is not',
    'statistics: [formes]',
    'statistics: [formse]',
    /line 18: there is no statistic "formse"/,
  ],
  [
    'a dimension of another statistic',
    'at: { legalForm: association }\n',
    'at: { mission: veille }\n',
    /line 19: there is no dimension of these statistics "mission"/,
  ],
  [
    'a part that there is not',
    'show: [table]',
    'show: [map]',
    /line 20: .* must be one of sentences, chart, table/,
  ],
  [
    'a figure that a text cannot have',
    '{share}',
    '{part}',
    /line 22: there is no figure "part"; known are share/,
  ],
  [
    'a cell of which a code is missing',
    'statistic: formes, at: { legalForm: association }, text',
    'statistic: formes, text',
    /line 22: "at" has to say which legalForm/,
  ],
  [
    'a code of no dimension',
    'statistic: tous, measure',
    'statistic: tous, at: { mission: veille }, measure',
    /line 26: there is no dimension of this statistic "mission"/,
  ],
  [
    'a published figure of no statistic',
    'statistic: formes, measure',
    'statistic: forms, measure',
    /line 28: there is no statistic "forms"/,
  ],
  [
    'a code of a section that is in no code list',
    'at: { legalForm: association }\n',
    'at: { legalForm: associatoin }\n',
    /line 19: there is no legalForm "associatoin" in "formes"; known are association, /,
  ],
  [
    'a code of a sentence that is in no code list',
    'at: { legalForm: association }, text',
    'at: { legalForm: assoc }, text',
    /line 22: there is no legalForm "assoc" in "formes"/,
  ],
  [
    'a code of a published figure that is in no code list',
    'at: { legalForm: association }, value',
    'at: { legalForm: missing }, value',
    /line 27: there is no legalForm "missing" in "formes"/,
  ],
  [
    'an address that is none',
    'https://example.org/etude',
    'javascript:alert(1)',
    /line 24: "url" must be an absolute IRI/,
  ],
])('%s is told with its line', async (_, right, wrong, message) => {
  const text = CONFIGURATION.replace(right, wrong)
  expect(text).not.toBe(CONFIGURATION)
  await expect(readConfiguration(text, 'annuaire.yaml')).rejects.toThrow(message)
})

test('codes of rows that are no value are known where there are such rows', async () => {
  const text = CONFIGURATION.replace(
    'dimensions: [legalForm] }',
    'dimensions: [legalForm], top: 2, showMissing: true }',
  )
    .replace('at: { legalForm: association }\n', 'at: { legalForm: other }\n')
    .replace('at: { legalForm: association }, text', 'at: { legalForm: missing }, text')
  expect((await readConfiguration(text, 'annuaire.yaml')).article?.sections?.[0]?.at).toEqual({
    legalForm: 'other',
  })
})

test.each([
  ['2015-06-01', '83', '84'],
  ['2016-01-01', '84', '83'],
])('codes of regions are those of %s', async (day, right, wrong) => {
  const of = (code: string) =>
    CONFIGURATION.replace('language: fr', `language: fr\nregionsAt: ${day}`)
      .replace('dimensions: [legalForm]', 'dimensions: [seatRegion]')
      .replaceAll('legalForm: association', `seatRegion: "${code}"`)
  expect(await readConfiguration(of(right), 'annuaire.yaml')).toBeDefined()
  await expect(readConfiguration(of(wrong), 'annuaire.yaml')).rejects.toThrow(
    `there is no seatRegion "${wrong}"`,
  )
})

test('what has no code list may be anything', async () => {
  const text = CONFIGURATION.replace('dimensions: [legalForm]', 'dimensions: [foundingYear]').replaceAll(
    'legalForm: association',
    'foundingYear: "1987"',
  )
  expect(await readConfiguration(text, 'annuaire.yaml')).toBeDefined()
})

/** A survey of which it is known who was asked, and a comparison. */
const SURVEYED = CONFIGURATION.replace(
  'formes: { title: Formes, dimensions: [legalForm] }',
  'formes: { title: Formes, dimensions: [legalForm], compare: { tous: { title: Tous, with: directory } } }',
).replace(
  'article:\n',
  `surveys:
  essai:
    title: Essai
    date: 2020-01-31
    questions: { avis: { label: Avis, type: single, options: { bon: Bon } } }
    sources:
      reponses: { file: r.csv, key: n, columns: { Acteur: { field: respondent, reference: acteurs }, Avis: avis } }
    invited: all
    responseBy: legalForm
article:
`,
)

const naming = (section: string) => SURVEYED.replace('  published:', `    - ${section}\n  published:`)

test.each([
  ['rates of response', '{ title: Taux, statistics: [essai-response, essai-response-legalForm] }'],
  [
    'one stratum of them',
    '{ title: Taux, statistics: [essai-response-legalForm], at: { legalForm: missing } }',
  ],
  [
    'a sentence on one, which need not say that it is of those who answered',
    '{ title: Taux, sentences: [{ statistic: essai-response }, { statistic: essai-response-legalForm, at: { legalForm: sem, hasAnswered: "yes" } }] }',
  ],
  ['a comparison', '{ title: Tous, statistics: [formes.compare.tous], at: { legalForm: sem } }'],
  ['respondents and others', '{ title: Qui, statistics: [essai-response-legalForm.compare.respondents] }'],
])('%s can be named', async (_, section) => {
  expect((await readConfiguration(naming(section), 'annuaire.yaml')).article?.sections).toHaveLength(2)
})

test.each([
  [
    'a rate that there is not',
    '{ title: Taux, statistics: [essai-response-mission] }',
    /no statistic "essai-response-mission"; known are formes, tous, essai-avis, essai-response, essai-response-legalForm, formes.compare.tous, essai-response-legalForm.compare.respondents/,
  ],
  [
    'a stratum that there is not',
    '{ title: Taux, statistics: [essai-response-legalForm], at: { legalForm: semm } }',
    /there is no legalForm "semm" in "essai-response-legalForm"/,
  ],
  [
    'a rate without its stratum',
    '{ title: Taux, sentences: [{ statistic: essai-response-legalForm }] }',
    /"at" has to say which legalForm/,
  ],
  [
    'those who did not answer',
    '{ title: Taux, sentences: [{ statistic: essai-response, at: { hasAnswered: "no" } }] }',
    /there is no hasAnswered "no" in "essai-response"; known are yes/,
  ],
  [
    'a dimension that a comparison has not',
    '{ title: Qui, statistics: [formes.compare.tous], at: { mission: veille } }',
    /no dimension of these statistics "mission"; known are legalForm/,
  ],
  [
    'a code that a comparison has not',
    '{ title: Qui, statistics: [formes.compare.tous], at: { legalForm: semm } }',
    /there is no legalForm "semm" in "formes.compare.tous"/,
  ],
  [
    'a sentence on a comparison',
    '{ title: Qui, sentences: [{ statistic: formes.compare.tous }] }',
    /no statistic "formes.compare.tous"/,
  ],
])('%s cannot', async (_, section, message) => {
  await expect(readConfiguration(naming(section), 'annuaire.yaml')).rejects.toThrow(message)
})
