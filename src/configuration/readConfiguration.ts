import type { OwnField } from '../actor/ownField.ts'
import type { Box } from '../crosswalk/crosswalk.ts'
import { ConfigurationError, type GivenText, type Language } from '../errors.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { loadVocabulary } from '../vocabulary/vocabulary.ts'
import { checkArticleCodes } from './checkArticleCodes.ts'
import { checkNames } from './checkNames.ts'
import { checkSchema } from './checkSchema.ts'
import type { Configuration, OwnSchemeDefinition } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawConfiguration, RawField, RawLocalized, RawScheme } from './rawConfiguration.ts'
import { readArticle } from './readArticle.ts'
import { readSourceConfiguration } from './readSourceConfiguration.ts'
import { readPopulations, readStatistic } from './readStatistic.ts'
import { readOptionSchemes, readSurveyConfiguration } from './readSurveyConfiguration.ts'
import { readWording } from './readWording.ts'
import { readYaml, type YamlDocument } from './yaml.ts'

/**
 * Reads the text of an `annuaire.yaml`: its form by the JSON Schema, then the names that it uses.
 *
 * @param path names the file in errors
 * @throws {ConfigurationError} naming every problem, each with its line
 */
export async function readConfiguration(text: string, path: string): Promise<Configuration> {
  const document = readYaml(text, path)
  refuse(await checkSchema(document.value), document, path)
  const raw = document.value as RawConfiguration
  const base = raw.base.replace(/\/$/, '')
  const localize = (text: RawLocalized) => toGivenText(text, raw.language)
  const populations = readPopulations(raw.populations, localize)
  const fields = Object.entries(raw.fields ?? {}).map(([name, field]) =>
    readField(name, field, base, localize),
  )
  const configuration: Configuration = {
    path,
    title: localize(raw.title),
    ...(raw.description === undefined ? {} : { description: localize(raw.description) }),
    publisher: raw.publisher,
    licence: raw.licence,
    base,
    language: raw.language,
    ...(raw.date === undefined ? {} : { date: raw.date }),
    ...(raw.regionsAt === undefined ? {} : { regionsAt: raw.regionsAt }),
    keywords: raw.keywords ?? [],
    codeLists: {
      legalForm: 'legal-forms',
      legalCategory: 'cj',
      missions: 'missions',
      audiences: 'audiences',
      ...raw.codeLists,
    },
    schemes: [
      ...Object.entries(raw.schemes ?? {}).map(([name, scheme]) => readScheme(name, scheme, localize)),
      ...Object.entries(raw.surveys ?? {}).flatMap(([id, survey]) => readOptionSchemes(id, survey, localize)),
    ],
    fields,
    ...(raw.territory === undefined ? {} : { territory: readTerritory(raw.territory) }),
    ...(raw.duplicates === undefined ? {} : { duplicates: raw.duplicates }),
    ...(raw.optOut === undefined ? {} : { optOut: raw.optOut }),
    sources: Object.entries(raw.sources).map(([name, source]) => readSourceConfiguration(name, source)),
    statistics: Object.entries(raw.statistics ?? {}).map(([id, statistic]) =>
      readStatistic(id, statistic, populations, localize),
    ),
    surveys: Object.entries(raw.surveys ?? {}).map(([id, survey]) =>
      readSurveyConfiguration(id, survey, { base, populations, localize }),
    ),
    ...(raw.article === undefined ? {} : { article: readArticle(raw.article, localize) }),
    ...(raw.wording === undefined ? {} : { wording: readWording(raw.wording) }),
  }
  refuse(checkNames(raw, configuration), document, path)
  if (raw.article)
    refuse(checkArticleCodes(raw.article, configuration, await loadVocabulary()), document, path)
  return configuration
}

function refuse(problems: readonly Problem[], document: YamlDocument, file: string): void {
  if (problems.length === 0) return
  const lines = problems
    .map(({ path, message }) => ({ line: document.lineOf(path), message }))
    .sort((a, b) => a.line - b.line)
  const [first, ...others] = lines
  const more = others.map(({ line, message }) => `\n${file}, line ${line}: ${message}`).join('')
  throw new ConfigurationError(first!.message + more, { location: { file, line: first!.line } })
}

/** A text without a language is in that of the directory. */
function toGivenText(text: RawLocalized, language: Language): GivenText {
  return typeof text === 'string' ? { [language]: text } : text
}

type Localize = (text: RawLocalized) => GivenText

function readTerritory(raw: NonNullable<RawConfiguration['territory']>): string | Box {
  if (typeof raw === 'string') return raw
  const [west, south, east, north] = raw
  return { west, south, east, north }
}

function readField(name: string, raw: RawField, base: string, localize: Localize): OwnField {
  return {
    name,
    property: raw.property ?? `${base}/def/onto#${name}`,
    label: localize(raw.label),
    ...(raw.datatype === undefined ? {} : { datatype: raw.datatype }),
    ...(raw.scheme === undefined ? {} : { scheme: raw.scheme }),
    public: raw.public,
    multiple: raw.multiple ?? false,
  }
}

function readScheme(name: string, { title, concepts }: RawScheme, localize: Localize): OwnSchemeDefinition {
  return {
    name,
    title: localize(title),
    concepts: Object.entries(concepts).map(([notation, concept]) => ({
      notation,
      label: localize(concept.label),
      ...(concept.definition === undefined ? {} : { definition: localize(concept.definition) }),
      alternatives: concept.alternatives ?? [],
      organisationClasses: (concept.organisationClasses ?? []).map(name => iri(name)),
    })),
  }
}
