import { basename } from 'node:path'
import type { Configuration } from '../configuration/configuration.ts'
import { ExpectationError } from '../release/expectationError.ts'
import { checkExpectations } from '../statistics/expectation/checkExpectations.ts'
import type { Expectation, Statistic, Table } from '../statistics/statistic.ts'
import { reportOf, type ValidationResult } from '../validation/report.ts'
import type { PreviousTables } from './previousTables.ts'
import type { Publication } from './publication.ts'

/** The statistics of a directory and of its surveys. */
export function definedStatistics({
  statistics,
  surveys,
}: Pick<Configuration, 'statistics' | 'surveys'>): readonly Statistic[] {
  return [...statistics, ...surveys.flatMap(survey => survey.statistics)]
}

/**
 * What statistics expect that can be checked without a last release, by id: of one that only expects not to change, it is
 * nothing but that it can be computed.
 */
export function expectedRanges(configuration: Configuration): ReadonlyMap<string, readonly Expectation[]> {
  const ranges = definedStatistics(configuration).map(({ id, expect = [] }) => {
    const ofFigures = expect.filter(({ min, max }) => min !== undefined || max !== undefined)
    return { id, isExpecting: expect.length > 0, ranges: ofFigures.map(({ change: _, ...range }) => range) }
  })
  return new Map(ranges.filter(({ isExpecting }) => isExpecting).map(({ id, ranges }) => [id, ranges]))
}

/** What of the {@link expectedRanges} does not hold: violations; what is kept back in a table, and not checked: infos. */
export function checkRanges(tables: readonly Table[], configuration: Configuration): ValidationResult[] {
  const ranges = expectedRanges(configuration)
  return tables.flatMap(table => {
    const expect = ranges.get(table.id) ?? []
    return checkExpectations(table, { expect }).map(result => inFile(result, configuration))
  })
}

/** A publication whose report says which expectations were left unmet. */
export interface Held {
  readonly publication: Publication
  /** What does not hold, as warnings, and what was not checked, as information. */
  readonly expectations: readonly ValidationResult[]
}

/**
 * Holds the tables of a release against what its statistics expect, before anything of it is written.
 *
 * @param previous tables of the last release
 * @param isIgnored whether it is published all the same; its report says so
 * @throws {ExpectationError} naming all that does not hold
 */
export function holdToExpectations(
  publication: Publication,
  previous: PreviousTables,
  isIgnored: boolean,
): Held {
  const { assembly, tables, configuration } = publication
  const statistics = new Map(definedStatistics(configuration).map(one => [one.id, one]))
  const findings = tables.flatMap(table =>
    checkExpectations(table, statistics.get(table.id) ?? {}, previous.tables.get(table.id)),
  )
  const results = [...previous.results, ...findings].map(result => inFile(result, configuration))
  const unmet = results.filter(({ severity }) => severity === 'violation')
  if (unmet.length > 0 && !isIgnored) throw new ExpectationError(unmet)
  const warnings = unmet.map(ignored)
  const report = reportOf([...assembly.report.results, ...warnings])
  return {
    publication: { ...publication, assembly: { ...assembly, report } },
    expectations: [...warnings, ...results.filter(({ severity }) => severity !== 'violation')],
  }
}

function ignored(result: ValidationResult): ValidationResult {
  const { fr, en } = result.message
  const message = {
    fr: `${fr} Publié malgré cela, sur demande.`,
    en: `${en} Published nevertheless, on request.`,
  }
  return { ...result, severity: 'warning', message }
}

function inFile(result: ValidationResult, { path }: Configuration): ValidationResult {
  return { ...result, source: { file: basename(path) } }
}
