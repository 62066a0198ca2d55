/**
 * How fast queries are answered, beside other engines on the same generated directory.
 *
 *     npm run bench -- --actors 400,100000 --engines annuaire,duckdb --repeat 9 --time-limit 60 --json results.json
 *
 * Answers are compared before times are told: where two engines disagree, the first rows that differ are printed and
 * the exit code is 1. Each engine runs in a process of its own, one after the other; times are from the text of the
 * query to all of its answer as values of JavaScript, warm, medians. Virtuoso takes part where it is installed.
 */
import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { differenceOf } from './canonicalRows.ts'
import { type RunningEngine, startEngine } from './engineProcess.ts'
import { ENGINES } from './engines/engines.ts'
import { hasVirtuoso } from './engines/virtuoso.ts'
import { generateActors } from './generateActors.ts'
import { type BenchQuery, benchQueries } from './queries.ts'
import { type EngineRun, type QueryRun, resultTable } from './resultTable.ts'
import { SEED, withDirectory } from './withDirectory.ts'

/** Actors beyond which an engine is not asked: it would take hours, or more memory than it can have. */
const MOST: Readonly<Record<string, number>> = { comunica: 100_000, oxigraph: 300_000 }

/** Seconds after which no more warm runs of a query are begun. */
const WARM = 20

/** How many times an engine is started again for a directory, after a query was too much for it. */
const RESTARTS = 2

const { values: options } = parseArgs({
  options: {
    /** Sizes of the directories. */
    actors: { type: 'string', default: '400,10000,100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    /** Warm runs per query, at most. */
    repeat: { type: 'string', default: '9' },
    /** Seconds per run of a query. */
    'time-limit': { type: 'string', default: '60' },
    /** Where the times go as JSON. Default: nowhere. */
    json: { type: 'string' },
    /** Where generated directories are kept for the next run. Default: nowhere. */
    keep: { type: 'string' },
  },
})
const repeat = Number(options.repeat)
const limits = {
  heap: Math.round((totalmem() * 0.75) / 2 ** 20),
  loadLimit: 1800,
  askLimit: Number(options['time-limit']),
}

/** The answers of the first engine that gave one, by title, with its name. */
type Answers = Map<string, { engine: string; rows: readonly string[] }>

async function runEngine(
  engine: string,
  folder: string,
  queries: readonly BenchQuery[],
  answers: Answers,
): Promise<EngineRun> {
  let running = await startEngine(engine, folder, limits)
  if ('error' in running.loaded) {
    running.stop()
    return { engine, skipped: `loading: ${running.loaded.error}`, queries: {} }
  }
  const load = { seconds: running.loaded.milliseconds / 1000 }
  let memory = running.loaded.memory
  let restarts = 0
  const times: Record<string, QueryRun> = {}
  for (const query of queries) {
    if (engine === 'duckdb' && !query.sql) continue
    const run = await runQuery(engine, running, query, answers)
    times[query.title] = run.times
    memory = Math.max(memory, run.memory)
    if (!run.ended) continue
    if (restarts === RESTARTS) {
      running.stop()
      return { engine, skipped: `given up after "${query.title}"`, load, memory, queries: times }
    }
    restarts += 1
    running.stop()
    running = await startEngine(engine, folder, limits)
  }
  running.stop()
  return { engine, load, memory, queries: times }
}

async function runQuery(engine: string, running: RunningEngine, query: BenchQuery, answers: Answers) {
  const first = await running.ask(query, true)
  if ('error' in first)
    return { times: { failed: first.error }, memory: 0, ended: /^more than|process/.test(first.error) }
  compare(engine, query, first.rows!, answers)
  const warm: number[] = []
  let memory = first.memory
  const end = performance.now() + WARM * 1000
  while (warm.length < repeat && performance.now() < end) {
    const again = await running.ask(query, false)
    if ('error' in again) return { times: { failed: again.error }, memory, ended: true }
    warm.push(again.milliseconds)
    memory = Math.max(memory, again.memory)
  }
  warm.sort((a, b) => a - b)
  return {
    times: { first: first.milliseconds, median: warm[warm.length >> 1]!, runs: warm.length },
    memory,
    ended: false,
  }
}

function compare(engine: string, { title }: BenchQuery, rows: readonly string[], answers: Answers): void {
  const known = answers.get(title)
  if (!known) {
    answers.set(title, { engine, rows })
    return
  }
  const difference = differenceOf(known.rows, rows)
  if (difference === undefined) return
  process.exitCode = 1
  console.error(`${engine} answers "${title}" otherwise than ${known.engine}: ${difference}`)
}

async function runSize(actors: number, triples: number, engines: readonly string[], folder: string) {
  const { value: actor } = await generateActors(1, SEED).next()
  const queries = benchQueries(actor.id)
  const answers: Answers = new Map()
  const runs: EngineRun[] = []
  for (const engine of engines) {
    const tooMany = actors > (MOST[engine] ?? Number.POSITIVE_INFINITY)
    const run = tooMany
      ? { engine, skipped: `not asked beyond ${MOST[engine]} actors`, queries: {} }
      : await runEngine(engine, folder, queries, answers)
    runs.push(run)
    if (run.skipped) console.error(`${engine}: ${run.skipped}`)
  }
  return { actors, triples, runs, titles: queries.map(({ title }) => title) }
}

const asked = options.engines.split(',')
const unknown = asked.filter(name => !Object.hasOwn(ENGINES, name))
if (unknown.length > 0) throw new RangeError(`no such engine: ${unknown.join(', ')}`)
const isThere = !asked.includes('virtuoso') || (await hasVirtuoso())
if (!isThere) console.error('virtuoso: not installed')
const engines = asked.filter(name => name !== 'virtuoso' || isThere)

const sizes: Awaited<ReturnType<typeof runSize>>[] = []
for (const actors of options.actors.split(',').map(Number)) {
  const size = await withDirectory(actors, options.keep, (folder, triples) =>
    runSize(actors, triples, engines, folder),
  )
  sizes.push(size)
  console.log(
    `\n${actors} actors, ${size.triples} triples; milliseconds, warm medians (× as long as annuaire)\n`,
  )
  console.log(resultTable(size.runs, size.titles))
}
if (options.json) {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, memory: totalmem(), node: process.version }
  await writeFile(options.json, `${JSON.stringify({ machine, sizes }, null, 2)}\n`)
}
