import { QueryError } from '../errors.ts'
import type { PrefixedQuery } from './prefixes.ts'

/** The error of a query that failed while it was evaluated, told to the person who asked. */
export async function toQueryError(error: unknown, { text, added }: PrefixedQuery): Promise<QueryError> {
  if (error instanceof QueryError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof RangeError && message.includes('call stack')) {
    return new QueryError('the query is nested too deeply; ask it with fewer levels of brackets', {
      cause: error,
    })
  }
  if (message.includes('read-only mode')) return refusedUpdate()
  const unknown = /no configured actor was able to evaluate function (\S+)/.exec(message)
  if (unknown) {
    const { unknownFunction } = await import('./syntax/unknownNames.ts')
    return unknownFunction(text, added, unknown[1]!)
  }
  return new QueryError(`the query cannot be evaluated: ${message}`, { cause: error })
}

/** The error of a query that would change its source. */
export function refusedUpdate(): QueryError {
  return new QueryError(
    'this is an update, and sources are only read; ask a SELECT, ASK, CONSTRUCT or DESCRIBE',
  )
}

/** The error of a query that holds more than it may. */
export function memoryExceeded(limit: number): QueryError {
  return new QueryError(
    `the query needs more than the ${Math.round(limit / 2 ** 20)} MB of memory that it may have; restrict what it matches, add a LIMIT, or allow it more memory`,
  )
}

/** The error of a query that took longer than it may. */
export function timeExceeded(milliseconds: number): QueryError {
  return new QueryError(
    `the query took longer than the ${milliseconds / 1000} s that it may take; restrict what it matches, or allow it more time`,
  )
}
