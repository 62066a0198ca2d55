import { createHash } from 'node:crypto'
import { type GivenText, StatisticsError } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import { type QueryOptions, query } from '../../query/query.ts'
import { completeContext, type StatisticContext } from '../context.ts'
import { defineStatistic } from '../definition.ts'
import { writeLabels } from '../labels.ts'
import { checkPopulation, writePopulation } from '../population.ts'
import { indented, nested } from '../sparqlLines.ts'
import { writeText } from '../sparqlText.ts'
import type { Population } from '../statistic.ts'
import type { SamplingUnit } from './drawSample.ts'

/** Whom a sample is drawn of. */
export interface FrameDefinition {
  /** What it is the frame of. */
  readonly title: GivenText
  /** Default: every actor. */
  readonly population?: Population
  /** The dimension whose values are the strata. Default: there are none. */
  readonly stratifyBy?: string
}

/** Those that may be drawn, and the query that gives them. */
export interface SamplingFrame {
  readonly units: readonly SamplingUnit[]
  /** Labels of the strata, by code. */
  readonly labels: ReadonlyMap<string, string>
  /** SPARQL text that gives `?actor`, and of those whose stratum is known `?stratum`. */
  readonly query: string
}

/**
 * The SPARQL query of a frame: a row per actor with `?actor` and, of those who have one, the code `?stratum` and the
 * label `?stratumLabel` of its stratum.
 *
 * @throws {StatisticsError} where there is no such dimension
 */
export function compileFrame(frame: FrameDefinition, context: StatisticContext = {}): string {
  const complete = completeContext(context)
  const definition = defineFrame(frame, context)
  const [stratum] = definition.dimensions
  const population = writePopulation(definition)
  const title = frame.title[complete.language] ?? frame.title.fr ?? frame.title.en ?? ''
  if (!stratum) {
    return writeText(title, [
      'SELECT DISTINCT ?actor',
      'WHERE {',
      ...indented(population),
      '}',
      'ORDER BY ?actor',
    ])
  }
  const value = `?${stratum.variable}`
  const [code, label] = stratum.among ? [`${value}_code`, `${value}_label`] : [value, value]
  return writeText(title, [
    `SELECT DISTINCT ?actor (${code} AS ?stratum) (${label} AS ?stratumLabel)`,
    'WHERE {',
    ...indented([
      ...population,
      ...nested('OPTIONAL', [...stratum.pattern(value), ...writeLabels(stratum, complete.language)]),
    ]),
    '}',
    'ORDER BY ?actor',
  ])
}

/**
 * Reads a frame: by its query, or by any that binds `?actor`, and `?stratum` where there are strata.
 *
 * @throws {StatisticsError} where the query gives something else, or nobody; or a code of the population is not there
 * @throws {QueryError} where it cannot be evaluated
 */
export async function readFrame(
  graph: Graph,
  frame: FrameDefinition | { readonly query: string },
  context: StatisticContext = {},
  options: Pick<QueryOptions, 'signal' | 'prefixes'> = {},
): Promise<SamplingFrame> {
  if (!('query' in frame))
    checkPopulation('sample', defineFrame(frame, context).population, graph, completeContext(context))
  const text = 'query' in frame ? frame.query : compileFrame(frame, context)
  const answer = await query({ graph }, text, options)
  if (answer.type !== 'bindings') {
    throw new StatisticsError('the query of a sample should be a SELECT that binds ?actor')
  }
  const units = new Map<string, SamplingUnit>()
  const labels = new Map<string, string>()
  for await (const { actor, stratum, stratumLabel } of answer.bindings) {
    if (actor?.termType !== 'NamedNode') {
      throw new StatisticsError(
        `the query of a sample gives ${actor ? `"${actor.value}"` : 'nothing'} for ?actor; it should be the IRI of an actor`,
      )
    }
    // The rows of one actor may differ in what the query gives beside; drawing says where its strata do.
    const unit = { id: actor.value, ...(stratum ? { stratum: stratum.value } : {}) }
    units.set(JSON.stringify([unit.id, stratum?.value]), unit)
    if (stratum) labels.set(stratum.value, stratumLabel?.value ?? stratum.value)
  }
  if (units.size === 0)
    throw new StatisticsError('nobody is in the frame of the sample; check its population')
  return { units: [...units.values()], labels, query: text }
}

/** SHA-256, hexadecimal, of the identifiers of a frame and their strata, a line each in their order. */
export function frameChecksum(units: readonly SamplingUnit[]): string {
  const lines = units.map(({ id, stratum = '' }) => `${id}\t${stratum}\n`).sort()
  return createHash('sha256').update(lines.join(''), 'utf8').digest('hex')
}

function defineFrame({ population, stratifyBy, title }: FrameDefinition, context: StatisticContext) {
  const { responses: _, ...ofActors } = completeContext(context)
  return defineStatistic(
    {
      id: 'sample',
      title,
      dimensions: stratifyBy === undefined ? [] : [stratifyBy],
      ...(population === undefined ? {} : { population }),
    },
    ofActors,
  )
}
