import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type ComparisonTable,
  comparisonName,
  type Directory,
  type InLanguage,
  openDirectory,
  type RunOptions,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
} from '../index.ts'
import { UsageError } from './help.ts'
import { openCell } from './openCell.ts'
import { parseCommand } from './parseCommand.ts'
import { withProgress } from './progress.ts'
import { askedStatistics } from './statisticNames.ts'
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
  const format = values.query ? 'query' : readFormat(values.format)
  const { names, inReleasesOnly } = askedStatistics(directory, words, format)
  if (values.at || values.which !== undefined) {
    const [id, ...others] = words
    if (id === undefined || others.length > 0) throw new UsageError('--at and --which are of one statistic')
    if (!directory.statisticIds.includes(id))
      throw new UsageError(`"${id}" is a comparison; --at and --which are of the statistic that it compares`)
    if (values.language !== undefined || (values.format !== undefined && values.format !== 'csv')) {
      throw new UsageError(
        'the actors behind a figure are listed as CSV in the language of the directory (or --query): --format and --language are for tables',
      )
    }
    await openCell(directory, { ...values, id, at: values.at ?? [] }, terminal)
    return EXIT.conforms
  }
  const language = readLanguage(values.language) ?? directory.configuration.language
  const shown = await withProgress(language, terminal, options =>
    compute(directory, names, { ...options, language }),
  )
  for (const [index, table] of shown.entries()) {
    if (format !== 'query') terminal.err(`${table.title[language]}\n`)
    // An empty line between tables; one alone is a file of its format.
    if (index > 0) terminal.out(format === 'csv' ? '\r\n' : '\n')
    for await (const text of directory.writeTable(table, format, { language })) terminal.out(text)
  }
  if (inReleasesOnly.length > 0) terminal.err(IN_RELEASES[language](inReleasesOnly.join(', ')))
  return EXIT.conforms
}

const IN_RELEASES = {
  fr: (names: string) =>
    `Comparé à la publication précédente, donc seulement dans une publication qui en a une avant elle\u00a0: ${names}\n`,
  en: (names: string) =>
    `Compared with the release before, so only in a release that has one before it: ${names}\n`,
} as const

/** The tables and comparisons of these names, in that order. */
async function compute(
  directory: Directory,
  names: readonly string[],
  options: RunOptions & InLanguage,
): Promise<readonly (Table | ComparisonTable)[]> {
  const tables = await directory.statistics(options)
  const ids = directory.statisticIds
  const hasComparisons = names.some(name => !ids.includes(name))
  const comparisons = hasComparisons ? await directory.comparisons({ ...options, tables }) : []
  const byName = new Map<string, Table | ComparisonTable>([
    ...tables.map(table => [table.id, table] as const),
    ...comparisons.map(comparison => [comparisonName(comparison), comparison] as const),
  ])
  return names.flatMap(name => byName.get(name) ?? [])
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
  const mayBeStatistic = /^[\w-]+(?:\.compare\.[\w-]+)?$/.test(first) && existsSync('annuaire.yaml')
  if (!mayBeStatistic) return { directory: await openDirectory(first), words: rest }
  const here = await openDirectory('.')
  const isDirectory = existsSync(join(first, 'annuaire.yaml'))
  return isDirectory && !here.statisticIds.includes(first)
    ? { directory: await openDirectory(first), words: rest }
    : { directory: here, words: [...words] }
}
