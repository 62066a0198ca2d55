import { describe, expect, test } from 'vitest'
import { buildGraph } from '../../../src/graph/buildGraph.ts'
import { query } from '../../../src/query/query.ts'
import { tableToCsv } from '../../../src/statistics/csv.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import type { PublishedShares } from '../../../src/statistics/published/publishedShares.ts'
import { publishedLabels, publishedTable } from '../../../src/statistics/published/publishedTable.ts'
import { fc } from '../../fastCheck.ts'
import { typographyFaults } from '../../frenchTypography.ts'
import { figuresOfCube, figuresOfTable } from '../exchange/readBack.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2010-12-19' }

/** What a survey of 2010 on e-mailing says of how its success is measured. */
const INDICATORS: PublishedShares = {
  id: 'emailing-indicators',
  title: { fr: 'Mesure du succès des campagnes', en: 'How the success of campaigns is measured' },
  dimension: {
    name: 'emailingIndicators',
    label: { fr: 'Indicateur', en: 'Indicator' },
    scheme: 'https://annuaire.example.org/def/emailing-indicators',
  },
  shareOf: { fr: 'organismes interrogés', en: 'bodies asked' },
  shares: [
    { code: 'none', label: { fr: 'Aucune mesure', en: 'No measure' }, share: 17 },
    {
      code: 'clicks',
      label: { fr: 'Taux de clics', en: 'Click rate' },
      share: 33,
      isApproximate: true,
      wording: 'un tiers',
    },
    { code: 'traffic', label: { fr: 'Trafic du site' }, share: 42 },
    { code: 'usual', label: { fr: 'Indicateurs usuels', en: 'Usual ones' }, share: 50, isApproximate: true },
  ],
  source: {
    title: { fr: 'Praticiens du numérique', en: 'Digital practitioners' },
    url: 'https://example.org/',
  },
}

const ESTIMATED = 'http://purl.org/linked-data/sdmx/2009/code#obsStatus-E'

/** What the query of a table answers, asked of its cube alone. */
async function askCube(published: PublishedShares, language: 'fr' | 'en' = 'fr') {
  const table = publishedTable(published, { ...PLACE, language })
  const labels = publishedLabels(published)
  const graph = await buildGraph(toCube(table, { ...PLACE, labelOf: concept => labels.get(concept) }))
  const answer = await query({ graph }, table.query)
  if (answer.type !== 'bindings') throw new Error(answer.type)
  const { name } = published.dimension
  const rows = await Array.fromAsync(answer.bindings)
  return {
    table,
    rows: rows.map(row => ({
      values: [
        {
          code: row[`${name}_code`]!.value,
          label: row[`${name}_label`]!.value,
          iri: row[name]!.value,
        },
      ],
      n: null,
      base: null,
      missing: null,
      share: Number(row.share!.value),
      ...(row.status?.value === ESTIMATED && { isApproximate: true }),
    })),
  }
}

test('the table has shares only, says of what, and what is not known', () => {
  const table = publishedTable(INDICATORS, PLACE)
  expect(table).toMatchObject({
    measures: ['share'],
    dimensions: ['emailingIndicators'],
    isMultiValued: true,
    unit: { fr: 'organismes interrogés', en: 'bodies asked' },
    derivedFrom: ['https://example.org/'],
  })
  expect(table.observations.map(({ n, base, missing }) => [n, base, missing])).toEqual(
    Array(4).fill([null, null, null]),
  )
  expect(table.notes!.map(({ fr }) => fr)).toEqual([
    'Résultats déjà agrégés\u00a0: seules les parts ont été publiées\u00a0; ni les effectifs ni le nombre de répondants ne sont connus.',
    'Valeurs approchées\u00a0: «\u00a0Taux de clics\u00a0» («\u00a0un tiers\u00a0»), «\u00a0Indicateurs usuels\u00a0».',
    'Source\u00a0: Praticiens du numérique, https://example.org/.',
  ])
  expect(table.notes![1]!.en).toBe('Approximate figures: “Click rate” (“un tiers”), “Usual ones”.')
  expect(table.notes!.flatMap(({ fr }) => typographyFaults(fr))).toEqual([])
})

