import { type CellCount, type Directory, writeResult } from '../index.ts'
import { UsageError } from './help.ts'
import { withProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

const COUNTS: readonly CellCount[] = ['n', 'base', 'missing']

/** What `annuaire stats` was asked to open. */
export interface OpenCellWords {
  /** ID of the statistic. */
  readonly id: string
  /** `dimension=code`, once per dimension. */
  readonly at: readonly string[]
  /** Default: `n`. */
  readonly which?: string | undefined
  /** Whether the query is printed instead of its answer. */
  readonly query?: boolean | undefined
}

/** `annuaire stats ID --at dimension=code`: prints the actors behind a figure as CSV, or the query that lists them. */
export async function openCell(
  directory: Directory,
  { id, at, which = 'n', query = false }: OpenCellWords,
  terminal: Terminal,
): Promise<void> {
  const count = COUNTS.find(name => name === which)
  if (!count) throw new UsageError(`--which is one of ${COUNTS.join(', ')}, not "${which}"`)
  const codes = readCodes(at)
  const { language } = directory.configuration
  const cell = await withProgress(language, terminal, options =>
    directory.openCell(id, codes, { ...options, count }),
  )
  if (query) {
    terminal.out(cell.query)
    return
  }
  const { table, observation, answer } = cell
  const labels = [table.title[language], ...observation.values.map(({ label }) => label)]
  const colon = language === 'fr' ? '\u00a0:' : ':'
  terminal.err(`${labels.join(' – ')}${colon} ${count} = ${observation[count]}\n`)
  for await (const chunk of writeResult(answer, 'csv')) terminal.out(chunk)
}

function readCodes(at: readonly string[]): Record<string, string> {
  const codes = at.map(word => {
    const [, dimension, code] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    if (dimension === undefined) throw new UsageError(`--at takes DIMENSION=CODE, not "${word}"`)
    return [dimension, code!] as const
  })
  const twice = codes.find(([dimension], index) => codes.findIndex(([other]) => other === dimension) < index)
  if (twice) throw new UsageError(`--at names ${twice[0]} twice`)
  return Object.fromEntries(codes)
}
