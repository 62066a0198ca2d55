import type { Survey } from '../statistics/survey/survey.ts'
import type { SourceConfiguration } from './configuration.ts'

/** A survey as `annuaire.yaml` describes it. */
export interface SurveyConfiguration extends Survey {
  /** The files of its responses. Their names begin with that of the survey: `enquete/reponses`. */
  readonly sources: readonly SourceConfiguration[]
}
