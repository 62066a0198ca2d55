import type { OwnField } from '../actor/ownField.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { SurveyConfiguration } from '../configuration/surveyConfiguration.ts'
import { createCrosswalk } from '../crosswalk/createCrosswalk.ts'
import type { CrosswalkContext } from '../crosswalk/crosswalk.ts'
import { type ReadActor, readSource, type SourceReading } from '../crosswalk/readSource.ts'
import type { Effects } from '../effects.ts'
import type { LocalizedText } from '../errors.ts'
import { openSource } from '../sources/openSource.ts'
import { answeredTwice, unknownRespondent } from '../statistics/survey/messages.ts'
import { responseIri } from '../statistics/survey/responseQuads.ts'
import { createResponsesGate } from '../statistics/survey/responsesGate.ts'
import { type Answer, RESPONDENT, type Response, WEIGHT } from '../statistics/survey/survey.ts'
import { excerpt } from '../validation/excerpt.ts'
import type { ValidationResult } from '../validation/report.ts'
import type { Assembly } from './assemble.ts'
import { crosswalkContext } from './crosswalkContext.ts'
import { currentIris } from './currentIris.ts'
import type { Lexicon } from './lexicon.ts'
import { locateFile, readingOptions } from './locateFile.ts'
import { readTables } from './readActors.ts'
import { type ResponseRecord, weighReading } from './sample/weighReading.ts'

/** What the sources of a survey gave. */
export interface SurveyReading {
  readonly survey: SurveyConfiguration
  readonly sources: readonly SourceReading[]
  readonly responses: readonly Response[]
  /** IRIs of the actors that answered. */
  readonly respondents: ReadonlySet<string>
  /** What was found of all responses together. */
  readonly results: readonly ValidationResult[]
  /** By source: a column for each of its cells that was rejected at last. */
  readonly rejected: ReadonlyMap<string, readonly string[]>
  /** Of responses that are weighted by their sample, what weighted tables tell of it. */
  readonly weightNotes?: readonly LocalizedText[]
}

/**
 * Reads, maps and checks the responses to a survey, as the records of the directory are.
 *
 * @throws {SourceError} where a file cannot be read
 * @throws {ConfigurationError} where responses are weighted by a sample that was not drawn here
 */
export async function readSurvey(
  survey: SurveyConfiguration,
  configuration: Configuration,
  lexicon: Lexicon,
  assembly: Pick<Assembly, 'actors' | 'merges'>,
  effects: Effects,
  options: { signal?: AbortSignal } = {},
): Promise<SurveyReading> {
  const context = await responseContext(survey, configuration, lexicon)
  const { weight: _, ...unweighted } = survey
  // A weight that comes from the sample is in no response yet.
  const gated = survey.weighting === undefined ? survey : unweighted
  const gate = await createResponsesGate(gated, question => context.schemeOf(question)!)
  const sources: SourceReading[] = []
  for (const source of survey.sources) {
    const { path, displayName } = locateFile(source, configuration.path)
    const opened = await openSource(path, { ...readingOptions(source), displayName, effects })
    const tables = await readTables(source, configuration, effects)
    const crosswalk = createCrosswalk(source, context)
    sources.push(await readSource(opened, displayName, crosswalk, gate, { ...options, tables }))
  }
  const published = currentIris(assembly)
  const isWeighed = survey.weighting !== undefined
  const { records, ...resolved } = resolveRespondents(sources, published, isWeighed)
  const reading = { survey, sources, ...resolved, responses: records.map(({ response }) => response) }
  if (survey.weighting === undefined || sources.length === 0) return reading
  const { responses, results, notes } = await weighReading(
    survey,
    survey.weighting,
    records,
    id => published.get(id),
    configuration,
    effects,
  )
  return { ...reading, responses, results: [...reading.results, ...results], weightNotes: notes }
}

/** All that was found of the responses to a survey. It quotes them: it is for those who keep the files only. */
export function surveyResults({ sources, results }: SurveyReading): ValidationResult[] {
  return [...sources.flatMap(source => source.results), ...results]
}