test('its CSV lists each share, and says which are approximate', () => {
  expect(tableToCsv(publishedTable(INDICATORS, { ...PLACE, language: 'en' }))).toBe(
    [
      'emailingIndicators,emailingIndicatorsLabel,emailingIndicatorsIri,share,status',
      'usual,Usual ones,https://annuaire.example.org/def/emailing-indicators/usual,50.0000,approximate',
      'traffic,Trafic du site,https://annuaire.example.org/def/emailing-indicators/traffic,42.0000,',
      'clicks,Click rate,https://annuaire.example.org/def/emailing-indicators/clicks,33.0000,approximate',
      'none,No measure,https://annuaire.example.org/def/emailing-indicators/none,17.0000,',
      '',
    ].join('\r\n'),
  )
})

describe('its query, asked of its cube,', () => {
  test.each(['fr', 'en'] as const)('gives its observations in their order, in %s', async language => {
    const { table, rows } = await askCube(INDICATORS, language)
    expect(rows).toEqual(table.observations)
  })

  test('does so whatever codes and labels there are', async () => {
    const text = fc.oneof(
      fc.constantFrom('a"b', 'a\\u0022b', '<i>', '«\u00a0x\u00a0»', '__proto__', '100 %', 'é/ç#?', '}'),
      fc.string({ minLength: 1 }).filter(one => one.isWellFormed()),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({
            code: text,
            label: text.map(fr => ({ fr })),
            share: fc.integer({ min: 0, max: 1_000_000 }).map(whole => whole / 10_000),
            isApproximate: fc.boolean(),
          }),
          { minLength: 1, maxLength: 6, selector: ({ code }) => code },
        ),
        async shares => {
          const { table, rows } = await askCube({ ...INDICATORS, shares })
          const bare = table.observations.map(({ isApproximate, ...rest }) =>
            isApproximate ? { ...rest, isApproximate } : rest,
          )
          const byCode = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
            a.values[0]!.code < b.values[0]!.code ? -1 : 1
          expect(rows.sort(byCode)).toEqual(bare.sort(byCode as never))
        },
      ),
      { numRuns: 40, seed: 2010 },
    )
  })
})

test('the cube has one measure and is sound, beside those of other tables too', () => {
  const other: PublishedShares = { ...INDICATORS, id: 'other', shareOf: { fr: 'courriels', en: 'e-mails' } }
  const tables = [INDICATORS, other].map(published => publishedTable(published, PLACE))
  const quads = tables.flatMap(table => [...toCube(table, PLACE)])
  expect(checkCube(quads).results).toEqual([])
  expect(figuresOfCube(toCube(tables[0]!, PLACE), tables[0]!)).toEqual(figuresOfTable(tables[0]!))
})

test('whether one may have several values is said, or told from the sum', () => {
  const two = INDICATORS.shares.slice(0, 2)
  expect(publishedTable({ ...INDICATORS, shares: two }, PLACE).isMultiValued).toBeUndefined()
  expect(publishedTable({ ...INDICATORS, shares: two, isMultiValued: true }, PLACE).isMultiValued).toBe(true)
  expect(publishedTable({ ...INDICATORS, isMultiValued: false }, PLACE).isMultiValued).toBeUndefined()
})

test.each([
  [[{ share: 101 }], 'give "a" the share 101; it should be a percentage'],
  [[{ share: -1 }], 'the share -1'],
  [[{ share: Number.NaN }], 'the share NaN'],
  [[{ share: 33.333333 }], 'with four decimals at most'],
  [[{ share: 1 }, { share: 2 }], 'have the code "a" twice'],
])('what can be no share is said: %o', (given, message) => {
  const shares = given.map(one => ({ code: 'a', label: { fr: 'A' }, ...one }))
  expect(() => publishedTable({ ...INDICATORS, shares }, PLACE)).toThrow(message)
})
