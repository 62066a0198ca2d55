import type * as RDF from '@rdfjs/types'
import { StatisticsError, toLocalizedText } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { type QueryOptions, query } from '../query/query.ts'
import { checkDefinition } from './checkDefinition.ts'
import { withIntervals } from './comparison/withIntervals.ts'
import { compileOther } from './compile.ts'
import { completeContext, type StatisticContext } from './context.ts'
import type { Definition } from './definition.ts'
import { described } from './described.ts'
import { isQuantile } from './measures.ts'
import { percentageOf, probabilityOf, quantile, weightedQuantile } from './quantile.ts'
import { inOrder, roleValue, shareOf, withCumulativeShare, withMissing } from './rows.ts'
import type { DimensionValue, Observation, Statistic, Table } from './statistic.ts'
import { suppressSmallCells } from './suppression/suppress.ts'
import { withTruthLabels } from './truthValues.ts'

type Row = Readonly<Record<string, RDF.Term>>

/** How a statistic is computed. */
export interface ComputeOptions extends Pick<QueryOptions, 'signal'> {
  /** Of a statistic with `top`, the values that have a row of their own. Default: the first ones. */
  readonly rows?: readonly DimensionValue[]
}

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
  options: ComputeOptions = {},
): Promise<Table> {
  const complete = completeContext(context)
  const { definition, query: text, distributionQuery } = checkDefinition(graph, statistic, context)
  const { id, title, dimensions, measures = [], suppressBelow, within } = statistic
  const ask = (sparql: string) => askRows(graph, sparql, id, options)
  const rowsGiven = (await ask(text)).map(row => toObservation(row, definition))
  const counted = withTruthLabels(rowsGiven, dimensions, complete)
  checkObservations(id, counted, definition.weight === undefined)
  const measured =
    distributionQuery === undefined
      ? counted
      : withQuantiles(counted, await ask(distributionQuery), definition)
  const { rows, otherQuery } = await limitRows(measured, statistic, context, ask, options.rows)
  const ordered = inOrder(rows, statistic, complete.language)
  const cumulated = measures.includes('cumulativeShare') ? withCumulativeShare(ordered) : ordered
  const whole = statistic.showMissing ? withMissing(cumulated, statistic, complete.language) : cumulated
  const bounded =
    measures.includes('lower') || measures.includes('upper') ? withIntervals(whole, statistic) : whole
  const table: Table = {
    id,
    title: toLocalizedText(title),
    dimensions,
    ...(await described(statistic, complete, { definition, graph, ask })),
    measures: ['n', 'base', 'missing', 'share', ...definition.measures],
    observations: bounded,
    query: text,
    ...(distributionQuery === undefined ? {} : { distributionQuery }),
    ...(otherQuery === undefined ? {} : { otherQuery }),
  }
  return suppressBelow === undefined
    ? table
    : suppressSmallCells(table, { below: suppressBelow, ...(within === undefined ? {} : { within }) })
}

async function askRows(
  graph: Graph,
  sparql: string,
  id: string,
  options: Pick<QueryOptions, 'signal'>,
): Promise<Row[]> {
  const result = await query({ graph }, sparql, options)
  if (result.type !== 'bindings')
    throw new StatisticsError(`the query of the statistic "${id}" gives no rows`)
  return Array.fromAsync(result.bindings)
}

function toObservation(row: Row, { dimensions, measures, weight }: Definition): Counted {
  const asked = measures.filter(measure => measure !== 'cumulativeShare')
  const count = weight ? toWeight : toNumber
  const read = (name: string) => (name === 'valid' ? count(row[name]) : toNumber(row[name]))
  return {
    values: dimensions.map(({ variable, among }) => toValue(row, variable, among !== undefined)),
    n: count(row.n),
    base: count(row.base),
    missing: count(row.missing),
    share: row.share ? Number(row.share.value) : null,
    ...(asked.length === 0
      ? {}
      : { further: Object.fromEntries(asked.map(name => [name, row[name] ? read(name) : null])) }),
  }
}

