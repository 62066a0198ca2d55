import { StatisticsError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { type QueryOptions, type QueryResult, query } from '../query/query.ts'
import { type CellCount, compileCell } from '../statistics/cell.ts'
import { computeStatistic } from '../statistics/compute.ts'
import type { StatisticContext } from '../statistics/context.ts'
import type { DimensionValue, Observation, Statistic, Table } from '../statistics/statistic.ts'

/** A cell of a table with the actors that one of its counts counts. */
export interface OpenedCell {
  readonly table: Table
  readonly observation: Observation
  /** SPARQL text that lists the actors. */
  readonly query: string
  /** Its answer: `actor` and `name`, by name, as many as the count says; `weight` too, where it is a sum of weights. */
  readonly answer: QueryResult
}

/**
 * Computes a statistic and lists the actors behind one of its figures.
 *
 * @param at codes of the cell by dimension; those who did not answer have the code `missing`, other values together
 *   `other`
 * @throws {StatisticsError} where the table has no such cell, naming the codes that it has, or where it is suppressed
 */
export async function openCell(
  graph: Graph,
  statistic: Statistic,
  at: Readonly<Record<string, string>>,
  count: CellCount,
  context: StatisticContext,
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<OpenedCell> {
  const table = await computeStatistic(graph, statistic, context, options)
  const observation = findCell(table, at)
  const text = compileCell(statistic, observation, context, { count, rows: table.observations })
  return { table, observation, query: text, answer: await query({ graph }, text, options) }
}

/** The row that has these codes; where a value has the code of a role, the value is meant. */
function findCell(table: Table, at: Readonly<Record<string, string>>): Observation {
  const { id, dimensions, observations } = table
  const stray = Object.keys(at).find(name => !dimensions.includes(name))
  const absent = dimensions.find(name => !Object.hasOwn(at, name))
  if (stray !== undefined || absent !== undefined) {
    const given = Object.keys(at)
    throw new StatisticsError(
      given.length === 0
        ? `the statistic "${id}" has a cell for each ${dimensions.join(' and ')}: say which one (--at ${dimensions.map(name => `${name}=CODE`).join(' --at ')})`
        : `a cell of the statistic "${id}" is told by ${dimensions.join(' and ') || 'nothing: it has one only'}, not by ${given.join(' and ')}`,
    )
  }
  const candidates = observations.filter(({ values }) =>
    values.every(({ code }, index) => code === at[dimensions[index]!]),
  )
  const found = candidates.find(({ values }) => values.every(isValue)) ?? candidates[0]
  if (found) return found
  const known = dimensions.map((name, index) => {
    const codes = new Set(observations.map(({ values }) => values[index]!.code))
    return codes.has(at[name]!) ? '' : `${name} is one of ${[...codes].sort().join(', ')}`
  })
  const isOfMissing = dimensions.some((name, index) => at[name] === 'missing' && known[index] !== '')
  throw new StatisticsError(
    `the statistic "${id}" has no row for ${dimensions.map(name => `${name} "${at[name]}"`).join(' and ') || 'a total'}` +
      known
        .filter(Boolean)
        .map(part => `; ${part}`)
        .join('') +
      (isOfMissing
        ? '. Those who did not answer have a row with "showMissing"; without one they are listed beside any cell, by the count "missing" (--which missing)'
        : ''),
  )
}

function isValue({ role }: DimensionValue): boolean {
  return role === undefined
}
