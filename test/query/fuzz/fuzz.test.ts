import { expect, test } from 'vitest'
import { fc } from '../../fastCheck.ts'
import { rowText } from '../../w3c/solutions.ts'
import { CASES, MIXED_CASES } from './cases.ts'
import { check, sliced } from './check.ts'
import { readData, shortText, writeData } from './data.ts'
import { answerOnColumns } from './engines.ts'
import {
  caseArbitrary,
  computedCaseArbitrary,
  type FuzzCase,
  PROLOGUE,
  repeatedCaseArbitrary,
} from './queries.ts'

test.each(CASES)('%s: %s', async (data, query, rows) => {
  const { answer, isClaimed } = await answerOnColumns(readData(data), PROLOGUE + query)
  expect(isClaimed).toBe(true)
  expect(
    answer.type === 'bindings' ? answer.rows.map(row => shortText(rowText(row))).sort() : answer,
  ).toEqual(rows)
})

test.each(MIXED_CASES)('in part: %s: %s', async (data, query, rows) => {
  const { answer, isClaimed } = await answerOnColumns(readData(data), PROLOGUE + query)
  expect(isClaimed).toBe(false)
  expect(
    answer.type === 'bindings' ? answer.rows.map(row => shortText(rowText(row))).sort() : answer,
  ).toEqual(rows)
})

/** Some hundred a second where nobody else computes; a slow machine does fewer. */
const TIME_LIMIT = 50_000

test.each<[what: string, cases: fc.Arbitrary<FuzzCase>, count: number, claimed: number]>([
  ['random queries', caseArbitrary, 2000, 0.95],
  ['random queries that have something twice', repeatedCaseArbitrary, 500, 0.95],
  ['random queries with conditions on what is computed for them', computedCaseArbitrary, 500, 0.85],
])(
  '%s have the answers that Comunica gives, but for its known faults',
  async (_, cases, numRuns, claimed) => {
    const counts = { claimed: 0, all: 0 }
    await fc.assert(
      fc.asyncProperty(cases, async one => {
        const { kind, isClaimed, detail } = await check(one)
        counts.all++
        if (isClaimed) counts.claimed++
        if (kind === 'different') throw new Error(`${writeData(one.quads)}\n${sliced(one)}\n${detail}`)
      }),
      { seed: 20_100, numRuns, interruptAfterTimeLimit: TIME_LIMIT, markInterruptAsFailure: false },
    )
    expect(counts.claimed / counts.all).toBeGreaterThan(claimed)
  },
  2 * TIME_LIMIT,
)
