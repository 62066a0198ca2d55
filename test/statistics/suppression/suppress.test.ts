import { describe, expect, test } from 'vitest'
import { StatisticsError } from '../../../src/errors.ts'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { suppressSmallCells } from '../../../src/statistics/suppression/suppress.ts'
import { fc } from '../../fastCheck.ts'

const value = (code: string) => ({ code, label: code })

/** A table by one dimension, its counts by code. */
function oneDimension(counts: Readonly<Record<string, number>>, base?: number): Table {
  const sum = Object.values(counts).reduce((total, n) => total + n, 0)
  const observations = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => observation([code], n, base ?? sum))
  return toTable(['form'], observations)
}

function observation(codes: readonly string[], n: number, base: number): Observation {
  return { values: codes.map(value), n, base, missing: 0, share: base === 0 ? null : (100 * n) / base }
}

function toTable(dimensions: readonly string[], observations: readonly Observation[]): Table {
  return {
    id: 't',
    title: { fr: 't', en: 't' },
    dimensions,
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: '',
  }
}

/** A table by two dimensions: a row of counts per value of the first one, which gives the bases. */
function twoDimensions(rows: readonly (readonly number[])[]): Table {
  return toTable(
    ['a', 'b'],
    rows.flatMap((row, a) => {
      const base = row.reduce((total, n) => total + n, 0)
      return row.map((n, b) => observation([`a${a}`, `b${b}`], n, base))
    }),
  )
}

const shown = ({ observations }: Table) =>
  observations.map(({ values, n }) => `${values.map(({ code }) => code).join(' ')} ${n ?? '–'}`)

