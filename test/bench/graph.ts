/**
 * How fast a graph is built from N-Triples, and with how much memory, each way in a process of its own:
 *
 *     node test/bench/graph.ts --actors 100000,1000000
 */
import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { GRAPH_FILE } from './generateDirectory.ts'
import { withDirectory } from './withDirectory.ts'

/** What is measured; each gives the number of quads of its graph. */
const WAYS: Readonly<Record<string, (folder: string) => Promise<number>>> = {
  async 'N-Triples to a graph'(folder) {
    const { openQuerySource } = await import('../../src/index.ts')
    const source = await openQuerySource(join(folder, GRAPH_FILE))
    return 'graph' in source ? source.graph.size : 0
  },
  async 'N-Triples to a store of N3.js'(folder) {
    const [{ Store, StreamParser }, { createReadStream }] = await Promise.all([
      import('n3'),
      import('node:fs'),
    ])
    const store = new Store()
    const parser = createReadStream(join(folder, GRAPH_FILE)).pipe(new StreamParser({ format: 'N-Triples' }))
    for await (const quad of parser) store.addQuad(quad)
    return store.size
  },
}

/** Actors beyond which a way is not tried: a Map of N3.js holds no more entries. */
const MOST: Readonly<Record<string, number>> = { 'N-Triples to a store of N3.js': 100_000 }

async function measure(way: string, folder: string): Promise<void> {
  const start = performance.now()
  const size = await WAYS[way]!(folder)
  const seconds = (performance.now() - start) / 1000
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ size, seconds, memory }))
}

async function compare(actors: number, folder: string, triples: number): Promise<void> {
  const { size: bytes } = await stat(join(folder, GRAPH_FILE))
  console.log(`\n${actors} actors, ${triples} triples, ${Math.round(bytes / 2 ** 20)} MB of N-Triples\n`)
  console.log('| | seconds | peak memory, MB |\n|---|--:|--:|')
  for (const way of Object.keys(WAYS)) {
    if (actors > (MOST[way] ?? actors)) continue
    const { stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=16000', fileURLToPath(import.meta.url), '--way', way, '--folder', folder],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const { size, seconds, memory } = JSON.parse(stdout)
    if (size > triples) throw new Error(`${way}: ${size} quads of ${triples} triples`)
    console.log(`| ${way} | ${seconds.toFixed(1)} | ${memory} |`)
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
