import { expect, test } from 'vitest'
import { readConfiguration } from '../../src/index.ts'
import { CONFIGURATION } from '../directory/writeDirectory.ts'

const USES = `
      uses:
        title: { fr: Usages, en: Uses }
        shareOf: { fr: courriels, en: e-mails }
        shares:
          press: { label: Presse, share: 56 }
          polls: { label: Sondages, share: 13.5, approximate: true, wording: environ }`

const withPublished = (published = USES, before = '', configuration = CONFIGURATION) =>
  `${configuration}surveys:
  emailing:
    title: Enquête
    date: 2010-12-19${before}
    published:${published}
`

const read = (text: string) => readConfiguration(text, 'annuaire.yaml')

test('published results are tables, with schemes and dimensions of their own', async () => {
  const { surveys, schemes } = await read(withPublished())
  expect(surveys[0]!.published).toEqual([
    {
      id: 'emailing-uses',
      title: { fr: 'Usages', en: 'Uses' },
      dimension: { name: 'emailingUses', scheme: 'https://annuaire.example.org/def/emailing-uses' },
      shareOf: { fr: 'courriels', en: 'e-mails' },
      shares: [
        { code: 'press', label: { fr: 'Presse' }, share: 56 },
        { code: 'polls', label: { fr: 'Sondages' }, share: 13.5, isApproximate: true, wording: 'environ' },
      ],
    },
  ])
  const scheme = schemes.find(({ name }) => name === 'emailing-uses')!
  expect(scheme.concepts.map(({ notation }) => notation)).toEqual(['press', 'polls'])
})

const QUESTION = `
    questions:
      uses: { label: Usages, type: single, options: { a: A } }
    sources:
      r: { file: r.csv, key: K, columns: { A: uses } }`

test.each([
  ['a share above 100', withPublished(USES.replace('56', '101')), '<= 100'],
  [
    'a share with a unit',
    withPublished(USES.replace('56', '56 %')),
    '"share" is a text; it should be a number',
  ],
  [
    'five decimals',
    withPublished(USES.replace('13.5', '33.33333')),
    'line 53: the share 33.33333 has more than four decimals',
  ],
  ['shares of nothing', withPublished(USES.replace(/shareOf.*/, '')), '"shareOf" is missing'],
  ['no share', withPublished(USES.replace(/shares:[\s\S]*/, 'shares: {}')), 'fewer than 1'],
  [
    'the name of a statistic',
    withPublished(USES, '', CONFIGURATION.replace('  natures: { title', '  emailing-uses: { title')),
    'it would be the table "emailing-uses", which there is already',
  ],
  [
    'the name of a question',
    withPublished(USES, QUESTION),
    'the table "emailing-uses", which there is already',
  ],
  [
    'the name of a scheme',
    withPublished(
      USES,
      '',
      CONFIGURATION.replace(
        'schemes:\n',
        'schemes:\n  emailing-uses: { title: X, concepts: { a: { label: A } } }\n',
      ),
    ),
    'the scheme "emailing-uses", which there is already',
  ],
  [
    'the name of a field',
    withPublished(
      USES,
      '',
      CONFIGURATION.replace(
        'fields:\n',
        'fields:\n  emailingUses: { label: X, datatype: string, public: true }\n',
      ),
    ),
    'the dimension "emailingUses", which there is already',
  ],
  [
    'a source that is no IRI',
    withPublished(`${USES}\n        source: { title: X, url: dolist.net }`),
    'an absolute IRI',
  ],
])('%s is told', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message)
})
