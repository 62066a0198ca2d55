import { QueryError } from '../errors.ts'

/** Virtuoso's headers for an answer that it cut: by time (with HTTP 200), or at its limit of rows. */
const PARTIAL = {
  'X-SQL-State': 'it ran out of time; ask for less, or ask again later',
  'X-SPARQL-MaxRows': 'it reached its limit of rows; ask in parts, with ORDER BY, LIMIT and OFFSET',
} as const

/**
 * A fetch that asks SPARQL 1.1 endpoints and takes a whole answer or none: what could not be reached, was refused or
 * was answered in part is a {@link QueryError}.
 */
export function endpointFetch(send: typeof fetch, signal: AbortSignal | undefined): typeof fetch {
  return async (input, init) => {
    const signals = [init?.signal, signal].filter(one => one !== undefined && one !== null)
    const url = new URL(input instanceof Request ? input.url : input)
    const response = await send(input, { ...init, signal: AbortSignal.any(signals) }).catch(cause => {
      throw signal?.aborted ? signal.reason : unreachable(url, cause)
    })
    // Looking for a service description is not yet asking: an endpoint may well have none.
    const asks = (init?.method ?? 'GET') !== 'GET' || url.searchParams.has('query')
    if (!asks) return response
    if (!response.ok) throw await refused(url, response)
    for (const [header, advice] of Object.entries(PARTIAL)) {
      if (!response.headers.has(header)) continue
      await response.body?.cancel()
      throw new QueryError(`${nameOf(url)} answered only in part (${header}: ${response.headers.get(header)}): ${advice}`)
    }
    return response
  }
}

function unreachable(url: URL, cause: unknown): QueryError {
  const { code, message } = (cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause) as {
    code?: string
    message?: string
  }
  return new QueryError(
    `${nameOf(url)} cannot be reached (${code ?? message}); check its address and the network`,
    { cause },
  )
}

async function refused(url: URL, response: Response): Promise<QueryError> {
  const { status } = response
  const body = (await response.text().catch(() => '')).trim().replace(/\s+/g, ' ')
  const said = body === '' ? '' : `: ${body.length > 300 ? `${body.slice(0, 300)}…` : body}`
  return new QueryError(`${nameOf(url)} answered with HTTP ${status}${said}; ${adviceFor(status)}`)
}

function adviceFor(status: number): string {
  if (status === 400) return 'check that the query is one that this endpoint understands'
  if (status === 401 || status === 403) return 'it is not open to everybody'
  if (status === 404 || status === 405) return 'check that this is the address of a SPARQL endpoint'
  if (status === 429 || status === 503) return 'it is busy; ask again later'
  if (status >= 500) return 'the fault is the endpoint’s; ask again later or ask for less'
  return 'check the address and the query'
}

/** The address without what may be secret in it. */
function nameOf({ origin, pathname }: URL): string {
  return `the endpoint ${origin}${pathname}`
}
