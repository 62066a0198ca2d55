import { expect, test } from 'vitest'
import { shareOf } from '../../../src/statistics/rows.ts'
import type { DimensionValue, Observation, Table } from '../../../src/statistics/statistic.ts'
import { suppressSmallCells } from '../../../src/statistics/suppression/suppress.ts'
import { fc } from '../../fastCheck.ts'
import { type Equation, possibleValues } from './possible.ts'

/** Counts of a row of cells, each actor in one of them, and how many did not answer. */
interface Block {
  readonly counts: readonly number[]
  readonly missing: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const MISSING: DimensionValue = { code: 'missing', label: 'Sans réponse', role: 'missing' }

/** A table whose last dimension has a row for those who did not answer. */
function tableOf(blocks: readonly Block[], of: 'answered' | 'population'): Table {
  const isOne = blocks.length === 1
  return {
    id: 't',
    title: { fr: 't', en: 't' },
    dimensions: isOne ? ['b'] : ['a', 'b'],
    ...(isOne ? {} : { within: 'a' }),
    base: of,
    measures: ['n', 'base', 'missing', 'share'],
    query: '',
    observations: blocks.flatMap(({ counts, missing }, row): Observation[] => {
      const base = sum(counts) + (of === 'population' ? missing : 0)
      const cell = (value: DimensionValue, n: number, share: number | null): Observation => ({
        values: [...(isOne ? [] : [{ code: `a${row}`, label: `a${row}` }]), value],
        n,
        base,
        missing,
        share,
      })
      return [
        ...counts.map((n, column) => cell({ code: `b${column}`, label: `b${column}` }, n, shareOf(n, base))),
        cell(MISSING, missing, of === 'population' ? shareOf(missing, base) : null),
      ]
    }),
  }
}

/** What a reader can know of each number who knows the sizes of the population, and the totals of each value. */
function recovered(table: Table, blocks: readonly Block[]) {
  const width = blocks[0]!.counts.length + 1
  const numbers = blocks.flatMap(({ counts, missing }) => [...counts, missing])
  const placesOf = (row: number) => Array.from({ length: width }, (_, column) => row * width + column)
  const known = new Map<number, number>()
  const equations: Equation[] = []
  const tell = (places: readonly number[], total: number) => equations.push({ places, total })
  for (const [row] of blocks.entries()) {
    const places = placesOf(row)
    tell(places, sum(places.map(place => numbers[place]!)))
    for (const one of table.observations) {
      if (blocks.length > 1 && one.values[0]!.code !== `a${row}`) continue
      const value = one.values.at(-1)!
      const place = places[value.role === 'missing' ? width - 1 : Number(value.code.slice(1))]!
      if (one.n !== null) known.set(place, one.n)
      if (one.missing !== null) known.set(places.at(-1)!, one.missing)
      if (table.base === 'answered' && one.base !== null) tell(places.slice(0, -1), one.base)
      // A share beside its count tells of how many it is one.
      if (one.share !== null && one.n !== null && table.base === 'answered')
        tell(places.slice(0, -1), sum(blocks[row]!.counts))
    }
  }
  if (blocks.length > 1) {
    for (let column = 0; column < width; column++) {
      const places = blocks.map((_, row) => row * width + column)
      tell(places, sum(places.map(place => numbers[place]!)))
    }
  }
  const unknown = numbers.flatMap((_, place) => (known.has(place) ? [] : [place]))
  const rests = equations.map(({ places, total }) => ({
    places: places.filter(place => !known.has(place)),
    total: total - sum(places.map(place => known.get(place) ?? 0)),
  }))
  // Of one dimension, what has a row is had by somebody; nobody need be missing.
  const least = (place: number) => (blocks.length === 1 && place % width !== width - 1 ? 1 : 0)
  return { numbers, unknown, values: possibleValues(unknown, rests, { least, most: 12 }) }
}

const row = (least: number, most: number, width: number) =>
  fc.record({
    counts: fc.array(fc.integer({ min: least, max: most }), { minLength: width, maxLength: width }),
    missing: fc.nat(most),
  })

test.each(['answered', 'population'] as const)(
  'no small number can be told by the size of the population: one dimension, shares of those %s',
  of => {
    let checked = 0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain(width => row(1, 7, width)),
        fc.integer({ min: 2, max: 4 }),
        (block, below) => {
          const table = suppressSmallCells(tableOf([block], of), { below })
          const { numbers, unknown, values } = recovered(table, [block])
          for (const [place, count] of numbers.entries()) {
            if (count === 0 || count >= below) continue
            expect(unknown).toContain(place)
            // Where all is kept back, the size of the population alone tells that much.
            if (table.observations.every(({ n }) => n === null)) continue
            checked++
            const possible = [...values.get(place)!]
            expect(Math.max(...possible) - Math.min(...possible)).toBeGreaterThanOrEqual(below)
          }
        },
      ),
      { numRuns: 500, seed: 7 },
    )
    expect(checked).toBeGreaterThan(100)
  },
)

test.each(['answered', 'population'] as const)(
  'no small number can be told by the size of the population: two dimensions, shares of those %s',
  of => {
    let checked = 0
    const blocks = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 2 }))
      .chain(([height, width]) => fc.array(row(0, 6, width), { minLength: height, maxLength: height }))
    fc.assert(
      fc.property(blocks, given => {
        const table = suppressSmallCells(tableOf(given, of), { below: 2, within: 'a' })
        const { numbers, unknown, values } = recovered(table, given)
        const width = given[0]!.counts.length + 1
        for (const [place, count] of numbers.entries()) {
          if (count !== 1) continue
          expect(unknown).toContain(place)
          const column = sum(given.map((_, at) => numbers[at * width + (place % width)]!))
          const across = given[Math.floor(place / width)]!
          // A total that is small tells its cells whatever is done here: its own table keeps it back.
          if (column < 2 * given.length || sum(across.counts) + across.missing < 4) continue
          checked++
          expect(values.get(place)!.size).toBeGreaterThan(1)
        }
      }),
      { numRuns: 400, seed: 7 },
    )
    expect(checked).toBeGreaterThan(100)
  },
)

test('no small value can be told where those who did not answer are told', () => {
  let checked = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain(width => row(1, 7, width)),
      block => {
        const whole = tableOf([block], 'answered')
        const answers = { ...whole, observations: whole.observations.slice(0, -1) }
        const table = suppressSmallCells(answers, { below: 3 })
        const { unknown, values } = recovered(table, [block])
        for (const [place, count] of block.counts.entries()) {
          if (count >= 3) continue
          expect(unknown).toContain(place)
          if (unknown.length >= block.counts.length) continue
          checked++
          expect(values.get(place)!.size).toBeGreaterThan(3)
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  )
  expect(checked).toBeGreaterThan(50)
})