describe('one dimension', () => {
  test('a small cell takes the next smallest with it', () => {
    expect(shown(suppressSmallCells(oneDimension({ a: 40, b: 12, c: 9, d: 2 }), { below: 5 }))).toEqual([
      'a 40',
      'b 12',
      'c –',
      'd –',
    ])
  })

  test('nothing is kept back where nothing is small; none is not small', () => {
    const table = oneDimension({ a: 40, b: 12, c: 5, d: 0 })
    expect(suppressSmallCells(table, { below: 5 })).toEqual(table)
  })

  test('two small cells of which each can only be 1 take a third with them', () => {
    expect(shown(suppressSmallCells(oneDimension({ a: 40, b: 12, c: 1, d: 1 }), { below: 5 }))).toEqual([
      'a 40',
      'b –',
      'c –',
      'd –',
    ])
  })

  test('where shares are of respondents with several values, the base tells no sum', () => {
    expect(shown(suppressSmallCells(oneDimension({ a: 40, b: 30, c: 2 }, 45), { below: 5 }))).toEqual([
      'a 40',
      'b 30',
      'c –',
    ])
  })

  test('what is kept back has no figure at all, and comes by code', () => {
    const table = oneDimension({ z: 6, a: 40, b: 2 })
    const { observations } = suppressSmallCells(table, { below: 5 })
    expect(observations.slice(1)).toEqual([
      { values: [value('b')], n: null, base: 48, missing: 0, share: null, isSuppressed: true },
      { values: [value('z')], n: null, base: 48, missing: 0, share: null, isSuppressed: true },
    ])
  })

  test('a base that is small is kept back with all that it is the base of', () => {
    const { observations } = suppressSmallCells(oneDimension({ a: 2, b: 1 }), { below: 5 })
    expect(observations.map(({ n, base, missing }) => [n, base, missing])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
  })

  test('a total', () => {
    const small = toTable([], [observation([], 3, 400)])
    expect(suppressSmallCells(small, { below: 5 }).observations[0]).toMatchObject({
      n: null,
      base: 400,
      share: null,
    })
  })
})

describe('two dimensions', () => {
  test('rows and columns each hide enough', () => {
    const table = twoDimensions([
      [2, 20, 30],
      [25, 10, 40],
      [30, 50, 60],
    ])
    expect(
      shown(suppressSmallCells(table, { below: 5, within: 'a' })).filter(text => text.endsWith('–')),
    ).toHaveLength(4)
  })
})

describe('those who did not answer', () => {
  const unanswered = (one: Observation, missing: number): Observation => ({
    values: one.values.map((given, index) =>
      index === one.values.length - 1 ? { code: 'missing', label: 'Sans réponse', role: 'missing' } : given,
    ),
    n: missing,
    base: one.base,
    missing,
    share: null,
  })
  const withUnanswered = (table: Table, missing: number, base: 'answered' | 'population'): Table => {
    const blocks = Map.groupBy(table.observations, ({ values }) => (values.length > 1 ? values[0]!.code : ''))
    const observations = [...blocks.values()].flatMap(block => [
      ...block.map(one => ({ ...one, missing })),
      unanswered(block[0]!, missing),
    ])
    return { ...table, base, observations }
  }
  const told = ({ observations }: Table) =>
    observations.map(({ n, base, missing }) => [n, base, missing].map(count => count ?? '–').join(' '))

  test('are kept back where they have a row and are few, with a value, the base and all shares', () => {
    const table = withUnanswered(oneDimension({ a: 40, b: 12 }), 3, 'answered')
    const { observations } = suppressSmallCells(table, { below: 5 })
    expect(told({ ...table, observations })).toEqual(['40 – –', '– – –', '– – –'])
    expect(observations.map(({ share, isSuppressed }) => [share, isSuppressed])).toEqual([
      [null, undefined],
      [null, true],
      [null, true],
    ])
  })

  test('are told where they have none: the base tells them to all who know the size of the population', () => {
    const table = withUnanswered(oneDimension({ a: 40, b: 12 }), 3, 'answered')
    const answers = { ...table, observations: table.observations.slice(0, -1) }
    expect(suppressSmallCells(answers, { below: 5 })).toEqual(answers)
  })

  test('are kept back where nobody answered, and there are few', () => {
    const table = oneDimension({ a: 0, b: 0 })
    const of = (missing: number) => ({
      ...table,
      observations: table.observations.map(one => ({ ...one, missing })),
    })
    expect(told(suppressSmallCells(of(3), { below: 5 }))).toEqual(['0 0 –', '0 0 –'])
    expect(told(suppressSmallCells(of(5), { below: 5 }))).toEqual(['0 0 5', '0 0 5'])
  })

  test('are not what a small value is hidden behind, while another value can be', () => {
    const table = withUnanswered(oneDimension({ a: 40, b: 12, c: 2 }), 6, 'answered')
    expect(told(suppressSmallCells(table, { below: 5 }))).toEqual(['40 54 6', '– 54 6', '– 54 6', '6 54 6'])
  })

  test('take bounds and cumulative shares with the base, and leave what is of a number', () => {
    const table = withUnanswered(oneDimension({ a: 40, b: 12 }), 3, 'answered')
    const further = { cumulativeShare: 76.9, lower: 60, upper: 86, valid: 40, mean: 7 }
    const measured = { ...table, observations: table.observations.map(one => ({ ...one, further })) }
    expect(suppressSmallCells(measured, { below: 5 }).observations[0]?.further).toEqual({
      cumulativeShare: null,
      lower: null,
      upper: null,
      valid: 40,
      mean: 7,
    })
  })

  test('are told where they are many, or none', () => {
    for (const missing of [0, 5]) {
      const table = withUnanswered(oneDimension({ a: 40, b: 12 }), missing, 'answered')
      expect(suppressSmallCells(table, { below: 5 })).toEqual(table)
    }
  })

  test('of the whole population take a value with them, and are taken with one', () => {
    const few = withUnanswered(oneDimension({ a: 40, b: 12 }, 55), 3, 'population')
    expect(told(suppressSmallCells(few, { below: 5 }))).toEqual(['40 55 –', '– 55 –', '– 55 –'])
    const many = withUnanswered(oneDimension({ a: 40, b: 2 }, 48), 6, 'population')
    expect(told(suppressSmallCells(many, { below: 5 }))).toEqual(['40 48 –', '– 48 –', '– 48 –'])
  })

  test('of a small base are kept back with it', () => {
    const table = withUnanswered(oneDimension({ a: 2, b: 1 }), 30, 'answered')
    expect(told(suppressSmallCells(table, { below: 5 }))).toEqual(['– – –', '– – –', '– – –'])
  })

  test('of one value take those of another with them', () => {
    const table = twoDimensions([
      [20, 30],
      [25, 40],
      [30, 50],
    ])
    const missing = [2, 9, 14]
    const observations = [0, 1, 2].flatMap(a => {
      const block = table.observations.slice(2 * a, 2 * a + 2).map(one => ({ ...one, missing: missing[a]! }))
      return [...block, unanswered(block[0]!, missing[a]!)]
    })
    const safe = suppressSmallCells({ ...table, within: 'a', observations }, { below: 5 })
    // Those of a0, which are few, and of a1, from which they could be told; each with one value, and with all shares.
    expect(told(safe)).toEqual([
      '30 – –',
      '– – –',
      '– – –',
      '40 – –',
      '– – –',
      '– – –',
      '30 80 14',
      '50 80 14',
      '14 80 14',
    ])
  })
})

describe('measures of a number', () => {
  const measured = (
    counts: Readonly<Record<string, number>>,
    valid: Readonly<Record<string, number>>,
  ): Table => {
    const table = oneDimension(counts)
    return {
      ...table,
      measures: [...table.measures, 'valid', 'mean', 'sum', 'min', 'max', 'median', 'q10'],
      observations: table.observations.map(one => {
        const known = valid[one.values[0]!.code]!
        return {
          ...one,
          further: { valid: known, mean: 7, sum: 7 * known, min: 1, max: 9, median: 6, q10: 2 },
        }
      }),
    }
  }
  const further = (table: Table) =>
    Object.fromEntries(
      suppressSmallCells(table, { below: 5 }).observations.map(({ values, further }) => [
        values.map(({ code }) => code).join(),
        Object.values(further ?? {})
          .map(figure => figure ?? '–')
          .join(' '),
      ]),
    )

  test('are told where enough gave one: never the least and the greatest, quantiles with enough on both sides', () => {
    expect(further(measured({ a: 60, b: 40, c: 30 }, { a: 50, b: 10, c: 9 }))).toEqual({
      a: '50 7 350 – – 6 2',
      b: '10 7 70 – – 6 –',
      c: '9 7 63 – – – –',
    })
  })

  test('of one are kept back, and those of another, from which they could be told', () => {
    const safe = further(measured({ a: 60, b: 40, c: 30 }, { a: 50, b: 1, c: 9 }))
    expect(safe).toEqual({ a: '50 7 350 – – 6 2', b: '– – – – – – –', c: '– – – – – – –' })
  })

  test('nobody gave is no secret', () => {
    expect(further(measured({ a: 60, b: 40 }, { a: 50, b: 0 })).b).toBe('0 7 0 – – – –')
  })

  test('of all together', () => {
    const one = (valid: number): Table => ({
      ...measured({}, {}),
      dimensions: [],
      observations: [{ ...observation([], 10, 10), further: { valid, mean: 4200, max: 4200 } }],
    })
    expect(further(one(1))).toEqual({ '': '– – –' })
    expect(further(one(5))).toEqual({ '': '5 4200 –' })
  })

  test('a note says so', () => {
    const { notes } = suppressSmallCells(measured({ a: 60 }, { a: 50 }), { below: 5 })
    expect(notes).toHaveLength(1)
    expect(notes![0]!.fr).toContain('moins de 5 valeurs')
  })
})

test.each([
  {},
  { threshold: 7 },
  { below: NaN },
  { below: 1 },
  { below: 2.5 },
  { below: 5, within: 'z' },
  5,
  null,
])('the options %j are refused', options => {
  const table = oneDimension({ a: 40, b: 2 })
  expect(() => suppressSmallCells(table, options as unknown as { below: number })).toThrow(StatisticsError)
})

/** All counts that a reader finds possible for a hidden cell, who subtracts what is shown from all sums. */
function possible(
  table: Table,
  rows: readonly (readonly number[])[],
  isSumKnown: (row: number) => boolean,
): Map<string, Set<number>> {
  const least = rows.length === 1 ? 1 : 0
  const width = rows[0]!.length
  const hidden: [row: number, column: number][] = []
  for (const { values, isSuppressed } of table.observations) {
    if (isSuppressed === true) {
      const [a, b] = values.map(({ code }) => Number(code.slice(1)))
      hidden.push(rows.length === 1 ? [0, a!] : [a!, b!])
    }
  }
  const rowRest = rows.map((row, a) => hidden.reduce((sum, [x, y]) => (x === a ? sum + row[y]! : sum), 0))
  const columnRest = Array.from({ length: width }, (_, b) =>
    hidden.reduce((sum, [x, y]) => (y === b ? sum + rows[x]![y]! : sum), 0),
  )
  const found = new Map(hidden.map(([x, y]) => [`${x} ${y}`, new Set<number>()]))
  const picked: number[] = []
  const fill = (index: number): void => {
    if (index === hidden.length) {
      const isWhole = rowRest.every((rest, row) => rest === 0 || !isSumKnown(row))
      if (isWhole && (rows.length === 1 || columnRest.every(rest => rest === 0))) {
        for (const [at, [x, y]] of hidden.entries()) found.get(`${x} ${y}`)!.add(picked[at]!)
      }
      return
    }
    const [x, y] = hidden[index]!
    const most = Math.min(isSumKnown(x) ? rowRest[x]! : 12, rows.length === 1 ? 99 : columnRest[y]!)
    for (let n = least; n <= most; n++) {
      picked[index] = n
      rowRest[x]! -= n
      columnRest[y]! -= n
      fill(index + 1)
      rowRest[x]! += n
      columnRest[y]! += n
    }
  }
  fill(0)
  return found
}

test('no small cell of one dimension can be told from what is published', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), counts => {
      const table = suppressSmallCells(
        oneDimension(Object.fromEntries(counts.map((n, index) => [`a${index}`, n]))),
        { below: 3 },
      )
      const isSumKnown = () => table.observations.every(({ base }) => base !== null)
      for (const [cell, values] of possible(table, [counts], isSumKnown)) {
        const n = counts[Number(cell.split(' ')[1])]!
        if (n < 3) expect(values.size).toBeGreaterThan(1)
      }
    }),
    { numRuns: 500 },
  )
})

test('no small cell of two dimensions can be told, not even with the totals of both', () => {
  const cell = fc.integer({ min: 0, max: 6 })
  const rows = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
  let checked = 0
  fc.assert(
    fc.property(rows, counts => {
      const table = suppressSmallCells(twoDimensions(counts), { below: 2, within: 'a' })
      const isSumKnown = (row: number) =>
        table.observations.every(({ values, base }) => values[0]!.code !== `a${row}` || base !== null)
      for (const [key, values] of possible(table, counts, isSumKnown)) {
        const [x, y] = key.split(' ').map(Number)
        const column = counts.reduce((sum, row) => sum + row[y!]!, 0)
        // A column whose total is small tells its cells whatever is done here: its own table keeps it back.
        if (counts[x!]![y!] !== 1 || column < 2 * counts.length) continue
        checked++
        expect(values.size).toBeGreaterThan(1)
      }
    }),
    { numRuns: 400 },
  )
  expect(checked).toBeGreaterThan(50)
})
