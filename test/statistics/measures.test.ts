import { beforeAll, describe, expect, test } from 'vitest'
import type { Graph } from '../../src/graph/graph.ts'
import { query } from '../../src/query/query.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { CONTEXT, ownField, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

/** Eight actors: their members are counted by hand below. */
const ACTORS = `
  actor:1 a annuaire:Actor ; rov:orgType form:association ; own:staff 1 ; dcterms:audience audience:jeunes ;
    schema:foundingDate "1998-05-01"^^xsd:date ; rov:registration actor:1-siren ; rov:orgType cj:cj-9220 .
  actor:1-siren skos:notation "123456789"^^annuaire:siren ; adms:schemeAgency "Insee"@fr .
  actor:2 a annuaire:Actor ; rov:orgType form:association ; own:staff 2 ; dcterms:audience audience:jeunes , audience:elus ;
    schema:foundingDate "1998"^^xsd:gYear ; adms:identifier actor:2-ror .
  actor:2-ror skos:notation "abc" ; adms:schemeAgency "ror" .
  actor:3 a annuaire:Actor ; rov:orgType form:association ; own:staff 10 ; org:hasRegisteredSite actor:3-site ;
    locn:address actor:3-address .
  actor:3-site adms:identifier actor:3-siret . actor:3-siret skos:notation "1"^^annuaire:siret ; adms:schemeAgency "Insee"@fr .
  actor:3-address cv:adminUnit place:commune-69123 , place:departement-69 .
  actor:4 a annuaire:Actor ; rov:orgType form:association ; own:staff 2.5 ; dcterms:audience audience:seniors .
  actor:5 a annuaire:Actor ; rov:orgType form:gip ; own:staff 7 ; dcterms:audience audience:seniors , audience:elus .
  actor:6 a annuaire:Actor ; rov:orgType form:gip .
  actor:7 a annuaire:Actor ; rov:orgType form:epci ; own:staff 0 .
  actor:8 a annuaire:Actor ; own:staff 100 .
  place:commune-69123 igeo:codeINSEE "69123" ; a igeo:Commune .
  cj:cj-92 skos:inScheme <urn:cj> ; skos:notation "92" ; skos:prefLabel "Association loi 1901"@fr ; skos:broader cj:cj-9 .
  cj:cj-9 skos:inScheme <urn:cj> ; skos:notation "9" ; skos:prefLabel "Groupement de droit privé"@fr .
  cj:cj-9220 skos:broader cj:cj-92 .
`

const STAFF = { ...ownField('staff'), datatype: 'decimal', multiple: false } as const
const context = { ...CONTEXT, fields: [...CONTEXT.fields!, STAFF] }

let graph: Graph
beforeAll(async () => {
  graph = await readGraph(VOCABULARY, ACTORS)
})

async function rowsOf(definition: Statistic): Promise<string[]> {
  const { observations } = await computeStatistic(graph, definition, context)
  return observations.map(({ values, n, base, missing, share, further }) =>
    [
      ...values.map(({ code }) => code),
      `${n ?? '–'}/${base ?? '–'}`,
      missing ?? '–',
      share ?? '–',
      ...Object.values(further ?? {}).map(value => value ?? '–'),
    ].join(' '),
  )
}

