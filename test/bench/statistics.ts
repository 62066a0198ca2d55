/**
 * How long the statistics of a directory take: thirty tables over generated actors, beside the time that their graph takes
 * to be read from N-Triples once, and beside DuckDB over relations of the same actors.
 *
 *     node test/bench/statistics.ts --actors 10000,1000000 --repeat 5
 *
 * Each engine runs in a process of its own. The tables of both are compared; where one differs, the exit code is 1.
 * DuckDB is asked in the SQL of the differential test, written to be read rather than to be fast.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadGraph } from '../../src/graph/loadGraph.ts'
import { computeStatistic } from '../../src/statistics/compute.ts'
import type { StatisticContext } from '../../src/statistics/context.ts'
import type { Statistic } from '../../src/statistics/statistic.ts'
import { openDatabase, PLACES } from '../statistics/differential/database.ts'
import { plainRows } from '../statistics/differential/plainRows.ts'
import { computeInSql, type PlainRow } from '../statistics/differential/sqlStatistic.ts'

import { BASE } from './generateActors.ts'
import { GRAPH_FILE, TABLES } from './generateDirectory.ts'
import { seeded } from './random.ts'
import { isInRelations, STATISTICS } from './statisticTables.ts'
import { withDirectory } from './withDirectory.ts'

const MEMBERS = { graph: 'members.nt', table: 'members.csv', property: `${BASE}/def/onto#members` }

const CONTEXT: StatisticContext = {
  date: '2010-12-19',
  fields: [
    {
      name: 'members',
      property: MEMBERS.property,
      label: { en: 'Members' },
      datatype: 'integer',
      public: true,
      multiple: false,
    },
  ],
}

/** What an engine does in its process. */
interface Run {
  /** Seconds until it can be asked. */
  readonly loaded: number
  /** Per table: milliseconds of the first time, those of the later ones at the median, and a digest of the rows. */
  readonly tables: readonly { first: number; median: number; rows: number; digest: string }[]
  /** Megabytes. */
  readonly memory: number
}

const ENGINES: Readonly<
  Record<string, (folder: string) => Promise<(statistic: Statistic) => Promise<PlainRow[]>>>
> = {
  async annuaire(folder) {
    const graph = await loadGraph(readGraphFiles(folder), 'application/n-triples')
    return async statistic => plainRows(await computeStatistic(graph, statistic, CONTEXT))
  },
  async duckdb(folder) {
    const sql = await openDatabase(relations(folder), folder)
    return statistic => computeInSql({ sql, context: CONTEXT }, statistic)
  },
}

async function* readGraphFiles(folder: string): AsyncGenerator<Uint8Array> {
  for (const name of [GRAPH_FILE, MEMBERS.graph]) {
    // In chunks of a megabyte: those of 64 kB are as many turns of the event loop.
    yield* createReadStream(join(folder, name), { highWaterMark: 1 << 20 })
  }
}

/** The relations that {@link computeInSql} asks, of the tables that were generated. */
function relations(folder: string): string[] {
  const read = (name: string) =>
    `read_csv('${join(folder, name)}', header = true, all_varchar = true, nullstr = '')`
  return [
    ...Object.keys(TABLES).map(name => `CREATE TABLE "${name}_file" AS SELECT * FROM ${read(`${name}.csv`)}`),
    'INSERT INTO actor SELECT id FROM actor_file',
    "INSERT INTO value SELECT id, 'legalForm', legal_form FROM actor_file WHERE legal_form IS NOT NULL",
    "INSERT INTO value SELECT actor, 'mission', mission FROM mission_file",
    "INSERT INTO value SELECT actor, 'audience', audience FROM audience_file",
    "INSERT INTO value SELECT id, 'foundingYear', left(founded, 4) FROM actor_file WHERE founded IS NOT NULL",
    `INSERT INTO number SELECT actor, 'members', members::BIGINT FROM ${read(MEMBERS.table)}`,
    "INSERT INTO place SELECT id, 'seat', 'region', region FROM actor_file WHERE region IS NOT NULL",
    "INSERT INTO place SELECT id, 'seat', 'commune', commune FROM actor_file WHERE commune IS NOT NULL",
    ...PLACES,
  ]
}

