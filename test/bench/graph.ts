/**
 * How fast a graph is built from N-Triples or read from a snapshot, and with how much memory, each way in a process of its own:
 *
 *     node test/bench/graph.ts --actors 100000,1000000
 */
import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { ColumnarGraph } from '../../src/graph/columns/columnar.ts'
import { openSnapshot } from '../../src/graph/columns/openSnapshot.ts'
import { writeSnapshot } from '../../src/graph/columns/writeSnapshot.ts'
import { loadGraph } from '../../src/graph/loadGraph.ts'
import { GRAPH_FILE } from './generateDirectory.ts'
import { withDirectory } from './withDirectory.ts'

/** What is measured, in this order; each gives the number of quads of its graph. */
const WAYS: Readonly<Record<string, (folder: string) => Promise<number>>> = {
  async 'N-Triples to a graph'(folder) {
    return (await load(folder)).size
  },
  async 'N-Triples to a snapshot'(folder) {
    const graph = await load(folder)
    await writeFile(join(folder, SNAPSHOT), writeSnapshot(graph))
    return graph.size
  },
  async 'snapshot to a graph'(folder) {
    return openSnapshot(await readFile(join(folder, SNAPSHOT))).size
  },
  async 'N-Triples to a store of N3.js'(folder) {
    const { Store, StreamParser } = await import('n3')
    const store = new Store()
    const parser = createReadStream(join(folder, GRAPH_FILE)).pipe(new StreamParser({ format: 'N-Triples' }))
    for await (const quad of parser) store.addQuad(quad)
    return store.size
  },
}

const SNAPSHOT = 'directory.snapshot'

function load(folder: string): Promise<ColumnarGraph> {
  // In chunks of a megabyte: those of 64 kB are as many turns of the event loop.
  const bytes = createReadStream(join(folder, GRAPH_FILE), { highWaterMark: 1 << 20 })
  return loadGraph(bytes, 'application/n-triples')
}

/** Actors beyond which a way is not tried: a Map of N3.js holds no more entries. */
const MOST: Readonly<Record<string, number>> = { 'N-Triples to a store of N3.js': 100_000 }

async function measure(way: string, folder: string): Promise<void> {
  const start = performance.now()
  const size = await WAYS[way]!(folder)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage()
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ size, seconds, processor: (user + system) / 1e6, memory }))
}

async function compare(actors: number, folder: string, triples: number): Promise<void> {
  const { size: bytes } = await stat(join(folder, GRAPH_FILE))
  console.log(`\n${actors} actors, ${triples} triples, ${Math.round(bytes / 2 ** 20)} MB of N-Triples\n`)
  console.log('| | seconds | of the processor | peak memory, MB |\n|---|--:|--:|--:|')
  for (const way of Object.keys(WAYS)) {
    if (actors > (MOST[way] ?? actors)) continue
    const { stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=16000', fileURLToPath(import.meta.url), '--way', way, '--folder', folder],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const { size, seconds, processor, memory } = JSON.parse(stdout)
    if (size > triples) throw new Error(`${way}: ${size} quads of ${triples} triples`)
    console.log(`| ${way} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${memory} |`)
  }
}

const { values: options } = parseArgs({
  options: {
    actors: { type: 'string', default: '100000,1000000' },
    way: { type: 'string' },
    folder: { type: 'string' },
    /** Where generated directories are kept for the next run. Default: nowhere. */
    keep: { type: 'string' },
  },
})
if (options.way) await measure(options.way, options.folder!)
else {
  for (const actors of options.actors.split(',').map(Number)) {
    await withDirectory(actors, options.keep, (folder, triples) => compare(actors, folder, triples))
  }
}
