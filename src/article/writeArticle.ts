import type { Language } from '../errors.ts'
import type { ChartGeometry } from '../statistics/chart/chartOptions.ts'
import { comparisonName, ownQueryName } from '../statistics/comparison/comparisonName.ts'
import type { DimensionDescriptions } from '../statistics/exchange/dimensions.ts'
import type { DimensionValue, Table } from '../statistics/statistic.ts'
import type { Wording } from '../statistics/words/wording.ts'
import type { ArticleDefinition } from './article.ts'
import { createCharts } from './charts.ts'
import { composeArticle, tablesOf } from './composeArticle.ts'
import type { ArticleComparisons, NamedComparison } from './context.ts'
import type { DirectorySummary } from './directorySummary.ts'
import { ARTICLE_PATHS, type ArticlePaths, type CellQuery, createFigureLinks } from './figureLinks.ts'
import { createFigureText } from './figureText.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { createPopulations } from './populations.ts'
import { typesetRows, typesetText } from './typeset.ts'
import { ARTICLE_WORDS } from './words.ts'

/** What an article is written from. */
export interface ArticleInput {
  readonly language: Language
  readonly directory: DirectorySummary
  /** Computed in the language of the article. */
  readonly tables: readonly Table[]
  /** In the same language. Those of statistics that it does not tell of are left out. Default: none. */
  readonly comparisons?: ArticleComparisons
  /** Default: no figure has a query. */
  readonly cellQuery?: CellQuery
  /** Default: those of the built-in dimensions. */
  readonly dimensions?: DimensionDescriptions
  /** How sentences are worded. Default: the shipped wording. */
  readonly wording?: Wording
  /** Outlines of territories, by the id of the statistic whose chart is a map. */
  readonly geometries?: Readonly<Record<string, ChartGeometry>>
}

/** How its files are named, and which of them are written. */
export interface ArticleOptions {
  /** Default: `article`, to which `.html` and `.md` are added. */
  readonly name?: string
  /** Default: {@link ARTICLE_PATHS}. */
  readonly paths?: ArticlePaths
  /** What queries are asked of, as the command line names it from the folder of the article. Default: not known. */
  readonly source?: string
  /** Whether the query of each table is written: no, where it is there already. Default: yes. */
  readonly writesTableQueries?: boolean
}

/** A file of an article. */
export interface ArticleFile {
  /** From the folder of the article, its parts separated by `/`. */
  readonly path: string
  readonly mediaType: string
  readonly content: string
}

/**
 * Writes the article on a directory: a page and the same as Markdown, its charts, and a query for each of its figures.
 * Nothing is counted here: all figures are those of the tables. Same input, same bytes.
 */
export async function* writeArticle(
  definition: ArticleDefinition,
  input: ArticleInput,
  options: ArticleOptions = {},
): AsyncGenerator<ArticleFile> {
  const { language, directory, dimensions = {}, wording, geometries = {} } = input
  const { name = 'article', paths = ARTICLE_PATHS, source, writesTableQueries = true } = options
  const words = ARTICLE_WORDS[language]
  const comparisons = nameComparisons(input.comparisons, language)
  const tables = tablesOf(definition, input.tables, comparisons).map(table => typesetTable(table, language))
  const told = new Set(tables.map(({ id }) => id))
  const links = createFigureLinks(paths, input.cellQuery ?? (() => undefined))
  const charts = createCharts(paths, { language, dimensions, geometries, wording })
  const document = await composeArticle(definition, directory, source, {
    language,
    words,
    tables: new Map(tables.map(table => [table.id, table])),
    comparisons,
    apart: new Set(definition.sections?.flatMap(({ statistics = [] }) => statistics)),
    populations: createPopulations(),
    figures: createFigureText(language, words, links),
    links,
    paths,
    dimensions,
    wording,
    charts: charts.draw,
  })
  yield { path: `${name}.html`, mediaType: 'text/html', content: toHtml(document) }
  yield { path: `${name}.md`, mediaType: 'text/markdown', content: toMarkdown(document) }
  for (const [path, content] of charts.files) yield { path, mediaType: 'image/svg+xml', content }
  const sparql = (path: string, text: string) => ({
    path,
    mediaType: 'application/sparql-query',
    content: `${text.trimEnd()}\n`,
  })
  if (writesTableQueries) {
    for (const { id, query } of tables) yield sparql(paths.query(id), query)
    for (const [name, { statistic, made }] of comparisons)
      if (made && told.has(statistic)) {
        yield sparql(paths.query(name), made.queries.other)
        const table = tables.find(({ id }) => id === statistic)
        if (made.queries.own !== table?.query) yield sparql(paths.query(ownQueryName(made)), made.queries.own)
      }
  }
  for (const [path, text] of links.queries) yield sparql(path, text)
}

function nameComparisons(
  { made = [], inReleases = [] }: Partial<ArticleComparisons> = {},
  language: Language,
): ReadonlyMap<string, NamedComparison> {
  return new Map([
    ...made.map(one => {
      const set = typesetTable(one, language)
      return [comparisonName(one), { ...set, made: set }] as const
    }),
    ...inReleases.map(one => [comparisonName(one), { ...one, title: typesetText(one.title) }] as const),
  ])
}

/** A table, or a comparison, whose title, notes and labels are set in print. */
function typesetTable<Told extends Pick<Table, 'title' | 'notes'> & { readonly observations: Rows }>(
  table: Told,
  language: Language,
): Told {
  const { title, notes, observations } = table
  return {
    ...table,
    title: typesetText(title),
    ...(notes === undefined ? {} : { notes: notes.map(typesetText) }),
    observations: typesetRows(observations, language),
  }
}

type Rows = readonly { readonly values: readonly DimensionValue[] }[]
