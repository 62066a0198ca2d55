import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import type { Table } from '../statistics/statistic.ts'
import type { RunOptions } from './assemble.ts'
import { withComparisons } from './comparisons.ts'
import { type InLanguage, type OpenedDirectory, signalOf } from './openedDirectory.ts'
import { computeTables } from './tables.ts'

/** How comparisons are computed. */
export interface ComparisonRunOptions extends RunOptions, InLanguage {
  /** The tables of the directory in that language, where they are computed already. Default: they are computed. */
  readonly tables?: readonly Table[]
}

/** The comparisons of a directory, but those with a release before. */
export async function computeDirectoryComparisons(
  directory: OpenedDirectory,
  options: ComparisonRunOptions,
): Promise<readonly ComparisonTable[]> {
  const { configuration, lexicon, effects } = directory
  const { language = configuration.language, tables = await computeTables(directory, options) } = options
  const publication = {
    assembly: await directory.assembly(options),
    date: await directory.date(options),
    tables,
    configuration,
    lexicon,
    surveys: await directory.surveys(options),
  }
  const { comparisons = [] } = await withComparisons(publication, language, effects, signalOf(options))
  return comparisons
}
