import type { GivenText } from '../errors.ts'
import type { ComparisonDefinition, Population, Statistic } from '../statistics/statistic.ts'
import type { RawComparison, RawConfiguration, RawLocalized, RawStatistic } from './rawConfiguration.ts'

/** A population and what it is called, where that is given. */
export interface NamedPopulation {
  readonly population: Population
  readonly label?: GivenText
}

type Populations = Readonly<Record<string, NamedPopulation>>
type Localize = (text: RawLocalized) => GivenText

/** The named populations of a configuration. */
export function readPopulations(raw: RawConfiguration['populations'], localize: Localize): Populations {
  const entries = Object.entries(raw ?? {}).map(([name, given]): [string, NamedPopulation] => {
    // Lists are what a dimension of that name has to be; an object is the longer form.
    const { where, label } = given as { where?: Population | readonly string[]; label?: RawLocalized }
    return where === undefined || Array.isArray(where)
      ? [name, { population: given as Population }]
      : [name, { population: where as Population, label: localize(label!) }]
  })
  return Object.fromEntries(entries)
}

/** A statistic with the populations that it names. */
export function readStatistic(
  id: string,
  raw: RawStatistic,
  populations: Populations,
  localize: Localize,
): Statistic {
  const { title, population, populationLabel, compare, ...rest } = raw
  const resolved = population === undefined ? undefined : resolve(population, populations)
  const label = populationLabel === undefined ? resolved?.label : localize(populationLabel)
  const compared = Object.entries(compare ?? {}).map(([name, comparison]) =>
    readComparison(name, comparison, populations, localize),
  )
  return {
    ...rest,
    id,
    title: localize(title),
    ...(resolved === undefined ? {} : { population: resolved.population }),
    ...(label === undefined ? {} : { populationLabel: label }),
    ...(compared.length === 0 ? {} : { compare: compared }),
  }
}

function readComparison(
  id: string,
  { title, with: other, samples }: RawComparison,
  populations: Populations,
  localize: Localize,
): ComparisonDefinition {
  return {
    id,
    title: localize(title),
    with: other === 'previous' ? other : resolve(other, populations),
    ...(samples === undefined ? {} : { samples }),
  }
}

/** `directory` stands for everybody; so does a name that is none, until {@link checkStatistic} tells of it. */
function resolve(population: string | Population, populations: Populations): NamedPopulation {
  if (typeof population !== 'string') return { population }
  return Object.hasOwn(populations, population) ? populations[population]! : { population: {} }
}
