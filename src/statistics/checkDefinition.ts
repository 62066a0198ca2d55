import type { Graph } from '../graph/graph.ts'
import { compileDistribution, compileStatistic } from './compile.ts'
import { completeContext, type StatisticContext } from './context.ts'
import { type Definition, defineStatistic } from './definition.ts'
import { checkExpectedCodes } from './expectation/checkExpectedCodes.ts'
import { checkPopulation } from './population.ts'
import type { Statistic } from './statistic.ts'

/** A statistic that can be computed over a graph, and its queries. */
export interface CheckedDefinition {
  readonly definition: Definition
  readonly query: string
  readonly distributionQuery: string | undefined
}

/**
 * Makes sure that a statistic can be computed over a graph, as far as can be told without counting.
 *
 * @param context of the directory. Default: the shipped schemes, no own fields, labels in French.
 * @throws {StatisticsError} where the statistic is not well defined, nothing says of which day its regions are, or a code
 *   of its population or of what it expects is not there
 */
export function checkDefinition(
  graph: Graph,
  statistic: Statistic,
  context: StatisticContext = {},
): CheckedDefinition {
  const complete = completeContext(context)
  const definition = defineStatistic(statistic, complete)
  checkPopulation(statistic.id, definition.population, graph, complete)
  checkExpectedCodes(statistic, definition, graph)
  return {
    definition,
    query: compileStatistic(statistic, context),
    distributionQuery: compileDistribution(statistic, context),
  }
}