describe('measures of a number', () => {
  test('mean, median, quartile, sum and extremes of each cell', async () => {
    const measures = ['mean', 'median', 'q25', 'sum', 'min', 'max'] as const
    expect(await rowsOf(statistic(['legalForm'], { of: 'staff', measures }))).toEqual([
      'association 4/7 1 57.1429 4 3.875 2.25 1.75 15.5 1 10',
      'gip 2/7 1 28.5714 1 7 7 7 7 7 7',
      'epci 1/7 1 14.2857 1 0 0 0 0 0 0',
    ])
  })

  test('of the whole', async () => {
    expect(await rowsOf(statistic([], { of: 'staff', measures: ['median', 'max'] }))).toEqual([
      '8/8 0 100 7 2.5 100',
    ])
  })

  test('how many gave a number is told before what is computed of these, and once', async () => {
    const { measures } = await computeStatistic(
      graph,
      statistic(['legalForm'], { of: 'staff', measures: ['cumulativeShare', 'q90', 'valid'] }),
      context,
    )
    expect(measures).toEqual(['n', 'base', 'missing', 'share', 'valid', 'cumulativeShare', 'q90'])
    expect(await rowsOf(statistic(['legalForm'], { of: 'staff', measures: ['median'] }))).toEqual([
      'association 4/7 1 57.1429 4 2.25',
      'gip 2/7 1 28.5714 1 7',
      'epci 1/7 1 14.2857 1 0',
    ])
    const byBoth = statistic(['legalForm', 'audience'], {
      within: 'legalForm',
      of: 'staff',
      measures: ['valid'],
    })
    expect(await rowsOf(byBoth)).toContain('gip seniors 1/1 1 100 1')
    expect(await rowsOf(byBoth)).toContain('gip jeunes 0/1 1 0 0')
  })

  test('a cell without numbers has no value', async () => {
    const rows = await rowsOf(
      statistic(['audience'], { of: 'staff', measures: ['mean'], population: { legalForm: ['gip'] } }),
    )
    expect(rows).toEqual(['elus 1/1 1 100 1 7', 'seniors 1/1 1 100 1 7'])
    expect(
      await rowsOf(
        statistic([], { of: 'staff', measures: ['mean', 'median', 'sum'], population: { legalForm: [] } }),
      ),
    ).toEqual(['0/8 0 0 0 – – –'])
  })

  test.each([
    [{ measures: ['mean'] }, /does not say "of" which field/],
    [{ measures: ['mean'], of: 'topic' }, /no field that holds a number; there is staff/],
    [{ measures: ['mode'], of: 'staff' }, /asks for "mode"; known are/],
    [{ measures: ['q0'], of: 'staff' }, /asks for "q0"/],

    [{ top: 0 }, /"top" of the statistic/],
    [{ suppressBelow: 1 }, /"suppressBelow" of the statistic/],
    [{ suppressBelow: 5, weight: 'staff' }, /is weighted; small counts/],
    [{ levels: { mission: 1 } }, /which is none of its dimensions/],
  ] as [object, RegExp][])('%j is refused', async (more, message) => {
    await expect(computeStatistic(graph, statistic(['legalForm'], more), context)).rejects.toThrow(message)
  })
})

describe('weights', () => {
  test('actors count as much as the field says, those without it not at all', async () => {
    expect(await rowsOf(statistic(['legalForm'], { weight: 'staff' }))).toEqual([
      'association 15.5/22.5 100 68.8889',
      'gip 7/22.5 100 31.1111',
      'epci 0/22.5 100 0',
    ])
    expect(await rowsOf(statistic([], { weight: 'staff', population: { legalForm: ['gip'] } }))).toEqual([
      '7/122.5 0 5.7143',
    ])
  })

  test('who has a weight that can be none does not count, and is told', async () => {
    const odd = await readGraph(
      VOCABULARY,
      `actor:1 a annuaire:Actor ; rov:orgType form:gip ; own:staff 3 .
       actor:2 a annuaire:Actor ; rov:orgType form:gip ; own:staff -1 .
       actor:3 a annuaire:Actor ; rov:orgType form:gip ; own:staff "beaucoup" .
       actor:4 a annuaire:Actor ; rov:orgType form:gip ; own:staff "NaN"^^xsd:double .`,
    )
    const weighted = statistic(['legalForm'], { weight: 'staff' })
    const { observations, notes } = await computeStatistic(odd, weighted, context)
    expect(observations).toMatchObject([{ n: 3, base: 3, missing: 0 }])
    expect(notes).toMatchObject([{ en: expect.stringContaining('in none of the counts: 3 actors.') }])
  })

  test('nobody weighs nothing', async () => {
    expect(await rowsOf(statistic([], { weight: 'staff', population: { legalForm: [] } }))).toEqual([
      '0/122.5 0 0',
    ])
  })

  test('in two dimensions', async () => {
    const rows = await rowsOf(statistic(['legalForm', 'audience'], { within: 'legalForm', weight: 'staff' }))
    expect(rows.slice(0, 3)).toEqual([
      'association jeunes 3/5.5 10 54.5455',
      'association seniors 2.5/5.5 10 45.4545',
      'association elus 2/5.5 10 36.3636',
    ])
  })
})

