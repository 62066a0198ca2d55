import { beforeAll, describe, expect, test } from 'vitest'
import { StatisticsError } from '../../src/errors.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { CONTEXT, readGraph, statistic, VOCABULARY } from './directoryGraph.ts'

/** Seven actors, counted by hand below; a partner is an organisation and no actor. */
const ACTORS = `
  actor:1 a annuaire:Actor ; rov:orgType form:association , cj:cj-9220 ; dcterms:audience audience:jeunes , audience:seniors ;
    org:purpose mission:veille ; dcterms:spatial place:commune-69123 , place:commune-69266 , place:commune-63113 ;
    locn:address actor:1-address ; own:members 12 ; own:topic mission:conseil .
  actor:1-address cv:adminUnit place:commune-69123 , place:departement-69 , place:region-82 .
  actor:2 a annuaire:Actor ; rov:orgType form:association ; dcterms:audience audience:jeunes ;
    dcterms:spatial place:region-82 , place:departement-69 ; locn:address actor:2-address ; own:members 12 .
  actor:2-address cv:adminUnit place:departement-63 .
  actor:3 a annuaire:Actor ; rov:orgType form:association ; org:purpose mission:veille , mission:conseil .
  actor:4 a annuaire:Actor ; rov:orgType form:gip ; dcterms:audience audience:seniors ; dcterms:spatial place:region-53 .
  actor:5 a annuaire:Actor ; rov:orgType cj:cj-9220 ; dcterms:audience audience:elus .
  actor:6 a annuaire:Actor ; rov:orgType form:epci .
  actor:7 a annuaire:Actor .
  actor:partner a org:Organization ; rov:orgType form:gip ; dcterms:audience audience:elus .
`

let graph: Graph
beforeAll(async () => {
  graph = await readGraph(VOCABULARY, ACTORS)
})

async function rowsOf(definition: Statistic, context = CONTEXT): Promise<string[]> {
  const { observations } = await computeStatistic(graph, definition, context)
  return observations.map(({ values, n, base, missing, share }) =>
    [...values.map(({ code }) => code), `${n}/${base}`, `missing ${missing}`, share].join(' '),
  )
}

describe('without a dimension', () => {
  test('the base is all actors', async () => {
    expect(await rowsOf(statistic([]))).toEqual(['7/7 missing 0 100'])
  })

  test('the population is those that have one of the values of each dimension', async () => {
    const legalForm = ['association', 'gip']
    expect(await rowsOf(statistic([], { population: { legalForm } }))).toEqual(['4/7 missing 0 57.1429'])
    expect(
      await rowsOf(statistic([], { population: { legalForm, audience: ['seniors', 'jeunes'] } })),
    ).toEqual(['3/7 missing 0 42.8571'])
  })

  test('nobody is in a population without values', async () => {
    expect(await rowsOf(statistic([], { population: { legalForm: [] } }))).toEqual(['0/7 missing 0 0'])
  })

  test('texts can make a population', async () => {
    expect(await rowsOf(statistic([], { population: { members: ['12', '13'] } }))).toEqual([
      '2/7 missing 0 28.5714',
    ])
  })
})

