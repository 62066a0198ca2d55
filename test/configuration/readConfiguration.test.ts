import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'

const minimal = `title: Un annuaire
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
`

test('a minimal configuration gets its defaults', async () => {
  const configuration = await readConfiguration(minimal, 'annuaire.yaml')
  expect(configuration.title).toEqual({ fr: 'Un annuaire' })
  expect(configuration.base).toBe('https://annuaire.example.org')
  expect(configuration.codeLists).toEqual({
    legalForm: 'legal-forms',
    legalCategory: 'cj',
    missions: 'missions',
    audiences: 'audiences',
  })
  expect(configuration.sources[0]!.columns.get('nom')).toEqual([{ field: 'name' }])
})

test('own fields, schemes, value tables and named populations are resolved', async () => {
  const configuration = await readConfiguration(
    `${minimal}      type:
        - legalForm
        - { field: legalCategory, values: { A: "9220" } }
      adhérents: members
    ignore: [contact]
codeLists: { legalForm: natures }
schemes:
  natures:
    title: { fr: Natures, en: Kinds }
    concepts:
      A: { label: { fr: Association, en: Association }, organisationClasses: [org:FormalOrganization] }
fields:
  members: { label: { fr: Adhérents, en: Members }, datatype: integer, public: true }
populations:
  few: { seatRegion: ["72"] }
statistics:
  forms: { title: Formes, dimensions: [legalForm], population: few }
`,
    'annuaire.yaml',
  )
  expect(configuration.fields[0]!.property).toBe('https://annuaire.example.org/def/onto#members')
  expect(configuration.schemes[0]!.concepts[0]!.organisationClasses).toEqual([
    'http://www.w3.org/ns/org#FormalOrganization',
  ])
  expect(configuration.statistics[0]!.population).toEqual({ seatRegion: ['72'] })
  expect([...configuration.sources[0]!.ignore]).toEqual([['contact', undefined]])
})

describe('an error names its line', () => {
  test.each([
    [
      'a syntax error',
      minimal.replace('language: fr', 'language: "fr'),
      /annuaire\.yaml, line \d+: this is not YAML/,
    ],
    [
      'an unknown key',
      minimal.replace('language: fr', 'language: fr\ncolour: red'),
      /line 6: "colour" is not known here/,
    ],
    [
      'a missing key',
      minimal.replace('licence: https://spdx.org/licenses/etalab-2.0\n', ''),
      /line 1: "licence" is missing/,
    ],
    [
      'a language that there is not',
      minimal.replace(': fr', ': de'),
      /line 5: "language" must be one of fr, en/,
    ],
    ['a date that is none', `${minimal}date: 2010-02-30\n`, /line 12: "date" must be a date/],
    [
      'a base that is no IRI',
      minimal.replace('https://annuaire.example.org/', 'annuaire'),
      /line 4: "base" must be an absolute IRI/,
    ],
    [
      'an unknown field',
      minimal.replace('nom: name', 'nom: nmae'),
      /line 11: there is no field "nmae"; known are .*name/,
    ],
    [
      'coverage without its level',
      minimal.replace('nom: name', 'nom: coverage'),
      /line 11: coverage needs a "level"/,
    ],
    [
      'a column both mapped and ignored',
      `${minimal}    ignore: [nom]\n`,
      /line 11: .*both mapped and ignored/,
    ],
    ['an unknown scheme', `${minimal}codeLists: { missions: what }\n`, /line 12: there is no scheme "what"/],
    [
      'an unknown dimension',
      `${minimal}statistics:\n  s: { title: S, dimensions: [size] }\n`,
      /line 13: there is no dimension "size"/,
    ],
    [
      'two dimensions without a base',
      `${minimal}statistics:\n  s: { title: S, dimensions: [mission, audience] }\n`,
      /line 13: two dimensions need "within"/,
    ],
    [
      'an unknown population',
      `${minimal}statistics:\n  s: { title: S, dimensions: [mission], population: few }\n`,
      /line 13: there is no population "few"/,
    ],
    [
      'codes that are numbers',
      `${minimal}statistics:\n  s: { title: S, dimensions: [mission], population: { seatRegion: [53] } }\n`,
      /line 13: "seatRegion" has 53 without quotes, which is a number; codes .* in quotes: "53", [^\n]*$/,
    ],
    [
      'codes that are no list',
      `${minimal}populations:\n  west: { seatRegion: "53" }\n`,
      /line 13: "seatRegion" is a text; it should be a list \(\[a, b\]\)$/,
    ],
    [
      'a population with what it is called, whose codes are numbers',
      `${minimal}populations:\n  west:\n    label: de l’Ouest\n    where: { seatRegion: [true] }\n`,
      /line 15: "seatRegion" has true without quotes, which is true or false; [^\n]*$/,
    ],
    [
      'a population that is not called anything',
      `${minimal}populations:\n  west: { where: { seatRegion: ["53"] } }\n`,
      /line 13: "label" is missing$/,
    ],
    [
      'a measure that there is not',
      `${minimal}statistics:\n  s: { title: S, dimensions: [mission], measures: [upper, q0] }\n`,
      /line 13: "measures" cannot be "q0"\. Measures are cumulativeShare, .* and q1 to q99 for quantiles\.$/,
    ],
    [
      'a map without outlines',
      `${minimal}statistics:\n  s: { title: S, dimensions: [seatRegion], chart: { kind: map } }\n`,
      /line 13: a map needs "geometry"/,
    ],
    [
      'a map of nothing',
      `${minimal}statistics:\n  s: { title: S, dimensions: [], chart: { kind: map, geometry: { file: f, code: c } } }\n`,
      /line 13: a map shows one dimension, and this has 0$/,
    ],
    [
      'a field that is neither literal nor concept',
      `${minimal}fields:\n  size: { label: Size, public: true }\n`,
      /line 13: /,
    ],
    [
      'a field with the name of a built-in one',
      `${minimal}fields:\n  name: { label: N, public: true, datatype: string }\n`,
      /line 13: "name" is a field of every record/,
    ],
  ])('%s', async (_, text, message) => {
    await expect(readConfiguration(text, 'annuaire.yaml')).rejects.toThrow(message)
  })

  test('all problems are told at once', async () => {
    const text = minimal.replace('language: fr', 'language: de\ncolour: red')
    await expect(readConfiguration(text, 'annuaire.yaml')).rejects.toThrow(
      /line 5: .*\nannuaire\.yaml, line 6: /,
    )
  })
})
