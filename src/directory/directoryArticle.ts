import type { ValidationResult } from '../validation/report.ts'
import { articleFiles, findingsOfArticle, sourceFrom, writeArticle } from './article.ts'
import type { RunOptions } from './assemble.ts'
import { collectPublication } from './collectPublication.ts'
import { withComparisons } from './comparisons.ts'
import { type InLanguage, type OpenedDirectory, signalOf } from './openedDirectory.ts'

/** How an article is written, and who is told of what it does not say. */
export interface ArticleRunOptions extends RunOptions, InLanguage {
  /** Is told of what the article was to say and does not, because there is no such row. */
  readonly onFinding?: (finding: ValidationResult) => void
}

/**
 * Writes the article on a directory into a folder.
 *
 * @returns paths of the files, the page first
 */
export async function writeDirectoryArticle(
  directory: OpenedDirectory,
  out: string,
  options: ArticleRunOptions,
): Promise<string[]> {
  const { configuration, effects } = directory
  const { language = configuration.language, onFinding, onStep } = options
  const publication = await collectPublication(directory, { ...options, language })
  const source = sourceFrom(out, configuration.path)
  const compared = await withComparisons(publication, language, effects, signalOf(options))
  if (onFinding) for (const finding of findingsOfArticle(publication)) onFinding(finding)
  onStep?.('write')
  const files = articleFiles(compared, language, source === undefined ? {} : { source })
  return writeArticle(out, files, effects, options)
}
