import { PARTICIPATION } from '../statistics/sample/participation.ts'
import { type Question, RESPONDENT, WEIGHT } from '../statistics/survey/survey.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import { checkKnown, checkSource } from './checkSource.ts'
import { checkStatistic, type StatisticNames } from './checkStatistic.ts'
import { checkWeight } from './checkWeight.ts'
import type { OwnSchemeDefinition, SourceConfiguration } from './configuration.ts'
import type { Problem } from './problem.ts'
import { checkPublished } from './publishedConfiguration.ts'
import type { RawQuestion, RawSurvey } from './rawSurvey.ts'
import { schemeName } from './readSurveyConfiguration.ts'
import { checkSample } from './sampleConfiguration.ts'
import { knowsParticipation, type SurveyConfiguration } from './surveyConfiguration.ts'

/** What a survey may name. */
export interface SurveyNames extends StatisticNames {
  /** The sources of the directory. */
  readonly sources: readonly SourceConfiguration[]
  /** Its own schemes, those of options included. */
  readonly schemes: readonly OwnSchemeDefinition[]
  /** Ids of the statistics before. */
  readonly tables: readonly string[]
  /** Questions of the surveys before. */
  readonly asked: readonly Question[]
}

/** Holds the names that a survey uses against what there is. */
export function checkSurvey(raw: RawSurvey, survey: SurveyConfiguration, names: SurveyNames): Problem[] {
  const { id, questions, sources } = survey
  const at = ['surveys', id]
  const problems: Problem[] = []
  for (const [index, question] of questions.entries()) {
    const path = [...at, 'questions', question.name]
    const say = (message: string, step: readonly string[] = []) =>
      problems.push({ path: [...path, ...step], message })
    const earlier = questions.slice(0, index)
    for (const message of checkName(question, earlier, names)) say(message)
    for (const message of checkForm(raw.questions![question.name]!)) say(message)
    checkOptions(id, question, raw.questions![question.name]!, names.schemes, say)
    problems.push(...checkFilter(question, earlier, [...path, 'askedIf'], names.schemes))
  }
  const closed = questions.filter(({ scheme }) => scheme !== undefined).map(({ name }) => name)
  const numeric = questions.filter(({ type }) => type === 'numeric').map(({ name }) => name)
  problems.push(...checkWeight(raw, survey))
  for (const { name, ...source } of sources) {
    const [, ownName] = name.split('/')
    problems.push(
      ...checkSource({ name, ...source }, [...at, 'sources', ownName!], {
        fields: [...questions.map(question => question.name), RESPONDENT, WEIGHT],
        references: [RESPONDENT],
        sources: names.sources.map(one => one.name),
      }),
    )
    if (source.parts.length > 0)
      problems.push({
        path: [...at, 'sources', ownName!, 'parts'],
        message: 'responses have no "parts"; give each question its columns',
      })
  }
  if (raw.invited !== undefined && typeof raw.invited === 'object') {
    const { population } = raw.invited
    const path = [...at, 'invited', 'population']
    if (typeof population === 'string')
      problems.push(...checkKnown(names.populations, population, path, 'population'))
    else
      for (const dimension of Object.keys(population))
        problems.push(...checkKnown(names.dimensions, dimension, [...path, dimension], 'dimension'))
  }
  const countable = {
    ...names,
    dimensions: [...closed, ...numeric, ...names.dimensions],
    multiValued: [
      ...questions.filter(({ type }) => type === 'multiple').map(({ name }) => name),
      ...names.multiValued,
    ],
    numbers: [...numeric, ...(survey.weight === WEIGHT ? [WEIGHT] : [])],
  }
  for (const [name, statistic] of Object.entries(raw.statistics ?? {}))
    problems.push(...checkStatistic(statistic, [...at, 'statistics', name], countable))
  problems.push(...checkResponse(raw, survey, names))
  if (raw.sample) problems.push(...checkSample(id, raw.sample, names))
  const tables = [...names.tables, ...survey.statistics.map(statistic => statistic.id)]
  const schemes = names.schemes.map(({ name }) => name)
  const { dimensions } = countable
  problems.push(...checkIds(survey, names.tables))
  problems.push(...checkPublished(id, survey.published, { tables, schemes, dimensions }))
  return problems
}

/** A name is a dimension of tables, in all surveys the same one. */
/** What the rate of response needs to be told by dimensions. */
function checkResponse(
  { responseBy }: RawSurvey,
  survey: SurveyConfiguration,
  { dimensions, tables }: SurveyNames,
): Problem[] {
  const { id, statistics, published, responseBy: named } = survey
  const own = [...tables, ...statistics.map(one => one.id), ...published.map(one => one.id)]
  const taken = [`${id}-response`, ...named.map(name => `${id}-response-${name}`)]
    .filter(table => own.includes(table))
    .map(table => ({
      path: ['surveys', id],
      message: `"${table}" is the table of its rate of response; rename the other one`,
    }))
  if (dimensions.includes(PARTICIPATION)) {
    const message = `"${PARTICIPATION}" is the dimension of rates of response; take another name`
    return [{ path: ['fields', PARTICIPATION], message }, ...taken]
  }
  if (responseBy === undefined) return taken
  const path = ['surveys', id, 'responseBy']
  if (!knowsParticipation(survey)) {
    const message =
      'the rate of response by dimensions needs whom was asked ("invited" as a population, or a "sample") and, in the sources, a column for "respondent"'
    return [{ path, message }]
  }
  return [...named.flatMap(name => checkKnown(dimensions, name, path, 'dimension')), ...taken]
}

