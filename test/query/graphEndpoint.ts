import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Graph } from '../../src/graph/graph.ts'
import { query } from '../../src/query/query.ts'
import { writeResult } from '../../src/query/results.ts'

/** An endpoint on this machine that answers from a graph as long as the test runs. */
export async function startGraphEndpoint(graph: Graph): Promise<string> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    const asked = url.searchParams.get('query') ?? new URLSearchParams(await text(request)).get('query')
    if (!asked) return response.writeHead(400).end()
    try {
      const answer = await Array.fromAsync(writeResult(await query({ graph }, asked), 'json'))
      response.writeHead(200, { 'Content-Type': 'application/sparql-results+json' }).end(answer.join(''))
    } catch (error) {
      response.writeHead(400).end(String(error))
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/sparql`
}
