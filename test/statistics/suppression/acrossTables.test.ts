import { describe, expect, test } from 'vitest'
import { shareOf } from '../../../src/statistics/rows.ts'
import type { DimensionValue, Observation, Statistic, Table } from '../../../src/statistics/statistic.ts'
import { toldAcrossTables } from '../../../src/statistics/suppression/acrossTables.ts'
import type { TableOf } from '../../../src/statistics/suppression/publishedFigures.ts'
import { suppressSmallCells } from '../../../src/statistics/suppression/suppress.ts'

const CONTEXT = { date: '2026-01-01' }

const value = (code: string): DimensionValue => ({ code, label: code })

/** A table of the counts of each value; of two dimensions, `a b` by `a`, which gives the bases. */
function tableOf(
  definition: Omit<Statistic, 'title'>,
  counts: Readonly<Record<string, number>>,
  { missing = {}, bases = {} }: { missing?: Record<string, number>; bases?: Record<string, number> } = {},
): TableOf {
  const { id, dimensions, within, suppressBelow, base: kind } = definition
  const statistic: Statistic = { ...definition, title: { fr: id, en: id } }
  const blockOf = (codes: string) => (dimensions.length < 2 ? '' : codes.split(' ')[0]!)
  const summed = Map.groupBy(Object.entries(counts), ([codes]) => blockOf(codes))
  const observations = Object.entries(counts).map(([codes, n]): Observation => {
    const block = blockOf(codes)
    const unanswered = missing[block] ?? 0
    const answered = bases[block] ?? summed.get(block)!.reduce((sum, [, count]) => sum + count, 0)
    const base = answered + (kind === 'population' ? unanswered : 0)
    const values = dimensions.length === 0 ? [] : codes.split(' ').map(value)
    return { values, n, base, missing: unanswered, share: shareOf(n, base) }
  })
  const table: Table = {
    id,
    title: { fr: id, en: id },
    dimensions,
    ...(within === undefined ? {} : { within }),
    ...(kind === undefined ? {} : { base: kind }),
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: '',
  }
  const safe = suppressBelow === undefined ? table : suppressSmallCells(table, { below: suppressBelow })
  return { table: safe, statistic, context: CONTEXT }
}

const found = (...tables: readonly TableOf[]) =>
  toldAcrossTables(tables).map(
    ({ kind, table, cell, by }) =>
      `${kind} ${table}: ${cell.values.map(({ code }) => code).join(' ')} by ${by.join(', ')}`,
  )

const FORMS = { association: 40, gip: 12, cluster: 9, epci: 2 }
const below = { suppressBelow: 5 }
const forms = (id: string, more: Partial<Statistic> = below, counts: Record<string, number> = FORMS) =>
  tableOf({ id, dimensions: ['legalForm'], ...more }, counts)
const BRITTANY = { seatRegion: ['53'] }

describe('a cell that is kept back', () => {
  test('is told by no table alone, nor by the same table twice', () => {
    expect(found(forms('one'))).toEqual([])
    expect(found(forms('one'), forms('two'))).toEqual([])
  })

  test('is told where another table keeps nothing back', () => {
    expect(found(forms('one'), forms('open', {}))).toEqual(['cell one: epci by open'])
  })

  test('is told where another table keeps other cells back with it', () => {
    const [first, second] = [forms('one'), forms('two')]
    const shown = second.table.observations.map(one =>
      one.values[0]!.code === 'cluster' ? { ...one, n: 9, share: shareOf(9, 63) } : one,
    )
    const told = { ...second, table: { ...second.table, observations: shown } }
    expect(found(first, told)).toEqual(['cell one: epci by two'])
  })

  test('is told by the bases of a crossed table', () => {
    const crossed = tableOf(
      { id: 'crossed', dimensions: ['legalForm', 'mission'], within: 'legalForm', ...below },
      {
        'association veille': 30,
        'association conseil': 30,
        'gip veille': 12,
        'gip conseil': 10,
        'cluster veille': 7,
        'cluster conseil': 7,
        'epci veille': 2,
        'epci conseil': 2,
      },
      { bases: { association: 40, gip: 12, cluster: 7, epci: 2 }, missing: { cluster: 2 } },
    )
    // Of 7 clusters the mission is known, of 2 it is not: the 9 that were kept back with the 2 are no secret.
    expect(found(forms('one'), crossed)).toEqual(['cell one: epci by crossed'])
  })

  test('is told by a table of one value as its population', () => {
    const regions = tableOf(
      { id: 'regions', dimensions: ['seatRegion'], ...below },
      { '53': 3, '11': 8, '24': 60 },
    )
    const inBrittany = tableOf(
      { id: 'in-brittany', dimensions: ['foundingYear'], population: BRITTANY },
      { '2001': 2, '2002': 1 },
    )
    expect(found(regions, inBrittany)).toContain('cell regions: 53 by in-brittany')
  })

  test('is told by the size of a population of several values, in a table of another dimension', () => {
    const regions = tableOf(
      {
        id: 'regions',
        dimensions: ['seatRegion'],
        ...below,
        population: { legalForm: ['association', 'gip', 'cluster'] },
      },
      { '53': 30, '11': 31 },
    )
    expect(found(forms('one'), regions)).toEqual(['cell one: epci by regions'])
  })

  test('is told by several populations that make up one', () => {
    const both = forms('both', { ...below, population: { seatRegion: ['53', '11'] } })
    const [one, two] = ['53', '11'].map(code =>
      forms(code, { population: { seatRegion: [code] } }, { association: 20, epci: 1, gip: 6 }),
    )
    expect(found(both, one!, two!)).toContain('cell both: epci by 53, 11')
  })
})

describe('nothing is said to be told', () => {
  test.each<[string, Partial<Statistic>]>([
    ['of another population', { population: BRITTANY }],
    ['of another level', { levels: { legalForm: 1 } }],
    ['of weights', { weight: 'members' }],
  ])('by a table %s', (_, more) => {
    expect(found(forms('one'), forms('other', more))).toEqual([])
  })

  test('where actors have several values, and nothing adds up', () => {
    const missions = tableOf(
      { id: 'missions', dimensions: ['mission'], ...below },
      { veille: 40, conseil: 12, formation: 2 },
      { bases: { '': 54 } },
    )
    const others = tableOf(
      { id: 'others', dimensions: ['mission'], suppressBelow: 13 },
      { veille: 40, conseil: 12, formation: 2 },
      { bases: { '': 54 } },
    )
    expect(found(missions, others).filter(text => text.startsWith('cell missions: formation'))).toEqual([])
  })
})

test('those that a population leaves out are told by subtraction where they are few', () => {
  const inBrittany = (counts: Record<string, number>) =>
    forms('in-brittany', { ...below, population: BRITTANY }, counts)
  const all = forms('all', below, { association: 40, gip: 12, cluster: 9 })
  expect(found(all, inBrittany({ association: 38, gip: 5, cluster: 9 }))).toEqual([
    'rest in-brittany: association by all',
  ])
  expect(found(all, inBrittany({ association: 30, gip: 5, cluster: 9 }))).toEqual([])
})
