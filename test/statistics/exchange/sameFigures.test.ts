import JSONstat from 'jsonstat-toolkit'
import { Parser } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDirectory } from '../../../src/directory.ts'
import { serialize } from '../../../src/graph/serialize.ts'
import { computeStatistic } from '../../../src/statistics/compute.ts'
import { tableToCsv } from '../../../src/statistics/csv.ts'
import { checkCube } from '../../../src/statistics/cube/checkCube.ts'
import { toCube } from '../../../src/statistics/cube/toCube.ts'
import { toCsvw } from '../../../src/statistics/exchange/csvw.ts'
import { toJsonStat } from '../../../src/statistics/exchange/jsonStat.ts'
import type { Statistic, Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { figuresOfCsv, figuresOfCube, figuresOfJsonStat, figuresOfTable } from './readBack.ts'
import { tables } from './tableArbitrary.ts'

const PLACE = { base: 'https://annuaire.example.org', date: '2026-11-01' }

function expectSameFigures(table: Table): void {
  const figures = figuresOfTable(table)
  expect(figuresOfCsv(tableToCsv(table), toCsvw(table, { cube: PLACE }), table)).toEqual(figures)
  for (const language of ['fr', 'en'] as const) {
    expect(figuresOfJsonStat(JSON.stringify(toJsonStat(table, language)), table)).toEqual(figures)
  }
  const published = figuresOfTable({
    ...table,
    observations: table.observations.filter(({ isSuppressed }) => !isSuppressed),
  })
  const cube = [...toCube(table, PLACE)]
  expect(figuresOfCube(cube, table)).toEqual(published)
  expect(checkCube(cube).results).toEqual([])
  expect(new Set(cube.map(quad => JSON.stringify(quad))).size).toBe(cube.length)
  expect(
    cube.filter(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode')),
  ).toEqual([])
}

test('any table says the same in every format', () => {
  let [suppressed, undefinedFigures, roles] = [0, 0, 0]
  fc.assert(
    fc.property(tables, table => {
      expectSameFigures(table)
      for (const { isSuppressed, share, values } of table.observations) {
        if (isSuppressed) suppressed++
        else if (share === null) undefinedFigures++
        if (values.some(({ role }) => role)) roles++
      }
    }),
    { numRuns: 300, seed: 2026 },
  )
  expect(Math.min(suppressed, undefinedFigures, roles)).toBeGreaterThan(50)
})

test('any cube can be written as Turtle and read again', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async table => {
      let turtle = ''
      for await (const chunk of serialize(toCube(table, PLACE), 'text/turtle')) turtle += chunk
      expect(figuresOfCube(new Parser().parse(turtle) as never, table)).toEqual(
        figuresOfCube(toCube(table, PLACE), table),
      )
    }),
    { numRuns: 30, seed: 2026 },
  )
})

describe('the statistics of the example', () => {
  let computed: readonly Table[]
  beforeAll(async () => {
    computed = await (await openDirectory('examples/oten-2010')).statistics()
  })

  test('say the same in every format', () => {
    expect(computed.length).toBeGreaterThanOrEqual(8)
    for (const table of computed) expectSameFigures(table)
  })

  test('are sound cubes together too', () => {
    const quads = computed.flatMap(table => [...toCube(table, PLACE)])
    expect(checkCube(quads).results).toEqual([])
    const later = computed.flatMap(table => [...toCube(table, { ...PLACE, date: '2027-01-01' })])
    expect(checkCube([...quads, ...later]).results).toEqual([])
  })

  test('are read by the toolkit of the format', () => {
    for (const table of computed) {
      const dataset = JSONstat(toJsonStat(table, 'fr'))
      for (const observation of table.observations) {
        for (const measure of table.measures) {
          const cell = Object.fromEntries(
            table.dimensions.map((name, index) => [name, observation.values[index]!.code]),
          )
          const { value } = dataset.Data({ ...cell, measure })
          expect(value).toBe(observation[measure as 'n'])
        }
      }
    }
  })
})

test('weighted numbers say the same in every format', async () => {
  const directory = await openDirectory('examples/intercommunalites')
  const weighted = {
    id: 'weighted',
    title: { fr: 'Pondérée' },
    weight: 'population',
    of: 'municipalPopulation',
    measures: ['mean', 'q10', 'median', 'sum', 'min', 'max'],
  } as const satisfies Partial<Statistic>
  const [graph, context] = [await directory.graph(), await directory.statisticContext()]
  for (const dimensions of [[], ['legalForm']]) {
    const table = await computeStatistic(graph, { ...weighted, dimensions }, context)
    expect(table.observations[0]!.further!.mean).toBeGreaterThan(0)
    expectSameFigures(table)
  }
})