describe('rows', () => {
  test('those who did not answer have a row of their own', async () => {
    expect(await rowsOf(statistic(['audience'], { showMissing: true }))).toEqual([
      'elus 2/4 4 50',
      'jeunes 2/4 4 50',
      'seniors 2/4 4 50',
      'missing 4/4 4 –',
    ])
  })

  test('shares of the population', async () => {
    expect(await rowsOf(statistic(['audience'], { base: 'population', showMissing: true }))).toEqual([
      'elus 2/8 4 25',
      'jeunes 2/8 4 25',
      'seniors 2/8 4 25',
      'missing 4/8 4 50',
    ])
  })

  test('shares of the population in two dimensions', async () => {
    const rows = await rowsOf(
      statistic(['legalForm', 'audience'], { within: 'legalForm', base: 'population', showMissing: true }),
    )
    expect(rows.slice(0, 4)).toEqual([
      'association jeunes 2/4 1 50',
      'association elus 1/4 1 25',
      'association seniors 1/4 1 25',
      'association missing 1/4 1 25',
    ])
  })

  test('the first ones, and the others together, each actor once', async () => {
    expect(await rowsOf(statistic(['audience'], { top: 1 }))).toEqual(['elus 2/4 4 50', 'other 4/4 4 100'])
    expect(await rowsOf(statistic(['audience'], { top: 3 }))).toHaveLength(3)
    // « Autres » stands before « Élus » in the alphabet.
    expect(await rowsOf(statistic(['audience'], { top: 1, order: 'label' }))).toEqual([
      'elus 2/4 4 50',
      'other 4/4 4 100',
    ])
  })

  test('by code and by label', async () => {
    expect((await rowsOf(statistic(['audience'], { order: 'code' }))).map(row => row.split(' ')[0])).toEqual([
      'elus',
      'jeunes',
      'seniors',
    ])
    expect(
      (await rowsOf(statistic(['legalForm'], { order: 'label' }))).map(row => row.split(' ')[0]),
    ).toEqual(['association', 'epci', 'gip'])
  })

  test('shares add up along the rows', async () => {
    expect(await rowsOf(statistic(['legalForm'], { measures: ['cumulativeShare'] }))).toEqual([
      'association 4/7 1 57.1429 57.1429',
      'gip 2/7 1 28.5714 85.7143',
      'epci 1/7 1 14.2857 100',
    ])
  })

  test.each([
    ['audience', /"cumulativeShare" of "audience", of which one may have several values/],
    ['several', /"cumulativeShare" of "several", of which one may have several values/],
  ])('they do not where one may have several values: %s', async (dimension, message) => {
    const fields = [...context.fields, { ...ownField('several'), multiple: true }]
    const definition = statistic([dimension], { measures: ['cumulativeShare'] })
    await expect(computeStatistic(graph, definition, { ...context, fields })).rejects.toThrow(message)
  })

  test('small counts are kept back, and what would tell them', async () => {
    expect(
      await rowsOf(statistic(['legalForm'], { suppressBelow: 2, measures: ['cumulativeShare'] })),
    ).toEqual(['gip 2/7 1 28.5714 –', 'association –/7 1 – –', 'epci –/7 1 – –'])
  })

  test('so are the numbers of one, where more are counted', async () => {
    const one = statistic([], {
      of: 'staff',
      measures: ['mean', 'sum', 'max', 'median'],
      suppressBelow: 2,
      population: { legalForm: ['gip'] },
    })
    expect(await rowsOf(one)).toEqual(['2/8 0 25 – – – – –'])
    expect(await rowsOf({ ...one, population: {} })).toEqual(['8/8 0 100 7 17.5 122.5 – 2.5'])
  })
})

describe('dimensions of every directory', () => {
  test('founding years, of days and of years', async () => {
    expect(await rowsOf(statistic(['foundingYear']))).toEqual(['1998 2/2 6 100'])
  })

  test('communes, not what they lie in', async () => {
    const { observations } = await computeStatistic(graph, statistic(['seatCommune']), context)
    expect(observations).toMatchObject([
      { values: [{ code: '69123', label: 'Lyon' }], n: 1, base: 1, missing: 7 },
    ])
  })

  test('which kinds of numbers there are', async () => {
    expect((await rowsOf(statistic(['identifierKind'], { base: 'population' }))).sort()).toEqual([
      'ror 1/8 5 12.5',
      'siren 1/8 5 12.5',
      'siret 1/8 5 12.5',
    ])
  })

  test('levels of a hierarchy', async () => {
    const level = (n: number) => rowsOf(statistic(['legalCategory'], { levels: { legalCategory: n } }))
    expect(await level(1)).toEqual(['9 1/1 7 100'])
    expect(await level(2)).toEqual(['92 1/1 7 100'])
    expect(await level(3)).toEqual(['9220 1/1 7 100'])
    expect(await level(4)).toEqual([])
  })

  test('the query of the others and that of the distribution are published too, and give what the table says', async () => {
    const table = await computeStatistic(
      graph,
      statistic(['audience'], { top: 1, of: 'staff', measures: ['median'] }),
      context,
    )
    const other = await query({ graph }, table.otherQuery!)
    expect(other.type === 'bindings' && (await Array.fromAsync(other.bindings, ({ n }) => n!.value))).toEqual(
      ['4'],
    )
    const distribution = await query({ graph }, table.distributionQuery!)
    expect(distribution.type === 'bindings' && (await Array.fromAsync(distribution.bindings))).toHaveLength(6)
  })
})
