import { parseArgs } from 'node:util'
import { openDirectory, tableToCsv } from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire stats`. */
export async function stats(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({ args: [...args], options: { query: { type: 'boolean' } }, allowPositionals: true }),
  )
  const directory = await openDirectory(positionals[0] ?? '.')
  const known = directory.configuration.statistics.map(({ id }) => id)
  const ids = positionals.length > 1 ? positionals.slice(1) : known
  for (const id of ids) {
    if (!known.includes(id))
      throw new UsageError(`there is no statistic "${id}"; known are ${known.join(', ')}`)
  }
  const { language } = directory.configuration
  const tables = await withProgress(language, terminal, options => directory.statistics(options))
  for (const [index, table] of tables.filter(({ id }) => ids.includes(id)).entries()) {
    if (values.query) terminal.out(`${table.query}\n`)
    else {
      terminal.err(`${table.title[language]}\n`)
      // An empty line between tables; one alone is a CSV file.
      terminal.out(`${index > 0 ? '\r\n' : ''}${tableToCsv(table)}`)
    }
  }
  return EXIT.conforms
}
