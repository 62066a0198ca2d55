import { describe, expect, test } from 'vitest'
import { roundNumber, roundShare, shownShare } from '../../src/statistics/rounding.ts'
import { fc } from '../fastCheck.ts'

describe('a share is rounded from its counts', () => {
  test.each([
    [128, 225, {}, 56.9],
    [128, 225, { decimals: 0, mode: 'truncate' }, 56],
    [1, 8, { decimals: 0 }, 13],
    [1, 3, { decimals: 4 }, 33.3333],
    [0, 7, {}, 0],
    [7, 7, { mode: 'truncate' }, 100],
    // Four decimals first, half up, would be 56.85, and then 56.9.
    [568_499_99, 1_000_000_00, {}, 56.8],
    // In floating point, 0.1 + 0.2 is no 0.3, and 1.005 less than it is written.
    [0.1, 0.3, {}, 33.3],
    [1.005, 100, { decimals: 2 }, 1.01],
    [1e-7, 1, {}, 0],
    [1e21, 3e21, {}, 33.3],
  ] as const)('%d of %d, %o: %d', (n, base, rounding, expected) => {
    expect(roundShare(n, base, rounding)).toBe(expected)
  })

  test('of nothing there is none', () => {
    expect(roundShare(0, 0)).toBeNull()
    expect(shownShare({ n: 3, base: 225, share: null })).toBeNull()
  })

  test('without counts, it is rounded from the share', () => {
    expect(shownShare({ n: null, base: null, share: 13.55 })).toBe(13.6)
  })

  test('as whole numbers say: half up, or down to what is reached', () => {
    const counts = fc
      .nat({ max: Number.MAX_SAFE_INTEGER })
      .chain(base => fc.record({ base: fc.constant(Math.max(base, 1)), n: fc.nat({ max: base }) }))
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 4 }), fc.boolean(), ({ n, base }, decimals, isCut) => {
        const share = roundShare(n, base, { decimals, mode: isCut ? 'truncate' : 'half-up' })!
        // In units of the last decimal: units × base is at most 100 × n, or nearer to it than half a base.
        const units = BigInt(Math.round(share * 10 ** decimals))
        const rest = BigInt(n) * 100n * 10n ** BigInt(decimals) - units * BigInt(base)
        if (isCut) return rest >= 0n && rest < BigInt(base)
        return 2n * rest >= -BigInt(base) && 2n * rest < BigInt(base)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a number is rounded as it is written, halves away from zero', () => {
  expect(roundNumber(34.45)).toBe(34.5)
  expect(roundNumber(-34.45)).toBe(-34.5)
  expect(roundNumber(-0.01)).toBe(0)
  expect(roundNumber(34.49, { mode: 'truncate' })).toBe(34.4)
})
