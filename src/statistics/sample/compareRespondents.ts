import type { OwnField } from '../../actor/ownField.ts'
import { type GivenText, type LocalizedText, toLocalizedText } from '../../errors.ts'
import type { Graph } from '../../graph/graph.ts'
import type { QueryOptions } from '../../query/query.ts'
import { compareTables } from '../comparison/compareTables.ts'
import type { ComparisonTable } from '../comparison/comparison.ts'
import { computeStatistic } from '../compute.ts'
import { completeContext, type StatisticContext } from '../context.ts'
import { valueKey } from '../exchange/cells.ts'
import { type DimensionDescriptions, describeDimension } from '../exchange/dimensions.ts'
import type { Observation } from '../statistic.ts'

/** What respondents are compared by. */
export interface RespondentOptions extends Pick<QueryOptions, 'signal'> {
  /** Of the comparison among those of its statistic. */
  readonly id: string
  /** Of the table of the rate of response, beside which it is published. */
  readonly statistic: string
  /** The field that those have who were asked, see {@link participationField}. */
  readonly participation: OwnField
  /** A dimension of the directory. */
  readonly dimension: string
  /** Default: « Répondants et non-répondants : … ». */
  readonly title?: GivenText
  /** Whether those who were asked are a sample, so that differences have an interval. Default: they are not. */
  readonly areSampled?: boolean
  /** The strata whose figures are kept back ({@link suppressRates}), by {@link valueKey}. Default: none are. */
  readonly hidden?: ReadonlySet<string>
  /** What dimensions are called. Default: as the built-in ones are. */
  readonly dimensions?: DimensionDescriptions
}

/** Those whose stratum is not known. */
const UNKNOWN = valueKey({ code: '', label: '', role: 'missing' })

const RESPONDENTS: LocalizedText = { fr: 'qui ont répondu', en: 'who answered' }
const NON_RESPONDENTS: LocalizedText = {
  fr: 'à qui l’enquête a été adressée et qui n’ont pas répondu',
  en: 'to whom the survey was sent and who did not answer',
}

/**
 * Sets those who answered a survey beside those who were asked and did not: of each value of a dimension its share among
 * the ones and the others. Where they differ much, results are those of the respondents and of nobody else.
 *
 * @param graph of the directory, with the quads of {@link participationQuads}. It is private; the queries are not.
 * @throws {StatisticsError} where there is no such dimension
 */
export async function compareRespondents(
  graph: Graph,
  options: RespondentOptions,
  context: StatisticContext = {},
): Promise<ComparisonTable> {
  const { id, statistic, participation, dimension, areSampled = false, hidden = new Set() } = options
  const { responses: _, ...complete } = completeContext(context)
  const title = titleOf(options)
  const tableOf = async (answered: boolean) => {
    const table = await computeStatistic(
      graph,
      {
        id: statistic,
        title,
        dimensions: [dimension],
        population: { [participation.name]: [String(answered)] },
      },
      { ...complete, fields: [...complete.fields, participation] },
      options.signal === undefined ? {} : { signal: options.signal },
    )
    return { ...table, observations: table.observations.map(one => keptBack(one, hidden)) }
  }
  return compareTables(await tableOf(true), await tableOf(false), {
    id,
    title,
    ...(areSampled ? { samples: 'both' as const } : {}),
    labels: { own: RESPONDENTS, other: NON_RESPONDENTS },
  })
}

function titleOf({ title, dimension, dimensions }: RespondentOptions): LocalizedText {
  if (title) return toLocalizedText(title)
  const { fr, en } = describeDimension(dimension, dimensions).label
  return { fr: `Répondants et non-répondants\u00a0: ${fr}`, en: `Respondents and non-respondents: ${en}` }
}

/**
 * How many have a known stratum, the base, would tell of those whose stratum is not known: where these are kept back,
 * everything is.
 */
function keptBack(observation: Observation, hidden: ReadonlySet<string>): Observation {
  const { values } = observation
  if (!hidden.has(valueKey(values[0]!)) && !hidden.has(UNKNOWN)) return observation
  return { values, n: null, base: null, missing: null, share: null, isSuppressed: true }
}
