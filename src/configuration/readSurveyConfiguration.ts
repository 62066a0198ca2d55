import type { GivenText } from '../errors.ts'
import type { Population, Statistic } from '../statistics/statistic.ts'
import { statisticOf, type TableDefaults, withDefaults } from '../statistics/survey/defaultStatistics.ts'
import { type Question, WEIGHT } from '../statistics/survey/survey.ts'
import { WEIGHTINGS } from '../statistics/survey/weighting.ts'
import { VOCABULARY_BASE } from '../vocabulary/namespaces.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import type { OwnConceptDefinition, OwnSchemeDefinition } from './configuration.ts'
import { readPublished, readPublishedSchemes } from './publishedConfiguration.ts'
import type { RawLocalized } from './rawConfiguration.ts'
import type { RawOption, RawQuestion, RawSurvey } from './rawSurvey.ts'
import { readSourceConfiguration } from './readSourceConfiguration.ts'
import { type NamedPopulation, readStatistic } from './readStatistic.ts'
import { readSample } from './sampleConfiguration.ts'
import { hasField, type SurveyConfiguration } from './surveyConfiguration.ts'

type Localize = (text: RawLocalized) => GivenText

/** What a survey is read in terms of. */
export interface SurveyContext {
  /** IRI of the directory, without a final slash. */
  readonly base: string
  readonly populations: Readonly<Record<string, NamedPopulation>>
  readonly localize: Localize
}

/** The option that takes what is in no list, where none of the list does. */
const OTHER: OwnConceptDefinition = {
  notation: 'other-answer',
  label: { fr: 'Autre', en: 'Other' },
  alternatives: [],
  organisationClasses: [],
}

/** A survey of `annuaire.yaml`, its short forms resolved, with the tables that nobody has to ask for. */
export function readSurveyConfiguration(
  id: string,
  raw: RawSurvey,
  context: SurveyContext,
): SurveyConfiguration {
  const { base, populations, localize } = context
  const sources = Object.entries(raw.sources ?? {}).map(([name, source]) =>
    readSourceConfiguration(`${id}/${name}`, source),
  )
  const questions = Object.entries(raw.questions ?? {}).map(([name, question]) =>
    readQuestion(id, name, question, context),
  )
  const weighting = WEIGHTINGS.find(one => one === raw.weight)
  const weight =
    weighting === undefined ? (raw.weight ?? (hasField(sources, WEIGHT) ? WEIGHT : undefined)) : WEIGHT
  const { suppressBelow } = raw
  const invited = readInvited(raw.invited, populations)
  return {
    id,
    iri: `${base}/id/enquete/${id}#it`,
    title: localize(raw.title),
    ...(raw.description === undefined ? {} : { description: localize(raw.description) }),
    date: raw.date,
    questions,
    sources,
    ...(weight === undefined ? {} : { weight }),
    ...(weighting === undefined ? {} : { weighting }),
    ...(invited === undefined ? {} : { invited }),
    ...(raw.sample === undefined ? {} : { sample: readSample(raw.sample, populations) }),
    responseBy: [raw.responseBy ?? raw.sample?.stratifyBy ?? []].flat(),
    ...(suppressBelow === undefined ? {} : { suppressBelow }),
    published: readPublished(id, raw.published, base, localize),
    statistics: readStatistics(id, raw, questions, context, {
      ...(weight === undefined ? {} : { weight }),
      ...(suppressBelow === undefined ? {} : { suppressBelow }),
    }),
  }
}

function readInvited(
  raw: RawSurvey['invited'],
  populations: SurveyContext['populations'],
): number | Population | undefined {
  if (raw === undefined || typeof raw === 'number') return raw
  if (raw === 'all') return {}
  const { population } = raw
  return typeof population === 'string' ? populations[population]?.population : population
}

function readQuestion(
  survey: string,
  name: string,
  raw: RawQuestion,
  { base, localize }: SurveyContext,
): Question {
  const scheme = raw.options ? schemeName(survey, name) : raw.scheme
  const other = raw.other === true ? OTHER.notation : raw.other
  return {
    name,
    label: localize(raw.label),
    type: raw.type,
    property: `${base}/def/onto#${survey}-${name}`,
    ...(scheme === undefined
      ? {}
      : { scheme: { name: scheme, iri: schemeIri(scheme, base), isOwn: raw.options !== undefined } }),
    ...(other === undefined ? {} : { other }),
    ...(raw.askedIf === undefined
      ? {}
      : {
          askedIf: Object.fromEntries(
            Object.entries(raw.askedIf).map(([question, codes]) => [question, [codes].flat()]),
          ),
        }),
    ...(raw.minimum === undefined ? {} : { minimum: raw.minimum }),
    ...(raw.maximum === undefined ? {} : { maximum: raw.maximum }),
    public: raw.public ?? false,
  }
}

function schemeIri(name: string, base: string): string {
  return SHIPPED_SCHEMES.includes(name) ? `${VOCABULARY_BASE}def/${name}` : `${base}/def/${name}`
}

/** Name of the scheme of a question's own options. */
export function schemeName(survey: string, question: string): string {
  return `${survey}-${question}`
}

/** The schemes of the options that a survey declares, and of the values of its published results. */
export function readOptionSchemes(id: string, raw: RawSurvey, localize: Localize): OwnSchemeDefinition[] {
  const ofQuestions = Object.entries(raw.questions ?? {}).flatMap(([name, { label, options, other }]) =>
    options === undefined
      ? []
      : [
          {
            name: schemeName(id, name),
            title: localize(label),
            concepts: [
              ...Object.entries(options).map(([notation, option]) => readOption(notation, option, localize)),
              ...(other === true ? [OTHER] : []),
            ],
          },
        ],
  )
  return [...ofQuestions, ...readPublishedSchemes(id, raw.published, localize)]
}

function readOption(
  notation: string,
  raw: RawLocalized | RawOption,
  localize: Localize,
): OwnConceptDefinition {
  const option: RawOption = typeof raw === 'object' && 'label' in raw ? raw : { label: raw }
  return {
    notation,
    label: localize(option.label),
    ...(option.definition === undefined ? {} : { definition: localize(option.definition) }),
    alternatives: option.alternatives ?? [],
    organisationClasses: [],
  }
}

/** The tables of the questions in their order, then the others. */
function readStatistics(
  id: string,
  raw: RawSurvey,
  questions: readonly Question[],
  { populations, localize }: SurveyContext,
  defaults: TableDefaults,
): Statistic[] {
  const given = new Map(
    Object.entries(raw.statistics ?? {}).map(([name, statistic]) => [
      name,
      readStatistic(`${id}-${name}`, statistic, populations, localize),
    ]),
  )
  const ofQuestions = questions.map(question => given.get(question.name) ?? statisticOf(id, question))
  const names = new Set(questions.map(({ name }) => name))
  const others = [...given].filter(([name]) => !names.has(name)).map(([, statistic]) => statistic)
  return [...ofQuestions, ...others].flatMap(statistic =>
    statistic === undefined ? [] : [withDefaults(statistic, defaults)],
  )
}
