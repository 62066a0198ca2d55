import type * as RDF from '@rdfjs/types'
import type { CountingSource } from '../graph/graph.ts'
import { timeExceeded } from './failure.ts'

/** What a query engine gives: an iterator that can be listened to and given up. */
interface EngineStream<T> extends AsyncIterable<T> {
  on(event: 'error', listener: (error: unknown) => void): unknown
  destroy(cause?: Error): void
}

/** Turns what went wrong into what is thrown. */
export type Failure = (error: unknown) => Promise<unknown>

/** The ways in which one query is given up: by the signal of who asked, or because its answer is no longer read. */
export interface Stop {
  /** Aborts with the signal of who asked, and when the answer is no longer read. */
  readonly signal: AbortSignal
  /** Whether who asked gave it up, or its time ran out. */
  readonly wasGivenUp: boolean
  /** What to tell then. */
  readonly reason: unknown
  /** The same source, which has nothing more once the query is given up: an engine that counts or sorts stops. */
  guard(source: CountingSource): CountingSource
  /** The promise, or a rejection with the signal's reason. */
  race<T>(promise: Promise<T>): Promise<T>
  /** The stream's items; its errors go through `failure`. */
  iterate<T>(stream: EngineStream<T>, failure: Failure): AsyncGenerator<T>
}

/**
 * @param timeout milliseconds after which the query is given up. Default: none.
 */
export function createStop(asked: AbortSignal | undefined, timeout?: number): Stop {
  const unread = new AbortController()
  const limit = timeout === undefined ? undefined : AbortSignal.timeout(timeout)
  const signal = AbortSignal.any([asked, limit, unread.signal].filter(one => one !== undefined))
  return {
    signal,
    get wasGivenUp() {
      return asked?.aborted || limit?.aborted || false
    },
    get reason() {
      return limit?.aborted && signal.reason === limit.reason ? timeExceeded(timeout!) : signal.reason
    },
    guard: source =>
      new Proxy(source, {
        get(target, name) {
          const value = Reflect.get(target, name, target)
          if (name === 'match') return (...pattern: Pattern) => until(signal, target.match(...pattern))
          return typeof value === 'function' ? value.bind(target) : value
        },
      }),
    async race(promise) {
      const { promise: aborted, reject } = Promise.withResolvers<never>()
      const abort = () => reject(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      try {
        return await Promise.race([promise, aborted])
      } finally {
        signal.removeEventListener('abort', abort)
      }
    },
    iterate(stream, failure) {
      // An error may come before anyone iterates; without a listener it would end the process.
      const errors: unknown[] = []
      stream.on('error', error => errors.push(error))
      const abort = () => stream.destroy(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      return drain(stream, errors, failure, () => {
        signal.removeEventListener('abort', abort)
        stream.destroy()
        unread.abort()
      })
    },
  }
}

type Pattern = Parameters<CountingSource['match']>

/** The quads of a match as long as they are wanted. A dataset's own iterator is also lighter than its stream. */
function until(signal: AbortSignal, quads: RDF.Stream & Partial<Iterable<RDF.Quad>>): RDF.Stream {
  if (!quads[Symbol.iterator]) return quads
  return takeUntil(signal, quads as Iterable<RDF.Quad>) as unknown as RDF.Stream
}

function* takeUntil<T>(signal: AbortSignal, items: Iterable<T>): Generator<T> {
  for (const item of items) {
    if (signal.aborted) return
    yield item
  }
}

async function* drain<T>(
  stream: AsyncIterable<T>,
  errors: readonly unknown[],
  failure: Failure,
  giveUp: () => void,
): AsyncGenerator<T> {
  try {
    if (errors.length > 0) throw errors[0]
    yield* stream
    if (errors.length > 0) throw errors[0]
  } catch (error) {
    throw await failure(error)
  } finally {
    giveUp()
  }
}
