import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import { type CompareOptions, compareTables } from '../../../src/statistics/comparison/compareTables.ts'
import type { ComparisonTable } from '../../../src/statistics/comparison/comparison.ts'
import { comparisonToCsv } from '../../../src/statistics/comparison/comparisonToCsv.ts'
import { cellKey } from '../../../src/statistics/exchange/cells.ts'
import { roleValue, shareOf } from '../../../src/statistics/rows.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { SHARES } from '../exchange/survey.ts'
import { tables } from '../exchange/tableArbitrary.ts'

const OPTIONS: CompareOptions = { id: 'regions', title: { fr: 'Onze régions', en: 'Eleven regions' } }

const value = (code: string) =>
  code === 'other' || code === 'missing'
    ? roleValue(code, 'en')
    : { code, label: code, iri: `https://example.org/${code}` }

/** A table by the counts of its cells: codes with a comma between them. */
function tableOf(
  cells: Readonly<Record<string, number | null>>,
  base: number,
  rest: Partial<Table> = {},
): Table {
  const observations = Object.entries(cells).map(
    ([codes, n]): Observation => ({
      values: codes.split(',').map(value),
      n,
      base,
      missing: 2,
      share: n === null || codes === 'missing' ? null : shareOf(n, base),
      ...(n === null && { isSuppressed: true }),
    }),
  )
  return {
    id: 'forms',
    title: { fr: 'Formes', en: 'Forms' },
    dimensions: ['legalForm'],
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: 'SELECT * {}',
    ...rest,
  }
}

/** The cells of a comparison, in few words. */
function told({ observations }: ComparisonTable) {
  return observations.map(({ values, own, other, difference, ratio }) => [
    values.map(({ code }) => code).join(),
    `${own.status} ${own.n}/${own.base}`,
    `${other.status} ${other.n}/${other.base}`,
    difference,
    ratio,
  ])
}

test('shares of both, their difference from the counts, their ratio', () => {
  const compared = compareTables(
    tableOf({ asso: 128, epci: 97 }, 225),
    tableOf({ asso: 1, epci: 2 }, 3),
    OPTIONS,
  )
  expect(told(compared)).toEqual([
    ['asso', 'told 128/225', 'told 1/3', 23.5556, 1.7067],
    ['epci', 'told 97/225', 'told 2/3', -23.5556, 0.6467],
  ])
  expect(compared).toMatchObject({ id: 'regions', statistic: 'forms', dimensions: ['legalForm'] })
  expect(compared.observations[0]?.own.interval).toBeUndefined()
})

test('what the rounded shares would miss by a digit, and what is more than a number holds exactly', () => {
  // The shares are 33.3333 and 16.6667; they differ by 16.66665 before it is rounded.
  const [first] = compareTables(tableOf({ a: 1 }, 3), tableOf({ a: 1 }, 6), OPTIONS).observations
  expect(first?.difference).toBe(16.6667)
  const huge = Number.MAX_SAFE_INTEGER
  const [same] = compareTables(
    tableOf({ a: huge - 1 }, huge),
    tableOf({ a: huge }, huge),
    OPTIONS,
  ).observations
  expect([same?.difference, same?.ratio]).toEqual([0, 1])
})

