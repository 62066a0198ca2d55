import { knowsParticipation, type SurveyConfiguration } from './surveyConfiguration.ts'

/** A table of rates of response. */
export interface ResponseTableName {
  readonly id: string
  /** Whose values have a rate each. Default: there is one rate, of all who were asked. */
  readonly dimension?: string
}

/** What respondents are compared with others under, beside the rates by the same dimension. */
export const RESPONDENTS = 'respondents'

/** The tables of a survey that tell its rate of response; none where nothing says who was asked. */
export function responseTableNames(survey: SurveyConfiguration): readonly ResponseTableName[] {
  const { id, sources, invited, sample } = survey
  if (sources.length === 0 || (invited === undefined && sample === undefined)) return []
  return [
    { id: responseTableId(id) },
    ...responseDimensions(survey).map(dimension => ({ id: responseTableId(id, dimension), dimension })),
  ]
}

/** The dimensions by which it is known who was asked, and who answered. */
export function responseDimensions(survey: SurveyConfiguration): readonly string[] {
  return knowsParticipation(survey) ? survey.responseBy : []
}

/** @param survey its id */
export function responseTableId(survey: string, dimension?: string): string {
  return dimension === undefined ? `${survey}-response` : `${survey}-response-${dimension}`
}
