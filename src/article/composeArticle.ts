import { type LocalizedText, toLocalizedText } from '../errors.ts'
import type { Table } from '../statistics/statistic.ts'
import { formatNumber } from '../statistics/words/numbers.ts'
import { WORDING } from '../statistics/words/wording.ts'
import type { ArticleDefinition, ArticlePart, ArticleSection } from './article.ts'
import { isWithoutRows } from './articleFindings.ts'
import { comparisonBlocks } from './comparisonBlocks.ts'
import type { ArticleContext } from './context.ts'
import { formatDay } from './day.ts'
import type { DirectorySummary } from './directorySummary.ts'
import { type ArticleDocument, type Block, paragraph, paragraphs, type Section } from './document.ts'
import { methodSection } from './methodSection.ts'
import { publishedSection } from './publishedSection.ts'
import { joinSentences, sentenceOn, summaryOf } from './sentences.ts'
import { sliceTable } from './slice.ts'
import { sourcesSection } from './sourcesSection.ts'
import { tableBlock } from './tableBlock.ts'

/** What is shown of a statistic where nothing else is said. */
const PARTS: readonly ArticlePart[] = ['sentences', 'chart', 'table']

/**
 * An article: its introduction, its sections, the published figures, then, whatever the definition says, how the figures
 * are to be read and where they come from.
 */
export async function composeArticle(
  definition: ArticleDefinition,
  directory: DirectorySummary,
  source: string | undefined,
  context: ArticleContext,
): Promise<ArticleDocument> {
  const { language, words } = context
  const title = toLocalizedText(directory.title)[language]
  const sections: Section[] = []
  for (const section of definition.sections ?? defaultSections(context)) {
    const written = await writeSection(section, context)
    if (written.blocks.length > 0) sections.push(written)
  }
  if (definition.published) sections.push(publishedSection(definition.published, context))
  const day = formatDay(directory.date, language)
  return {
    language,
    title: definition.title ? toLocalizedText(definition.title)[language] : words.title(title),
    introduction: introductionOf(definition, directory, context),
    // The method tells of a query that a figure of the sections leads to.
    sections: [...sections, methodSection(source, context), sourcesSection(directory, context)],
    colophon: [{ text: words.colophon(day) }],
  }
}

function introductionOf(
  { introduction }: ArticleDefinition,
  { title, description, publisher, date, actors }: DirectorySummary,
  { language, words, wording }: ArticleContext,
): Block[] {
  const noun = (wording ?? WORDING)[language].actors
  const counted =
    actors === 1
      ? words.one(noun.one, noun.isFeminine === true)
      : `${formatNumber(actors, language)} ${noun.many}`
  const size = paragraph(words.size(counted, formatDay(date, language)))
  if (introduction) return [...paragraphs(toLocalizedText(introduction)[language]), size]
  return [
    paragraph(words.about(toLocalizedText(title)[language], publisher.name)),
    ...(description ? paragraphs(toLocalizedText(description)[language]) : []),
    size,
  ]
}

/** The tables that an article tells of, in their order. */
export function tablesOf({ sections, published }: ArticleDefinition, tables: readonly Table[]): Table[] {
  if (!sections) return [...tables]
  const told = new Set([
    ...sections.flatMap(({ statistics = [], sentences = [] }) => [
      ...statistics,
      ...sentences.map(({ statistic }) => statistic),
    ]),
    ...(published?.figures ?? []).map(({ statistic }) => statistic),
  ])
  return tables.filter(({ id }) => told.has(id))
}

/** A section per table, under its title. */
function defaultSections({ tables }: ArticleContext): ArticleSection[] {
  return [...tables.values()].map(({ id, title }) => ({ title, statistics: [id] }))
}

async function writeSection(section: ArticleSection, context: ArticleContext): Promise<Section> {
  const { title, text, statistics = [], sentences, at = {} } = section
  const { language, tables } = context
  const show = section.show ?? PARTS
  const blocks: Block[] = text ? paragraphs(toLocalizedText(text)[language]) : []
  if (sentences) {
    const lines = sentences.flatMap(sentence => {
      const line = sentenceOn(sentence, context)
      return line ? [line] : []
    })
    if (lines.length > 0) blocks.push({ kind: 'paragraph', content: joinSentences(lines) })
  }
  const told = sentences ? show.filter(part => part !== 'sentences') : show
  for (const id of statistics) {
    const table = tables.get(id)
    if (!table || isWithoutRows(table, at)) continue
    const own = Object.fromEntries(Object.entries(at).filter(([name]) => table.dimensions.includes(name)))
    if (statistics.length > 1 && told.some(part => part !== 'sentences'))
      blocks.push({ kind: 'heading', text: sliceTable(table, own).title[language] })
    blocks.push(...(await writeTable(table, own, told, context)))
  }
  return { heading: toLocalizedText(title)[language], blocks }
}

/** What is shown of a table: sentences, a chart, and the rows, which stand beside a chart whenever there is one. */
async function writeTable(
  table: Table,
  at: Readonly<Record<string, string>>,
  show: readonly ArticlePart[],
  context: ArticleContext,
): Promise<Block[]> {
  const { language, charts } = context
  const slice = sliceTable(table, at)
  const title: LocalizedText = slice.title
  const blocks: Block[] = []
  const isAlone = show.every(part => part === 'sentences')
  if (show.includes('sentences') && table.observations.length > 0)
    blocks.push({ kind: 'paragraph', content: summaryOf(table, at, isAlone, context) })
  const chart = show.includes('chart') ? await charts(slice, at) : undefined
  if (chart) blocks.push({ kind: 'chart', title: title[language], ...chart })
  if (chart || show.includes('table')) blocks.push(tableBlock(table, title[language], at, context))
  blocks.push(...comparisonBlocks(table, at, show, context))
  return blocks
}