describe('a cell of one side only', () => {
  test('nobody has it on the other side', () => {
    expect(told(compareTables(tableOf({ a: 3, b: 1 }, 4), tableOf({ a: 5, c: 5 }, 10), OPTIONS))).toEqual([
      ['a', 'told 3/4', 'told 5/10', 25, 1.5],
      ['b', 'told 1/4', 'absent 0/10', 25, null],
      ['c', 'absent 0/4', 'told 5/10', -50, 0],
    ])
  })

  test('is of no known base where its side has nobody to compare with', () => {
    const two = { dimensions: ['region', 'legalForm'], within: 'region' }
    const compared = compareTables(tableOf({ 'r,a': 3 }, 4, two), tableOf({ 's,a': 1 }, 2, two), OPTIONS)
    expect(told(compared)).toEqual([
      ['r,a', 'told 3/4', 'absent 0/null', null, null],
      ['s,a', 'absent 0/null', 'told 1/2', null, null],
    ])
  })

  test('may be among the values that are together on the other side', () => {
    const compared = compareTables(tableOf({ a: 3, other: 3 }, 6), tableOf({ b: 4, other: 1 }, 5), OPTIONS)
    expect(told(compared)).toEqual([
      ['a', 'told 3/6', 'together null/5', null, null],
      ['other', 'together 3/6', 'together 1/5', null, null],
      ['b', 'together null/6', 'told 4/5', null, null],
    ])
  })

  test('what is together on one side is nothing where the other side has no more values', () => {
    const whole = tableOf({ a: 3 }, 3)
    const first = tableOf({ a: 3, b: 1, other: 1 }, 5)
    expect(told(compareTables(first, whole, OPTIONS)).at(-1)).toEqual([
      'other',
      'told 1/5',
      'absent 0/3',
      20,
      null,
    ])
    const fewer = compareTables(first, tableOf({ a: 3, other: 2 }, 5), OPTIONS)
    expect(told(fewer).at(-1)).toEqual(['other', 'together 1/5', 'together 2/5', null, null])
    expect(told(compareTables(first, tableOf({ a: 3, b: 2, other: 5 }, 10), OPTIONS)).at(-1)).toEqual([
      'other',
      'told 1/5',
      'told 5/10',
      -30,
      0.4,
    ])
  })

  test('those who did not answer are known without a row of theirs', () => {
    const compared = compareTables(tableOf({ a: 3, missing: 2 }, 3), tableOf({ a: 3 }, 4), OPTIONS)
    expect(told(compared).at(-1)).toEqual(['missing', 'told 2/3', 'told 2/4', null, null])
    expect(compared.observations.at(-1)?.other.share).toBeNull()
    const ofAll = { base: 'population' } as const
    const whole = compareTables(tableOf({ missing: 2 }, 8, ofAll), tableOf({ a: 3 }, 4, ofAll), OPTIONS)
    expect(whole.observations[0]?.other.share).toBe(50)
  })
})

test('what is kept back stays so, and no difference or ratio tells it', () => {
  const compared = compareTables(tableOf({ a: 30, b: null }, 40), tableOf({ a: null, b: 3 }, 10), {
    ...OPTIONS,
    samples: 'both',
  })
  expect(told(compared)).toEqual([
    ['a', 'told 30/40', 'suppressed null/10', null, null],
    ['b', 'suppressed null/40', 'told 3/10', null, null],
  ])
  for (const { own, other, interval } of compared.observations) {
    expect(interval).toBeUndefined()
    expect([own, other].filter(side => side.interval).map(({ status }) => status)).toEqual(['told'])
  }
})

describe('samples', () => {
  const [own, other] = [tableOf({ asso: 56 }, 70), tableOf({ asso: 48 }, 80)]

  test('both have intervals, and their difference', () => {
    const [cell] = compareTables(own, other, { ...OPTIONS, samples: 'both' }).observations
    expect(cell?.difference).toBe(20)
    expect(cell?.interval?.lower).toBeCloseTo(5.24, 2)
    expect(cell?.interval?.upper).toBeCloseTo(33.39, 2)
    expect(cell?.own.interval).toBeDefined()
    expect(cell?.other.interval).toBeDefined()
  })

  test('the whole population has none', () => {
    const [cell] = compareTables(own, other, { ...OPTIONS, samples: 'this' }).observations
    expect(cell?.other.interval).toBeUndefined()
    expect(cell?.interval?.lower).toBeCloseTo(cell!.own.interval!.lower - 60, 4)
    const [turned] = compareTables(other, own, { ...OPTIONS, samples: 'other' }).observations
    expect(turned?.interval?.lower).toBeCloseTo(-cell!.interval!.upper, 4)
  })

  test('drawn from few they are known better', () => {
    const options = { ...OPTIONS, samples: 'both', drawnFrom: { own: 70, other: 80 } } as const
    const [cell] = compareTables(own, other, options).observations
    expect(cell?.interval).toEqual({ lower: 20, upper: 20 })
    expect(() => compareTables(own, other, { ...options, drawnFrom: { own: 60 } })).toThrow(StatisticsError)
  })

  test('weights have no intervals, and shares alone neither: it says why', () => {
    const weighted = { weight: 'members' }
    const weights = compareTables(tableOf({ a: 1.5 }, 3, weighted), tableOf({ a: 0.5 }, 2, weighted), {
      ...OPTIONS,
      samples: 'both',
    })
    expect(weights).toMatchObject({ withoutIntervals: 'weighted', weight: 'members' })
    expect(weights.observations[0]).toMatchObject({ difference: 25, ratio: 2 })
    expect(weights.observations[0]?.interval).toBeUndefined()
    const shares = compareTables(SHARES, SHARES, { ...OPTIONS, samples: 'this' })
    expect(shares).toMatchObject({ withoutIntervals: 'no-counts', unit: SHARES.unit })
    expect(shares.observations[0]).toMatchObject({ difference: 0, ratio: 1, own: { n: null, share: 90 } })
  })
})

