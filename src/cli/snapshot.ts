import { parseArgs } from 'node:util'
import { openQuerySource, writeSnapshotFile } from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire snapshot`. */
export async function snapshot(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = parseCommand(() =>
    parseArgs({ args: [...args], options: {}, allowPositionals: true }),
  )
  const [source, file] = positionals
  if (source === undefined || file === undefined || positionals.length > 2)
    throw new UsageError('snapshot takes a source and a file')
  if (!file.endsWith('.columns'))
    throw new UsageError(`the name of a snapshot ends in .columns, unlike "${file}"`)
  const opened = await withProgress('en', terminal, options => openQuerySource(source, options))
  if ('endpoint' in opened) throw new UsageError('an endpoint keeps its graph to itself; take a dump of it')
  await writeSnapshotFile(opened.graph, file)
  terminal.out(`${file}: ${opened.graph.size} quads\n`)
  return EXIT.conforms
}
