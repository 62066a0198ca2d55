import type { PublishedShares } from '../statistics/published/publishedShares.ts'
import type { Survey } from '../statistics/survey/survey.ts'
import type { SourceConfiguration } from './configuration.ts'
import type { SampleConfiguration } from './sampleConfiguration.ts'

/** A survey as `annuaire.yaml` describes it. */
export interface SurveyConfiguration extends Survey {
  /** The files of its responses. Their names begin with that of the survey: `enquete/reponses`. */
  readonly sources: readonly SourceConfiguration[]
  /** How those who are asked are drawn. Default: they are not. */
  readonly sample?: SampleConfiguration
  /** Results that others aggregated, without counts. */
  readonly published: readonly PublishedShares[]
}