/** The observations with the quantiles of the numbers in each cell. */
function withQuantiles(
  observations: readonly Counted[],
  rows: readonly Row[],
  definition: Definition,
): readonly Counted[] {
  const { dimensions, measures } = definition
  const distributions = Map.groupBy(rows, row =>
    JSON.stringify(dimensions.map(({ variable }) => row[variable]!.value)),
  )
  return observations.map(one => {
    const key = JSON.stringify(one.values.map(({ iri, code }) => iri ?? code))
    const distribution = distributions.get(key)
    const quantileOf = distribution ? quantilesOf(distribution, definition) : () => null
    const quantiles = measures.filter(isQuantile).map(name => [name, quantileOf(name)])
    return { ...one, further: { ...one.further, ...Object.fromEntries(quantiles) } }
  })
}

/** Gives the quantiles of the rows of one cell, by the names of their measures. */
function quantilesOf(rows: readonly Row[], { weight }: Definition): (measure: string) => number {
  if (weight) {
    const weighted = rows.map(row => ({ number: toNumber(row.number), weight: row.frequency!.value }))
    return measure => weightedQuantile(weighted, percentageOf(measure))
  }
  const counted = rows.map(row => ({ number: toNumber(row.number), frequency: toNumber(row.frequency) }))
  return measure => quantile(counted, probabilityOf(measure))
}

/** The first values, and the others together: their actors are counted anew, for one may have several. */
async function limitRows(
  observations: readonly Counted[],
  statistic: Statistic,
  context: StatisticContext,
  ask: (sparql: string) => Promise<Row[]>,
  values: readonly DimensionValue[] | undefined,
): Promise<{ rows: readonly Observation[]; otherQuery?: string }> {
  const { top } = statistic
  if (top === undefined || (values === undefined && observations.length <= top)) return { rows: observations }
  const first = values === undefined ? observations.slice(0, top) : rowsOf(values, observations)
  const shown = first.map(({ values }) => values[0]!.iri ?? values[0]!.code)
  const otherQuery = compileOther(statistic, shown, context)
  const count = statistic.weight === undefined ? toNumber : toWeight
  const n = count((await ask(otherQuery))[0]?.n)
  const { base, missing } = observations[0] ?? UNANSWERED
  const { language } = completeContext(context)
  const other: Observation = {
    values: [roleValue('other', language)],
    n,
    base,
    missing,
    share: base === null ? null : shareOf(n, base),
  }
  return { rows: [...first, other], otherQuery }
}

/** The observations of some values; what none of those counted has is counted as 0. */
function rowsOf(values: readonly DimensionValue[], observations: readonly Counted[]): readonly Observation[] {
  const known = new Map(observations.map(one => [one.values[0]!.code, one]))
  const { base, missing } = observations[0] ?? UNANSWERED
  const share = base === null ? null : shareOf(0, base)
  return values.map(value => known.get(value.code) ?? { values: [value], n: 0, base, missing, share })
}

/** Where nobody has a value, no row says of how many. */
const UNANSWERED = { base: null, missing: null }

function toValue(row: Row, variable: string, isConcept: boolean): DimensionValue {
  const value = row[variable]!.value
  if (!isConcept) return { code: value, label: value }
  return { code: row[`${variable}_code`]!.value, label: row[`${variable}_label`]!.value, iri: value }
}

function toNumber(term: RDF.Term | undefined): number {
  return Number(term?.value)
}

/** Nine decimals: weights that are quotients, of which each is cut somewhere, add up to what they should. */
function toWeight(term: RDF.Term | undefined): number {
  return Number(toNumber(term).toFixed(9))
}

/** An observation before anything of it is kept back. */
type Counted = Observation & { readonly [measure in 'n' | 'base' | 'missing']: number }

/** Counts that contradict each other are no counts: 0 ≤ n ≤ base, 0 ≤ missing, and each cell once. */
function checkObservations(id: string, observations: readonly Counted[], areWhole: boolean): void {
  const seen = new Set<string>()
  for (const { values, n, base, missing } of observations) {
    const cell = values.map(({ code }) => code).join(', ')
    const counts = [n, base, missing]
    if (
      !counts.every(
        count => (areWhole ? Number.isSafeInteger(count) : Number.isFinite(count)) && count >= 0,
      ) ||
      n > base
    ) {
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
