import { answeredValue, PARTICIPATION } from '../statistics/sample/participation.ts'
import { BUILT_IN_DIMENSIONS, type Statistic } from '../statistics/statistic.ts'
import { regionsSchemeAt } from '../vocabulary/territories.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { articleNames } from './articleNames.ts'
import type { Configuration } from './configuration.ts'
import type { Problem } from './problem.ts'
import type { RawArticle } from './rawConfiguration.ts'
import { responseTableNames } from './responseTables.ts'
import { schemeNameOf } from './schemeNameOf.ts'

/** Codes that a message names, at most. */
const NAMED_CODES = 40

type At = Readonly<Record<string, string>>

/**
 * Holds the codes that an article uses against the code lists of their dimensions, where these have one: years, communes
 * and texts have none, and are told of when the article is written. A row for no answer, or for other values together, has
 * a code too, where its statistic has such rows.
 */
export function checkArticleCodes(
  { sections = [], published }: RawArticle,
  configuration: Configuration,
  vocabulary: Vocabulary,
): Problem[] {
  const problems: Problem[] = []
  const codesOf = createCodes(configuration, vocabulary)
  /** A code is right where any of the statistics has it. */
  const check = (statistics: readonly string[], at: At, path: readonly string[]) => {
    for (const [dimension, code] of Object.entries(at)) {
      const lists = statistics.map(id => codesOf(id, dimension)).filter(list => list !== 'no dimension')
      const known = lists.flatMap(list => (list === 'any' ? [] : list))
      if (lists.length === 0 || lists.includes('any') || known.includes(code)) continue
      const named = [...new Set(known)]
      const more = named.length > NAMED_CODES ? ', …' : ''
      problems.push({
        path: [...path, 'at', dimension],
        message: `there is no ${dimension} "${code}" in ${statistics.map(id => `"${id}"`).join(', ')}; known are ${named.slice(0, NAMED_CODES).join(', ')}${more}`,
      })
    }
  }
  for (const [index, { statistics = [], at = {}, sentences = [] }] of sections.entries()) {
    const path = ['article', 'sections', String(index)]
    check(statistics, at, path)
    for (const [place, { statistic, at: cell = {} }] of sentences.entries())
      check([statistic], cell, [...path, 'sentences', String(place)])
  }
  for (const [index, { statistic, at = {} }] of (published?.figures ?? []).entries())
    check([statistic], at, ['article', 'published', 'figures', String(index)])
  return problems
}

/** The codes that a dimension may have; `any` where it has no code list. */
type Codes = readonly string[] | 'any' | 'no dimension'

function createCodes(
  configuration: Configuration,
  { schemes }: Vocabulary,
): (statistic: string, dimension: string) => Codes {
  const { surveys } = configuration
  const questions = new Map(surveys.flatMap(survey => survey.questions).map(one => [one.name, one]))
  const statistics = new Map(
    [...configuration.statistics, ...surveys.flatMap(survey => survey.statistics)].map(one => [one.id, one]),
  )
  const published = new Map(surveys.flatMap(survey => survey.published).map(one => [one.id, one]))
  const notations = new Map<string, readonly string[]>([
    ...[...schemes].map(([name, { concepts }]) => [name, concepts.map(({ notation }) => notation)] as const),
    ...configuration.schemes.map(
      ({ name, concepts }) => [name, concepts.map(({ notation }) => notation)] as const,
    ),
  ])
  const rates = new Map(surveys.flatMap(responseTableNames).map(({ id, dimension }) => [id, dimension]))
  const { comparisons } = articleNames(configuration)
  const codesOf = (name: string, regionsAt?: string): readonly string[] =>
    schemesOf(name, regionsAt).flatMap(scheme => notations.get(scheme) ?? [])
  const schemesOf = (name: string, regionsAt: string | undefined): readonly string[] => {
    if (/Region$/.test(name) && isBuiltIn(name)) return regionSchemes(regionsAt, configuration)
    if (/Department$/.test(name) && isBuiltIn(name)) return ['departements']
    const field = FIELDS[name] ?? name
    const scheme = schemeNameOf(field, configuration) ?? questions.get(name)?.scheme?.name
    return scheme === undefined ? [] : [scheme]
  }
  return (named, name) => {
    const id = comparisons.get(named)?.statistic ?? named
    if (rates.has(id)) {
      if (name === PARTICIPATION) return [answeredValue('fr').code]
      if (name !== rates.get(id)) return 'no dimension'
      // Those whose stratum is not known have a row where there are any.
      return orAny(codesOf(name), ['missing'])
    }
    const results = published.get(id)
    if (results)
      return results.dimension.name === name ? results.shares.map(({ code }) => code) : 'no dimension'
    const statistic = statistics.get(id)
    if (!statistic?.dimensions.includes(name)) return 'no dimension'
    return orAny(codesOf(name, statistic.regionsAt), rolesOf(statistic, name))
  }
}

function orAny(codes: readonly string[], roles: readonly string[]): Codes {
  return codes.length === 0 ? 'any' : [...codes, ...roles]
}

const FIELDS: Readonly<Record<string, string>> = { mission: 'missions', audience: 'audiences' }

function isBuiltIn(name: string): boolean {
  return BUILT_IN_DIMENSIONS.some(one => one === name)
}

/** Those of the day, where that is known before the records are read. */
function regionSchemes(regionsAt: string | undefined, configuration: Configuration): readonly string[] {
  const day = regionsAt ?? configuration.regionsAt ?? configuration.date
  return day === undefined ? ['regions-2010', 'regions-2016'] : [regionsSchemeAt(day)]
}

/** The codes of rows that are no value. */
function rolesOf({ within, showMissing = false, top }: Statistic, dimension: string): readonly string[] {
  if (dimension === within) return []
  return [...(showMissing ? ['missing'] : []), ...(top === undefined ? [] : ['other'])]
}
