import type { PublishedShares } from '../statistics/published/publishedShares.ts'
import { RESPONDENT, type Survey } from '../statistics/survey/survey.ts'
import type { SourceConfiguration } from './configuration.ts'
import type { SampleConfiguration } from './sampleConfiguration.ts'

/** A survey as `annuaire.yaml` describes it. */
export interface SurveyConfiguration extends Survey {
  /** The files of its responses. Their names begin with that of the survey: `enquete/reponses`. */
  readonly sources: readonly SourceConfiguration[]
  /** How those who are asked are drawn. Default: they are not. */
  readonly sample?: SampleConfiguration
  /** Dimensions of the directory by which the rate of response is told, and respondents are compared with others. */
  readonly responseBy: readonly string[]
  /** Counts from 1 to one less than this are kept back, and what would give them away. Default: none is. */
  readonly suppressBelow?: number
  /** Results that others aggregated, without counts. */
  readonly published: readonly PublishedShares[]
}

/** Whether it is known which actors were asked, and which of them answered. */
export function knowsParticipation(survey: SurveyConfiguration): boolean {
  const { invited, sample } = survey
  const isKnown = typeof invited === 'object' || (invited === undefined && sample !== undefined)
  return isKnown && namesRespondents(survey)
}

/** Whether a source of its responses says which actor gave each. */
export function namesRespondents({ sources }: Pick<SurveyConfiguration, 'sources'>): boolean {
  return hasField(sources, RESPONDENT)
}

/** Whether a source has columns for a field. */
export function hasField(sources: readonly SourceConfiguration[], name: string): boolean {
  return sources.some(({ columns, derive }) =>
    [...[...columns.values()].flat(), ...derive].some(({ field }) => field === name),
  )
}
