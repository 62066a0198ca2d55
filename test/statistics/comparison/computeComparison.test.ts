import { beforeAll, describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import { comparisonNotes } from '../../../src/statistics/comparison/comparisonNotes.ts'
import { computeComparison } from '../../../src/statistics/comparison/computeComparison.ts'
import { wilsonInterval } from '../../../src/statistics/comparison/wilson.ts'
import { computeStatistic } from '../../../src/statistics/compute.ts'
import type { ComparisonDefinition, Population } from '../../../src/statistics/statistic.ts'
import { CONTEXT, readGraph, statistic, VOCABULARY } from '../directoryGraph.ts'

let graph: Graph

/** Audiences of seven actors, four of them associations; one association did not answer. */
const ACTORS = [
  'association jeunes seniors',
  'association jeunes',
  'association seniors elus',
  'association',
  'gip jeunes',
  'gip elus seniors',
  'gip elus',
].map((line, index) => {
  const [form, ...audiences] = line.split(' ')
  const values = audiences.map(one => ` ; dcterms:audience audience:${one}`).join('')
  return `actor:${index} a annuaire:Actor ; rov:orgType form:${form}${values} .`
})

beforeAll(async () => {
  graph = await readGraph(VOCABULARY, ...ACTORS)
})

const AUDIENCES = statistic(['audience'], { population: { legalForm: ['association'] } })
const GIPS: ComparisonDefinition = {
  id: 'gips',
  title: { fr: 'Groupements', en: 'Groups' },
  with: { population: { legalForm: ['gip'] }, label: { fr: 'des GIP', en: 'of the GIPs' } },
}

async function compare(defined = AUDIENCES, definition = GIPS) {
  const compared = await computeComparison(graph, defined, definition, CONTEXT)
  return compared!.observations.map(({ values, own, other, difference }) => [
    values[0]?.code,
    `${own.n}/${own.base}`,
    `${other.n}/${other.base}`,
    difference,
  ])
}

test('another population of the same directory', async () => {
  expect(await compare()).toEqual([
    ['jeunes', '2/3', '1/3', 33.3333],
    ['seniors', '2/3', '1/3', 33.3333],
    ['elus', '1/3', '2/3', -33.3333],
  ])
})

test('is called as it is named, or after what it is', async () => {
  const named = await computeComparison(
    graph,
    { ...AUDIENCES, populationLabel: { fr: 'des associations', en: 'of the associations' } },
    GIPS,
    CONTEXT,
  )
  expect(named?.labels.own.fr).toBe('des associations')
  expect(named?.labels.other.en).toBe('of the GIPs')
  expect(named?.queries.own).not.toBe(named?.queries.other)
  const everybody = { ...GIPS, with: { population: {} } }
  const all = await computeComparison(graph, AUDIENCES, everybody, CONTEXT)
  expect(all?.labels).toEqual({
    own: { fr: 'de la population étudiée', en: 'of the population studied' },
    other: { fr: 'de l’annuaire', en: 'of the directory' },
  })
})

test('of the first values only, the other population shows the same, and its others are the same', async () => {
  expect(await compare({ ...AUDIENCES, top: 1 })).toEqual([
    ['jeunes', '2/3', '1/3', 33.3333],
    ['other', '2/3', '2/3', 0],
  ])
  const nobody = { ...GIPS, with: { population: { legalForm: ['epci'] } } }
  expect(await compare({ ...AUDIENCES, top: 1 }, nobody)).toEqual([
    ['jeunes', '2/3', '0/null', null],
    ['other', '2/3', '0/null', null],
  ])
  expect(await compare({ ...AUDIENCES, top: 3 })).toEqual(await compare())
})

describe('the last release', () => {
  const PREVIOUS: ComparisonDefinition = {
    id: 'last',
    title: { fr: 'Avant', en: 'Before' },
    with: 'previous',
  }

  test('is the table that is given', async () => {
    const table = await computeStatistic(graph, AUDIENCES, CONTEXT)
    const previous = { ...table, observations: table.observations.slice(1) }
    const compared = await computeComparison(graph, AUDIENCES, PREVIOUS, CONTEXT, { table, previous })
    expect(compared?.observations.map(({ difference }) => difference)).toEqual([66.6667, 0, 0])
    expect(compared?.labels.other.fr).toBe('de la version précédente')
  })

  test('was drawn from as many as this one', async () => {
    const table = await computeStatistic(graph, AUDIENCES, CONTEXT)
    const whole = await computeComparison(
      graph,
      { ...AUDIENCES, drawnFrom: 3 },
      { ...PREVIOUS, samples: 'both' },
      CONTEXT,
      { table, previous: table },
    )
    expect(whole?.observations[0]).toMatchObject({
      interval: { lower: 0, upper: 0 },
      other: { interval: { lower: 66.6667, upper: 66.6667 } },
    })
  })

  test('is nothing where there is none', async () => {
    expect(await computeComparison(graph, AUDIENCES, PREVIOUS, CONTEXT)).toBeUndefined()
  })
})

describe('a statistic of a sample', () => {
  const sampled = statistic(['audience'], { measures: ['lower', 'upper'], drawnFrom: 40, showMissing: true })

  test('has the bounds of its shares', async () => {
    const { observations, measures } = await computeStatistic(graph, sampled, CONTEXT)
    expect(measures).toEqual(['n', 'base', 'missing', 'share', 'lower', 'upper'])
    expect(observations[0]).toMatchObject({ n: 3, base: 6, further: wilsonInterval(3, 6, { drawnFrom: 40 }) })
    expect(observations.at(-1)).toMatchObject({ n: 1, share: null, further: { lower: null, upper: null } })
    const [upper] = (await computeStatistic(graph, { ...sampled, measures: ['upper'] }, CONTEXT)).observations
    expect(Object.keys(upper!.further!)).toEqual(['upper'])
  })

  test('tells no bounds of what it keeps back', async () => {
    const { observations } = await computeStatistic(graph, { ...sampled, suppressBelow: 4 }, CONTEXT)
    const kept = observations.filter(({ isSuppressed }) => isSuppressed)
    expect(kept.length).toBeGreaterThan(0)
    for (const { further } of kept) expect(further).toEqual({ lower: null, upper: null })
  })

  test('is not had with weights, nor of fewer than there are', async () => {
    const numbers = { ...CONTEXT, fields: [{ ...CONTEXT.fields![0]!, datatype: 'integer' as const }] }
    await expect(computeStatistic(graph, { ...sampled, weight: 'members' }, numbers)).rejects.toThrow(
      'the interval of a share is only had without weights',
    )
    await expect(computeStatistic(graph, { ...sampled, drawnFrom: 2 }, CONTEXT)).rejects.toThrow(
      StatisticsError,
    )
    await expect(computeStatistic(graph, { ...sampled, drawnFrom: 0 }, CONTEXT)).rejects.toThrow('drawnFrom')
  })

  test('makes the differences of its comparisons known better', async () => {
    const widthOf = async (drawnFrom: number) => {
      const compared = await computeComparison(
        graph,
        { ...AUDIENCES, drawnFrom },
        { ...GIPS, samples: 'this' },
        CONTEXT,
      )
      const { lower, upper } = compared!.observations[0]!.interval!
      return upper - lower
    }
    expect(await widthOf(3)).toBe(0)
    expect(await widthOf(4)).toBeLessThan(await widthOf(400))
  })
})

describe('two samples', () => {
  const compared = (population: Population) =>
    computeComparison(
      graph,
      AUDIENCES,
      { id: 'both', title: { fr: 'Deux échantillons' }, with: { population }, samples: 'both' },
      CONTEXT,
    )

  test('of which some are in both have no interval, and say why', async () => {
    const whole = await compared({})
    expect(whole).toMatchObject({ samples: 'both', withoutIntervals: 'overlapping' })
    expect(whole!.observations.every(({ interval }) => interval === undefined)).toBe(true)
    expect(comparisonNotes(whole!, { language: 'fr' }).join(' ')).toContain(
      'les mêmes sont comptés des deux côtés',
    )
  })

  test('that share nobody have one', async () => {
    const apart = await compared({ legalForm: ['gip'] })
    expect(apart?.withoutIntervals).toBeUndefined()
    expect(apart!.observations[0]!.interval).toBeDefined()
  })
})
