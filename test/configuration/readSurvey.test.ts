import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'
import { ConfigurationError } from '../../src/errors.ts'

const HEAD = `title: Annuaire
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org
language: fr
sources:
  acteurs: { file: a.csv, key: id, columns: { nom: name } }
populations:
  associations: { legalForm: [association] }
surveys:
`

/** The surveys of a configuration that has these lines of them. */
async function surveysOf(lines: string) {
  return (await readConfiguration(HEAD + lines, 'annuaire.yaml')).surveys
}

/** A survey with these questions and further lines, indented as they are there. */
function survey(questions: string, further = ''): string {
  return `  enquete:
    title: Enquête
    date: 2020-01-15
    questions:
      usage: { label: Usage, type: single, options: { oui: Oui, non: Non } }
${questions}    sources: { reponses: { file: r.csv, key: id, columns: { u: usage } } }
${further}`
}

const SAMPLED = '    sample: { size: 5, seed: 1 }\n'
const RESPONDENTS = ['u: usage', 'u: usage, a: { field: respondent, reference: acteurs }'] as const

describe('a survey', () => {
  test('has a table per closed and per numeric question, then those asked for; none of words', async () => {
    const [enquete] = await surveysOf(
      survey(
        `      note: { label: Note, type: numeric }
      remarques: { label: Remarques, type: text }
`,
        `    statistics:
      par-forme: { title: Par forme, dimensions: [legalForm, usage], within: legalForm }
      usage: { title: Usage des associations, dimensions: [usage], population: associations }
`,
      ),
    )
    expect(enquete?.statistics).toEqual([
      {
        id: 'enquete-usage',
        title: { fr: 'Usage des associations' },
        dimensions: ['usage'],
        population: { legalForm: ['association'] },
      },
      {
        id: 'enquete-note',
        title: { fr: 'Note' },
        dimensions: [],
        of: 'note',
        measures: ['mean', 'q25', 'median', 'q75'],
      },
      {
        id: 'enquete-par-forme',
        title: { fr: 'Par forme' },
        dimensions: ['legalForm', 'usage'],
        within: 'legalForm',
      },
    ])
  })

  test('makes schemes of its options, with an option for what is in no list where that is wanted', async () => {
    const { schemes, surveys } = await readConfiguration(
      HEAD +
        survey(`      outils:
        label: { fr: Outils, en: Tools }
        type: multiple
        options: { lettre: { fr: Lettre, en: Newsletter }, presse: { label: Presse, alternatives: [RP] } }
        other: true
        askedIf: { usage: oui }
`),
      'annuaire.yaml',
    )
    expect(schemes.map(({ name }) => name)).toEqual(['enquete-usage', 'enquete-outils'])
    expect(
      schemes[1]?.concepts.map(({ notation, label, alternatives }) => [notation, label, alternatives]),
    ).toEqual([
      ['lettre', { fr: 'Lettre', en: 'Newsletter' }, []],
      ['presse', { fr: 'Presse' }, ['RP']],
      ['other-answer', { fr: 'Autre', en: 'Other' }, []],
    ])
    expect(surveys[0]?.questions[1]).toEqual({
      name: 'outils',
      label: { fr: 'Outils', en: 'Tools' },
      type: 'multiple',
      property: 'https://annuaire.example.org/def/onto#enquete-outils',
      scheme: { name: 'enquete-outils', iri: 'https://annuaire.example.org/def/enquete-outils', isOwn: true },
      other: 'other-answer',
      askedIf: { usage: ['oui'] },
      public: false,
    })
  })

  test('weighs what can be weighed, by a question or by the field of that name', async () => {
    const bounds = 'statistics: { bornes: { title: B, dimensions: [usage], measures: [lower, upper] } }'
    const [byQuestion] = await surveysOf(
      survey('      note: { label: Note, type: numeric }\n', `    weight: note\n    ${bounds}\n`),
    )
    expect(byQuestion?.statistics.map(({ id, weight }) => [id, weight])).toEqual([
      ['enquete-usage', 'note'],
      ['enquete-note', 'note'],
      ['enquete-bornes', undefined],
    ])
    const [byField] = await surveysOf(survey('').replace('u: usage', 'u: usage, p: weight'))
    expect(byField?.weight).toBe('weight')
  })

  test.each(['design', 'response'] as const)('weighs by the sample that was drawn: %s', async weighting => {
    const [enquete] = await surveysOf(
      survey('', `    weight: ${weighting}\n${SAMPLED}`).replace(...RESPONDENTS),
    )
    expect(enquete).toMatchObject({ weight: 'weight', weighting })
    expect(enquete?.statistics).toMatchObject([{ id: 'enquete-usage', weight: 'weight' }])
  })

  test('keeps small counts back in all of its tables', async () => {
    const [enquete] = await surveysOf(survey('', '    suppressBelow: 5\n'))
    expect(enquete?.statistics).toMatchObject([{ suppressBelow: 5 }])
  })

  test.each([
    ['120', 120],
    ['all', {}],
    ['{ population: associations }', { legalForm: ['association'] }],
    ['{ population: { legalForm: [ville] } }', { legalForm: ['ville'] }],
  ])('invited: %s', async (text, invited) => {
    const [enquete] = await surveysOf(survey('', `    invited: ${text}\n`))
    expect(enquete?.invited).toEqual(invited)
  })
})

const TEXT = '      mots: { label: Mots, type: text }\n'

