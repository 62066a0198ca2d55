import type * as RDF from '@rdfjs/types'
import { StatisticsError, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { type QueryOptions, query } from '../query/query.ts'
import { compileStatistic } from './compile.ts'
import { completeContext, type StatisticContext } from './context.ts'
import { defineStatistic } from './definition.ts'
import { checkPopulation } from './population.ts'
import type { DimensionValue, Observation, Statistic, Table } from './statistic.ts'

type Row = Readonly<Record<string, RDF.Term>>

/**
 * Computes a statistic over a directory's graph: its query is asked, and nothing but its answer is in the table.
 *
 * @param context of the directory. Default: the shipped schemes, no own fields, labels in French.
 * @throws {StatisticsError} where the statistic is not well defined, nothing says of which day its regions are, its
 *   population names a code that there is not, or the graph gives counts that cannot be
 * @throws {QueryError} where the query cannot be evaluated
 */
export async function computeStatistic(
  graph: Graph,
  statistic: Statistic,
  context: StatisticContext = {},
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<Table> {
  const { id, title, dimensions: names } = statistic
  const { dimensions, population } = defineStatistic(statistic, completeContext(context))
  checkPopulation(id, population, graph)
  const text = compileStatistic(statistic, context)
  const result = await query({ graph }, text, options)
  if (result.type !== 'bindings')
    throw new StatisticsError(`the query of the statistic "${id}" gives no rows`)
  const observations = await Array.fromAsync(result.bindings, row => ({
    values: dimensions.map(({ variable, scheme }) => toValue(row, variable, scheme !== undefined)),
    n: toCount(row, 'n'),
    base: toCount(row, 'base'),
    missing: toCount(row, 'missing'),
    share: row.share ? Number(row.share.value) : null,
  }))
  checkObservations(id, observations)
  return {
    id,
    title: toLocalizedText(title),
    dimensions: names,
    measures: ['n', 'base', 'missing', 'share'],
    observations,
    query: text,
  }
}

function toValue(row: Row, variable: string, isConcept: boolean): DimensionValue {
  const value = row[variable]!.value
  if (!isConcept) return { code: value, label: value }
  return { code: row[`${variable}_code`]!.value, label: row[`${variable}_label`]!.value, iri: value }
}

function toCount(row: Row, measure: string): number {
  return Number(row[measure]?.value)
}

/** An observation before anything of it is kept back. */
type Counted = Observation & { readonly [measure in 'n' | 'base' | 'missing']: number }

/** Counts that contradict each other are no counts: 0 ≤ n ≤ base, 0 ≤ missing, and each cell once. */
function checkObservations(id: string, observations: readonly Counted[]): void {
  const seen = new Set<string>()
  for (const { values, n, base, missing } of observations) {
    const cell = values.map(({ code }) => code).join(', ')
    const counts = [n, base, missing]
    if (!counts.every(count => Number.isSafeInteger(count) && count >= 0) || n > base) {
      throw new StatisticsError(
        `the statistic "${id}" gives n ${n}, base ${base}, missing ${missing}` +
          `${cell && ` for ${cell}`}; check the graph that it was asked of`,
      )
    }
    const key = JSON.stringify(values.map(({ code }) => code))
    if (seen.has(key)) {
      throw new StatisticsError(
        `the statistic "${id}" gives ${cell || 'its total'} twice; check that no two concepts of a scheme share a notation`,
      )
    }
    seen.add(key)
  }
}
