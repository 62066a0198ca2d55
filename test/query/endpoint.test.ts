import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { buildGraph } from '../../src/graph/buildGraph.ts'
import { type QueryOptions, query } from '../../src/query/query.ts'
import { PREFIXES } from '../../src/vocabulary/namespaces.ts'

type Answer = (response: ServerResponse, sparql: string) => void

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A SPARQL endpoint of its own on this machine. */
async function startEndpoint(answer: Answer): Promise<{ endpoint: string }> {
  const server = createServer(async (request, response) => answer(response, await queryOf(request)))
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { endpoint: `http://127.0.0.1:${address.port}/sparql` }
}

async function queryOf(request: IncomingMessage): Promise<string> {
  const url = new URL(request.url!, 'http://localhost')
  const body = new URLSearchParams(await text(request))
  return url.searchParams.get('query') ?? body.get('query') ?? ''
}

const JSON_TYPE = 'application/sparql-results+json'
const XML_TYPE = 'application/sparql-results+xml'
const A = '{"s":{"type":"uri","value":"urn:a"}}'
const B = '{"s":{"type":"literal","value":"}]}\\"{"}}'
const OPEN = '{"head":{"vars":["s"]},"results":{"bindings":['
const OPEN_XML =
  '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="s"/></head><results>' +
  '<result><binding name="s"><uri>urn:a</uri></binding></result>'

const sends =
  (body: string, type = JSON_TYPE, headers: Record<string, string> = {}, status = 200): Answer =>
  response =>
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)

const SELECT = 'SELECT ?s { ?s ?p ?o }'
const ASK = 'ASK { ?s ?p ?o }'
const CONSTRUCT = 'CONSTRUCT WHERE { ?s ?p ?o }'

/** All that an endpoint answers, as text. */
async function answerOf(answer: Answer, sparql = SELECT, options?: QueryOptions): Promise<unknown> {
  const result = await query(await startEndpoint(answer), sparql, options)
  if (result.type === 'boolean') return result.value
  if (result.type === 'quads') return Array.fromAsync(result.quads, ({ subject }) => subject.value)
  return Array.fromAsync(result.bindings, ({ s }) => s?.value)
}

describe('whole answers', () => {
  test.each<[string, Answer, string, unknown]>([
    ['solutions in JSON', sends(`${OPEN}${A},${B}]}}`), SELECT, ['urn:a', '}]}"{']],
    ['solutions in XML', sends(`${OPEN_XML}</results></sparql>\n`, XML_TYPE), SELECT, ['urn:a']],
    ['no solutions', sends(`${OPEN}]}}`), SELECT, []],
    ['yes', sends('{"head":{},"boolean":true}'), ASK, true],
    ['no', sends('{"head":{},"boolean":false}', `${JSON_TYPE}; charset=utf-8`), ASK, false],
    ['triples', sends('<urn:a> <urn:p> 1 .', 'text/turtle'), CONSTRUCT, ['urn:a']],
  ])('%s', async (_, answer, sparql, expected) => {
    expect(await answerOf(answer, sparql)).toEqual(expected)
  })

  test('the query arrives as it was asked, its prefixes declared', async () => {
    let arrived = ''
    const answer: Answer = (response, sparql) => {
      arrived = sparql
      sends(`${OPEN}]}}`)(response, sparql)
    }
    await answerOf(answer, 'SELECT ?s { ?s a org:Site } # é', { prefixes: PREFIXES })
    expect(arrived).toBe('PREFIX org: <http://www.w3.org/ns/org#>\nSELECT ?s { ?s a org:Site } # é')
  })

  test('an endpoint and a graph as if they were one, though it has no description', async () => {
    const answer: Answer = (response, sparql) => {
      if (sparql === '') return sends('no', 'text/plain', {}, 400)(response, sparql)
      if (/\bASK\b/.test(sparql)) return sends('{"head":{},"boolean":true}')(response, sparql)
      if (/COUNT/.test(sparql)) {
        const count =
          '{"count":{"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}}'
        return sends(`{"head":{"vars":["count"]},"results":{"bindings":[${count}]}}`)(response, sparql)
      }
      return sends(`${OPEN}${A}]}}`)(response, sparql)
    }
    const { Parser } = await import('n3')
    const graph = await buildGraph(new Parser().parse('<urn:b> <urn:p> 1 .'))
    const result = await query([await startEndpoint(answer), { graph }], 'SELECT ?s { ?s <urn:p> 1 }')
    const subjects =
      result.type === 'bindings' && (await Array.fromAsync(result.bindings, ({ s }) => s?.value))
    expect(subjects).toEqual(expect.arrayContaining(['urn:a', 'urn:b']))
  })

  test('with a fetch of one’s own', async () => {
    const asked: string[] = []
    const own: typeof fetch = (input, init) => {
      asked.push(String(input).split('?')[0]!)
      return fetch(input, init)
    }
    expect(await answerOf(sends(`${OPEN}${A}]}}`), SELECT, { fetch: own })).toEqual(['urn:a'])
    expect(asked).toEqual([expect.stringMatching(/\/sparql$/)])
  })
})

