import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import {
  query as evaluate,
  openDirectory,
  openQuerySource,
  PREFIXES,
  RESULT_FORMATS,
  writeResult,
} from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire query`. */
export async function query(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: {
        source: { type: 'string', multiple: true },
        format: { type: 'string', default: 'table' },
      },
      allowPositionals: true,
    }),
  )
  const format = RESULT_FORMATS.find(name => name === values.format)
  if (!format) throw new UsageError(`--format is one of ${RESULT_FORMATS.join(', ')}`)
  const [given] = positionals
  if (given === undefined || positionals.length > 1) throw new UsageError('query takes one query, in quotes')
  const sparql = given === '-' ? await text(process.stdin) : given
  const { result, prefixes } = await withProgress('en', terminal, async options => {
    if (!values.source) {
      const directory = await openDirectory('.')
      return { result: await directory.query(sparql, options), prefixes: directory.prefixes }
    }
    const sources = await Promise.all(values.source.map(source => openQuerySource(source, options)))
    const result = await evaluate(sources, sparql, { prefixes: PREFIXES, signal: terminal.signal })
    return { result, prefixes: PREFIXES }
  })
  for await (const chunk of writeResult(result, format, { prefixes })) terminal.out(chunk)
  return EXIT.conforms
}
