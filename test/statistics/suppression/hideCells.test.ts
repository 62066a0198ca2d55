import { expect, test } from 'vitest'
import { hideCells } from '../../../src/statistics/suppression/hideCells.ts'
import { Network } from '../../../src/statistics/suppression/network.ts'
import type { Hidden, Sums } from '../../../src/statistics/suppression/sums.ts'
import { fc } from '../../fastCheck.ts'

const BELOW = 5
const NOTHING: Hidden = { cells: new Set(), sums: new Set() }

const isSmall = (count: number) => count > 0 && count < BELOW

/** Rows and columns of counts; a single row has no columns. */
function sumsOf(rows: readonly (readonly number[])[]): Sums {
  const width = rows[0]!.length
  const place = (row: number, column: number) => row * width + column
  return {
    counts: rows.flat(),
    least: rows.length === 1 ? 1 : 0,
    rows: rows.map((row, a) => ({ cells: row.map((_, b) => place(a, b)), isPublished: true })),
    columns:
      rows.length === 1
        ? []
        : rows[0]!.map((_, b) => ({ cells: rows.map((_, a) => place(a, b)), isPublished: false })),
  }
}

/** What the least costs that can be kept back with the small counts: every choice of cells is tried. */
function leastCost(sums: Sums): number | undefined {
  const cells = [...sums.counts.keys()]
  const small = cells.filter(cell => isSmall(sums.counts[cell]!))
  const rest = cells.filter(cell => !isSmall(sums.counts[cell]!))
  let least: number | undefined
  for (let choice = 0; choice < 2 ** rest.length; choice++) {
    const more = rest.filter((_, bit) => choice & (1 << bit))
    const cost = costOf(more, sums)
    if (least !== undefined && cost >= least) continue
    const network = new Network(sums, [...small, ...more], new Set())
    if (small.every(cell => network.freedomOf(cell, BELOW).width >= BELOW)) least = cost
  }
  return least
}

function costOf(cells: readonly number[], { counts }: Sums): number {
  return cells.reduce((sum, cell) => sum + counts[cell]! + 1, 0)
}

const tables = (height: number, width: number) =>
  fc.array(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 7, arbitrary: fc.integer({ min: height === 1 ? 5 : 0, max: 20 }) },
      ),
      { minLength: width, maxLength: width },
    ),
    { minLength: height, maxLength: height },
  )

test.each([
  // At most so many times the least that could be: one row is kept back as cheaply as can be.
  [1, 6, 1],
  [2, 4, 1.02],
  [3, 3, 1.1],
  [3, 4, 1.12],
  [4, 3, 1.12],
])('of tables of %i × %i little more is kept back than must be', (height, width, ratio) => {
  let [cost, least, compared] = [0, 0, 0]
  for (const rows of fc.sample(tables(height, width), { numRuns: 150, seed: 3 })) {
    const sums = sumsOf(rows)
    const best = leastCost(sums)
    const { cells, sums: open } = hideCells(sums, BELOW, NOTHING)
    if (best === undefined || open.size > 0) continue
    compared++
    least += best
    cost += costOf(
      [...cells].filter(cell => !isSmall(sums.counts[cell]!)),
      sums,
    )
  }
  expect(compared).toBeGreaterThan(50)
  expect(least).toBeGreaterThan(0)
  expect(cost / least).toBeGreaterThanOrEqual(1)
  expect(cost / least).toBeLessThanOrEqual(ratio)
})

test('what is shown again leaves every small count as free as it has to be', () => {
  fc.assert(
    fc.property(tables(3, 4), rows => {
      const sums = sumsOf(rows)
      const { cells, sums: open } = hideCells(sums, BELOW, NOTHING)
      const network = new Network(sums, cells, open)
      for (const [cell, count] of sums.counts.entries()) {
        if (!isSmall(count)) continue
        expect(cells).toContain(cell)
        if (cells.size === sums.counts.length) continue
        expect(network.freedomOf(cell, BELOW).width).toBe(BELOW)
      }
    }),
    { numRuns: 200, seed: 3 },
  )
})

test('a long list is kept back row by row', () => {
  const row = Array.from({ length: 40_000 }, (_, index) => (index % 2 === 0 ? 1 : 7))
  expect(hideCells(sumsOf([row]), BELOW, NOTHING).cells.size).toBe(20_001)
})
