import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../../src/statistics/sample/allocation.ts'
import { drawSample, type SamplingUnit } from '../../../src/statistics/sample/drawSample.ts'
import { fc } from '../../fastCheck.ts'

const frameOf = (count: number, strata: readonly string[] = []): SamplingUnit[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `https://annuaire.example.org/id/acteur/${index}#it`,
    ...(strata.length === 0 ? {} : { stratum: strata[index % strata.length]! }),
  }))

const idsOf = ({ units }: { units: readonly SamplingUnit[] }) => units.map(({ id }) => id)

/** Frames with strata of any sizes, one of them without a name. */
const frames = fc
  .array(fc.tuple(fc.string(), fc.constantFrom('a', 'b', 'c', 'd', undefined)), {
    minLength: 1,
    maxLength: 60,
  })
  .map(pairs =>
    [...new Map(pairs)].map(([id, stratum]) => ({ id, ...(stratum === undefined ? {} : { stratum }) })),
  )

describe('a random sample', () => {
  test('is that of the smallest digests, as anyone can compute them', () => {
    const frame = frameOf(50)
    const digest = (id: string) => createHash('sha256').update(`2026\n${id}`).digest('hex')
    const expected = frame.map(({ id }) => id).sort((a, b) => (digest(a) < digest(b) ? -1 : 1))
    expect(idsOf(drawSample(frame, { size: 7, seed: 2026 }))).toEqual(expected.slice(0, 7))
    expect(drawSample(frame, { size: 7, seed: '2026' })).toEqual(drawSample(frame, { size: 7, seed: 2026 }))
  })

  test('draws each unit as often as another, and each pair', () => {
    const [seeds, count, size] = [3000, 20, 6]
    const frame = frameOf(count)
    const drawn = new Map(frame.map(({ id }) => [id, 0]))
    const pairs = new Map<string, number>()
    for (let seed = 0; seed < seeds; seed += 1) {
      const ids = idsOf(drawSample(frame, { size, seed })).sort()
      for (const [index, id] of ids.entries()) {
        drawn.set(id, drawn.get(id)! + 1)
        for (const other of ids.slice(index + 1)) {
          const pair = `${id} ${other}`
          pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
        }
      }
    }
    const p = size / count
    // Draws without replacement: the statistic has the distribution of chi-square with 19 degrees of freedom.
    const chiSquare = [...drawn.values()].reduce(
      (sum, times) => sum + (times - seeds * p) ** 2 / (seeds * p * (1 - p)),
      0,
    )
    expect((chiSquare * (count - 1)) / count).toBeLessThan(43.82) // 99.9 % of such draws
    expect((chiSquare * (count - 1)) / count).toBeGreaterThan(5.41) // and too even would be no chance either
    const expected = (seeds * size * (size - 1)) / (count * (count - 1))
    expect(pairs.size).toBe((count * (count - 1)) / 2)
    for (const times of pairs.values()) {
      expect(Math.abs(times - expected) / Math.sqrt(expected)).toBeLessThan(4.5)
    }
  })

  test('does not depend on the order of the frame, and a smaller one is a part of it', () => {
    fc.assert(
      fc.property(
        frames.chain(frame =>
          fc.tuple(
            fc.constant(frame),
            fc.shuffledSubarray(frame, { minLength: frame.length }),
            fc.nat(frame.length),
            fc.nat(frame.length),
          ),
        ),
        fc.string({ minLength: 1 }),
        ([frame, shuffled, size, smaller], seed) => {
          const bare = frame.map(({ id }) => ({ id }))
          const sample = drawSample(frame, { size, seed })
          expect(drawSample(shuffled, { size, seed })).toEqual(sample)
          const ids = idsOf(drawSample(bare, { size: Math.max(size, smaller), seed }))
          expect(ids.slice(0, Math.min(size, smaller))).toEqual(
            idsOf(drawSample(bare, { size: Math.min(size, smaller), seed })),
          )
        },
      ),
    )
  })

  test('keeps its units when one is added, but for the one that makes room', () => {
    fc.assert(
      fc.property(frames, fc.nat(), fc.string({ minLength: 30 }), (frame, at, id) => {
        fc.pre(frame.every(unit => unit.id !== id))
        const bare = frame.map(({ id }) => ({ id }))
        const size = at % (bare.length + 1)
        const before = idsOf(drawSample(bare, { size, seed: 1 }))
        const after = idsOf(drawSample([...bare, { id }], { size, seed: 1 }))
        expect(after.filter(unit => !before.includes(unit))).toEqual(after.includes(id) ? [id] : [])
      }),
    )
  })

  test('weighs units so that they stand for the whole frame, stratum by stratum', () => {
    fc.assert(
      fc.property(
        frames,
        fc.constantFrom('proportional', 'equal'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (frame, allocation, part) => {
          const size = Math.ceil(part * frame.length)
          const sample = drawSample(frame, { size, seed: 'x', allocation })
          expect(sample.units).toHaveLength(size)
          expect(new Set(idsOf(sample)).size).toBe(size)
          for (const { code, frameSize, sampleSize } of sample.strata) {
            const units = sample.units.filter(({ stratum = '' }) => stratum === code)
            expect(units).toHaveLength(sampleSize)
            if (sampleSize === 0) continue
            expect(units.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(frameSize)
            for (const unit of units) expect(unit.probability * unit.weight).toBeCloseTo(1)
          }
        },
      ),
    )
  })
})

describe('an allocation', () => {
  const strata = (sizes: Readonly<Record<string, number>>) =>
    Object.entries(sizes).map(([code, frameSize]) => ({ code, frameSize }))

  test.each([
    [
      'the largest remainders get what is left',
      { a: 47, b: 16, c: 158, d: 12 },
      20,
      'proportional',
      0,
      [4, 1, 14, 1],
    ],
    ['among equal remainders the first code does', { b: 10, a: 10, c: 10 }, 4, 'proportional', 0, [1, 2, 1]],
    ['a small stratum may get none', { a: 990, b: 10 }, 10, 'proportional', 0, [10, 0]],
    ['unless it is to have one', { a: 990, b: 10 }, 10, 'proportional', 1, [9, 1]],
    ['or all that it has', { a: 990, b: 2 }, 10, 'proportional', 5, [8, 2]],
    ['equal shares', { a: 100, b: 50, c: 50 }, 7, 'equal', 0, [3, 2, 2]],
    ['what a small one has not, the others get', { a: 100, b: 2, c: 50 }, 20, 'equal', 0, [9, 2, 9]],
    ['all of them', { a: 3, b: 4 }, 7, 'proportional', 0, [3, 4]],
  ] as const)('%s', (_, sizes, size, allocation, minimum, expected) => {
    expect(allocate(strata(sizes), size, allocation, minimum)).toEqual(expected)
  })

  test('adds up, and stays within one of the quota', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('proportional', 'equal'),
        fc.nat(3),
        (sizes, part, allocation, minimum) => {
          const whole = sizes.reduce((sum, size) => sum + size, 0)
          const least = sizes.reduce((sum, size) => sum + Math.min(minimum, size), 0)
          const size = Math.max(Math.floor(part * whole), least)
          const counts = allocate(
            sizes.map((frameSize, index) => ({ code: String(index), frameSize })),
            size,
            allocation,
            minimum,
          )
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(size)
          for (const [index, count] of counts.entries()) {
            expect(count).toBeGreaterThanOrEqual(Math.min(minimum, sizes[index]!))
            expect(count).toBeLessThanOrEqual(sizes[index]!)
            if (allocation === 'proportional' && minimum === 0)
              expect(Math.abs(count - (size * sizes[index]!) / whole)).toBeLessThan(1)
          }
          if (allocation === 'equal') {
            // Whoever has fewer than another by more than one was taken whole.
            const most = Math.max(...counts)
            for (const [index, count] of counts.entries())
              if (count < most - 1) expect(count).toBe(sizes[index])
          }
        },
      ),
    )
  })
})

