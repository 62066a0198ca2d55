import type { OwnField } from '../actor/ownField.ts'
import type { ColumnTarget } from '../crosswalk/crosswalk.ts'
import { FIELD_NAMES } from '../crosswalk/fields.ts'
import { ConfigurationError, type LocalizedText } from '../errors.ts'
import { BUILT_IN_DIMENSIONS, type Population, type Statistic } from '../statistics/statistic.ts'
import { iri } from '../vocabulary/namespaces.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import { checkSchema } from './checkSchema.ts'
import type { CodeListField, Configuration, OwnSchemeDefinition, SourceConfiguration } from './configuration.ts'
import type {
  RawColumn,
  RawConfiguration,
  RawField,
  RawLocalized,
  RawScheme,
  RawSource,
  RawStatistic,
} from './rawConfiguration.ts'
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
  const fields = Object.entries(raw.fields ?? {}).map(([name, field]) => readField(name, field, base))
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
    codeLists: { legalForm: 'legal-forms', legalCategory: 'cj', missions: 'missions', audiences: 'audiences', ...raw.codeLists },
    schemes: Object.entries(raw.schemes ?? {}).map(([name, scheme]) => readScheme(name, scheme)),
    fields,
    sources: Object.entries(raw.sources).map(([name, source]) => readSourceConfiguration(name, source)),
    statistics: Object.entries(raw.statistics ?? {}).map(([id, statistic]) =>
      readStatistic(id, statistic, raw.populations ?? {}),
    ),
  }
  refuse(checkNames(raw, configuration), document, path)
  return configuration
}

interface Problem {
  readonly path: readonly string[]
  readonly message: string
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

/** Names that the schema cannot know: fields, schemes, dimensions, populations. */
function checkNames(raw: RawConfiguration, { fields, schemes, sources, codeLists }: Configuration): Problem[] {
  const problems: Problem[] = []
  const check = (known: readonly string[], name: string, path: readonly string[], what: string) => {
    if (!known.includes(name)) problems.push({ path, message: `there is no ${what} "${name}"; known are ${known.join(', ')}` })
  }
  const ownFields = fields.map(({ name }) => name)
  const schemeNames = [...SHIPPED_SCHEMES, ...schemes.map(({ name }) => name)]
  for (const name of ownFields) {
    if (FIELD_NAMES.includes(name)) problems.push({ path: ['fields', name], message: `"${name}" is a field of every record; take another name` })
  }
  for (const { name } of schemes) {
    if (SHIPPED_SCHEMES.includes(name)) problems.push({ path: ['schemes', name], message: `"${name}" is a shipped scheme; take another name` })
  }
  for (const { name, scheme } of fields) if (scheme) check(schemeNames, scheme, ['fields', name, 'scheme'], 'scheme')
  for (const [field, scheme] of Object.entries(codeLists)) check(schemeNames, scheme, ['codeLists', field], 'scheme')
  for (const source of sources) {
    for (const [column, targets] of source.columns) {
      const path = ['sources', source.name, 'columns', column]
      if (source.ignore.has(column)) problems.push({ path, message: `the column "${column}" is both mapped and ignored` })
      for (const { field, level } of targets) {
        check([...FIELD_NAMES, ...ownFields], field, path, 'field')
        if (field === 'coverage' && !level) problems.push({ path, message: 'coverage needs a "level": region, departement or commune' })
      }
    }
  }
  const dimensions = [...BUILT_IN_DIMENSIONS, ...ownFields]
  const checkPopulation = (population: Population, path: readonly string[]) => {
    for (const dimension of Object.keys(population)) check(dimensions, dimension, [...path, dimension], 'dimension')
  }
  for (const [name, population] of Object.entries(raw.populations ?? {})) checkPopulation(population, ['populations', name])
  for (const [id, { dimensions: named, within, population }] of Object.entries(raw.statistics ?? {})) {
    for (const dimension of named) check(dimensions, dimension, ['statistics', id, 'dimensions'], 'dimension')
    if (within !== undefined) check(named, within, ['statistics', id, 'within'], 'dimension of this statistic')
    else if (named.length === 2) problems.push({ path: ['statistics', id], message: 'two dimensions need "within": the one whose values are the bases' })
    if (typeof population === 'string') check(Object.keys(raw.populations ?? {}), population, ['statistics', id, 'population'], 'population')
    else if (population) checkPopulation(population, ['statistics', id, 'population'])
  }
  return problems
}

function localize(text: RawLocalized): LocalizedText {
  if (typeof text === 'string') return { fr: text, en: text }
  const any = text.fr ?? text.en ?? ''
  return { fr: text.fr ?? any, en: text.en ?? any }
}

function readField(name: string, raw: RawField, base: string): OwnField {
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

function readScheme(name: string, { title, concepts }: RawScheme): OwnSchemeDefinition {
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

function readSourceConfiguration(name: string, raw: RawSource): SourceConfiguration {
  const { columns, ignore = [], nullMarkers = [], ...rest } = raw
  return {
    ...rest,
    name,
    nullMarkers,
    columns: new Map(Object.entries(columns).map(([column, targets]) => [column, readTargets(targets)])),
    ignore: new Map(Array.isArray(ignore) ? ignore.map(column => [column, undefined]) : Object.entries(ignore)),
  }
}

function readTargets(raw: RawColumn): ColumnTarget[] {
  return [raw].flat().map(target => (typeof target === 'string' ? { field: target } : target))
}

function readStatistic(id: string, raw: RawStatistic, populations: Readonly<Record<string, Population>>): Statistic {
  const { title, population, ...rest } = raw
  const resolved = typeof population === 'string' ? populations[population] : population
  return { ...rest, id, title: localize(title), ...(resolved === undefined ? {} : { population: resolved }) }
}

/** Which scheme each concept field uses. */
export function schemeNameOf(field: string, { codeLists, fields }: Configuration): string | undefined {
  return codeLists[field as CodeListField] ?? fields.find(({ name }) => name === field)?.scheme
}
