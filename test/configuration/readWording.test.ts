import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/configuration/readConfiguration.ts'

const configuration = (wording: string) => `title: Un annuaire
publisher: { name: Une association }
licence: https://spdx.org/licenses/etalab-2.0
base: https://annuaire.example.org/
language: fr
codeLists: { legalForm: natures }
schemes:
  natures: { title: Natures, concepts: { asso: { label: Association }, sa: { label: Société } } }
fields:
  members: { label: Adhérents, datatype: integer, public: true }
  secret: { label: Secret, datatype: string, public: false }
sources:
  acteurs: { file: a.csv, key: id, columns: { nom: name } }
wording:
  fr:
${wording.replace(/^/gm, '    ')}
`

const read = (wording: string) => readConfiguration(configuration(wording), 'annuaire.yaml')

test('wordings are read, texts and nouns alike', async () => {
  const { wording } = await read(`legalForm:
  known: dont la nature est connue
  has: "{a|ont} pour nature « {label} »"
  values:
    asso: { noun: { one: association, many: associations, feminine: true } }
    sa: "{fait|font} des affaires"
members: { amount: le nombre d’adhérents }
actors: { noun: { one: structure, many: structures, feminine: true } }`)
  expect(wording).toEqual({
    fr: {
      legalForm: {
        known: 'dont la nature est connue',
        has: '{a|ont} pour nature « {label} »',
        values: {
          asso: { noun: { one: 'association', many: 'associations', isFeminine: true } },
          sa: '{fait|font} des affaires',
        },
      },
      members: { amount: 'le nombre d’adhérents' },
      actors: { noun: { one: 'structure', many: 'structures', isFeminine: true } },
    },
  })
})

describe('an error names its line', () => {
  test.each([
    ['an unknown dimension', 'seatregion: { known: x }', /line 16: there is no dimension "seatregion"/],
    ['a field that is not published', 'secret: { known: x }', /line 16: there is no dimension "secret"/],
    [
      'a code that is in no list',
      'legalForm: { values: { ass: "{est|sont} x" } }',
      /"ass"; known are asso, sa/,
    ],
    ['no verb', 'legalForm: { has: "pour nature {label}" }', /should begin with the forms of its verb/],
    ['no verb of a value', 'legalForm: { values: { sa: des affaires } }', /should begin with the forms/],
    [
      'no verb where it is denied',
      'legalForm: { values: { sa: { isNot: x } } }',
      /should begin with the forms/,
    ],
    ['an unknown place', 'legalForm: { has: "{a|ont} {libellé}" }', /has braces that mean nothing/],
    ['three forms', 'legalForm: { known: "dont {le|la|les} x" }', /has braces that mean nothing/],
    ['an open brace', 'legalForm: { known: "dont {label est connu" }', /has braces that mean nothing/],
    [
      'a noun with forms',
      'legalForm: { values: { sa: { noun: { one: a, many: "{a|b}" } } } }',
      /"many" must match/,
    ],
    [
      'a noun of a dimension',
      'legalForm: { noun: { one: a, many: b } }',
      /there is no noun of "legalForm"; known are actors, responses/,
    ],
    ['an unknown key', 'legalForm: { knows: x }', /"knows" is not known here/],
  ])('%s', async (_, wording, message) => {
    await expect(read(wording)).rejects.toThrow(message)
  })
})
