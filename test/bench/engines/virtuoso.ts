import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { PREFIXES } from '../../../src/vocabulary/namespaces.ts'
import type { PlainTerm, Row } from '../canonicalRows.ts'
import { GRAPH_FILE } from '../generateDirectory.ts'
import { type BenchQuery, toSparql } from '../queries.ts'
import type { OpenEngine } from './engine.ts'

const run = promisify(execFile)
const GRAPH = 'https://annuaire.example.org/graph'

/** Whether there is a Virtuoso on this machine. */
export async function hasVirtuoso(): Promise<boolean> {
  return run('virtuoso-t', ['-?']).then(
    () => true,
    error => error.code !== 'ENOENT',
  )
}

/**
 * Virtuoso 7, asked over its SPARQL endpoint on this machine. Its database is made anew in the folder; buffers are
 * those that its manual advises for 4 GB.
 */
export const openVirtuoso: OpenEngine = async folder => {
  const [home, sqlPort, httpPort] = [join(folder, 'virtuoso'), await freePort(), await freePort()]
  await mkdir(home, { recursive: true })
  await writeFile(join(home, 'virtuoso.ini'), settings(home, sqlPort, httpPort))
  const server = spawn('virtuoso-t', ['+foreground', '+configfile', 'virtuoso.ini'], {
    cwd: home,
    stdio: 'ignore',
  })
  // However this process ends, the server does not outlive it.
  process.once('exit', () => server.kill('SIGKILL'))
  process.once('disconnect', () => server.kill('SIGKILL'))
  const sql = (statement: string) =>
    run('isql-vt', [`127.0.0.1:${sqlPort}`, 'dba', 'dba', `exec=${statement}`], { maxBuffer: 1 << 24 })
  await untilReady(server, () => sql('SELECT 1;'))
  await pipeline(
    createReadStream(join(folder, GRAPH_FILE)),
    withoutGeometries,
    createWriteStream(join(home, GRAPH_FILE)),
  )
  await sql(`ld_dir('${home}', '${GRAPH_FILE}', '${GRAPH}');`)
  await sql('rdf_loader_run();')
  await sql('checkpoint;')
  const { stdout } = await sql('SELECT ll_error FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;')
  if (!/^0 Rows/m.test(stdout)) throw new Error(`Virtuoso did not load the graph: ${stdout}`)
  return {
    async ask(query) {
      const url = new URL(`http://127.0.0.1:${httpPort}/sparql`)
      url.searchParams.set('default-graph-uri', GRAPH)
      url.searchParams.set('query', toSparql(query))
      const Accept = isGraph(query) ? 'application/rdf+json' : 'application/sparql-results+json'
      const response = await fetch(url, { headers: { Accept } })
      const text = await response.text()
      if (!response.ok) throw new Error(text.slice(0, 500))
      return JSON.parse(text)
    },
    rowsOf: (answer: never, query) => (isGraph(query) ? rowsOfGraph(answer) : rowsOfSolutions(answer)),
    async peakMemory() {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
      return Math.round(Number(/^VmHWM:\s*(\d+)/m.exec(status)![1]) / 1024)
    },
    async close() {
      server.kill('SIGKILL')
    },
  }
}

/**
 * The same lines, with positions as plain strings: Virtuoso 7 refuses a whole file where a WKT literal names its
 * coordinate reference system (RDFGE: RDF box with a geometry RDF type and a non-geometry content).
 */
async function* withoutGeometries(file: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of file) {
    const text = rest + decoder.decode(chunk, { stream: true })
    const end = text.lastIndexOf('\n') + 1
    yield text.slice(0, end).replaceAll(`^^<${PREFIXES.geo}wktLiteral>`, '')
    rest = text.slice(end)
  }
  yield rest
}

/** A term in the JSON of results (SPARQL 1.1 Query Results JSON Format §3.2.2), or in that of graphs. */
interface JsonTerm {
  readonly type: string
  readonly value: string
  readonly 'xml:lang'?: string
  readonly lang?: string
  readonly datatype?: string
}

function rowsOfSolutions(answer: { results: { bindings: readonly Record<string, JsonTerm>[] } }): Row[] {
  return answer.results.bindings.map(solution =>
    Object.fromEntries(Object.entries(solution).map(([name, term]) => [name, toTerm(term)])),
  )
}

function rowsOfGraph(answer: Record<string, Record<string, readonly JsonTerm[]>>): Row[] {
  return Object.entries(answer).flatMap(([subject, properties]) =>
    Object.entries(properties).flatMap(([predicate, objects]) =>
      objects.map(object => ({
        subject: toTerm({ type: 'uri', value: subject }),
        predicate: toTerm({ type: 'uri', value: predicate }),
        object: toTerm(object),
      })),
    ),
  )
}

function toTerm({ type, value, datatype, lang, 'xml:lang': language = lang }: JsonTerm): PlainTerm {
  return {
    termType: type === 'uri' ? 'NamedNode' : 'Literal',
    value,
    ...(language && { language }),
    ...(datatype && { datatype: { value: datatype } }),
  }
}

function isGraph({ sparql }: BenchQuery): boolean {
  return /^(?:CONSTRUCT|DESCRIBE)/.test(sparql)
}

async function untilReady(server: ChildProcess, isReady: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (server.exitCode !== null) throw new Error(`virtuoso-t ended with ${server.exitCode}`)
    if (
      await isReady().then(
        () => true,
        () => false,
      )
    )
      return
    await setTimeout(500)
  }
  throw new Error('virtuoso-t did not answer within a minute')
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => resolve(port))
  })
  return promise
}

function settings(home: string, sqlPort: number, httpPort: number): string {
  return `
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sqlPort}
DisableTcpSocket = 0
DirsAllowed = ${home}
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
ThreadsPerQuery = 2
MaxQueryMem = 4G
[HTTPServer]
ServerPort = 127.0.0.1:${httpPort}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 10000000
`
}
