import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { endpointFetch } from './endpointFetch.ts'
import { loadEngine } from './engine.ts'
import { refusedUpdate, toQueryError, undeclaredPrefix } from './failure.ts'
import { mergeGraphs } from './mergeGraphs.ts'
import { declarePrefixes } from './prefixes.ts'
import { createStop, type Stop } from './stop.ts'

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
}

/** The answer to a query. Solutions and quads come as they are found and can be iterated over once. */
export type QueryResult =
  | {
      /** Of a SELECT query. An unbound variable has no entry. */
      readonly type: 'bindings'
      /** In the order of the query. */
      readonly variables: readonly string[]
      readonly bindings: AsyncIterable<Readonly<Record<string, RDF.Term>>>
    }
  | {
      /** Of an ASK query. */
      readonly type: 'boolean'
      readonly value: boolean
    }
  | {
      /** Of a CONSTRUCT or a DESCRIBE query. */
      readonly type: 'quads'
      readonly quads: AsyncIterable<RDF.Quad>
    }

/** The answer to a SELECT query. */
export type BindingsResult = Extract<QueryResult, { type: 'bindings' }>

/**
 * Evaluates a SPARQL 1.1 query over a source, or over several as if they were one. Graphs are merged: what several of
 * them say counts once. Endpoints are asked each by itself, so that what two of them say, or one of them and a graph,
 * may come twice. What goes wrong while solutions are found rejects where they are iterated over, with the same errors.
 *
 * @throws {QueryError} where the query is malformed (with line and column) or an update, where an endpoint cannot be
 *   reached, refuses, or answers in part
 * @throws {unknown} the reason of `options.signal`
 */
export async function query(
  source: QuerySource | readonly QuerySource[],
  sparql: string,
  options: QueryOptions = {},
): Promise<QueryResult> {
  const { signal, prefixes = {}, fetch: send = fetch } = options
  signal?.throwIfAborted()
  const prefixed = declarePrefixes(sparql, prefixes)
  if (prefixed.isEmpty)
    throw new QueryError('there is no query; begin with SELECT, ASK, CONSTRUCT or DESCRIBE')
  const stop = createStop(signal)
  const failure = (error: unknown) =>
    signal?.aborted ? signal.reason : toQueryError(error, sparql, prefixed)
  const sources = (await mergeSources([source].flat(), signal)).map(one => toEngineSource(one, stop))
  try {
    const engine = await loadEngine()
    const context = { sources, fetch: endpointFetch(send, stop.signal), readOnly: true }
    const answer = await stop.race(engine.query(prefixed.text, context as never))
    if (prefixed.undeclared.size > 0) throw undeclaredPrefix(sparql, prefixed.undeclared)
    switch (answer.resultType) {
      case 'void':
        throw refusedUpdate()
      case 'boolean':
        return { type: 'boolean', value: await stop.race(answer.execute()) }
      case 'quads':
        return { type: 'quads', quads: stop.iterate(await answer.execute(), failure) }
      case 'bindings': {
        const solutions = stop.iterate(await answer.execute(), failure)
        const { variables } = await stop.race(answer.metadata())
        return {
          type: 'bindings',
          variables: inOrder(
            variables.map(({ value }) => value),
            prefixed.wildcard,
          ),
          bindings: toRecords(solutions),
        }
      }
    }
  } catch (error) {
    throw failure(error)
  }
}

/** The endpoints, and the graphs as one of them all. */
async function mergeSources(
  sources: readonly QuerySource[],
  signal: AbortSignal | undefined,
): Promise<QuerySource[]> {
  const graphs = sources.flatMap(one => ('graph' in one ? [one.graph] : []))
  const endpoints = sources.filter(one => 'endpoint' in one)
  return graphs.length === 0 ? endpoints : [{ graph: await mergeGraphs(graphs, signal) }, ...endpoints]
}

function toEngineSource(source: QuerySource, { guard }: Stop) {
  if ('graph' in source) return { type: 'rdfjs', value: guard(source.graph.asSource()) }
  if (!/^https?:$/.test(URL.parse(source.endpoint)?.protocol ?? '')) {
    throw new QueryError(
      `"${source.endpoint}" is no address of an endpoint; it should begin with https:// or http://`,
    )
  }
  return { type: 'sparql', value: source.endpoint }
}

/** The variables of `SELECT *` in the order of the query, which the engine does not keep. */
function inOrder(variables: readonly string[], order: readonly string[] | undefined): readonly string[] {
  if (!order) return variables
  const rank = new Map(order.map((variable, index) => [variable, index]))
  return [...variables].sort((a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length))
}

async function* toRecords(solutions: AsyncIterable<RDF.Bindings>): AsyncGenerator<Record<string, RDF.Term>> {
  for await (const solution of solutions) {
    yield Object.fromEntries(Array.from(solution, ([{ value }, term]) => [value, term]))
  }
}
