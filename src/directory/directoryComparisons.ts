import type { Configuration } from '../configuration/configuration.ts'
import { RESPONDENTS, responseTableNames } from '../configuration/responseTables.ts'
import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { hasComparisonChart } from '../statistics/comparison/hasComparisonChart.ts'
import type { Table } from '../statistics/statistic.ts'
import type { RunOptions } from './assemble.ts'
import { withComparisons } from './comparisons.ts'
import { definedStatistics } from './expectations.ts'
import { type InLanguage, type OpenedDirectory, signalOf } from './openedDirectory.ts'
import { computeTables } from './tables.ts'

/** How comparisons are computed. */
export interface ComparisonRunOptions extends RunOptions, InLanguage {
  /** The tables of the directory in that language, where they are computed already. Default: they are computed. */
  readonly tables?: readonly Table[]
}

/** A comparison by its name. */
export interface NamedComparison {
  /** `{statistic}.compare.{id}`. */
  readonly name: string
  /** Id of the statistic that is compared. */
  readonly statistic: string
  /** Whether it is with the release before, so that only a release that has one before it has it. */
  readonly isInReleasesOnly: boolean
  /** Whether there is a chart of it. */
  readonly hasChart: boolean
  /** Default: as its table says. */
  readonly title?: LocalizedText
}

/** All comparisons that a configuration asks for, those of respondents with others too. */
export function comparisonNames(
  configuration: Pick<Configuration, 'statistics' | 'surveys'>,
): readonly NamedComparison[] {
  return [
    ...definedStatistics(configuration).flatMap(({ id: statistic, dimensions, compare = [] }) =>
      compare.map(({ id, title, with: other }) => ({
        name: comparisonName({ statistic, id }),
        statistic,
        isInReleasesOnly: other === 'previous',
        hasChart: hasComparisonChart({ dimensions }),
        title: toLocalizedText(title),
      })),
    ),
    ...configuration.surveys
      .flatMap(responseTableNames)
      .filter(({ dimension }) => dimension !== undefined)
      .map(({ id: statistic }) => ({
        name: comparisonName({ statistic, id: RESPONDENTS }),
        statistic,
        isInReleasesOnly: false,
        hasChart: true,
      })),
  ]
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
