import { basename } from 'node:path'
import type { Configuration } from '../../configuration/configuration.ts'
import type { SurveyConfiguration } from '../../configuration/surveyConfiguration.ts'
import type { ReadActor } from '../../crosswalk/readSource.ts'
import type { Effects } from '../../effects.ts'
import type { LocalizedText } from '../../errors.ts'
import {
  nobodyDrawn,
  notDrawn,
  tellingWeights,
  unrepresentedStratum,
} from '../../statistics/survey/messages.ts'
import { RESPONDENT, type Response } from '../../statistics/survey/survey.ts'
import { type Weighting, weighResponses } from '../../statistics/survey/weighting.ts'
import type { ValidationResult } from '../../validation/report.ts'
import { readSample } from './readSample.ts'
import { readSampleDesign, type SampleDesign } from './sampleFile.ts'
import { weightingNotes } from './weightingNotes.ts'

/** Answers of fewer may be those of somebody who can be recognised. */
const FEW = 5

/** A response as it was read: where it stands, and how its file says who gave it. */
export interface ResponseRecord extends Pick<ReadActor, 'locate'> {
  readonly response: Response
  /** As it may be quoted; empty where nobody is named. */
  readonly key: string
}

/** Responses with the weights of those who gave them. */
export interface WeighedResponses {
  readonly responses: readonly Response[]
  /** Responses without a weight, strata that nobody answers for, and those whose few answers weights may tell. */
  readonly results: readonly ValidationResult[]
  /** What weighted tables tell of the weights. */
  readonly notes: readonly LocalizedText[]
}

/**
 * Gives each response the weight of the actor that gave it, by the sample that was drawn of the survey.
 *
 * @param currentIri by which an actor is known now, who may be one record with others since; `undefined` where it is gone
 * @throws {ConfigurationError} where the sample was not drawn here
 */
export async function weighReading(
  survey: SurveyConfiguration,
  weighting: Weighting,
  records: readonly ResponseRecord[],
  currentIri: (drawn: string) => string | undefined,
  configuration: Pick<Configuration, 'path'>,
  effects: Effects,
): Promise<WeighedResponses> {
  const design = await readSample(survey, configuration, effects, readSampleDesign, {
    so: 'its responses cannot be weighted',
    or: 'leave out its "weight"',
  })
  const given = Map.groupBy(records, ({ response }) => response.respondent)
  const units = design.units.map(({ id, stratum }) => {
    const actor = currentIri(id)
    const own = actor === undefined ? [] : (given.get(actor) ?? [])
    return { stratum, responses: own.map(({ response }) => response.id) }
  })
  const weighed = weighResponses(design.strata, units, weighting)
  const labelOf = labelsOf(design)
  const silent = weighed.strata.filter(({ answered, frameSize }) => answered === 0 && frameSize > 0)
  const few = weighed.strata.filter(({ answered }) => answered > 0 && answered < FEW)
  const ofSurvey = {
    severity: 'warning' as const,
    focusNode: survey.iri,
    source: { file: basename(configuration.path) },
  }
  return {
    responses: records.map(({ response }) => {
      const weight = weighed.weights.get(response.id)
      return weight === undefined ? response : { ...response, weight }
    }),
    results: [
      ...records.filter(({ response }) => !weighed.weights.has(response.id)).map(unweighed),
      ...silent.map(stratum => ({
        ...ofSurvey,
        code: 'unrepresented-stratum',
        message: unrepresentedStratum(labelOf(stratum.code), stratum),
      })),
      ...(few.length === 0 || weighed.areEqual
        ? []
        : [
            {
              ...ofSurvey,
              code: 'telling-weights',
              message: tellingWeights(
                few.map(({ code }) => labelOf(code)),
                FEW,
              ),
            },
          ]),
    ],
    notes: weightingNotes(weighed, weighting, labelOf),
  }
}

/** The finding that a response counts in no weighted table. */
function unweighed({ response, locate, key }: ResponseRecord): ValidationResult {
  const isKnown = response.respondent !== undefined
  return {
    severity: 'warning',
    code: isKnown ? 'not-drawn' : 'missing-weight',
    focusNode: response.id,
    path: RESPONDENT,
    ...(key === '' ? {} : { value: key }),
    message: isKnown ? notDrawn(key) : nobodyDrawn(),
    source: locate(`fields.${RESPONDENT}`),
  }
}

/** What the strata of a sample are called. */
function labelsOf({ strata }: SampleDesign): (code: string) => LocalizedText {
  const labels = new Map(strata.map(({ code, label }) => [code, label]))
  return code => {
    const label = labels.get(code)
    if (label !== undefined) return { fr: label, en: label }
    if (code !== '') return { fr: code, en: code }
    return strata.length > 1 ? { fr: 'non connue', en: 'not known' } : { fr: 'ensemble', en: 'all' }
  }
}
