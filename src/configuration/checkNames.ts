import { FIELD_NAMES } from '../crosswalk/fields.ts'
import { BUILT_IN_DIMENSIONS, type Population } from '../statistics/statistic.ts'
import { SHIPPED_SCHEMES } from '../vocabulary/vocabulary.ts'
import { checkKnown, checkSource } from './checkSource.ts'
import type { Configuration } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawConfiguration } from './rawConfiguration.ts'

/** Holds the names that a configuration uses against what there is: the schema cannot know them. */
export function checkNames(
  raw: RawConfiguration,
  { fields, schemes, sources, codeLists }: Configuration,
): Problem[] {
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
  for (const source of sources) problems.push(...checkSource(source, sources, ownFields))
  const published = fields.filter(field => field.public).map(({ name }) => name)
  const dimensions = [...BUILT_IN_DIMENSIONS, ...published]
  const checkPopulation = (population: Population, path: readonly string[]) => {
    for (const dimension of Object.keys(population))
      check(dimensions, dimension, [...path, dimension], 'dimension')
  }
  for (const [name, population] of Object.entries(raw.populations ?? {}))
    checkPopulation(population, ['populations', name])
  const numbers = fields
    .filter(field => field.public && (field.datatype === 'integer' || field.datatype === 'decimal'))
    .map(({ name }) => name)
  for (const [id, statistic] of Object.entries(raw.statistics ?? {})) {
    const { dimensions: named, within, population } = statistic
    for (const role of ['weight', 'of'] as const) {
      const name = statistic[role]
      if (name !== undefined) check(numbers, name, ['statistics', id, role], 'field that holds a number')
    }
    for (const dimension of named) check(dimensions, dimension, ['statistics', id, 'dimensions'], 'dimension')
    if (within !== undefined)
      check(named, within, ['statistics', id, 'within'], 'dimension of this statistic')
    else if (named.length === 2)
      problems.push({
        path: ['statistics', id],
        message: 'two dimensions need "within": the one whose values are the bases',
      })
    if (typeof population === 'string')
      check(Object.keys(raw.populations ?? {}), population, ['statistics', id, 'population'], 'population')
    else if (population) checkPopulation(population, ['statistics', id, 'population'])
  }
  return problems
}
