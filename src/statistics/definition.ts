import { StatisticsError } from '../errors.ts'
import { type Dimension, type DimensionContext, dimensionOf } from './dimensions.ts'
import type { Statistic } from './statistic.ts'

/** What a statistic is defined in terms of. */
export interface DefinitionContext extends DimensionContext {
  /** Day, `YYYY-MM-DD`, whose regions count where the statistic does not say. Default: a statistic of regions has to. */
  readonly date?: string
}

/** The dimensions that a statistic names. */
export interface Definition {
  /** In the order of the statistic. */
  readonly dimensions: readonly Dimension[]
  /** Of two dimensions, the one whose values are the bases. */
  readonly within?: Dimension
  /** Which values of which dimensions an actor of the population has, one of each. */
  readonly population: readonly Condition[]
}

/** A dimension of a population and the codes that it may have. */
export interface Condition {
  readonly dimension: Dimension
  readonly codes: readonly string[]
}

/**
 * Looks up what a statistic names.
 *
 * @throws {StatisticsError} where it is not well defined, or names a dimension that there is not
 */
export function defineStatistic(statistic: Statistic, context: DefinitionContext): Definition {
  const { id, dimensions: names, within, population = {} } = statistic
  checkNames(id, names, within)
  const date = statistic.regionsAt ?? context.date
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new StatisticsError(
      `the regions of the statistic "${id}" are those of "${date}"; write a day as YYYY-MM-DD`,
    )
  }
  const dimensions = names.map(name => dimensionOf(name, context, date))
  const base = dimensions.find(({ name }) => name === within)
  return {
    dimensions,
    ...(base && { within: base }),
    population: Object.entries(population).map(([name, codes]) => ({
      dimension: dimensionOf(name, context, date),
      codes,
    })),
  }
}

function checkNames(id: string, names: readonly string[], within: string | undefined): void {
  const [first, second, third] = names
  if (third !== undefined) {
    throw new StatisticsError(
      `the statistic "${id}" has ${names.length} dimensions; there can be two at most`,
    )
  }
  if (first !== undefined && first === second) {
    throw new StatisticsError(`the statistic "${id}" names the dimension "${first}" twice`)
  }
  if (second !== undefined && within === undefined) {
    throw new StatisticsError(
      `the statistic "${id}" needs "within": which of ${names.join(' and ')} gives the bases`,
    )
  }
  if (within !== undefined && (second === undefined || !names.includes(within))) {
    throw new StatisticsError(
      `"within" of the statistic "${id}" is "${within}"; it should be one of its two dimensions` +
        ` (it has ${names.join(' and ') || 'none'})`,
    )
  }
}
