import { QueryError } from '../errors.ts'
import type { PrefixedQuery } from './prefixes.ts'

/** The error of a query that failed, told to the person who asked: a syntax error with its line and column. */
export function toQueryError(
  error: unknown,
  sparql: string,
  { added, undeclared }: PrefixedQuery,
): QueryError {
  if (error instanceof QueryError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof RangeError && message.includes('call stack')) {
    return new QueryError('the query is nested too deeply; ask it with fewer levels of brackets', {
      cause: error,
    })
  }
  const unexpected = /^unexpected character: ->(.*?)<- at offset: (\d+)/s.exec(message)
  if (unexpected) {
    const place = positionAt(sparql, Number(unexpected[2]) - added.characters)
    return new QueryError(`the query has a syntax error at ${place}: "${unexpected[1]}" cannot stand there`, {
      cause: error,
    })
  }
  if (message.startsWith('Parse error\n')) {
    return new QueryError('the query ends before it is whole; is a closing brace missing?', { cause: error })
  }
  const parse = /^Parse error on line (\d+)\n.*?\n(-*)\^\n(.*)$/s.exec(message)
  if (parse) {
    const [, line, dashes, reason] = parse
    const place = formatPosition(Number(line) - added.lines, dashes!.length + 1)
    return new QueryError(`the query has a syntax error at ${place}: ${shorten(reason!)}`, { cause: error })
  }
  if (message.startsWith('Unknown prefix: ') && undeclared.size > 0)
    return undeclaredPrefix(sparql, undeclared)
  if (message.includes('read-only mode')) return refusedUpdate()
  const unknown = /no configured actor was able to evaluate function (\S+)/.exec(message)
  if (unknown) return new QueryError(`there is no function <${unknown[1]}>`, { cause: error })
  return new QueryError(`the query cannot be evaluated: ${message}`, { cause: error })
}

/** The error of prefixes that a query uses and nobody declares, at the first of them. */
export function undeclaredPrefix(sparql: string, undeclared: ReadonlyMap<string, number>): QueryError {
  const [prefix, offset] = [...undeclared].sort(([, a], [, b]) => a - b)[0]!
  return new QueryError(
    `the query uses the prefix "${prefix}:" at ${positionAt(sparql, offset)} and does not declare it; ` +
      `begin it with PREFIX ${prefix}: <…>`,
  )
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

function positionAt(text: string, offset: number): string {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return formatPosition(before.length, before.at(-1)!.length + 1)
}

function formatPosition(line: number, column: number): string {
  return `line ${line}, column ${column}`
}

/** The parser lists every token that it would have taken, often some dozens: what it found says enough. */
function shorten(reason: string): string {
  const found = /but found:? '(.*)'/s.exec(reason)?.[1]
  if (found !== undefined) return `"${found}" cannot stand there`
  return reason.split('\n', 1)[0]!.replace(/--> | <--/g, '')
}