/** Questions are what own fields are to records. What is answered in words is read where it may be published only. */
async function responseContext(
  { questions, sources }: SurveyConfiguration,
  configuration: Configuration,
  lexicon: Lexicon,
): Promise<CrosswalkContext> {
  const field = (name: string, property: string, datatype: 'anyURI' | 'decimal'): OwnField => ({
    name,
    property,
    label: {},
    datatype,
    public: true,
    multiple: false,
  })
  const fields = [
    ...questions.map(({ name, property, label, type, scheme, public: isPublic }): OwnField => {
      const common = {
        name,
        property,
        label,
        public: type !== 'text' || isPublic,
        multiple: type === 'multiple',
      }
      if (scheme) return { ...common, scheme: scheme.name }
      return { ...common, datatype: type === 'numeric' ? 'decimal' : 'string' }
    }),
    field(RESPONDENT, '', 'anyURI'),
    field(WEIGHT, '', 'decimal'),
  ]
  const schemes = new Map(
    questions.flatMap(({ name, scheme }) => (scheme ? [[name, lexicon.scheme(scheme.name)] as const] : [])),
  )
  const others = new Map(
    questions.flatMap(({ name, other }) =>
      other === undefined ? [] : [[name, schemes.get(name)?.byNotation(other)?.iri] as const],
    ),
  )
  return {
    ...(await crosswalkContext({ ...configuration, sources, fields }, lexicon)),
    schemeOf: name => schemes.get(name),
    otherOf: name => others.get(name),
    recordIri: responseIri,
  }
}

/** The responses, each with the actor that gave it where that is one of the directory. */
function resolveRespondents(
  sources: readonly SourceReading[],
  published: ReadonlyMap<string, string>,
  isWeighed: boolean,
): Pick<SurveyReading, 'respondents' | 'results' | 'rejected'> & { records: readonly ResponseRecord[] } {
  const results: ValidationResult[] = []
  const rejected = new Map<string, string[]>()
  const lines = new Map<string, number | undefined>()
  const records = sources.flatMap(({ name, actors: read }) => {
    const columns: string[] = []
    rejected.set(name, columns)
    return read.map(record => {
      const { given, key } = respondentOf(record)
      const { locate } = record
      if (given === undefined) return { response: toResponse(record), locate, key }
      const respondent = published.get(given)
      const source = locate(`fields.${RESPONDENT}`)
      const tell = (code: string, message: ValidationResult['message']) =>
        results.push({
          severity: 'warning',
          code,
          focusNode: record.actor.id,
          path: RESPONDENT,
          value: key,
          message,
          source,
        })
      if (respondent === undefined) {
        tell('unknown-respondent', unknownRespondent(key))
        if (source.column !== undefined) columns.push(source.column)
      } else if (lines.has(respondent))
        tell('answered-twice', answeredTwice(key, lines.get(respondent), isWeighed))
      else lines.set(respondent, source.line)
      return { response: toResponse(record, respondent), locate, key }
    })
  })
  return { records, respondents: new Set(lines.keys()), results, rejected }
}

/** Who gave a response, as the file says it, and as it is known to those who keep the file. */
function respondentOf({ actor, references }: ReadActor): { given: string | undefined; key: string } {
  const given = actor.fields?.[RESPONDENT]
  const reference = references.find(({ field }) => field === RESPONDENT)
  return {
    given: given === undefined ? undefined : String(given),
    key: excerpt(reference?.key ?? given ?? ''),
  }
}

function toResponse({ actor }: ReadActor, respondent?: string): Response {
  const { [RESPONDENT]: _, [WEIGHT]: weight, ...answers } = actor.fields ?? {}
  return {
    id: actor.id,
    source: actor.source,
    key: actor.key,
    ...(respondent === undefined ? {} : { respondent }),
    ...(typeof weight === 'number' ? { weight } : {}),
    answers: answers as Readonly<Record<string, Answer>>,
  }
}
