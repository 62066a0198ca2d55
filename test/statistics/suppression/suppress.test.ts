import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation, Table } from '../../../src/statistics/statistic.ts'
import { suppressSmallCells } from '../../../src/statistics/suppression/suppress.ts'

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
  return { values: codes.map(value), n, base, missing: 3, share: base === 0 ? null : (100 * n) / base }
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
      { values: [value('b')], n: null, base: 48, missing: 3, share: null, isSuppressed: true },
      { values: [value('z')], n: null, base: 48, missing: 3, share: null, isSuppressed: true },
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
