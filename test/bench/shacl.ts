/**
 * How fast a generated directory passes the shapes of the vocabulary, and with how much memory beside its graph; each size
 * once as it is, and once with no name for any actor:
 *
 *     node test/bench/shacl.ts --actors 100000,1000000
 */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Parser } from 'n3'
import type { ColumnarGraph } from '../../src/graph/columns/columnar.ts'
import { createGraphBuilder } from '../../src/graph/columns/graphBuilder.ts'
import { loadGraph } from '../../src/graph/loadGraph.ts'
import { createGraphGate } from '../../src/validation/shacl.ts'
import { iri } from '../../src/vocabulary/namespaces.ts'
import { GRAPH_FILE } from './generateDirectory.ts'
import { withDirectory } from './withDirectory.ts'

const { values } = parseArgs({ options: { actors: { type: 'string', default: '100000' } } })
const shapes = new Parser().parse(readFileSync(new URL('../../vocab/shapes.ttl', import.meta.url), 'utf8'))
const gate = await createGraphGate(shapes)

for (const actors of values.actors.split(',').map(Number)) {
  await withDirectory(actors, undefined, async folder => {
    const bytes = createReadStream(join(folder, GRAPH_FILE), { highWaterMark: 1 << 20 })
    const graph = await loadGraph(bytes, 'application/n-triples')
    await measure(`${actors} actors`, actors, graph)
    if (actors <= 100_000) await measure(`${actors} actors without a name`, actors, withoutNames(graph))
  })
}

function withoutNames(graph: ColumnarGraph): ColumnarGraph {
  const builder = createGraphBuilder({})
  for (const quad of graph) if (quad.predicate.value !== iri('foaf:name')) builder.addQuad(quad)
  return builder.build()
}

async function measure(what: string, actors: number, graph: ColumnarGraph): Promise<void> {
  const before = process.memoryUsage().rss
  const start = performance.now()
  const { results } = await gate(graph)
  const milliseconds = performance.now() - start
  const megabytes = Math.max(0, Math.round((process.memoryUsage().rss - before) / 1e6))
  const pace = Math.round(actors / (milliseconds / 1000))
  console.log(
    `${what}: ${Math.round(milliseconds)} ms, ${pace} actors/s, ${megabytes} MB more, ${results.length} results`,
  )
}
