import { type Language, type LocalizedText, StatisticsError } from '../../errors.ts'
import type { ChartOptions } from '../chart/chartOptions.ts'
import { toChart } from '../chart/toChart.ts'
import type { DimensionValue, Observation, Table } from '../statistic.ts'
import { capitalised } from '../words/figures.ts'
import { subjectOf } from '../words/subject.ts'
import { voiceOf } from '../words/voice.ts'
import type { ComparisonTable } from './comparison.ts'
import { comparisonName } from './comparisonName.ts'
import { sideTable } from './comparisonNotes.ts'
import { hasComparisonChart } from './hasComparisonChart.ts'

/** How a comparison is drawn. */
export type ComparisonChartOptions = Omit<ChartOptions, 'kind' | 'measure' | 'geometry'>

const SIDE: LocalizedText = { fr: 'côté de la comparaison', en: 'side of the comparison' }

/**
 * A comparison of one dimension as a chart, as {@link toChart} draws tables: a panel of bars for each side, on one scale
 * and with the same lines. What is kept back on a side, or told together with others there, has no bar.
 *
 * @returns text of an SVG document
 * @throws {StatisticsError} where it has no dimension or two, the language is neither French nor English, or an option is
 *   out of its range
 */
export async function comparisonToChart(
  comparison: ComparisonTable,
  options: ComparisonChartOptions = {},
): Promise<string> {
  const [dimension] = comparison.dimensions
  const name = comparisonName(comparison)
  if (dimension === undefined || !hasComparisonChart(comparison)) {
    throw new StatisticsError(
      `"${name}" is a comparison of ${comparison.dimensions.length} dimensions; charts are of those of one`,
    )
  }
  const side = dimension === 'side' ? 'side_' : 'side'
  const { populationLabel: _, within: __, query, ...own } = sideTable(comparison, 'own')
  const { language = 'fr' } = options
  const table: Table = {
    ...own,
    id: name,
    query,
    dimensions: [side, dimension],
    within: side,
    observations: [
      ...observationsOf(comparison, 'own', language, options),
      ...observationsOf(comparison, 'other', language, options),
    ],
  }
  const dimensions = { ...options.dimensions, [side]: { label: SIDE } }
  return toChart(table, { ...options, kind: 'multiples', dimensions })
}

/** The cells of a side, under the name of those whom it is of. */
function observationsOf(
  comparison: ComparisonTable,
  side: 'own' | 'other',
  language: Language,
  { dimensions, wording }: ComparisonChartOptions,
): Observation[] {
  const table = sideTable(comparison, side)
  const voice = voiceOf(table, { language, ...(dimensions && { dimensions }), ...(wording && { wording }) })
  const label = capitalised([{ text: subjectOf(voice, undefined, false).many }])
    .map(({ text }) => text)
    .join('')
  const value: DimensionValue = { code: side, label }
  return table.observations
    .filter((_, index) => {
      const { status, n, share } = comparison.observations[index]![side]
      return status === 'suppressed' || n !== null || share !== null
    })
    .map(one => ({ ...one, values: [value, ...one.values] }))
}
