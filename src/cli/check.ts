import { parseArgs } from 'node:util'
import { openDirectory } from '../index.ts'
import { formatReport } from './formatReport.ts'
import { formatSources } from './formatSources.ts'
import { formatUnmatched } from './formatUnmatched.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire check`. */
export async function check(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args)
  const directory = await openDirectory(positionals[0] ?? '.')
  const report = await withProgress(directory.configuration.language, terminal, options =>
    directory.check(options),
  )
  if (values.out !== undefined) {
    for (const path of await directory.review(values.out, { signal: terminal.signal }))
      terminal.err(`${path}\n`)
  }
  terminal.err(formatSources(await directory.sources(), directory.configuration.language))
  if (values.format === 'json') terminal.out(`${JSON.stringify(report, null, 2)}\n`)
  else {
    terminal.out(formatReport(report, directory.configuration.language))
    terminal.out(formatUnmatched(await directory.unmatched(), directory.configuration.language))
  }
  return report.conforms ? EXIT.conforms : EXIT.doesNotConform
}

function parse(args: readonly string[]) {
  const parsed = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' }, out: { type: 'string' } },
      allowPositionals: true,
    }),
  )
  if (!['text', 'json'].includes(parsed.values.format)) throw new UsageError('--format is text or json')
  if (parsed.positionals.length > 1) throw new UsageError('check takes one directory')
  return parsed
}
