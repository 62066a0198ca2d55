import type { OwnField } from '../actor/ownField.ts'
import type { Configuration } from '../configuration/configuration.ts'
import {
  RESPONDENTS,
  responseDimensions,
  responseTableId,
  responseTableNames,
} from '../configuration/responseTables.ts'
import { knowsParticipation, type SurveyConfiguration } from '../configuration/surveyConfiguration.ts'
import type { Effects } from '../effects.ts'
import type { LocalizedText } from '../errors.ts'
import { buildGraph } from '../graph/buildGraph.ts'
import type { Graph } from '../graph/graph.ts'
import { reachableQuads } from '../graph/reachable.ts'
import type { ComparisonTable } from '../statistics/comparison/comparison.ts'
import type { StatisticContext } from '../statistics/context.ts'
import { valueKey } from '../statistics/exchange/cells.ts'
import { describeDimension } from '../statistics/exchange/dimensions.ts'
import { compareRespondents } from '../statistics/sample/compareRespondents.ts'
import { readFrame } from '../statistics/sample/frame.ts'
import {
  participationField,
  participationQuads,
  unaskedRespondents,
} from '../statistics/sample/participation.ts'
import { responseTable } from '../statistics/sample/responseTable.ts'
import { responseTotal } from '../statistics/sample/responseTotal.ts'
import { suppressRates } from '../statistics/sample/suppressRates.ts'
import type { Table } from '../statistics/statistic.ts'
import { responsesToQuads } from '../statistics/survey/responseQuads.ts'
import type { Assembly } from './assemble.ts'
import { currentIris } from './currentIris.ts'
import { describeDimensions } from './describeDimensions.ts'
import type { Lexicon } from './lexicon.ts'
import { participationNotes } from './sample/participationNotes.ts'
import { readSample } from './sample/readSample.ts'
import { readSampleUnits } from './sample/sampleFile.ts'
import type { SurveyReading } from './surveyReading.ts'

/** What rates of response are told of. */
export interface ResponseInput {
  readonly assembly: Pick<Assembly, 'graph' | 'actors' | 'merges'>
  readonly configuration: Configuration
  readonly lexicon: Lexicon
  readonly context: StatisticContext
}

type Options = { readonly signal?: AbortSignal }

/** The ids of the tables of a survey that tell its rate of response; none where nothing says who was asked. */
export function responseTableIds(survey: SurveyConfiguration): readonly string[] {
  return responseTableNames(survey).map(({ id }) => id)
}

/**
 * The rate of response to a survey, of all and by each dimension that its configuration names.
 *
 * @throws {ConfigurationError} where its sample was not drawn here
 * @throws {StatisticsError} where more answered than were asked
 */
export async function responseTables(
  reading: SurveyReading,
  input: ResponseInput,
  effects: Effects,
  options: Options = {},
): Promise<Table[]> {
  const { survey } = reading
  if (responseTableIds(survey).length === 0) return []
  const { context, configuration, lexicon } = input
  const { language = 'fr' } = context
  const id = responseTableId(survey.id)
  if (!knowsParticipation(survey)) {
    const graph = await buildGraph(responsesToQuads(survey, reading.responses))
    const { iri } = survey
    const invited =
      typeof survey.invited === 'number'
        ? survey.invited
        : (await invitedActors(survey, input, effects, options)).length
    return [await responseTotal(graph, { id, survey: iri, invited, language, ...options })]
  }
  const { graph, participation, notes } = await participationIn(reading, input, effects, options)
  const dimensions = describeDimensions(configuration, lexicon)
  const of = (dimension?: string) =>
    responseTable(
      graph,
      {
        id: responseTableId(survey.id, dimension),
        participation,
        dimensions,
        ...(dimension === undefined ? {} : { dimension }),
        ...options,
      },
      context,
    )
  const tables = [await of()]
  for (const dimension of responseDimensions(survey)) tables.push(await of(dimension))
  const total = tables[0]!.observations[0]?.n ?? 0
  return tables.map(table => {
    const told = notes.length === 0 ? table : { ...table, notes }
    if (survey.suppressBelow === undefined) return told
    const areDisjoint =
      table.within !== undefined && !describeDimension(table.within, dimensions).isMultiValued
    return suppressRates(told, { total, below: survey.suppressBelow, areDisjoint })
  })
}

