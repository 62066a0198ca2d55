import { type LocalizedText, toLocalizedText } from '../errors.ts'
import { comparisonName } from '../statistics/comparison/comparisonName.ts'
import { hasComparisonChart } from '../statistics/comparison/hasComparisonChart.ts'
import type { Configuration } from './configuration.ts'
import { RESPONDENTS, responseTableNames } from './responseTables.ts'

/** A comparison by its name. */
export interface NamedComparison {
  /** `{statistic}.compare.{id}`. */
  readonly name: string
  /** Id of the statistic that is compared, or of a rate of response. */
  readonly statistic: string
  readonly dimensions: readonly string[]
  /** Whether it is with the release before, so that only a release that has one before it has it. */
  readonly isInReleasesOnly: boolean
  /** Whether there is a chart of it. */
  readonly hasChart: boolean
  /** Default: as its table says. */
  readonly title?: LocalizedText
}

/** All comparisons that a configuration asks for, those of respondents with others too. */
export function comparisonNames({
  statistics,
  surveys,
}: Pick<Configuration, 'statistics' | 'surveys'>): readonly NamedComparison[] {
  const defined = [...statistics, ...surveys.flatMap(survey => survey.statistics)]
  return [
    ...defined.flatMap(({ id: statistic, dimensions, compare = [] }) =>
      compare.map(({ id, title, with: other }) => ({
        name: comparisonName({ statistic, id }),
        statistic,
        dimensions,
        isInReleasesOnly: other === 'previous',
        hasChart: hasComparisonChart({ dimensions }),
        title: toLocalizedText(title),
      })),
    ),
    ...surveys.flatMap(responseTableNames).flatMap(({ id: statistic, dimension }) =>
      dimension === undefined
        ? []
        : [
            {
              name: comparisonName({ statistic, id: RESPONDENTS }),
              statistic,
              dimensions: [dimension],
              isInReleasesOnly: false,
              hasChart: true,
            },
          ],
    ),
  ]
}
