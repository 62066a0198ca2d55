import type { OwnField } from '../../actor/ownField.ts'
import { type GivenText, type LocalizedText, toLocalizedText } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import type { QueryOptions } from '../../query/query.ts'
import type { ComparisonTable } from '../comparison/comparison.ts'
import { computeComparison } from '../comparison/computeComparison.ts'
import { completeContext, type StatisticContext } from '../context.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'

/** What respondents are compared by. */
export interface RespondentOptions extends Pick<QueryOptions, 'signal'> {
  /** What the comparison and its files are named after. */
  readonly id: string
  /** The field that those have who were asked, see {@link participationField}. */
  readonly participation: OwnField
  /** A dimension of the directory. */
  readonly dimension: string
  /** Default: « Répondants et non-répondants : … ». */
  readonly title?: GivenText
  /** Whether those who were asked are a sample, so that differences have an interval. Default: they are not. */
  readonly areSampled?: boolean
  /** What dimensions are called. Default: as the built-in ones are. */
  readonly dimensions?: DimensionDescriptions
}

const RESPONDENTS: LocalizedText = { fr: 'des répondants', en: 'of the respondents' }
const NON_RESPONDENTS: LocalizedText = { fr: 'des non-répondants', en: 'of the non-respondents' }

/**
 * Sets those who answered a survey beside those who were asked and did not: of each value of a dimension its share among
 * the ones and the others. Where they differ much, results are those of the respondents and of nobody else.
 *
 * @param graph of the directory, with the quads of {@link participationQuads}. It is private; the queries are not.
 * @throws {StatisticsError} where there is no such dimension
 */
export async function compareRespondents(
  graph: Graph,
  { id, participation, dimension, title, areSampled = false, dimensions, signal }: RespondentOptions,
  context: StatisticContext = {},
): Promise<ComparisonTable> {
  const { responses: _, ...complete } = completeContext(context)
  const { fr, en } = describeDimension(dimension, dimensions).label
  const localized = title
    ? toLocalizedText(title)
    : { fr: `Répondants et non-répondants\u00a0: ${fr}`, en: `Respondents and non-respondents: ${en}` }
  const population = (answered: boolean) => ({ [participation.name]: [String(answered)] })
  const comparison = await computeComparison(
    graph,
    {
      id,
      title: localized,
      dimensions: [dimension],
      population: population(true),
      populationLabel: RESPONDENTS,
    },
    {
      id,
      title: localized,
      with: { population: population(false), label: NON_RESPONDENTS },
      ...(areSampled ? { samples: 'both' as const } : {}),
    },
    { ...complete, fields: [...complete.fields, participation] },
    signal === undefined ? {} : { signal },
  )
  // Another population is always there to be compared with; the last release alone may not be.
  return comparison!
}