/**
 * Respondents beside those who were asked and did not answer, by the same dimensions; strata whose rate is kept back are
 * kept back here.
 *
 * @param tables the rates of {@link responseTables}
 * @throws {ConfigurationError} where the sample was not drawn here
 */
export async function respondentComparisons(
  reading: SurveyReading,
  tables: readonly Table[],
  input: ResponseInput,
  effects: Effects,
  options: Options = {},
): Promise<ComparisonTable[]> {
  const { survey } = reading
  const named = responseTableIds(survey).length === 0 ? [] : responseDimensions(survey)
  if (named.length === 0) return []
  const { graph, participation } = await participationIn(reading, input, effects, options)
  const comparisons: ComparisonTable[] = []
  for (const dimension of named) {
    const statistic = responseTableId(survey.id, dimension)
    const rates = tables.find(({ id }) => id === statistic)?.observations ?? []
    comparisons.push(
      await compareRespondents(
        graph,
        {
          id: RESPONDENTS,
          statistic,
          participation,
          dimension,
          areSampled: isSampled(survey),
          hidden: new Set(
            rates.flatMap(({ values, isSuppressed }) => (isSuppressed ? [valueKey(values[0]!)] : [])),
          ),
          dimensions: describeDimensions(input.configuration, input.lexicon),
          ...options,
        },
        input.context,
      ),
    )
  }
  return comparisons
}

function isSampled({ invited, sample }: SurveyConfiguration): boolean {
  return invited === undefined && sample !== undefined
}

/** Who was asked and who of them answered, beside what the directory says of them. It is private. */
interface Participation {
  readonly graph: Graph
  readonly participation: OwnField
  /** What is not in the rates. */
  readonly notes: readonly LocalizedText[]
}

/** By what was read: rates and comparisons are told of one graph. */
const known = new WeakMap<SurveyReading, Promise<Participation>>()

function participationIn(
  reading: SurveyReading,
  input: ResponseInput,
  effects: Effects,
  options: Options,
): Promise<Participation> {
  let held = known.get(reading)
  if (!held) {
    held = findParticipation(reading, input, effects, options).catch(error => {
      // A call that was stopped must not be what later ones get.
      known.delete(reading)
      throw error
    })
    known.set(reading, held)
  }
  return held
}

async function findParticipation(
  { survey, respondents, responses }: SurveyReading,
  input: ResponseInput,
  effects: Effects,
  options: Options,
): Promise<Participation> {
  const asked = await invitedActors(survey, input, effects, options)
  const current = currentIris(input.assembly)
  const invited = new Set(asked.flatMap(id => current.get(id) ?? []))
  const gone = asked.filter(id => !current.has(id)).length
  const participation = participationField(survey.id, input.configuration.base)
  const {
    lexicon,
    assembly: { graph },
  } = input
  const whole = await buildGraph(
    (function* () {
      yield* reachableQuads(graph, invited)
      yield* lexicon.quads
      yield* participationQuads(participation, invited, respondents)
    })(),
  )
  const unasked = unaskedRespondents(invited, respondents).length
  const unknown = responses.filter(({ respondent }) => respondent === undefined).length
  return {
    graph: whole,
    participation,
    notes: participationNotes({ gone, unasked, unknown }),
  }
}

/** IRIs of the actors that were asked: those of a population, or of the sample that was drawn. */
async function invitedActors(
  survey: SurveyConfiguration,
  { assembly, configuration, context }: ResponseInput,
  effects: Effects,
  options: Options,
): Promise<readonly string[]> {
  const { invited, title } = survey
  if (typeof invited === 'object') {
    const { units } = await readFrame(assembly.graph, { title, population: invited }, context, options)
    return units.map(({ id }) => id)
  }
  return readSample(survey, configuration, effects, readSampleUnits, {
    so: 'nobody knows who was asked',
    or: 'say under "invited" who was',
  })
}
