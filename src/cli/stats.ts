import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Directory, openDirectory, TABLE_FORMATS, type TableFormat } from '../index.ts'
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
        format: { type: 'string' },
        language: { type: 'string' },
        at: { type: 'string', multiple: true },
        which: { type: 'string' },
      },
      allowPositionals: true,
    }),
  )
  const { directory, words } = await openNamed(positionals)
  const known = directory.statisticIds
  const ids = words.length > 0 ? words : known
  for (const id of ids) {
    if (!known.includes(id))
      throw new UsageError(`there is no statistic "${id}"; known are ${known.join(', ')}`)
  }
  if (values.at || values.which !== undefined) {
    const [id, ...others] = words
    if (id === undefined || others.length > 0) throw new UsageError('--at and --which are of one statistic')
    if (values.language !== undefined || (values.format !== undefined && values.format !== 'csv')) {
      throw new UsageError(
        'the actors behind a figure are listed as CSV in the language of the directory (or --query): --format and --language are for tables',
      )
    }
    await openCell(directory, { ...values, id, at: values.at ?? [] }, terminal)
    return EXIT.conforms
  }
  const format = values.query ? 'query' : readFormat(values.format)
  const language = readLanguage(values.language) ?? directory.configuration.language
  const tables = await withProgress(language, terminal, options =>
    directory.statistics({ ...options, language }),
  )
  const named = tables.filter(({ id }) => ids.includes(id))
  for (const [index, table] of named.entries()) {
    if (format !== 'query') terminal.err(`${table.title[language]}\n`)
    // An empty line between tables; one alone is a file of its format.
    if (index > 0) terminal.out(format === 'csv' ? '\r\n' : '\n')
    for await (const text of directory.writeTable(table, format, { language })) terminal.out(text)
  }
  return EXIT.conforms
}

function readFormat(name = 'csv'): TableFormat {
  if (Object.hasOwn(TABLE_FORMATS, name)) return name as TableFormat
  throw new UsageError(`--format is one of ${Object.keys(TABLE_FORMATS).join(', ')}`)
}

function readLanguage(name: string | undefined): 'fr' | 'en' | undefined {
  if (name === undefined || name === 'fr' || name === 'en') return name
  throw new UsageError('--language is fr or en')
}

/** What the words of the command line name: a directory and some of its statistics, or statistics of the one here. */
async function openNamed(words: readonly string[]): Promise<{ directory: Directory; words: string[] }> {
  const [first = '.', ...rest] = words
  const mayBeStatistic = /^[\w-]+$/.test(first) && existsSync('annuaire.yaml')
  if (!mayBeStatistic) return { directory: await openDirectory(first), words: rest }
  const here = await openDirectory('.')
  const isDirectory = existsSync(join(first, 'annuaire.yaml'))
  return isDirectory && !here.statisticIds.includes(first)
    ? { directory: await openDirectory(first), words: rest }
    : { directory: here, words: [...words] }
}