describe('by one dimension', () => {
  test('the base is those with a known value, the greatest first, then by code', async () => {
    expect(await rowsOf(statistic(['legalForm']))).toEqual([
      'association 3/5 missing 2 60',
      'epci 1/5 missing 2 20',
      'gip 1/5 missing 2 20',
    ])
  })

  test('a legal category is no legal form, though both are types', async () => {
    expect(await rowsOf(statistic(['legalCategory']))).toEqual(['9220 2/2 missing 5 100'])
  })

  test('an actor with two values counts once in each and once in the base', async () => {
    expect(await rowsOf(statistic(['audience']))).toEqual([
      'jeunes 2/4 missing 3 50',
      'seniors 2/4 missing 3 50',
      'elus 1/4 missing 3 25',
    ])
  })

  test('three communes of two regions count once in each region', async () => {
    expect(await rowsOf(statistic(['coveredRegion']))).toEqual([
      '82 2/3 missing 4 66.6667',
      '53 1/3 missing 4 33.3333',
      '83 1/3 missing 4 33.3333',
    ])
  })

  test('départements are those of communes, not those of regions', async () => {
    expect(await rowsOf(statistic(['coveredDepartment']))).toEqual([
      '69 2/2 missing 5 100',
      '63 1/2 missing 5 50',
    ])
    expect(await rowsOf(statistic(['seatDepartment']))).toEqual([
      '63 1/2 missing 5 50',
      '69 1/2 missing 5 50',
    ])
  })

  test('a region that is no more counts in the one that took its place, and is called as in its day', async () => {
    const places = `
      actor:a a annuaire:Actor ; locn:address actor:a-address ; dcterms:spatial place:region-82 , place:region-83 .
      actor:a-address cv:adminUnit place:region-82 .
      actor:b a annuaire:Actor ; locn:address actor:b-address ; dcterms:spatial place:region-84 .
      actor:b-address cv:adminUnit place:region-24 .
    `
    const world = await readGraph(VOCABULARY, places)
    const countsOf = async (dimension: string, regionsAt: string) => {
      const { observations } = await computeStatistic(world, statistic([dimension], { regionsAt }), CONTEXT)
      return observations.map(({ values, n, base, missing }) => [values[0]!.label, n, base, missing])
    }
    expect(await countsOf('seatRegion', '2020-01-31')).toEqual([
      ['Centre-Val de Loire', 1, 2, 0],
      ['Auvergne-Rhône-Alpes', 1, 2, 0],
    ])
    expect(await countsOf('coveredRegion', '2020-01-31')).toEqual([['Auvergne-Rhône-Alpes', 2, 2, 0]])
    expect(await countsOf('seatRegion', '2015-01-16')).toEqual([
      ['Centre', 1, 2, 0],
      ['Rhône-Alpes', 1, 2, 0],
    ])
    expect(await countsOf('seatRegion', '2015-01-17')).toMatchObject([['Centre-Val de Loire', 1, 2, 0], {}])
    // Which of its parts it was is not known.
    expect(await countsOf('coveredRegion', '2010-12-19')).toEqual([
      ['Rhône-Alpes', 1, 1, 1],
      ['Auvergne', 1, 1, 1],
    ])
  })

  test('the regions are those of the day', async () => {
    const now = ['84 2/3 missing 4 66.6667', '53 1/3 missing 4 33.3333']
    expect(await rowsOf(statistic(['coveredRegion'], { regionsAt: '2016-01-01' }))).toEqual(now)
    expect(await rowsOf(statistic(['coveredRegion']), { ...CONTEXT, date: '2024-02-29' })).toEqual(now)
    expect(await rowsOf(statistic(['seatRegion'], { regionsAt: '2015-12-31' }))).toEqual([
      '82 1/2 missing 5 50',
      '83 1/2 missing 5 50',
    ])
  })

  test('an own field is a dimension, of concepts or of texts', async () => {
    expect(await rowsOf(statistic(['topic']))).toEqual(['conseil 1/1 missing 6 100'])
    expect(await rowsOf(statistic(['members']))).toEqual(['12 2/2 missing 5 100'])
  })

  test('a label is in the language, else in the other, else the code', async () => {
    const labels = async (language: 'fr' | 'en') => {
      const { observations } = await computeStatistic(graph, statistic(['legalForm']), {
        ...CONTEXT,
        language,
      })
      return observations.map(({ values }) => values[0]!.label)
    }
    expect(await labels('fr')).toEqual(['Association', 'epci', 'GIP'])
    expect(await labels('en')).toEqual(['Association (en)', 'epci', 'GIP'])
  })
})

describe('by two dimensions', () => {
  test('the base is those within who answered; what does not occur is 0', async () => {
    expect(await rowsOf(statistic(['legalForm', 'audience'], { within: 'legalForm' }))).toEqual([
      'association jeunes 2/2 missing 1 100',
      'association seniors 1/2 missing 1 50',
      'association elus 0/2 missing 1 0',
      'epci elus 0/0 missing 1 ',
      'epci jeunes 0/0 missing 1 ',
      'epci seniors 0/0 missing 1 ',
      'gip seniors 1/1 missing 0 100',
      'gip elus 0/1 missing 0 0',
      'gip jeunes 0/1 missing 0 0',
    ])
  })

  test('the columns stay in their order whichever gives the bases', async () => {
    expect(await rowsOf(statistic(['mission', 'legalForm'], { within: 'legalForm' }))).toEqual([
      'veille association 2/2 missing 1 100',
      'conseil association 1/2 missing 1 50',
      'conseil epci 0/0 missing 1 ',
      'veille epci 0/0 missing 1 ',
      'conseil gip 0/0 missing 1 ',
      'veille gip 0/0 missing 1 ',
    ])
  })

  test('only values that occur in the population have rows', async () => {
    const population = { legalForm: ['association'] }
    expect(
      await rowsOf(statistic(['coveredRegion', 'audience'], { within: 'coveredRegion', population })),
    ).toEqual([
      '82 jeunes 2/2 missing 0 100',
      '82 seniors 1/2 missing 0 50',
      '83 jeunes 1/1 missing 0 100',
      '83 seniors 1/1 missing 0 100',
    ])
  })
})

