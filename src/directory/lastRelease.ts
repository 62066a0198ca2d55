import type { Effects } from '../effects.ts'
import { previousRelease, releaseOf } from '../release/previous.ts'
import type { Statistic } from '../statistics/statistic.ts'
import { computeComparisons } from './comparisons.ts'
import { definedStatistics, type Held, holdToExpectations } from './expectations.ts'
import { readPreviousTables } from './previousTables.ts'
import type { Publication } from './publication.ts'

/** How a publication is held against the last release. */
export interface LastReleaseOptions {
  /** Whether it is published although expectations are not met. */
  readonly ignoreExpectations: boolean
  /** Whether it may take the place of a release of its date. */
  readonly replace: boolean
  readonly signal?: AbortSignal
}

/**
 * What a release is beside the last one: first what its statistics expect, so that a broken file is not published, then
 * the comparisons that they ask for. Where there is none before it, the guard looks at the release that it takes the place
 * of; comparisons do not, so that what is published again is the same.
 *
 * @param out folder that holds `releases/`
 * @throws {ExpectationError} where it is not what its statistics expect
 * @throws {StatisticsError} where a comparison cannot be made as it is defined
 */
export async function besideLastRelease(
  publication: Publication,
  out: string,
  effects: Effects,
  { ignoreExpectations, replace, ...options }: LastReleaseOptions,
): Promise<Held> {
  const { tables, configuration, date } = publication
  const statistics = definedStatistics(configuration)
  const asking = new Set(statistics.filter(asksForPrevious).map(({ id }) => id))
  const compared = tables.filter(({ id }) => asking.has(id))
  const before = await previousRelease(out, date, effects)
  const previous = await readPreviousTables(before, compared, effects)
  const replaced = before || !replace ? undefined : await releaseOf(out, date, effects)
  const guarding = replaced ? await readPreviousTables(replaced, compared, effects) : previous
  const held = holdToExpectations(publication, guarding, ignoreExpectations)
  const comparisons = await computeComparisons(publication, statistics, previous.tables, effects, options)
  return comparisons.length === 0 ? held : { ...held, publication: { ...held.publication, comparisons } }
}

function asksForPrevious({ expect = [], compare = [] }: Statistic): boolean {
  return expect.some(({ change }) => change !== undefined) || compare.some(one => one.with === 'previous')
}
