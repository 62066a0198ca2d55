import { PARTICIPATION } from '../statistics/sample/participation.ts'
import { comparisonNames, type NamedComparison } from './comparisonNames.ts'
import type { Configuration } from './configuration.ts'
import { responseTableNames } from './responseTables.ts'

/** What an article may name. */
export interface ArticleNames {
  /** Dimensions of each table, by its id. */
  readonly tables: ReadonlyMap<string, readonly string[]>
  /** The table and the dimensions of each comparison, by its name: `statuts.compare.en-bretagne`. */
  readonly comparisons: ReadonlyMap<string, NamedComparison>
}

/** The tables of a directory, those of its surveys too, and what is compared in them. */
export function articleNames({
  statistics,
  surveys,
}: Pick<Configuration, 'statistics' | 'surveys'>): ArticleNames {
  const defined = [...statistics, ...surveys.flatMap(survey => survey.statistics)]
  const rates = surveys.flatMap(responseTableNames)
  return {
    tables: new Map([
      ...defined.map(({ id, dimensions }) => [id, dimensions] as const),
      ...rates.map(
        ({ id, dimension }) =>
          [id, dimension === undefined ? [PARTICIPATION] : [dimension, PARTICIPATION]] as const,
      ),
      ...surveys
        .flatMap(({ published }) => published)
        .map(({ id, dimension }) => [id, [dimension.name]] as const),
    ]),
    comparisons: new Map(comparisonNames({ statistics, surveys }).map(one => [one.name, one])),
  }
}
