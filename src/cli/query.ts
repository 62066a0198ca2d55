import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import {
  absentNames,
  query as evaluate,
  explainQuery,
  formatExplanation,
  openDirectory,
  openQuerySource,
  PREFIXES,
  type QueryOptions,
  type QueryResult,
  type QuerySource,
  RESULT_FORMATS,
  type RunOptions,
  writeResult,
} from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { printable } from './printable.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire query`. */
export async function query(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: {
        source: { type: 'string', multiple: true },
        format: { type: 'string' },
        explain: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        memory: { type: 'string' },
      },
      allowPositionals: true,
    }),
  )
  const asked = RESULT_FORMATS.find(name => name === values.format)
  if (values.format !== undefined && !asked)
    throw new UsageError(`--format is one of ${RESULT_FORMATS.join(', ')}`)
  const [given] = positionals
  if (given === undefined || positionals.length > 1) throw new UsageError('query takes one query, in quotes')
  const limits = readLimits(values)
  const sparql = await readQuery(given)
  if (values.explain) {
    const explanation = await withProgress('en', terminal, async options => {
      const { sources, prefixes } = await openSources(values.source, options, false)
      return explainQuery(sources, sparql, { ...limits, prefixes, signal: terminal.signal })
    })
    terminal.out(formatExplanation(explanation))
    return EXIT.conforms
  }
  const { result, sources, prefixes } = await withProgress('en', terminal, async options => {
    const { sources, prefixes } = await openSources(values.source, options, limits.isolated === true)
    const result = await evaluate(sources, sparql, { ...limits, prefixes, signal: terminal.signal })
    return { result, sources, prefixes }
  })
  const format = asked ?? (result.type === 'quads' ? 'turtle' : 'table')
  const { counted, isEmpty } = watchAnswer(result)
  for await (const chunk of writeResult(counted, format, { prefixes })) terminal.out(chunk)
  if (isEmpty()) tellAbsent(absentNames(sources, sparql, prefixes), terminal)
  return EXIT.conforms
}

/** The same answer, of which it is known once it is read whether it says anything: rows, a yes, a number above 0. */
function watchAnswer(result: QueryResult): { counted: QueryResult; isEmpty: () => boolean } {
  let isEmpty = true
  async function* watched<T>(items: AsyncIterable<T>, says: (item: T) => boolean) {
    for await (const item of items) {
      if (isEmpty && says(item)) isEmpty = false
      yield item
    }
  }
  switch (result.type) {
    case 'boolean':
      return { counted: result, isEmpty: () => !result.value }
    case 'quads':
      return { counted: { ...result, quads: watched(result.quads, () => true) }, isEmpty: () => isEmpty }
    case 'bindings': {
      const says = (row: object) => Object.values(row).some(({ value }) => value !== '0')
      return { counted: { ...result, bindings: watched(result.bindings, says) }, isEmpty: () => isEmpty }
    }
  }
}

function tellAbsent(names: readonly string[], terminal: Terminal): void {
  if (names.length === 0) return
  terminal.err(
    `annuaire: nothing that is queried has ${names.map(printable).join(', ')}; check the spelling, or ask for what there is: SELECT DISTINCT ?property { ?s ?property ?o }\n`,
  )
}

/** The query itself, or where it stands: standard input, or a file of a release or of one's own. */
async function readQuery(given: string): Promise<string> {
  if (given === '-') return text(process.stdin)
  if (!/^[^{}\n]*\.(?:rq|sparql)$/i.test(given)) return given
  return readFile(given, 'utf8').catch(error => {
    if (error.code !== 'ENOENT') throw error
    throw new UsageError(`there is no file "${given}"`)
  })
}

/** What is asked, and the prefixes that go without saying. */
async function openSources(
  names: readonly string[] | undefined,
  options: RunOptions,
  shared: boolean,
): Promise<{ sources: QuerySource[]; prefixes: Readonly<Record<string, string>> }> {
  if (names) {
    return {
      sources: await Promise.all(names.map(name => openQuerySource(name, { ...options, shared }))),
      prefixes: PREFIXES,
    }
  }
  const directory = await openDirectory('.')
  return { sources: [{ graph: await directory.graph(options) }], prefixes: directory.prefixes }
}

/** A query with limits has a thread of its own: whatever it does, they hold. */
function readLimits({
  timeout,
  memory,
}: {
  readonly timeout?: string | undefined
  readonly memory?: string | undefined
}): QueryOptions {
  return {
    ...(timeout !== undefined && { timeout: readNumber('--timeout', timeout) * 1000, isolated: true }),
    ...(memory !== undefined && { memoryLimit: readNumber('--memory', memory) * 2 ** 20, isolated: true }),
  }
}

function readNumber(option: string, value: string): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0
  if (number > 0) return number
  throw new UsageError(`${option} takes a number above 0, not "${value}"`)
}
