import type { Worker } from 'node:worker_threads'
import type * as RDF from '@rdfjs/types'
import { QueryError } from '../errors.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import type { Graph } from '../graph/graph.ts'
import type { QueryResult } from './answer.ts'
import { columnarGraph } from './columnarGraph.ts'
import { memoryExceeded, timeExceeded } from './failure.ts'
import type { IsolatedMessage, IsolatedTask } from './isolatedWorker.ts'
import { mergeGraphs } from './mergeGraphs.ts'
import type { QueryOptions, QuerySource } from './query.ts'
import { sharedParts } from './sharedParts.ts'
import { fromTransferred, toQuad } from './transferredTerm.ts'

/** What a thread needs of its heap before it holds anything of a query, in megabytes. */
const BASE_HEAP = 256

/**
 * The same as `query`, in a thread of its own: what cannot be stopped from within (a regular expression that never ends)
 * is stopped with the thread, and what needs too much memory ends the thread instead of the process. The thread shares
 * the graph.
 *
 * @throws {QueryError} as `query` does, and where the thread ends at a limit
 */
export async function isolatedQuery(
  source: QuerySource | readonly QuerySource[],
  sparql: string,
  { signal, prefixes, timeout, memoryLimit, engine, now, fetch }: QueryOptions,
): Promise<QueryResult> {
  signal?.throwIfAborted()
  if (fetch) throw new QueryError('a thread of its own cannot be given a fetch; leave out one or the other')
  const sources = [source].flat()
  const graphs = sources.flatMap(one => ('graph' in one ? [one.graph] : []))
  const task: IsolatedTask = {
    parts: graphs.length > 0 ? sharedParts(await toColumnar(await mergeGraphs(graphs, signal))) : undefined,
    endpoints: sources.flatMap(one => ('endpoint' in one ? [one.endpoint] : [])),
    sparql,
    options: {
      ...(prefixes && { prefixes }),
      ...(memoryLimit !== undefined && { memoryLimit }),
      ...(engine && { engine }),
      ...(now && { now }),
    },
  }
  const thread = await startThread(task, { signal, timeout, memoryLimit })
  const answer = await thread.receive()
  switch (answer.type) {
    case 'boolean':
      thread.end()
      return answer
    case 'quads':
      return { type: 'quads', quads: toQuads(thread) }
    case 'bindings':
      return { ...answer, bindings: toSolutions(thread, answer.variables) }
    default:
      throw new TypeError(`a thread begins with its answer, not with ${answer.type}`)
  }
}

async function toColumnar(graph: Graph): Promise<ColumnarGraph> {
  return columnarGraph(graph) ?? buildGraph(graph)
}

interface Limits {
  readonly signal: AbortSignal | undefined
  readonly timeout: number | undefined
  readonly memoryLimit: number | undefined
}

/** A thread that answers one query. */
interface Thread {
  /** Its next message; an error that it tells is thrown. */
  receive(): Promise<Exclude<IsolatedMessage, { type: 'error' }>>
  ask(): void
  end(): void
}

async function startThread(task: IsolatedTask, { signal, timeout, memoryLimit }: Limits): Promise<Thread> {
  const { Worker } = await import('node:worker_threads')
  const extension = import.meta.url.endsWith('.js') ? 'js' : 'ts'
  const worker: Worker = new Worker(new URL(`./isolatedWorker.${extension}`, import.meta.url), {
    workerData: task,
    execArgv: [],
    ...(memoryLimit !== undefined && {
      resourceLimits: { maxOldGenerationSizeMb: BASE_HEAP + Math.ceil(memoryLimit / 2 ** 20) },
    }),
  })
  const ending = Promise.withResolvers<never>()
  // The end may come while nobody waits for it.
  ending.promise.catch(() => {})
  const timer = timeout === undefined ? undefined : setTimeout(() => give(timeExceeded(timeout)), timeout)
  const abort = () => give(signal!.reason)
  signal?.addEventListener('abort', abort, { once: true })
  worker.on('error', error => {
    const isFull = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
    give(isFull && memoryLimit !== undefined ? memoryExceeded(memoryLimit) : toQueryError(error))
  })
  worker.on('exit', code => give(new QueryError(`the thread of the query ended early (${code}); ask again`)))

  function end(): void {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
    worker.terminate()
  }
  function give(reason: unknown): void {
    ending.reject(reason)
    end()
  }

  return {
    async receive() {
      worker.ref()
      const message = await Promise.race([nextMessage(worker), ending.promise])
      // A thread that only waits for an answer to be read keeps no process alive.
      worker.unref()
      if (message.type !== 'error') return message
      end()
      throw new QueryError(
        message.isKnown ? message.message : `the query cannot be evaluated: ${message.message}`,
      )
    },
    ask: () => worker.postMessage('more'),
    end,
  }
}

function nextMessage(worker: Worker): Promise<IsolatedMessage> {
  return new Promise(resolve => worker.once('message', resolve))
}

function toQueryError(cause: unknown): QueryError {
  const message = cause instanceof Error ? cause.message : String(cause)
  return new QueryError(`the query cannot be evaluated: ${message}`, { cause })
}

async function* toQuads(thread: Thread): AsyncGenerator<RDF.Quad> {
  for await (const terms of receiveRows(thread)) yield toQuad(terms as RDF.Term[])
}

async function* toSolutions(
  thread: Thread,
  variables: readonly string[],
): AsyncGenerator<Record<string, RDF.Term>> {
  for await (const terms of receiveRows(thread)) {
    const entries = variables.map((variable, index) => [variable, terms[index]] as const)
    yield Object.fromEntries(entries.filter((entry): entry is [string, RDF.Term] => entry[1] !== undefined))
  }
}

async function* receiveRows(thread: Thread): AsyncGenerator<(RDF.Term | undefined)[]> {
  try {
    while (true) {
      const received = thread.receive()
      thread.ask()
      const message = await received
      if (message.type !== 'rows') return
      const terms = message.terms.map(fromTransferred)
      for (const row of message.rows) yield row.map(number => terms[number - 1])
      if (message.isLast) return
    }
  } finally {
    thread.end()
  }
}
