import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { QueryResult } from './answer.ts'
import { columnarGraph } from './columnarGraph.ts'
import { prepareOnColumns } from './columnsAnswer.ts'
import { answerByComunica, type ComunicaSource } from './comunicaAnswer.ts'
import { endpointFetch } from './endpointFetch.ts'
import type { Evaluation } from './evaluator/evaluate.ts'
import { toQueryError } from './failure.ts'
import { mergeGraphs } from './mergeGraphs.ts'
import { parsePrefixed } from './parsePrefixed.ts'
import { declarePrefixes, type PrefixedQuery } from './prefixes.ts'
import { formOf } from './queryForm.ts'
import { createStop, type Failure, type Stop } from './stop.ts'

export type { QueryResult } from './answer.ts'

/** What a query is asked of: a graph in memory, or an endpoint that speaks the SPARQL 1.1 protocol, by its URL. */
export type QuerySource = { readonly graph: Graph } | { readonly endpoint: string }

/** How a query is asked. */
export interface QueryOptions {
  /** Stops the query: what is under way rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Prefixes that the query may use without declaring them. Default: none. */
  readonly prefixes?: Readonly<Record<string, string>>
  /** What asks endpoints. Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch
  /** Milliseconds from the call to the last of the answer, after which the query is given up. Default: no limit. */
  readonly timeout?: number
  /** Bytes that the evaluation over columns may hold beside the graph. Default: no limit. */
  readonly memoryLimit?: number
  /**
   * Who evaluates: `columns` (the graph's own evaluator, or nobody), `comunica` (which gets nothing but quads that
   * match), or `auto`: the columns whatever they can, Comunica the rest. The answer is the same, but where Comunica
   * departs from the specification. Default: `auto`.
   */
  readonly engine?: 'auto' | 'columns' | 'comunica'
  /** What `NOW()` gives. Default: the time of the call. */
  readonly now?: Date
  /**
   * Evaluates in a thread of its own, which ends at the limits whatever it does: no query can hold up or end the process.
   * Endpoints are asked with the platform's `fetch`. Default: false.
   */
  readonly isolated?: boolean
}

/** What ends a query that wants too much. */
export type QueryLimits = Pick<QueryOptions, 'timeout' | 'memoryLimit' | 'isolated'>

/** Who evaluated what of a query. What is told of the plans is complete once the answer is read. */
export interface QueryTrace {
  /** `columns` where they evaluated all of it. */
  engine: 'columns' | 'comunica'
  /** What was evaluated on columns. */
  readonly evaluations: Evaluation[]
  /** Measures the operators of the plans, in milliseconds. */
  readonly clock: () => number
}

/**
 * Evaluates a SPARQL 1.1 query over a source, or over several as if they were one. Graphs are merged: what several of
 * them say counts once. Endpoints are asked each by itself, so that what two of them say, or one of them and a graph,
 * may come twice. What goes wrong while solutions are found rejects where they are iterated over, with the same errors.
 *
 * @throws {QueryError} where the query is malformed (with line and column) or an update, where an endpoint cannot be
 *   reached, refuses, or answers in part, and where a limit of the options is reached
 * @throws {unknown} the reason of `options.signal`
 */
export async function query(
  source: QuerySource | readonly QuerySource[],
  sparql: string,
  options: QueryOptions = {},
): Promise<QueryResult> {
  if (options.isolated) {
    checkSources([source].flat())
    checkOptions(options)
    const { isolatedQuery } = await import('./isolatedQuery.ts')
    return isolatedQuery(source, sparql, options)
  }
  return tracedQuery(source, sparql, options)
}

/** The same, which also tells who evaluates what. */
export async function tracedQuery(
  source: QuerySource | readonly QuerySource[],
  sparql: string,
  options: QueryOptions,
  trace?: QueryTrace,
): Promise<QueryResult> {
  const { signal, prefixes = {}, timeout } = options
  signal?.throwIfAborted()
  checkSources([source].flat())
  checkOptions(options)
  const prefixed = declarePrefixes(sparql, prefixes)
  if (prefixed.isEmpty)
    throw new QueryError('there is no query; begin with SELECT, ASK, CONSTRUCT or DESCRIBE')
  const stop = createStop(signal, timeout)
  const failure: Failure = async error => (stop.wasGivenUp ? stop.reason : toQueryError(error, prefixed))
  try {
    const sources = await mergeSources([source].flat(), stop.signal)
    const result = await answerQuery(sources, prefixed, options, stop, failure, trace)
    if (result.type !== 'bindings') return result
    return { ...result, variables: inOrder(result.variables, prefixed.wildcard) }
  } catch (error) {
    throw await failure(error)
  }
}

