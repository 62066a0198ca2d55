import { FIELD_NAMES } from '../crosswalk/fields.ts'
import { isMultiValued } from '../statistics/multiValued.ts'
import { BUILT_IN_DIMENSIONS } from '../statistics/statistic.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import { articleNames } from './articleNames.ts'
import { checkKnown, checkSource, sourceNames } from './checkSource.ts'
import { COMPARED_WITHOUT_NAME, checkStatistic } from './checkStatistic.ts'
import { checkSurvey } from './checkSurvey.ts'
import { checkWording } from './checkWording.ts'
import type { Configuration } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawConfiguration } from './rawConfiguration.ts'
import { checkArticle } from './readArticle.ts'
import { readPopulations } from './readStatistic.ts'

/** Holds the names that a configuration uses against what there is: the schema cannot know them. */
export function checkNames(raw: RawConfiguration, configuration: Configuration): Problem[] {
  const { fields, schemes, sources, codeLists, surveys } = configuration
  const problems: Problem[] = []
  const check = (known: readonly string[], name: string, path: readonly string[], what: string) =>
    problems.push(...checkKnown(known, name, path, what))
  const ownFields = fields.map(({ name }) => name)
  const schemeNames = [...SHIPPED_SCHEMES, ...schemes.map(({ name }) => name)]
  for (const name of ownFields) {
    const taken = FIELD_NAMES.includes(name)
      ? 'is a field of every record'
      : BUILT_IN_DIMENSIONS.some(dimension => dimension === name)
        ? 'is a dimension of every directory'
        : name in {}
          ? 'means something to JavaScript'
          : undefined
    if (taken) problems.push({ path: ['fields', name], message: `"${name}" ${taken}; take another name` })
  }
  for (const { name } of schemes) {
    if (SHIPPED_SCHEMES.includes(name))
      problems.push({ path: ['schemes', name], message: `"${name}" is a shipped scheme; take another name` })
  }
  for (const { name, scheme } of fields)
    if (scheme) check(schemeNames, scheme, ['fields', name, 'scheme'], 'scheme')
  for (const [field, scheme] of Object.entries(codeLists))
    check(schemeNames, scheme, ['codeLists', field], 'scheme')
  for (const source of sources)
    problems.push(...checkSource(source, ['sources', source.name], sourceNames(sources, ownFields)))
  const published = fields.filter(field => field.public).map(({ name }) => name)
  const dimensions = [...BUILT_IN_DIMENSIONS, ...published]
  const numbers = fields
    .filter(field => field.public && (field.datatype === 'integer' || field.datatype === 'decimal'))
    .map(({ name }) => name)
  const populations = readPopulations(raw.populations, () => ({}))
  for (const [name, { population, label }] of Object.entries(populations)) {
    const at = ['populations', name, ...(label ? ['where'] : [])]
    if (COMPARED_WITHOUT_NAME.some(word => word === name))
      problems.push({
        path: ['populations', name],
        message: `"${name}" is what figures are compared with; take another name`,
      })
    for (const dimension of Object.keys(population))
      check(dimensions, dimension, [...at, dimension], 'dimension')
  }
  const multiValued = dimensions.filter(name => isMultiValued(name, { fields }))
  const names = { dimensions, multiValued, numbers, populations: Object.keys(populations) }
  for (const [id, statistic] of Object.entries(raw.statistics ?? {}))
    problems.push(...checkStatistic(statistic, ['statistics', id], names))
  const tables = new Map(Object.entries(raw.statistics ?? {}).map(([id, { dimensions }]) => [id, dimensions]))
  for (const [index, survey] of surveys.entries()) {
    const asked = surveys.slice(0, index).flatMap(({ questions }) => questions)
    const among = { ...names, sources, schemes, tables: [...tables.keys()], asked }
    problems.push(...checkSurvey(raw.surveys![survey.id]!, survey, among))
    for (const { id, dimensions } of survey.statistics) tables.set(id, dimensions)
    for (const { id, dimension } of survey.published) tables.set(id, [dimension.name])
  }
  if (raw.article) problems.push(...checkArticle(raw.article, articleNames(configuration)))
  if (raw.wording) problems.push(...checkWording(raw.wording, configuration, published))
  return problems
}
