import { comparisonNames, type Directory, type TableFormat } from '../index.ts'
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
  const names = statisticIds.flatMap(id => [
    id,
    ...comparisons.filter(({ statistic }) => statistic === id).map(({ name }) => name),
  ])
  const only = comparisons.filter(one => one.isInReleasesOnly).map(({ name }) => name)
  const undrawn = format === 'chart' ? comparisons.filter(one => !one.hasChart).map(({ name }) => name) : []
  for (const word of words) {
    if (!names.includes(word))
      throw new UsageError(`there is no statistic "${word}"; known are ${names.join(', ')}`)
    if (only.includes(word)) {
      throw new UsageError(
        `"${word}" is a comparison with the release before: only a release that has one before it has it, ` +
          `as statistics/${word}.csv; publish one, and look there`,
      )
    }
    if (undrawn.includes(word))
      throw new UsageError(
        `there is no chart of "${word}": of comparisons, only those of one dimension have one`,
      )
  }
  if (words.length > 0) return { names: names.filter(name => words.includes(name)), inReleasesOnly: [] }
  return {
    names: names.filter(name => !only.includes(name) && !undrawn.includes(name)),
    inReleasesOnly: only,
  }
}