describe.each<[string, string, string | RegExp]>([
  [
    'a name of the directory’s',
    survey('      mission: { label: M, type: numeric }\n'),
    /dimension of the directory/,
  ],
  [
    'a name of every response’s',
    survey('      weight: { label: M, type: numeric }\n'),
    /field of every response/,
  ],
  ['a name that is nearly one', survey('      uSage: { label: M, type: numeric }\n'), /differs from "usage"/],
  ['no options', survey('      q: { label: Q, type: single }\n'), /either "options" or a "scheme"/],
  ['options of a number', survey('      q: { label: Q, type: numeric, options: { a: A } }\n'), /not numeric/],
  ['bounds of words', survey('      q: { label: Q, type: text, minimum: 1 }\n'), /type numeric/],
  [
    'bounds that nothing is within',
    survey('      q: { label: Q, type: numeric, minimum: 2, maximum: 1 }\n'),
    /no number/,
  ],
  [
    'a public option',
    survey('      q: { label: Q, type: numeric, public: true }\n'),
    /only counts are published/,
  ],
  ['an unknown scheme', survey('      q: { label: Q, type: single, scheme: rien }\n'), /no scheme "rien"/],
  [
    'an unknown option for “other”',
    survey('      q: { label: Q, type: single, options: { a: A }, other: b }\n'),
    /no option "b"/,
  ],
  [
    'a filter by a later question',
    survey(
      '      q: { label: Q, type: numeric, askedIf: { r: a } }\n      r: { label: R, type: single, options: { a: A } }\n',
    ),
    /"r"; known are usage/,
  ],
  [
    'a filter by words',
    survey(`${TEXT}      q: { label: Q, type: numeric, askedIf: { mots: a } }\n`),
    /"mots"; known are usage/,
  ],
  [
    'a filter by an unknown option',
    survey('      q: { label: Q, type: numeric, askedIf: { usage: peut-etre } }\n'),
    /no option "peut-etre"/,
  ],
  [
    'an unknown field',
    survey('').replace('u: usage', 'u: name'),
    /no field "name"; known are usage, respondent, weight/,
  ],
  [
    'a reference that no actor is',
    survey('').replace('u: usage', 'u: { field: usage, reference: acteurs }'),
    /for respondent/,
  ],
  [
    'an unknown source of actors',
    survey('').replace('u: usage', 'u: { field: respondent, reference: personnes }'),
    /no source "personnes"/,
  ],
  [
    'words as a dimension',
    survey(TEXT, '    statistics: { m: { title: M, dimensions: [mots] } }\n'),
    /no dimension "mots"/,
  ],
  ['a weight that is no number', survey('', '    weight: usage\n'), /no numeric question "usage"/],
  [
    'weights of a sample that is not drawn',
    survey('', '    weight: design\n').replace(...RESPONDENTS),
    /say under "sample" how they are drawn/,
  ],
  [
    'weights of nobody known',
    survey('', `    weight: response\n${SAMPLED}`),
    /needs to know who gave a response; give the sources a column for "respondent"/,
  ],
  [
    'weights twice',
    survey('', `    weight: design\n${SAMPLED}`).replace('u: usage', `p: weight, ${RESPONDENTS[1]}`),
    /leave out one of the two/,
  ],
  [
    'weights of a sample that a question is called like',
    survey('      design: { label: D, type: numeric }\n', `    weight: design\n${SAMPLED}`).replace(
      ...RESPONDENTS,
    ),
    /"design" is a question, and what those drawn weigh/,
  ],
  [
    'weights of a sample and suppression',
    survey('', `    weight: design\n    suppressBelow: 3\n${SAMPLED}`).replace(...RESPONDENTS),
    /only had without/,
  ],
  [
    'weights and suppression',
    survey('', '    suppressBelow: 3\n').replace('u: usage', 'u: usage, p: weight'),
    /only had without/,
  ],
  ['an unknown population', survey('', '    invited: { population: villes }\n'), /no population "villes"/],
  ['questions without sources', survey('').replace(/ {4}sources.*\n/, ''), /sources/],
  [
    'a table that is there already',
    `${survey('')}statistics: { enquete-usage: { title: U, dimensions: [legalForm] } }\n`,
    /has the name of another one/,
  ],
])('%s', (_, lines, message) => {
  test('is told with its line', async () => {
    const reading = surveysOf(lines)
    await expect(reading).rejects.toThrow(ConfigurationError)
    await expect(reading).rejects.toThrow(message)
    await expect(reading).rejects.toMatchObject({ location: { line: expect.any(Number) } })
  })
})

describe('two surveys', () => {
  const second = (question: string) => `  suite:
    title: Suite
    date: 2021-01-15
    questions: { ${question} }
    sources: { reponses: { file: r.csv, key: id, columns: { u: usage } } }
`
  const first = `  enquete:
    title: Enquête
    date: 2020-01-15
    questions: { usage: { label: Usage, type: single, scheme: missions } }
    sources: { reponses: { file: r.csv, key: id, columns: { u: usage } } }
`

  test('may ask the same question', async () => {
    const surveys = await surveysOf(first + second('usage: { label: Usage, type: single, scheme: missions }'))
    expect(surveys).toHaveLength(2)
  })

  test('give different ones different names', async () => {
    const other = surveysOf(first + second('usage: { label: Usage, type: single, scheme: audiences }'))
    await expect(other).rejects.toThrow(/another question in another survey/)
  })
})
