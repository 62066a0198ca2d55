import { describe, expect, test } from 'vitest'
import { suppressRates } from '../../../src/statistics/sample/suppressRates.ts'
import type { Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'

type Row = readonly [n: number, base: number]

function tableOf(rows: readonly Row[]): Table {
  return {
    id: 'response',
    title: { fr: 'Taux de réponse', en: 'Response rate' },
    dimensions: ['legalForm'],
    measures: ['n', 'base', 'missing', 'share'],
    observations: rows.map(([n, base], index) => ({
      values: [{ code: `s${index}`, label: `S${index}` }],
      n,
      base,
      missing: 0,
      share: (100 * n) / base,
    })),
    query: '',
  }
}

const totalOf = (rows: readonly Row[]) => rows.reduce((sum, [n]) => sum + n, 0)

/** Places of the rows that are kept back. */
function hiddenIn(rows: readonly Row[], below: number, areDisjoint = true): number[] {
  const { observations } = suppressRates(tableOf(rows), { total: totalOf(rows), below, areDisjoint })
  return observations.flatMap(({ isSuppressed }, index) => (isSuppressed ? [index] : []))
}

describe('a rate is kept back', () => {
  test.each([
    [
      'none where many answered and many did not',
      [
        [10, 20],
        [30, 60],
      ],
      [],
    ],
    [
      'where few answered, and another one by which it would be told',
      [
        [2, 20],
        [30, 60],
        [20, 40],
      ],
      [0, 2],
    ],
    [
      'where few did not',
      [
        [18, 20],
        [30, 60],
        [20, 40],
      ],
      [0, 2],
    ],
    [
      'not where nobody answered',
      [
        [0, 20],
        [30, 60],
      ],
      [],
    ],
    [
      'two that hide each other',
      [
        [2, 20],
        [3, 30],
        [20, 40],
      ],
      [0, 1],
    ],
    [
      'a third one, where two are told together',
      [
        [2, 2],
        [3, 3],
        [20, 40],
      ],
      [0, 1, 2],
    ],
  ] as const)('%s', (_, rows, hidden) => {
    expect(hiddenIn(rows, 5)).toEqual(hidden)
  })

  test('alone, where strata overlap and nothing adds up', () => {
    expect(
      hiddenIn(
        [
          [2, 20],
          [30, 60],
        ],
        5,
        false,
      ),
    ).toEqual([0])
  })

  test('with all of its figures', () => {
    const [first] = suppressRates(tableOf([[2, 20]]), { total: 2, below: 5, areDisjoint: true }).observations
    expect(first).toEqual({
      values: [{ code: 's0', label: 'S0' }],
      n: null,
      base: null,
      missing: null,
      share: null,
      isSuppressed: true,
    })
  })
})

test('nobody who knows how many were asked, and how many answered of all, can tell a small count', () => {
  let [suppressed, untold] = [0, 0]
  fc.assert(
    fc.property(
      fc.array(
        fc.integer({ min: 1, max: 9 }).chain(base => fc.tuple(fc.nat(base), fc.constant(base))),
        { minLength: 1, maxLength: 5 },
      ),
      fc.integer({ min: 2, max: 5 }),
      (rows, below) => {
        const hidden = hiddenIn(rows, below)
        const isFew = (count: number) => count > 0 && count < below
        const sensitive = rows.flatMap(([n, base], index) => (isFew(n) || isFew(base - n) ? [index] : []))
        for (const index of sensitive) expect(hidden).toContain(index)
        if (sensitive.length === 0) expect(hidden).toEqual([])
        // All that the hidden counts may be, tried one after the other.
        const left = hidden.reduce((sum, index) => sum + rows[index]![0], 0)
        let possible: number[][] = [[]]
        for (const index of hidden)
          possible = possible.flatMap(counts =>
            Array.from({ length: rows[index]![1] + 1 }, (_, count) => [...counts, count]),
          )
        const fitting = possible.filter(counts => counts.reduce((sum, count) => sum + count, 0) === left)
        for (const index of sensitive) {
          suppressed++
          const values = new Set(fitting.map(counts => counts[hidden.indexOf(index)]))
          if (values.size > 1) untold++
          // Where everything is hidden and it still can, the whole rate tells it of everybody.
          else expect(hidden).toHaveLength(rows.length)
        }
      },
    ),
    { numRuns: 400, seed: 11 },
  )
  expect(suppressed).toBeGreaterThan(300)
  expect(untold / suppressed).toBeGreaterThan(0.8)
})
