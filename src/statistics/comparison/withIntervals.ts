import type { Observation, Statistic } from '../statistic.ts'
import { wilsonInterval } from './wilson.ts'

/**
 * The observations of a sample with the bounds of their shares that are asked for, `lower` and `upper`; cells without a
 * share have none.
 *
 * @throws {StatisticsError} where counts are weights, or more answered than the sample was drawn from
 */
export function withIntervals(
  observations: readonly Observation[],
  { measures = [], drawnFrom }: Pick<Statistic, 'measures' | 'drawnFrom'>,
): readonly Observation[] {
  const asked = (['lower', 'upper'] as const).filter(bound => measures.includes(bound))
  const size = drawnFrom === undefined ? {} : { drawnFrom }
  return observations.map(one => {
    const { n, base, share } = one
    const interval = n === null || base === null || share === null ? undefined : wilsonInterval(n, base, size)
    const bounds = asked.map(bound => [bound, interval?.[bound] ?? null])
    return { ...one, further: { ...one.further, ...Object.fromEntries(bounds) } }
  })
}