describe('what is no whole answer', () => {
  const cut: Answer = response => {
    response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Length': 1000 })
    response.write(`${OPEN}${A},`, () => response.destroy())
  }
  const whole = `${OPEN}${A}]}}`
  test.each<[string, Answer, string, RegExp]>([
    [
      'a time-out of Virtuoso',
      sends(whole, JSON_TYPE, { 'X-SQL-State': 'S1TAT' }),
      SELECT,
      /in part \(X-SQL-State: S1TAT\)/,
    ],
    [
      'a limit of Virtuoso',
      sends(whole, JSON_TYPE, { 'X-SPARQL-MaxRows': '10000' }),
      SELECT,
      /in part .*LIMIT/,
    ],
    ['triples in part', sends('', 'text/turtle', { 'X-SQL-State': 'S1TAT' }), CONSTRUCT, /in part/],
    ['yes in part', sends('{"boolean":true}', JSON_TYPE, { 'X-SQL-State': 'S1TAT' }), ASK, /in part/],
    [
      'an error of the server',
      sends('<p>out of\nmemory', 'text/html', {}, 500),
      SELECT,
      /HTTP 500: <p>out of memory; /,
    ],
    [
      'a refusal',
      sends('Lexical error', 'text/plain', {}, 400),
      SELECT,
      /HTTP 400: Lexical error; check that the query/,
    ],
    ['a page', sends('<html>', 'text/html'), SELECT, /answered with text\/html, .*address/],
    ['a page for triples', sends('<html>', 'text/html'), CONSTRUCT, /answered with text\/html/],
    ['JSON that ends in a solution', sends(`${OPEN}${A},{"s"`), SELECT, /breaks off/],
    ['JSON that ends after a solution', sends(`${OPEN}${A}`), SELECT, /breaks off/],
    ['JSON that ends after the solutions', sends(`${OPEN}${A}]}`), SELECT, /breaks off/],
    ['nothing at all', sends(''), SELECT, /breaks off/],
    ['half a yes', sends('{"head":{},"bool'), ASK, /breaks off/],
    ['Virtuoso’s own yes', sends('{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[]}}'), ASK, /ASK/],
    ['XML without its end', sends(`${OPEN_XML}</results>`, XML_TYPE), SELECT, /breaks off/],
    ['half a triple', sends('<urn:a> <urn:p> <urn', 'text/turtle'), CONSTRUCT, /urn/],
    ['a connection that breaks', cut, SELECT, /breaks off/],
    ['a connection that breaks before yes', cut, ASK, /breaks off/],
  ])('%s', async (_, answer, sparql, message) => {
    const failure: Error = await answerOf(answer, sparql).then(String, error => error)
    expect(failure).toBeInstanceOf(QueryError)
    expect(failure.message).toMatch(message)
  })

  test('nobody there', async () => {
    const { endpoint } = await startEndpoint(() => {})
    servers[0]!.close()
    const result = await query({ endpoint }, SELECT)
    const failure = await Array.fromAsync(result.type === 'bindings' ? result.bindings : []).catch(
      error => error,
    )
    expect(failure).toBeInstanceOf(QueryError)
    expect(failure.message).toMatch(/cannot be reached \(ECONNREFUSED\)/)
  })

  test('what is secret in an address is not told', async () => {
    const { endpoint } = await startEndpoint(sends('', 'text/plain', {}, 403))
    const result = await query({ endpoint: `${endpoint}?key=secret` }, ASK).catch(error => error)
    expect(result).toBeInstanceOf(QueryError)
    expect(result.message).not.toMatch(/secret/)
  })

  test('an update is not even sent', async () => {
    const sent: string[] = []
    const answer: Answer = (response, sparql) => {
      sent.push(sparql)
      sends('')(response, sparql)
    }
    await expect(answerOf(answer, 'DROP ALL')).rejects.toThrow(/is an update/)
    expect(sent).toEqual([])
  })
})

describe('a slow endpoint can be left', () => {
  /** An answer that begins and goes on for ever, and whether its reader is still there. */
  function startSlowly(begin: (response: ServerResponse) => void) {
    const { promise: left, resolve } = Promise.withResolvers<void>()
    const answer: Answer = response => {
      response.on('close', resolve)
      begin(response)
    }
    return { answer, left }
  }
  const begins = (response: ServerResponse) =>
    response.writeHead(200, { 'Content-Type': JSON_TYPE }).write(`${OPEN}${A},${A},`)
  const waits = () => {}

  test.each([
    ['that has begun, for solutions', begins, SELECT],
    ['that has begun, for yes or no', begins, ASK],
    ['that has not begun, for solutions', waits, SELECT],
    ['that has not begun, for yes or no', waits, ASK],
    ['that has not begun, for triples', waits, CONSTRUCT],
  ])('%s', async (_, begin, sparql) => {
    const controller = new AbortController()
    const { answer, left } = startSlowly(response => {
      begin(response)
      setTimeout(() => controller.abort('enough'), 100)
    })
    await expect(answerOf(answer, sparql, { signal: controller.signal })).rejects.toBe('enough')
    await left
  })

  test('by no longer reading', async () => {
    const { answer, left } = startSlowly(begins)
    const result = await query(await startEndpoint(answer), SELECT)
    if (result.type !== 'bindings') throw new Error(`these are ${result.type}`)
    for await (const { s } of result.bindings) {
      expect(s?.value).toBe('urn:a')
      break
    }
    await left
  })

  test('two queries of one endpoint are stopped each by its own signal', async () => {
    const { endpoint } = await startEndpoint((response, sparql) => {
      setTimeout(() => sends(`${OPEN}${A}]}}`)(response, sparql), 200)
    })
    const controller = new AbortController()
    const read = async (signal?: AbortSignal) => {
      const result = await query({ endpoint }, SELECT, signal && { signal })
      return Array.fromAsync(result.type === 'bindings' ? result.bindings : [])
    }
    const stopped = expect(read(controller.signal)).rejects.toBe('enough')
    const kept = read()
    setTimeout(() => controller.abort('enough'), 50)
    await stopped
    expect(await kept).toHaveLength(1)
  })
})