test('a share alone says nothing of a cell that it has not', () => {
  const [first] = SHARES.observations
  const compared = compareTables(SHARES, { ...SHARES, observations: [first!] }, OPTIONS)
  expect(compared.observations[1]?.other).toEqual({ status: 'absent', n: null, base: null, share: null })
  expect(compared.observations[1]?.difference).toBeNull()
})

test.each<[string, Table, Table]>([
  ['dimensions', tableOf({ a: 1 }, 1), tableOf({ a: 1 }, 1, { dimensions: ['mission'] })],
  ['bases', tableOf({ a: 1 }, 1), tableOf({ a: 1 }, 1, { base: 'population' })],
  ['weights', tableOf({ a: 1 }, 1, { weight: 'members' }), tableOf({ a: 1 }, 1)],
  [
    'values of its bases',
    tableOf({ 'a,b': 1 }, 1, { dimensions: ['x', 'y'], within: 'x' }),
    tableOf({ 'a,b': 1 }, 1, { dimensions: ['x', 'y'], within: 'y' }),
  ],
])('tables of other %s cannot be compared', (_, table, reference) => {
  expect(() => compareTables(table, reference, OPTIONS)).toThrow(StatisticsError)
})

test('a cell that stands twice is refused', () => {
  const table = tableOf({ a: 1 }, 1)
  const twice = { ...table, observations: [...table.observations, ...table.observations] }
  expect(() => compareTables(table, twice, OPTIONS)).toThrow('has the cell a twice')
})

/** Two tables of the same dimensions, each with some of the cells of a random one; of two, shares are within the second. */
const pairs = tables.chain(({ observations, ...shape }) => {
  const [, within] = shape.dimensions
  const table = { ...shape, ...(within !== undefined && { within }) }
  const some = fc.subarray([...observations]).map((observations): Table => ({ ...table, observations }))
  return fc.tuple(some, some)
})

test('every cell of either side is there once; turned around, differences change their sign only', () => {
  fc.assert(
    fc.property(pairs, ([own, other]) => {
      const compared = compareTables(own, other, OPTIONS)
      const cells = compared.observations.map(({ values }) => cellKey(values))
      const expected = new Set([...own.observations, ...other.observations].map(one => cellKey(one.values)))
      expect(new Set(cells)).toEqual(expected)
      expect(cells.length).toBe(expected.size)
      const turned = compareTables(other, own, OPTIONS)
      const ofTurned = new Map(turned.observations.map(one => [cellKey(one.values), one]))
      for (const { values, own, other, difference, ratio } of compared.observations) {
        const back = ofTurned.get(cellKey(values))
        expect([back?.own, back?.other]).toEqual([other, own])
        expect(back?.difference ?? null).toBe(
          difference === null || difference === 0 ? difference : -difference,
        )
        if ([own, other].some(({ status }) => status === 'suppressed'))
          expect([difference, ratio]).toEqual([null, null])
      }
    }),
    { numRuns: 300, seed: 2026 },
  )
})

test('as CSV, what is not known is empty', () => {
  const compared = compareTables(tableOf({ asso: 56, other: 14 }, 70), tableOf({ asso: 48, epci: 32 }, 80), {
    ...OPTIONS,
    samples: 'this',
  })
  const rows = parse(comparisonToCsv(compared), { columns: true, record_delimiter: '\r\n' })
  expect(rows).toEqual([
    {
      legalForm: 'asso',
      legalFormLabel: 'asso',
      legalFormIri: 'https://example.org/asso',
      legalFormRole: '',
      ownStatus: 'told',
      ownN: '56',
      ownBase: '70',
      ownShare: '80.0000',
      ownLower: '69.1834',
      ownUpper: '87.6953',
      otherStatus: 'told',
      otherN: '48',
      otherBase: '80',
      otherShare: '60.0000',
      difference: '20.0000',
      differenceLower: '9.1834',
      differenceUpper: '27.6953',
      ratio: '1.3333',
    },
    expect.objectContaining({
      legalFormRole: 'other',
      ownStatus: 'together',
      otherStatus: 'together',
      otherN: '',
      difference: '',
      ratio: '',
    }),
    expect.objectContaining({ legalForm: 'epci', ownStatus: 'together', otherN: '32' }),
  ])
})
