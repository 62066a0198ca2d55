import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { computeStatistic } from '../../../src/statistics/compute.ts'
import type { Statistic } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { definitions } from './definitions.ts'
import { CHOICES, openIntercommunalites, openOten2010 } from './examples.ts'
import { FICTIVE_CHOICE, openFictive } from './fictive.ts'
import { plainRows } from './plainRows.ts'
import { computeInSql } from './sqlStatistic.ts'
import type { World } from './world.ts'

describe.each([
  ['oten-2010', openOten2010, CHOICES['oten-2010'], 8],
  ['intercommunalites', openIntercommunalites, CHOICES.intercommunalites, 6],
  ['a fictive one', openFictive, FICTIVE_CHOICE, 3],
] as const)('%s, counted by DuckDB over its files', (_, open, choice, number) => {
  let world: World
  beforeAll(async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'annuaire-differential-'))
    world = await open(temporary)
    afterAll(async () => {
      world.sql.closeSync()
      await rm(temporary, { recursive: true, force: true })
    })
  })

  test('the statistics that it is configured with', async () => {
    const { statistics } = world.directory.configuration
    expect(statistics.length).toBeGreaterThanOrEqual(number)
    for (const statistic of statistics) await expectSame(world, statistic)
  })

  test('a hundred definitions drawn at random', async () => {
    const drawn = await definitions(world, choice)
    await fc.assert(
      fc.asyncProperty(drawn, statistic => expectSame(world, statistic)),
      { numRuns: 100, seed: 2010 },
    )
  })
})

async function expectSame(world: World, statistic: Statistic): Promise<void> {
  const table = await computeStatistic(world.graph, statistic, world.context)
  expect(plainRows(table), statistic.id).toEqual(await computeInSql(world, statistic))
}
