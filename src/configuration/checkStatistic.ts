import { completeMeasures, isOfNumber } from '../statistics/numericField.ts'
import { checkKnown } from './checkSource.ts'
import type { Problem } from './problem.ts'
import type { RawStatistic } from './rawConfiguration.ts'

/** What figures are compared with beside populations: the last release, and everybody. No population has these names. */
export const COMPARED_WITHOUT_NAME = ['previous', 'directory'] as const

/** The names that statistics may use. */
export interface StatisticNames {
  readonly dimensions: readonly string[]
  /** Those of which an actor may have several values. */
  readonly multiValued: readonly string[]
  /** Fields that hold a number. */
  readonly numbers: readonly string[]
  readonly populations: readonly string[]
}

/** Holds the names that a statistic uses against what there is. */
export function checkStatistic(
  statistic: RawStatistic,
  at: readonly string[],
  names: StatisticNames,
): Problem[] {
  const problems: Problem[] = []
  const check = (known: readonly string[], name: string, path: readonly string[], what: string) =>
    problems.push(...checkKnown(known, name, [...at, ...path], what))
  const { dimensions: named, within, population, expect = [], compare = {} } = statistic
  const checkPopulation = (given: typeof population, path: readonly string[]) => {
    if (typeof given === 'string') check(names.populations, given, path, 'population')
    else
      for (const dimension of Object.keys(given ?? {}))
        check(names.dimensions, dimension, [...path, dimension], 'dimension')
  }
  for (const role of ['weight', 'of'] as const) {
    const name = statistic[role]
    if (name === undefined) continue
    check(names.numbers, name, [role], 'field that holds a number')
    const isOfBoth = statistic.weight !== undefined && statistic.of !== undefined
    if (isOfBoth && names.multiValued.includes(name))
      problems.push({
        path: [...at, role],
        message: `one may have several numbers for "${name}"; to weight numbers, each needs one number and one weight`,
      })
  }
  for (const dimension of named) check(names.dimensions, dimension, ['dimensions'], 'dimension')
  if (within !== undefined) check(named, within, ['within'], 'dimension of this statistic')
  else if (named.length === 2)
    problems.push({
      path: at,
      message: 'two dimensions need "within": the one whose values are the bases',
    })
  checkPopulation(population, ['population'])
  const several = named.find(dimension => names.multiValued.includes(dimension))
  if (several !== undefined && statistic.measures?.includes('cumulativeShare'))
    problems.push({
      path: [...at, 'measures'],
      message: `"cumulativeShare" adds shares up, and one may have several values of "${several}"; leave it out`,
    })
  problems.push(...checkTogether(statistic).map(({ path, message }) => ({ path: [...at, ...path], message })))
  for (const message of checkMap(statistic)) problems.push({ path: [...at, 'chart'], message })
  for (const [id, { with: other }] of Object.entries(compare))
    if (!COMPARED_WITHOUT_NAME.some(word => word === other)) checkPopulation(other, ['compare', id, 'with'])
  for (const [index, { measure = 'n', at: cell = {}, min, max }] of expect.entries()) {
    const path = ['expect', String(index)]
    const measures = ['n', 'base', 'missing', 'share', ...completeMeasures(statistic.measures ?? [])]
    check(measures, measure, [...path, 'measure'], 'measure of this statistic')
    for (const dimension of Object.keys(cell))
      check(named, dimension, [...path, 'at', dimension], 'dimension of this statistic')
    if (min !== undefined && max !== undefined && min > max)
      problems.push({ path: [...at, ...path], message: `"min" is ${min}, "max" ${max}: nothing can be both` })
  }
  return problems
}

/** What is right by itself and not together. */
function checkTogether({ dimensions, within, top, weight, of, measures = [] }: RawStatistic): Problem[] {
  const ofNothing = of === undefined ? measures.find(isOfNumber) : undefined
  const bound = weight === undefined ? undefined : measures.find(one => one === 'lower' || one === 'upper')
  const count = dimensions.length
  return [
    ...(ofNothing === undefined
      ? []
      : [{ path: ['measures'], message: `"${ofNothing}" is of a number; say "of" which field` }]),
    ...(bound === undefined
      ? []
      : [
          {
            path: ['measures'],
            message: `"${bound}" is only had without "weight"; leave out one of the two`,
          },
        ]),
    ...(top !== undefined && count !== 1
      ? [{ path: ['top'], message: `"top" is for one dimension, and this has ${count}; leave it out` }]
      : []),
    ...(within !== undefined && count === 1
      ? [{ path: ['within'], message: '"within" is for two dimensions, and this has 1; leave it out' }]
      : []),
  ]
}

/** A map is of territories, and has their outlines. */
function checkMap({ chart, dimensions }: RawStatistic): string[] {
  if (chart?.kind !== 'map') return []
  return [
    ...(chart.geometry === undefined
      ? [
          'a map needs "geometry": the "file" of the outlines (GeoJSON), and the property that holds the "code"',
        ]
      : []),
    ...(dimensions.length === 1 ? [] : [`a map shows one dimension, and this has ${dimensions.length}`]),
  ]
}
