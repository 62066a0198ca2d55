import type { ArticleSection } from '../article/article.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { responseTableNames } from '../configuration/responseTables.ts'

/**
 * What an article tells where nothing else is asked for: a section per statistic of the directory, then one per survey,
 * with who answered, its results, and those that others aggregated.
 */
export function defaultSections({
  statistics,
  surveys,
}: Pick<Configuration, 'statistics' | 'surveys'>): readonly ArticleSection[] {
  return [
    ...statistics.map(({ id, title }) => ({ title, statistics: [id] })),
    ...surveys.map(survey => ({
      title: survey.title,
      ...(survey.description === undefined ? {} : { text: survey.description }),
      statistics: [...responseTableNames(survey), ...survey.statistics, ...survey.published].map(
        ({ id }) => id,
      ),
    })),
  ]
}
