import type { Allocation } from '../statistics/sample/allocation.ts'
import type { Population } from '../statistics/statistic.ts'
import { checkKnown } from './checkSource.ts'
import type { Problem } from './problem.ts'
import type { RawTexts } from './rawConfiguration.ts'
import type { NamedPopulation } from './readStatistic.ts'

/** How the sample of a survey is drawn. */
export interface SampleConfiguration {
  /** Default: what an allocation by numbers adds up to. */
  readonly size?: number
  readonly seed: string
  /** Of whom. Default: of all actors. */
  readonly population?: Population
  /** In the place of a population: SPARQL text that binds `?actor`, and `?stratum` where there are strata. */
  readonly query?: string
  /** Dimension whose values are the strata. Default: there are none. */
  readonly stratifyBy?: string
  readonly allocation?: Allocation
  readonly minimum?: number
  /** Columns of the sources that the contact file has beside what is public. */
  readonly contact: readonly string[]
}

/** The same as it stands in the file. */
export interface RawSample extends Omit<SampleConfiguration, 'seed' | 'population' | 'contact'> {
  readonly seed: string | number
  readonly population?: string | Population
  readonly contact?: RawTexts
}

/** A sample, its short forms resolved. */
export function readSample(
  { seed, population, contact = [], ...rest }: RawSample,
  populations: Readonly<Record<string, NamedPopulation>>,
): SampleConfiguration {
  const resolved = typeof population === 'string' ? populations[population]?.population : population
  return {
    ...rest,
    seed: String(seed),
    ...(resolved === undefined ? {} : { population: resolved }),
    contact: [contact].flat().map(column => column.normalize('NFC')),
  }
}

/** What a sample may name. */
interface SampleNames {
  readonly populations: readonly string[]
  readonly dimensions: readonly string[]
}

/** Holds the names that a sample uses against what there is. */
export function checkSample(survey: string, raw: RawSample, names: SampleNames): Problem[] {
  const at = ['surveys', survey, 'sample']
  const { population, query, stratifyBy, size, allocation, minimum } = raw
  const problems: Problem[] = []
  const say = (step: string, message: string) => problems.push({ path: [...at, step], message })
  if (typeof population === 'string')
    problems.push(...checkKnown(names.populations, population, [...at, 'population'], 'population'))
  else
    for (const dimension of Object.keys(population ?? {}))
      problems.push(...checkKnown(names.dimensions, dimension, [...at, 'population', dimension], 'dimension'))
  if (stratifyBy !== undefined)
    problems.push(...checkKnown(names.dimensions, stratifyBy, [...at, 'stratifyBy'], 'dimension'))
  if (query !== undefined && (population !== undefined || stratifyBy !== undefined))
    say('query', '"query" is in the place of "population" and "stratifyBy"; it gives ?actor, and ?stratum')
  if (typeof allocation === 'object' && minimum !== undefined)
    say('minimum', 'the sample is allocated by numbers; "minimum" is for the other allocations')
  if (typeof allocation !== 'object' && size === undefined)
    problems.push({ path: at, message: '"size" is missing: how many are drawn' })
  return problems
}
