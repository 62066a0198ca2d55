import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Directory, openDirectory, tableToCsv } from '../index.ts'
import { UsageError } from './help.ts'
import { openCell } from './openCell.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire stats`. */
export async function stats(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: {
        query: { type: 'boolean' },
        at: { type: 'string', multiple: true },
        which: { type: 'string' },
      },
      allowPositionals: true,
    }),
  )
  const { directory, named } = await openNamed(positionals)
  const known = statisticsOf(directory)
  const ids = named.length > 0 ? named : known
  for (const id of ids) {
    if (!known.includes(id))
      throw new UsageError(`there is no statistic "${id}"; known are ${known.join(', ')}`)
  }
  if (values.at || values.which !== undefined) {
    const [id, ...others] = named
    if (id === undefined || others.length > 0) throw new UsageError('--at and --which are of one statistic')
    await openCell(directory, { ...values, id, at: values.at ?? [] }, terminal)
    return EXIT.conforms
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

/** What the words of the command line name: a directory and some of its statistics, or statistics of the one here. */
async function openNamed(words: readonly string[]): Promise<{ directory: Directory; named: string[] }> {
  const [first = '.', ...rest] = words
  const mayBeStatistic = /^[\w-]+$/.test(first) && existsSync('annuaire.yaml')
  if (!mayBeStatistic) return { directory: await openDirectory(first), named: rest }
  const here = await openDirectory('.')
  const isDirectory = existsSync(join(first, 'annuaire.yaml'))
  return isDirectory && !statisticsOf(here).includes(first)
    ? { directory: await openDirectory(first), named: rest }
    : { directory: here, named: [...words] }
}

/** The tables of the directory, then those of its surveys. */
function statisticsOf({ configuration: { statistics, surveys } }: Directory): string[] {
  const ofSurveys = surveys.flatMap(survey => [...survey.statistics, ...survey.published])
  return [...statistics, ...ofSurveys].map(({ id }) => id)
}
