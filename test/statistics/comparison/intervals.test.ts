import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { type CountedShare, differenceInterval } from '../../../src/statistics/comparison/newcombe.ts'
import { wilsonInterval } from '../../../src/statistics/comparison/wilson.ts'
import { fc } from '../../fastCheck.ts'
import { hybridScore, sharesNotRejected } from './scoreTest.ts'

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain(base => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)))

describe('Wilson', () => {
  test.each<[number, number, number, number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])(
    '%i of %i, as Newcombe has it (1998, Statistics in Medicine 17, 857–872, table I, method 3)',
    (n, base, low, high) => {
      const { lower, upper } = wilsonInterval(n, base)
      expect(lower / 100).toBeCloseTo(low, 4)
      expect(upper / 100).toBeCloseTo(high, 4)
    },
  )

  test('is what a score test does not reject, of many and of few', () => {
    const drawn = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined })
    fc.assert(
      fc.property(counts, drawn, ([n, base], others) => {
        const size = others === undefined ? undefined : base + others
        const { lower, upper } = wilsonInterval(n, base, size === undefined ? {} : { drawnFrom: size })
        const expected = sharesNotRejected(n, base, size)
        expect(Math.abs(lower - 100 * expected.lower)).toBeLessThan(1e-4)
        expect(Math.abs(upper - 100 * expected.upper)).toBeLessThan(1e-4)
      }),
      { numRuns: 300, seed: 1927 },
    )
  })

  test('holds the share, lies within 0 and 100, and is symmetric', () => {
    fc.assert(
      fc.property(counts, ([n, base]) => {
        const { lower, upper } = wilsonInterval(n, base)
        const share = Math.round((n * 1_000_000) / base) / 10_000
        expect(0 <= lower && lower <= share && share <= upper && upper <= 100).toBe(true)
        const rest = wilsonInterval(base - n, base)
        expect(rest.lower).toBeCloseTo(100 - upper, 3)
        expect(rest.upper).toBeCloseTo(100 - lower, 3)
      }),
      { seed: 1927 },
    )
  })

  test('is narrower the more answered, and the more of all are drawn', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([n, base], times) => {
        const width = (interval: { lower: number; upper: number }) => interval.upper - interval.lower
        const one = width(wilsonInterval(n, base))
        expect(width(wilsonInterval(n * times, base * times))).toBeLessThan(one)
        const drawn = width(wilsonInterval(n, base, { drawnFrom: base * times }))
        expect(drawn).toBeLessThanOrEqual(one)
      }),
      { seed: 1927 },
    )
    expect(wilsonInterval(128, 225)).toEqual({ lower: 50.3558, upper: 63.1907 })
    expect(wilsonInterval(128, 225, { drawnFrom: 400 })).toEqual({ lower: 52.5679, upper: 61.1075 })
    expect(wilsonInterval(128, 225, { drawnFrom: 225 })).toEqual({ lower: 56.8889, upper: 56.8889 })
  })

  test.each<[number, number, number | undefined]>([
    [1, 0, undefined],
    [-1, 3, undefined],
    [4, 3, undefined],
    [1.5, 3, undefined],
    [1, Number.NaN, undefined],
    [1, 3, 2],
    [1, 3, 3.5],
  ])('refuses %d of %d, drawn from %d', (n, base, drawnFrom) => {
    expect(() => wilsonInterval(n, base, drawnFrom === undefined ? {} : { drawnFrom })).toThrow(
      StatisticsError,
    )
  })
})

const sample = ([n, base]: readonly [number, number]): CountedShare => ({ n, base, isSample: true })

describe('Newcombe', () => {
  test.each<[[number, number], [number, number], number, number]>([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
    [[10, 10], [0, 10], 0.6075, 1],
  ])(
    '%j less %j, as he has it (1998, Statistics in Medicine 17, 873–890, table II, method 10)',
    (one, two, low, high) => {
      const { lower, upper } = differenceInterval(sample(one), sample(two))
      expect(lower / 100).toBeCloseTo(low, 4)
      expect(upper / 100).toBeCloseTo(high, 4)
    },
  )

  test('is what the bounds of two score tests give', () => {
    fc.assert(
      fc.property(counts, counts, (one, two) => {
        const { lower, upper } = differenceInterval(sample(one), sample(two))
        const expected = hybridScore(one, two)
        expect(Math.abs(lower - 100 * Math.max(-1, expected.lower))).toBeLessThan(1e-4)
        expect(Math.abs(upper - 100 * Math.min(1, expected.upper))).toBeLessThan(1e-4)
      }),
      { numRuns: 200, seed: 1998 },
    )
  })

  test('of a sample and a population, the share of the population is a constant', () => {
    fc.assert(
      fc.property(counts, counts, (one, [n, base]) => {
        const whole = { n, base, isSample: false }
        const own = wilsonInterval(...one)
        const { lower, upper } = differenceInterval(sample(one), whole)
        expect(lower).toBeCloseTo(own.lower - (100 * n) / base, 3)
        expect(upper).toBeCloseTo(own.upper - (100 * n) / base, 3)
        const turned = differenceInterval(whole, sample(one))
        expect(turned.lower).toBeCloseTo(-upper, 3)
        expect(turned.upper).toBeCloseTo(-lower, 3)
      }),
      { seed: 1998 },
    )
  })
})
