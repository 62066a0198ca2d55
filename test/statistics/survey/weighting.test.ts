import { describe, expect, test } from 'vitest'
import { addDecimals, formatDecimal, parseDecimal } from '../../../src/query/evaluator/terms/decimal.ts'
import { type DrawnUnit, type Weighting, weighResponses } from '../../../src/statistics/survey/weighting.ts'
import { fc } from '../../fastCheck.ts'

/** A stratum: N, n, and how often each of those drawn answered. */
type Given = readonly [frameSize: number, answers: readonly number[]]

function weigh(given: readonly Given[], weighting: Weighting) {
  const strata = given.map(([frameSize, answers], index) => ({
    code: `s${index}`,
    frameSize,
    sampleSize: answers.length,
  }))
  const units = given.flatMap(([, answers], index) =>
    answers.map(
      (count, unit): DrawnUnit => ({
        stratum: `s${index}`,
        responses: Array.from({ length: count }, (_, response) => `s${index}/${unit}/${response}`),
      }),
    ),
  )
  return weighResponses(strata, units, weighting)
}

/** As SPARQL adds decimals up. */
const exactSum = (weights: Iterable<number>) =>
  formatDecimal(
    [...weights].map(weight => parseDecimal(String(weight))).reduce(addDecimals, parseDecimal('0')),
  )

describe('weights of responses', () => {
  test('are N ÷ n of those drawn, or N ÷ r of those who answered, in each stratum', () => {
    const given: Given[] = [
      [10, [1, 1, 0, 0]],
      [6, [1, 1, 1]],
    ]
    expect([...weigh(given, 'design').weights.values()]).toEqual([2.5, 2.5, 2, 2, 2])
    expect([...weigh(given, 'response').weights.values()]).toEqual([5, 5, 2, 2, 2])
    expect(weigh(given, 'response')).toMatchObject({
      areEqual: false,
      strata: [{ answered: 2 }, { answered: 3 }],
    })
  })

  test('are told to be equal where they are, but for the last digit', () => {
    expect(weigh([[10, [1, 1, 1]]], 'response')).toMatchObject({ areEqual: true })
    expect([...weigh([[10, [1, 1, 1]]], 'response').weights.values()]).toEqual([
      3.33333333333334, 3.33333333333333, 3.33333333333333,
    ])
  })

  test('are shared where somebody answered several times', () => {
    const { weights } = weigh([[9, [2, 1, 0]]], 'design')
    expect(Object.fromEntries(weights)).toEqual({ 's0/0/0': 1.5, 's0/0/1': 1.5, 's0/1/0': 3 })
  })

  test('are those of both records, where two that were drawn are one now', () => {
    const strata = [{ code: '', frameSize: 8, sampleSize: 2 }]
    const twice = { stratum: '', responses: ['r'] }
    expect(weighResponses(strata, [twice, twice], 'design').weights.get('r')).toBe(8)
  })

  test('are none where nobody was drawn, or nobody answered', () => {
    const { weights, strata } = weigh(
      [
        [7, []],
        [5, [0, 0]],
      ],
      'response',
    )
    expect(weights.size).toBe(0)
    expect(strata.map(({ answered }) => answered)).toEqual([0, 0])
  })

  test('add up to the frame of all strata where somebody answered, exactly', () => {
    const stratum = fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 })
      .chain(answers => fc.tuple(fc.integer({ min: answers.length, max: 5_000_000 }), fc.constant(answers)))
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), given => {
        const heard = given.filter(([, answers]) => answers.some(count => count > 0))
        const { weights } = weigh(given, 'response')
        expect(exactSum(weights.values())).toBe(`${heard.reduce((sum, [size]) => sum + size, 0)}.0`)
        const all = given.map(([size, answers]): Given => [size, answers.map(count => Math.max(count, 1))])
        expect(exactSum(weigh(all, 'design').weights.values())).toBe(
          `${given.reduce((sum, [size]) => sum + size, 0)}.0`,
        )
      }),
      { seed: 2026 },
    )
  })

  test('are within a part in 10^13 of the quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 10_000_000 }),
        (drawn, more) => {
          const size = drawn + more
          for (const weight of weigh([[size, new Array(drawn).fill(1)]], 'design').weights.values())
            expect(Math.abs((weight * drawn) / size - 1)).toBeLessThan(1e-13)
        },
      ),
      { seed: 5 },
    )
  })
})