async function answerQuery(
  sources: readonly QuerySource[],
  prefixed: PrefixedQuery,
  { fetch: send = fetch, memoryLimit, engine = 'auto', now = new Date(), prefixes = {} }: QueryOptions,
  stop: Stop,
  failure: Failure,
  trace: QueryTrace | undefined,
): Promise<QueryResult> {
  const parsed = await parsePrefixed(prefixed, prefixes)
  const [first] = sources
  const graph = engine !== 'comunica' && first && 'graph' in first ? columnarGraph(first.graph) : undefined
  const evaluation = {
    now,
    ...(parsed.baseIRI !== undefined && { baseIri: parsed.baseIRI }),
    ...(memoryLimit !== undefined && { memoryLimit }),
    ...(trace && { clock: trace.clock }),
  }
  const form = graph && sources.length === 1 ? formOf(parsed.graphOperation) : undefined
  const prepared = form && (await prepareOnColumns(graph!, form, evaluation))
  if (prepared) {
    trace?.evaluations.push(...prepared.evaluations)
    return guard(await prepared.answer(stop.signal), failure)
  }
  if (engine === 'columns') {
    throw new QueryError('the columns cannot evaluate all of this query; let the engine be "auto"')
  }
  if (trace) trace.engine = 'comunica'
  const comunicaSources = sources.map(one => toComunicaSource(one, stop))
  return answerByComunica(
    {
      ...parsed,
      text: prefixed.text,
      sources: comunicaSources,
      fetch: endpointFetch(send, stop.signal),
      now,
      ...(graph &&
        comunicaSources[0]!.type === 'rdfjs' && {
          columns: {
            graph,
            source: comunicaSources[0]!.value,
            options: evaluation,
            signal: stop.signal,
            ...(trace && { evaluations: trace.evaluations }),
          },
        }),
    },
    stop,
    failure,
  )
}

/** What has lost its type on the way would be asked, and would answer nothing. */
function checkSources(sources: readonly unknown[]): void {
  const isSource = (one: unknown) =>
    typeof one === 'object' && one !== null && ('graph' in one || 'endpoint' in one)
  if (sources.length > 0 && sources.every(isSource)) return
  throw new QueryError('there is nothing to query; a source is { graph }, or { endpoint } with its URL')
}

function checkOptions({ timeout, memoryLimit, engine = 'auto' }: QueryOptions): void {
  for (const [name, value] of Object.entries({ timeout, memoryLimit })) {
    if (value === undefined || value > 0) continue
    throw new QueryError(`the option "${name}" is ${value}; it should be a number above 0`)
  }
  if (['auto', 'columns', 'comunica'].includes(engine)) return
  throw new QueryError(`there is no engine "${engine}"; known are auto, columns and comunica`)
}

/** The endpoints, and before them the graphs as one. */
async function mergeSources(
  sources: readonly QuerySource[],
  signal: AbortSignal | undefined,
): Promise<QuerySource[]> {
  const graphs = sources.flatMap(one => ('graph' in one ? [one.graph] : []))
  const endpoints = sources.filter(one => 'endpoint' in one)
  return graphs.length === 0 ? endpoints : [{ graph: await mergeGraphs(graphs, signal) }, ...endpoints]
}

function toComunicaSource(source: QuerySource, { guard }: Stop): ComunicaSource {
  if ('graph' in source) return { type: 'rdfjs', value: guard(source.graph.asSource()) }
  if (!/^https?:$/.test(URL.parse(source.endpoint)?.protocol ?? '')) {
    throw new QueryError(
      `"${source.endpoint}" is no address of an endpoint; it should begin with https:// or http://`,
    )
  }
  return { type: 'sparql', value: source.endpoint }
}

/** The variables of `SELECT *` in the order of the query, which the algebra does not keep. */
function inOrder(variables: readonly string[], order: readonly string[] | undefined): readonly string[] {
  if (!order) return variables
  const rank = new Map(order.map((variable, index) => [variable, index]))
  return [...variables].sort((a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length))
}

/** The same answer; what goes wrong while it is read goes through `failure`. */
function guard(result: QueryResult, failure: Failure): QueryResult {
  switch (result.type) {
    case 'bindings':
      return { ...result, bindings: guarded(result.bindings, failure) }
    case 'quads':
      return { ...result, quads: guarded<RDF.Quad>(result.quads, failure) }
    default:
      return result
  }
}

async function* guarded<T>(items: AsyncIterable<T>, failure: Failure): AsyncGenerator<T> {
  try {
    yield* items
  } catch (error) {
    throw await failure(error)
  }
}