function checkName(
  question: Question,
  earlier: readonly Question[],
  { dimensions, asked }: SurveyNames,
): string[] {
  const { name } = question
  const namesake = asked.find(other => other.name === name)
  const twin = earlier.find(other => other.name.toLowerCase() === name.toLowerCase())
  const taken = dimensions.includes(name)
    ? 'is a dimension of the directory'
    : name === RESPONDENT || name === WEIGHT
      ? 'is a field of every response'
      : name in {}
        ? 'means something to JavaScript'
        : twin
          ? `differs from "${twin.name}" in its capitals only`
          : namesake && !isSameQuestion(question, namesake)
            ? 'is another question in another survey, and surveys that ask the same give it one label, one type and one "scheme"'
            : undefined
  return taken === undefined ? [] : [`"${name}" ${taken}; take another name`]
}

function isSameQuestion(a: Question, b: Question): boolean {
  const essence = ({ label, type, scheme }: Question) =>
    JSON.stringify([label.fr, label.en, type, scheme?.name])
  return essence(a) === essence(b)
}

/** What each type of question takes and needs. */
function checkForm(raw: RawQuestion): string[] {
  const { type, options, scheme, other, minimum, maximum } = raw
  const isClosed = type === 'single' || type === 'multiple'
  return [
    ...(isClosed && (options === undefined) === (scheme === undefined)
      ? [`a question of type ${type} has either "options" or a "scheme"`]
      : []),
    ...(!isClosed && (options !== undefined || scheme !== undefined || other !== undefined)
      ? [`"options", "scheme" and "other" are for questions of type single or multiple, not ${type}`]
      : []),
    ...(type !== 'numeric' && (minimum !== undefined || maximum !== undefined)
      ? ['"minimum" and "maximum" are for questions of type numeric']
      : []),
    ...(minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [`no number is at least ${minimum} and at most ${maximum}`]
      : []),
    ...(type !== 'text' && raw.public !== undefined
      ? ['"public" is for questions of type text; of others only counts are published']
      : []),
  ]
}

function checkOptions(
  survey: string,
  { name, scheme, other }: Question,
  raw: RawQuestion,
  schemes: readonly OwnSchemeDefinition[],
  say: (message: string, step?: readonly string[]) => void,
): void {
  if (!scheme) return
  const alike = schemes.filter(one => one.name === scheme.name)
  if (raw.options && alike.length > 1)
    say(`its options would be the scheme "${schemeName(survey, name)}", which there is already; rename one`)
  if (raw.scheme !== undefined) {
    const known = [...SHIPPED_SCHEMES, ...schemes.map(one => one.name)]
    for (const { message } of checkKnown(known, raw.scheme, [], 'scheme')) say(message, ['scheme'])
  }
  if (other === undefined || alike.length !== 1) return
  if (raw.other === true && raw.scheme !== undefined)
    say(`"other" is true, which is for options of its own; name the concept of "${raw.scheme}"`, ['other'])
  else
    for (const { message } of checkKnown(notations(alike[0]!), other, [], 'option')) say(message, ['other'])
}

/** Who was asked is told by questions before: so nothing turns in a circle. */
function checkFilter(
  { askedIf = {} }: Question,
  earlier: readonly Question[],
  path: readonly string[],
  schemes: readonly OwnSchemeDefinition[],
): Problem[] {
  const closed = earlier.filter(({ scheme }) => scheme !== undefined)
  return Object.entries(askedIf).flatMap(([name, codes]) => {
    const question = closed.find(one => one.name === name)
    if (!question)
      return checkKnown(
        closed.map(one => one.name),
        name,
        [...path, name],
        'question with options before it',
      )
    const scheme = schemes.find(one => one.name === question.scheme!.name)
    if (!scheme) return []
    return codes.flatMap(code => checkKnown(notations(scheme), code, [...path, name], 'option'))
  })
}

function notations({ concepts }: OwnSchemeDefinition): string[] {
  return concepts.map(({ notation }) => notation)
}

/** Tables are files: no two have one name. */
function checkIds({ id, statistics }: SurveyConfiguration, tables: readonly string[]): Problem[] {
  const taken = new Set(tables)
  return statistics
    .filter(statistic => taken.has(statistic.id))
    .map(statistic => ({
      path: ['surveys', id],
      message: `its table "${statistic.id}" has the name of another one; rename one of the two`,
    }))
}
