import { COMPARISON_FORMATS, comparisonNames, type Directory, type TableFormat } from '../index.ts'
import { UsageError } from './help.ts'

/** What `annuaire stats` prints. */
export interface AskedStatistics {
  /** Names of tables and comparisons, these after their statistic. */
  readonly names: readonly string[]
  /** Comparisons that only releases have, where nothing was named. */
  readonly inReleasesOnly: readonly string[]
}

/**
 * The tables and comparisons that words name; all of them where there are no words.
 *
 * @throws {UsageError} where there is none of a name, only releases have it, or it cannot be had in the format
 */
export function askedStatistics(
  { statisticIds, configuration }: Directory,
  words: readonly string[],
  format: TableFormat,
): AskedStatistics {
  const comparisons = comparisonNames(configuration)
  const hasFormat = COMPARISON_FORMATS.some(known => known === format)
  const names = statisticIds.flatMap(id => [
    id,
    ...comparisons.filter(({ statistic }) => statistic === id).map(({ name }) => name),
  ])
  const only = comparisons.filter(one => one.isInReleasesOnly).map(({ name }) => name)
  const isComparison = (word: string) => comparisons.some(({ name }) => name === word)
  for (const word of words) {
    if (!names.includes(word))
      throw new UsageError(`there is no statistic "${word}"; known are ${names.join(', ')}`)
    if (only.includes(word)) {
      throw new UsageError(
        `"${word}" is a comparison with the release before: only a release that has one before it has it, ` +
          `as statistics/${word}.csv; publish one, and look there`,
      )
    }
    if (isComparison(word) && !hasFormat)
      throw new UsageError(
        `"${word}" is a comparison: its --format is one of ${COMPARISON_FORMATS.join(', ')}`,
      )
  }
  if (words.length > 0) return { names: names.filter(name => words.includes(name)), inReleasesOnly: [] }
  return {
    names: names.filter(name => !only.includes(name) && (hasFormat || !isComparison(name))),
    inReleasesOnly: hasFormat ? only : [],
  }
}
