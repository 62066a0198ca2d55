import type * as RDF from '@rdfjs/types'
import { StatisticsError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { query } from '../query/query.ts'
import { compileStatistic, type StatisticContext } from './compile.ts'
import { dimensionOf } from './dimensions.ts'
import type { DimensionValue, Observation, Statistic, Table } from './statistic.ts'

/**
 * Computes a statistic over a graph, by the query that it compiles to.
 *
 * @throws {StatisticsError} where the statistic is not well defined, or the graph gives counts that cannot be
 */
export async function computeStatistic(
  graph: Graph,
  statistic: Statistic,
  context: StatisticContext,
  options: { signal?: AbortSignal } = {},
): Promise<Table> {
  const text = compileStatistic(statistic, context)
  const result = await query({ graph }, text, options)
  if (result.type !== 'bindings') throw new StatisticsError(`the query of "${statistic.id}" is no SELECT query`)
  const variables = statistic.dimensions.map(name => dimensionOf(name, context, context.date).variable)
  const observations: Observation[] = []
  const keys = new Set<string>()
  for await (const binding of result.bindings) {
    const observation = readObservation(binding, variables)
    checkObservation(observation, statistic.id, keys)
    observations.push(observation)
  }
  const { id, title, dimensions } = statistic
  return { id, title, dimensions, measures: ['n', 'base', 'missing', 'share'], observations, query: text }
}

type Binding = Readonly<Record<string, RDF.Term>>

function readObservation(binding: Binding, variables: readonly string[]): Observation {
  const count = (name: string) => Number(binding[name]?.value)
  const { share } = binding
  return {
    values: variables.map(variable => readValue(binding, variable)),
    n: count('n'),
    base: count('base'),
    missing: count('missing'),
    share: share ? Number(share.value) : null,
  }
}

function readValue(binding: Binding, variable: string): DimensionValue {
  const term = binding[variable]!
  const code = binding[`${variable}_code`]?.value ?? term.value
  const label = binding[`${variable}_label`]?.value ?? code
  return { code, label, ...(term.termType === 'NamedNode' ? { iri: term.value } : {}) }
}

function checkObservation({ values, n, base, missing }: Observation, id: string, keys: Set<string>): void {
  const key = JSON.stringify(values.map(({ iri, code }) => iri ?? code))
  if (keys.has(key)) throw new StatisticsError(`the statistic "${id}" counts ${key} twice`)
  keys.add(key)
  const counts = [n, base, missing]
  if (counts.some(count => !Number.isSafeInteger(count) || count < 0) || n > base) {
    throw new StatisticsError(`the statistic "${id}" has counts that cannot be at ${key}: ${counts.join(', ')}`)
  }
}
