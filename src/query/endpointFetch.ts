import { QueryError } from '../errors.ts'
import { wholeBody } from './wholeBody.ts'

/** Virtuoso's headers for an answer that it cut: by time (with HTTP 200), or at its limit of rows. */
const PARTIAL = {
  'X-SQL-State': 'it ran out of time; ask for less, or ask again later',
  'X-SPARQL-MaxRows': 'it reached its limit of rows; ask in parts, with ORDER BY, LIMIT and OFFSET',
} as const

/** What can be read of solutions (SPARQL 1.1 Protocol, 2.1.6) and of triples. */
const SOLUTIONS = ['application/sparql-results+json', 'application/sparql-results+xml']
const TRIPLES = ['text/turtle', 'application/n-triples', 'text/n3', 'application/trig', 'application/n-quads']

/**
 * A fetch that asks SPARQL 1.1 endpoints and takes a whole answer or none: what could not be reached, was refused or
 * was answered in part is a {@link QueryError}. Once the signal aborts it stays silent.
 */
export function endpointFetch(send: typeof fetch, signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const name = `the endpoint ${url.origin}${url.pathname}`
    try {
      const response = await send(input, {
        ...init,
        signal: AbortSignal.any([init?.signal ?? signal, signal]),
      })
      // Looking for a service description is not yet asking: an endpoint may well have none.
      const asks = (init?.method ?? 'GET') !== 'GET' || url.searchParams.has('query')
      if (asks) await checkAnswer(response, name, new Headers(init?.headers).get('Accept') ?? '')
      const body = response.body && wholeBody(response.body, asks ? mediaTypeOf(response) : '', name, signal)
      const answer = new Response(body, { status: response.status, headers: response.headers })
      return Object.defineProperty(answer, 'url', { value: response.url })
    } catch (error) {
      if (signal.aborted) return new Promise(() => {})
      throw error instanceof QueryError ? error : unreachable(name, error)
    }
  }
}

async function checkAnswer(response: Response, name: string, accept: string): Promise<void> {
  if (!response.ok) throw await refused(response, name)
  for (const [header, advice] of Object.entries(PARTIAL)) {
    if (!response.headers.has(header)) continue
    await response.body?.cancel()
    const value = response.headers.get(header)
    throw new QueryError(`${name} answered only in part (${header}: ${value}): ${advice}`)
  }
  const readable = accept.includes('sparql-results') ? SOLUTIONS : TRIPLES
  const mediaType = mediaTypeOf(response)
  if (readable.includes(mediaType)) return
  await response.body?.cancel()
  throw new QueryError(
    `${name} answered with ${mediaType || 'no media type'}, not with ${readable[0]}; ` +
      'check that this is the address of a SPARQL endpoint',
  )
}

function mediaTypeOf({ headers }: Response): string {
  const [mediaType = ''] = (headers.get('Content-Type') ?? '').split(';', 1)
  return mediaType.trim().toLowerCase()
}

function unreachable(name: string, cause: unknown): QueryError {
  const { code, message } = (cause instanceof Error ? (cause.cause ?? cause) : {}) as Record<string, string>
  const reason = code ?? message ?? String(cause)
  return new QueryError(`${name} cannot be reached (${reason}); check its address and the network`, { cause })
}

async function refused(response: Response, name: string): Promise<QueryError> {
  const { status } = response
  const body = (await response.text().catch(() => '')).trim().replace(/\s+/g, ' ')
  const said = body.length > 300 ? `: ${body.slice(0, 300)}…` : body && `: ${body}`
  return new QueryError(`${name} answered with HTTP ${status}${said}; ${adviceFor(status)}`)
}

function adviceFor(status: number): string {
  if (status === 400) return 'check that the query is one that this endpoint understands'
  if (status === 401 || status === 403) return 'it is not open to everybody'
  if (status === 404 || status === 405) return 'check that this is the address of a SPARQL endpoint'
  if (status === 429 || status === 503) return 'it is busy; ask again later'
  if (status >= 500) return 'the fault is the endpoint’s; ask again later or ask for less'
  return 'check the address and the query'
}
