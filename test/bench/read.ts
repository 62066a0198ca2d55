/**
 * How fast a file is read, mapped and checked, beside bare parsers on the same file, each in a process of its own.
 *
 *     npm run bench:read -- 50000 1000000
 */
import { spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCsv } from './generateCsv.ts'

const RUNS = 3

/** Ways to read a file; each gives the number of rows. */
const WAYS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  async 'Papa Parse'(path) {
    const { default: Papa } = await import('papaparse')
    let rows = -1
    const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: ';' })
    createReadStream(path).pipe(parser)
    for await (const _ of parser) rows += 1
    return rows
  },
  async 'Papa Parse, synchronous'(path) {
    const [{ default: Papa }, { readFile }] = await Promise.all([
      import('papaparse'),
      import('node:fs/promises'),
    ])
    return Papa.parse(await readFile(path, 'utf8'), { delimiter: ';' }).data.length - 2
  },
  async 'csv-parse'(path) {
    const { parse } = await import('csv-parse')
    let rows = -1
    for await (const _ of createReadStream(path).pipe(parse({ delimiter: ';' }))) rows += 1
    return rows
  },
  async 'annuaire: rows'(path) {
    const { openSource } = await import('../../src/index.ts')
    let rows = 0
    for await (const batch of (await openSource(path)).batches()) rows += batch.length
    return rows
  },
  async 'annuaire: read, map, check'(path) {
    const { mapSource, openSource } = await import('../../src/index.ts')
    const { SourceLedger } = await import('../../src/crosswalk/ledger.ts')
    const { crosswalkOf21 } = await import('./crosswalkOf21.ts')
    const { crosswalk, gate } = await crosswalkOf21()
    const ledger = new SourceLedger()
    for await (const batch of mapSource(await openSource(path), crosswalk, gate)) {
      for (const record of batch) ledger.add(record)
      // The log of repairs and the results go out as they come.
      ledger.repairs.length = 0
      ledger.results.length = 0
    }
    return ledger.rows
  },
}

interface Run {
  readonly rows: number
  readonly seconds: number
  /** Peak resident memory, in megabytes. */
  readonly memory: number
}

async function measure(way: string, path: string): Promise<Run> {
  const start = performance.now()
  const rows = await WAYS[way]!(path)
  const seconds = (performance.now() - start) / 1000
  return { rows, seconds, memory: Math.round(process.resourceUsage().maxRSS / 1024) }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

async function compare(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-bench-'))
  try {
    for (const size of sizes) {
      const path = join(folder, `${size}.csv`)
      await generateCsv(path, size)
      const medians = new Map<string, { speed: number; memory: number }>()
      for (const way of Object.keys(WAYS)) {
        const runs = Array.from({ length: RUNS }, () => {
          const { stdout } = spawnSync(
            process.execPath,
            [fileURLToPath(import.meta.url), '--one', way, path],
            {
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'inherit'],
            },
          )
          return JSON.parse(stdout) as Run
        })
        if (runs.some(({ rows }) => rows !== size))
          throw new Error(`${way} read ${runs.map(({ rows }) => rows)} rows`)
        medians.set(way, {
          speed: size / median(runs.map(({ seconds }) => seconds)),
          memory: median(runs.map(({ memory }) => memory)),
        })
      }
      const fastest = Math.max(
        ...[...medians].filter(([way]) => !way.startsWith('annuaire')).map(([, { speed }]) => speed),
      )
      console.log(`\n${size} rows of 21 columns, median of ${RUNS}\n`)
      console.log('| | rows a second | fastest bare parser takes, × | peak memory, MB |\n|---|---|---|---|')
      for (const [way, { speed, memory }] of medians)
        console.log(`| ${way} | ${Math.round(speed)} | ${(fastest / speed).toFixed(2)} | ${memory} |`)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const args = process.argv.slice(2)
if (args[0] === '--one') console.log(JSON.stringify(await measure(args[1]!, args[2]!)))
else await compare(args.length > 0 ? args.map(Number) : [50_000, 1_000_000])
