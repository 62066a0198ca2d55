import { WEIGHT } from '../statistics/survey/survey.ts'
import { WEIGHTINGS, type Weighting } from '../statistics/survey/weighting.ts'
import { checkKnown } from './checkSource.ts'
import type { Problem } from './problem.ts'
import type { RawSurvey } from './rawSurvey.ts'
import { hasField, namesRespondents, type SurveyConfiguration } from './surveyConfiguration.ts'

/** Holds what responses are weighted by against what there is: a number that they give, or the sample of those asked. */
export function checkWeight(raw: RawSurvey, survey: SurveyConfiguration): Problem[] {
  const { id, questions, weight, weighting } = survey
  if (weight === undefined) return []
  const path = ['surveys', id, 'weight']
  const numeric = questions.filter(({ type }) => type === 'numeric').map(({ name }) => name)
  const fault = weighting && faultOfSample(survey, weighting)
  return [
    ...(weighting ? [] : checkKnown([...numeric, WEIGHT, ...WEIGHTINGS], weight, path, 'numeric question')),
    ...(fault === undefined ? [] : [{ path, message: fault }]),
    ...checkSuppression(raw, id),
  ]
}

/** What keeps weights of a sample from being found. */
function faultOfSample(survey: SurveyConfiguration, weighting: Weighting): string | undefined {
  const { questions, sample, sources } = survey
  if (questions.some(({ name }) => name === weighting))
    return `"${weighting}" is a question, and what those drawn weigh; give the question another name`
  if (sample === undefined)
    return `"${weighting}" is what those drawn weigh; say under "sample" how they are drawn`
  if (hasField(sources, WEIGHT))
    return `the sources give each response a weight, and "${weighting}" another one; leave out one of the two`
  if (sources.length > 0 && !namesRespondents(survey))
    return `"${weighting}" needs to know who gave a response; give the sources a column for "respondent"`
  return undefined
}

function checkSuppression({ suppressBelow, statistics = {} }: RawSurvey, id: string): Problem[] {
  const message =
    'the survey is weighted; small counts cannot be told from weights, so "suppressBelow" is only had without'
  const given = Object.entries(statistics).filter(([, one]) => one.suppressBelow !== undefined)
  return [
    ...(suppressBelow === undefined ? [] : [{ path: ['surveys', id, 'suppressBelow'], message }]),
    ...given.map(([name]) => ({ path: ['surveys', id, 'statistics', name, 'suppressBelow'], message })),
  ]
}