describe('what is refused', () => {
  const refusal = (definition: Statistic) =>
    expect(computeStatistic(graph, definition, CONTEXT)).rejects.toThrow(StatisticsError)

  test.each([
    ['an unknown dimension', statistic(['colour'])],
    ['a name that every object has', statistic(['constructor'])],
    ['three dimensions', statistic(['legalForm', 'mission', 'audience'], { within: 'mission' })],
    ['one dimension twice', statistic(['mission', 'mission'], { within: 'mission' })],
    ['two dimensions without "within"', statistic(['mission', 'audience'])],
    ['"within" that is no dimension of it', statistic(['mission', 'audience'], { within: 'legalForm' })],
    ['"within" with one dimension', statistic(['mission'], { within: 'mission' })],
    ['an unknown dimension of the population', statistic([], { population: { colour: ['red'] } })],
    ['an unknown code of the population', statistic([], { population: { seatRegion: ['7 2'] } })],
    ['a day that is none', statistic(['seatRegion'], { regionsAt: '2010' })],
  ])('%s', (_, definition) => refusal(definition))

  test.each<[string, object, RegExp]>([
    [
      'another base',
      { base: 'foo' },
      /"base" of the statistic ".*" is "foo"; it should be answered or population/,
    ],
    ['another order', { order: 'foo' }, /"order".*count, code or label/],
    ['decimals beyond four', { rounding: { decimals: 9 } }, /"rounding".*"decimals" from 0 to 4/],
    ['another way to round', { rounding: { mode: 'up' } }, /"rounding".*half-up or truncate/],
    [
      'a day that the calendar has not',
      { regionsAt: '2015-13-45' },
      /"2015-13-45"; write a day of the calendar/,
    ],
    ['no dimensions', { dimensions: null }, /"dimensions".*is null; it should be a list/],
    ['a dimension that is no name', { dimensions: [3] }, /"dimensions"/],
    ['measures that are no list', { measures: 'mean' }, /"measures".*a list of measures/],
    ['levels that are none', { levels: [1] }, /"levels"/],
    [
      'a code without its list',
      { population: { seatRegion: '53' } },
      /has "53" for the dimension "seatRegion"/,
    ],
    [
      'a code that is no text',
      { population: { seatRegion: [53] } },
      /has \[53\] for the dimension "seatRegion"/,
    ],
    ['a population that is a list', { population: ['53'] }, /lists of codes by dimension/],
  ])('%s: what it is, and what it should be', async (_, more, message) => {
    const given = computeStatistic(graph, statistic(['seatRegion'], more), CONTEXT)
    await expect(given).rejects.toThrow(StatisticsError)
    await expect(given).rejects.toThrow(message)
  })

  test.each([null, undefined, 'seatRegion', {}])('%j, which is no statistic', async given => {
    const refused = computeStatistic(graph, given as unknown as Statistic, CONTEXT)
    await expect(refused).rejects.toThrow(StatisticsError)
  })

  test('the error says which dimensions there are', async () => {
    await expect(computeStatistic(graph, statistic(['colour']), CONTEXT)).rejects.toThrow(
      /"colour"; known are legalForm, .*identifierKind, members, topic$/,
    )
  })

  test('two concepts with one notation', async () => {
    const twice = await readGraph(
      VOCABULARY,
      ACTORS,
      'form:other skos:inScheme <urn:forms> ; skos:notation "gip" . actor:6 rov:orgType form:other .',
    )
    await expect(computeStatistic(twice, statistic(['legalForm']), CONTEXT)).rejects.toThrow(/gip twice/)
  })
})

test('a computation that is stopped rejects with the reason', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await expect(computeStatistic(graph, statistic(['mission']), CONTEXT, { signal })).rejects.toThrow('enough')
})