describe('what cannot be drawn is said', () => {
  const frame = frameOf(10, ['a', 'b'])

  test.each([
    [{ size: 11, seed: 1 }, 'the frame has 10 units'],
    [{ size: -1, seed: 1 }, 'the size of the sample is -1; it should be a whole number'],
    [{ size: 2.5, seed: 1 }, 'the size of the sample is 2.5'],
    [{ seed: 1 }, 'give its "size"'],
    [{ size: 1, seed: '' }, 'the seed of a sample is ""'],
    [{ size: 1, seed: 'a\nb' }, 'a text in one line'],
    [{ size: 1, seed: 1, minimum: 1 }, 'cannot have 1 of each of 2 strata; it needs 2 at least'],
    [
      { seed: 1, allocation: { a: 6, b: 0 } },
      '6 units of the stratum "a" cannot be drawn: the frame has 5 of it',
    ],
    [{ seed: 1, allocation: { a: 1 } }, 'does not say how many of the stratum "b" are drawn'],
    [
      { seed: 1, allocation: { a: 1, b: 1, c: 1 } },
      'the stratum "c", which the frame has not; it has "a", "b"',
    ],
    [{ size: 3, seed: 1, allocation: { a: 1, b: 1 } }, 'its allocation adds up to 2'],
    [{ seed: 1, minimum: 1, allocation: { a: 1, b: 1 } }, '"minimum" is for the other allocations'],
    [{ seed: 1, allocation: { a: 1, b: Number.NaN } }, 'is NaN; it should be a whole number'],
  ])('%o', (options, message) => {
    expect(() => drawSample(frame, options)).toThrow(message)
  })

  test('a unit that stands twice, or in two strata', () => {
    expect(() => drawSample([{ id: 'x' }, { id: 'x' }], { size: 1, seed: 1 })).toThrow(
      'has the unit "x" twice',
    )
    expect(() =>
      drawSample(
        [
          { id: 'x', stratum: 'a' },
          { id: 'x', stratum: 'b' },
        ],
        { size: 1, seed: 1 },
      ),
    ).toThrow('in the strata "a" and "b"; stratify by what has one value')
  })

  test('a number for each stratum, none left out', () => {
    const { units, strata } = drawSample(frame, { seed: 1, allocation: { a: 2, b: 0 } })
    expect(units.map(({ stratum, weight, probability }) => [stratum, weight, probability])).toEqual([
      ['a', 2.5, 0.4],
      ['a', 2.5, 0.4],
    ])
    expect(strata).toEqual([
      { code: 'a', frameSize: 5, sampleSize: 2 },
      { code: 'b', frameSize: 5, sampleSize: 0 },
    ])
  })
})