/** Numbers of members of three actors in five, few of them large, beside the files of a directory. */
async function generateMembers(folder: string): Promise<void> {
  if (existsSync(join(folder, MEMBERS.table))) return
  const random = seeded(35)
  const lines = createInterface({ input: createReadStream(join(folder, 'actor.csv')) })
  const written: { graph: string; table: string }[] = []
  for await (const line of lines) {
    const [id, iri] = line.split(',', 2)
    if (id === 'id' || random() > 0.6) continue
    const members = Math.floor(5 / (random() + 0.001))
    written.push({
      graph: `<${iri}> <${MEMBERS.property}> "${members}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n`,
      table: `${id},${members}\n`,
    })
  }
  await pipeline(
    written.map(({ graph }) => graph),
    createWriteStream(join(folder, MEMBERS.graph)),
  )
  await pipeline(
    ['actor,members\n', ...written.map(({ table }) => table)],
    createWriteStream(join(folder, MEMBERS.table)),
  )
}

async function measure(engine: string, folder: string, repeat: number): Promise<Run> {
  const start = performance.now()
  const compute = await ENGINES[engine]!(folder)
  const loaded = (performance.now() - start) / 1000
  const tables: Run['tables'][number][] = []
  for (const statistic of STATISTICS) {
    if (engine === 'duckdb' && !isInRelations(statistic)) {
      tables.push({ first: 0, median: 0, rows: 0, digest: '' })
      continue
    }
    const times: number[] = []
    let rows: PlainRow[] = []
    for (let turn = 0; turn <= repeat; turn += 1) {
      const before = performance.now()
      rows = await compute(statistic)
      times.push(performance.now() - before)
    }
    const [first, ...later] = times
    later.sort((a, b) => a - b)
    const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    tables.push({ first: first!, median: later[later.length >> 1] ?? first!, rows: rows.length, digest })
  }
  return { loaded, tables, memory: Math.round(process.resourceUsage().maxRSS / 1024) }
}

function runEngine(engine: string, folder: string): Run {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=16000',
      fileURLToPath(import.meta.url),
      ...['--engine', engine, '--folder', folder, '--repeat', options.repeat],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 },
  )
  return JSON.parse(stdout)
}

async function compare(actors: number, folder: string): Promise<void> {
  await generateMembers(folder)
  const [ours, theirs] = ['annuaire', 'duckdb'].map(engine => runEngine(engine, folder)) as [Run, Run]
  console.log(`\n${actors} actors; milliseconds\n`)
  console.log('| table | rows | first | median | DuckDB, median |\n|---|--:|--:|--:|--:|')
  for (const [index, { id }] of STATISTICS.entries()) {
    const [one, other] = [ours.tables[index]!, theirs.tables[index]!]
    const isComparable = other.digest !== ''
    console.log(
      `| ${id} | ${one.rows} | ${one.first.toFixed(0)} | ${one.median.toFixed(0)} | ${isComparable ? other.median.toFixed(0) : '–'} |`,
    )
    if (!isComparable || one.digest === other.digest) continue
    process.exitCode = 1
    console.error(`DuckDB gives another table of ${id}`)
  }
  const sum = ({ tables }: Run, time: 'first' | 'median', of: (index: number) => boolean = () => true) =>
    tables.reduce((total, table, index) => total + (of(index) ? table[time] : 0), 0) / 1000
  const isShared = (index: number) => theirs.tables[index]!.digest !== ''
  const total = sum(ours, 'first')
  console.log(`
all ${STATISTICS.length} tables, each once: ${total.toFixed(1)} s, ${(total / ours.loaded).toFixed(2)} times as long as reading the dump (${ours.loaded.toFixed(1)} s)
at the medians: ${sum(ours, 'median').toFixed(1)} s; of those that DuckDB computes too: ${sum(ours, 'median', isShared).toFixed(1)} s, DuckDB ${sum(theirs, 'median').toFixed(1)} s (loading ${theirs.loaded.toFixed(1)} s)
peak memory: ${ours.memory} MB, DuckDB ${theirs.memory} MB`)
}

const { values: options } = parseArgs({
  options: {
    actors: { type: 'string', default: '10000,100000' },
    /** Further runs of each table after the first. */
    repeat: { type: 'string', default: '5' },
    engine: { type: 'string' },
    folder: { type: 'string' },
    /** Where generated directories are kept for the next run. Default: nowhere. */
    keep: { type: 'string' },
  },
})
if (options.engine) {
  console.log(JSON.stringify(await measure(options.engine, options.folder!, Number(options.repeat))))
} else {
  for (const actors of options.actors.split(',').map(Number)) {
    await withDirectory(actors, options.keep, folder => compare(actors, folder))
  }
}
