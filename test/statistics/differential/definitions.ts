import { isMultiValued } from '../../../src/statistics/multiValued.ts'
import type { FurtherMeasure, Population, Statistic } from '../../../src/statistics/statistic.ts'
import { fc } from '../../fastCheck.ts'
import { rowsOf } from './database.ts'
import type { World } from './world.ts'

/** What definitions are drawn from. */
export interface Choice {
  /** Names of dimensions. */
  readonly dimensions: readonly string[]
  /** Those that have too many values to be crossed with another. */
  readonly alone: readonly string[]
  /** Of dimensions with levels, how many. */
  readonly levels: Readonly<Record<string, number>>
  readonly numbers: readonly string[]
  /** Numbers that are weights only. Default: none are. */
  readonly weights?: readonly string[]
  /** Days whose regions count. */
  readonly days: readonly string[]
}

const MEASURES: readonly FurtherMeasure[] = ['mean', 'median', 'sum', 'min', 'max', 'q5', 'q25', 'q90', 'q99']

/** Definitions of statistics of a directory: all that one may ask for but suppression. */
export async function definitions(
  world: World,
  { dimensions, alone, levels, numbers, weights = [], days }: Choice,
): Promise<fc.Arbitrary<Statistic>> {
  const codes = await codesOf(world)
  const some = (values: readonly string[]) => fc.constantFrom(...values)
  const crossed = dimensions.filter(name => !alone.includes(name))
  return fc
    .record({
      dimensions: fc.oneof(
        { weight: 1, arbitrary: fc.constant<string[]>([]) },
        { weight: 4, arbitrary: some(dimensions).map(name => [name]) },
        {
          weight: 5,
          arbitrary: fc.uniqueArray(some(crossed), { minLength: 2, maxLength: 2 }),
        },
      ),
      within: fc.nat({ max: 1 }),
      population: fc.dictionary(some(dimensions), fc.array(fc.nat(), { maxLength: 6 }), { maxKeys: 2 }),
      base: fc.option(fc.constantFrom('answered' as const, 'population' as const), { nil: undefined }),
      showMissing: fc.option(fc.boolean(), { nil: undefined }),
      order: fc.option(fc.constantFrom('count' as const, 'code' as const, 'label' as const), {
        nil: undefined,
      }),
      top: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      levels: fc.boolean(),
      numeric: fc.constantFrom('none', 'none', 'weight', 'of', 'weighted'),
      field: some(numbers),
      weight: some([...numbers, ...weights]),
      measures: fc.subarray([...MEASURES], { minLength: 1 }),
      cumulative: fc.boolean(),
      regionsAt: fc.option(some(days), { nil: undefined }),
    })
    .map(drawn => {
      const day = drawn.regionsAt ?? world.context.date ?? ''
      const population: Population = Object.fromEntries(
        Object.entries(drawn.population).map(([name, picks]) => {
          const known = codes.get(relationOf(name, day)) ?? [name === 'foundingYear' ? '1900' : 'none']
          return [name, picks.map(pick => known[pick % known.length]!)]
        }),
      )
      const [first, second] = drawn.dimensions
      const isWeighted = drawn.numeric === 'weight' || drawn.numeric === 'weighted'
      const isMeasured = drawn.numeric === 'of' || drawn.numeric === 'weighted'
      const measures: FurtherMeasure[] = [
        ...(isMeasured ? drawn.measures : []),
        ...(drawn.cumulative &&
        first !== undefined &&
        second === undefined &&
        !isMultiValued(first, { fields: [], ...world.context })
          ? ['cumulativeShare' as const]
          : []),
      ]
      const counted = Object.entries(levels).filter(
        ([name]) => drawn.levels && drawn.dimensions.includes(name),
      )
      return {
        id: 'drawn',
        title: { fr: 'Tirée au sort' },
        dimensions: drawn.dimensions,
        population,
        ...(second === undefined ? {} : { within: drawn.dimensions[drawn.within]! }),
        ...(drawn.base && { base: drawn.base }),
        ...(drawn.showMissing !== undefined && { showMissing: drawn.showMissing }),
        ...(drawn.order && { order: drawn.order }),
        ...(drawn.top !== undefined && drawn.dimensions.length === 1 && { top: drawn.top }),
        ...(isWeighted && { weight: drawn.weight }),
        ...(isMeasured && { of: drawn.field }),
        ...(measures.length > 0 && { measures }),
        ...(counted.length > 0 && {
          levels: Object.fromEntries(counted.map(([name, most]) => [name, 1 + (drawn.within % most)])),
        }),
        ...(drawn.regionsAt && { regionsAt: drawn.regionsAt }),
      }
    })
}

/** The codes that a population may name, by relation: those of schemes, and the values of others. */
async function codesOf(world: World): Promise<Map<string, string[]>> {
  const rows = await rowsOf(
    world.sql,
    `SELECT dimension, list_sort(list(DISTINCT code)) AS codes
     FROM (SELECT dimension, code FROM value UNION SELECT dimension, code FROM label) GROUP BY dimension`,
  )
  return new Map(
    rows.map(({ dimension, codes }) => [
      String(dimension),
      (codes as { items?: string[] }).items ?? (codes as string[]),
    ]),
  )
}

function relationOf(name: string, day: string): string {
  return /Region$/.test(name) ? `${name}@${day < '2016-01-01' ? '2010' : '2016'}` : name
}
