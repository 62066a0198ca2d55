import { basename, dirname, join, relative, sep } from 'node:path'
import { articleFindings } from '../article/articleFindings.ts'
import type { CellQuery } from '../article/figureLinks.ts'
import {
  type ArticleFile,
  type ArticleOptions,
  writeArticle as writeArticleFiles,
} from '../article/writeArticle.ts'
import type { Effects } from '../effects.ts'
import type { Language } from '../errors.ts'
import { compileCell } from '../statistics/cell.ts'
import { mergeWording } from '../statistics/words/wording.ts'
import type { ValidationResult } from '../validation/report.ts'
import { comparisonsInReleases } from './comparisons.ts'
import { defaultSections } from './defaultSections.ts'
import { describeDimensions } from './describeDimensions.ts'
import type { Publication } from './publication.ts'
import { sourcesOf } from './publicationReport.ts'
import { statisticContext } from './statisticContext.ts'

/**
 * The files of the article on a directory.
 *
 * @param publication its tables computed in the language of the article
 */
export function articleFiles(
  publication: Publication,
  language: Language,
  options: ArticleOptions = {},
): AsyncGenerator<ArticleFile> {
  const { assembly, date, tables, configuration, lexicon, geometries, surveys = [] } = publication
  const { actors, merges } = assembly
  const input = {
    language,
    directory: {
      ...configuration,
      date,
      actors: actors.length,
      sources: sourcesOf(assembly, surveys, configuration),
      merged: merges.reduce((sum, { merged }) => sum + merged.length, 0),
    },
    tables,
    comparisons: { made: publication.comparisons ?? [], inReleases: comparisonsInReleases(publication) },
    cellQuery: createCellQuery(publication, language),
    dimensions: describeDimensions(configuration, lexicon),
    ...(geometries === undefined ? {} : { geometries }),
    wording: mergeWording(configuration.wording ?? {}),
  }
  const definition = { sections: defaultSections(configuration), ...configuration.article }
  return writeArticleFiles(definition, input, options)
}

/** What the article was to say of rows that there are not; the configuration is the file to look at. */
export function findingsOfArticle({ configuration, tables }: Publication): ValidationResult[] {
  const source = { file: basename(configuration.path) }
  return articleFindings(configuration.article ?? {}, tables).map(result => ({ ...result, source }))
}

/** Opens the figures of the statistics of the directory; who answered a survey is nobody's business. */
function createCellQuery({ configuration, lexicon, date }: Publication, language: Language): CellQuery {
  const context = statisticContext({ ...configuration, language }, lexicon, date)
  const statistics = new Map(configuration.statistics.map(statistic => [statistic.id, statistic]))
  return ({ id, observations }, cell, count) => {
    const statistic = statistics.get(id)
    return statistic && compileCell(statistic, cell, context, { count, rows: observations })
  }
}

/**
 * The folder of the directory as it is named from that of its article; `undefined` where that lies elsewhere, for no
 * article tells of the folders of a machine.
 */
export function sourceFrom(out: string, configuration: string): string | undefined {
  const path = relative(out, dirname(configuration)).split(sep)
  return path.every(part => part === '' || part === '..') ? path.join('/') || '.' : undefined
}

/**
 * Writes the article into a folder; what has the same name there is replaced, file by file.
 *
 * @returns paths of the files, the page first
 */
export async function writeArticle(
  out: string,
  files: AsyncIterable<ArticleFile>,
  effects: Effects,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<string[]> {
  const encoder = new TextEncoder()
  const written: string[] = []
  for await (const { path, content } of files) {
    signal?.throwIfAborted()
    const file = join(out, path)
    const fresh = `${file}.tmp`
    await effects.makeDirectory(dirname(file))
    // Whole or not at all: what stands there stays until there is something to take its place.
    await effects.remove(fresh)
    await effects.writeFile(fresh, [encoder.encode(content)])
    await effects.rename(fresh, file)
    written.push(file)
  }
  return written
}
