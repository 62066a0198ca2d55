import { toLocalizedText } from '../errors.ts'
import type { Table } from '../statistics/statistic.ts'
import { formatNumber } from '../statistics/words/numbers.ts'
import { WORDING } from '../statistics/words/wording.ts'
import type { ArticleDefinition, ArticlePart, ArticleSection } from './article.ts'
import { isWithoutRows } from './articleFindings.ts'
import { comparisonBlocks, namedComparison, type ShownComparisons } from './comparisonBlocks.ts'
import type { ArticleContext, NamedComparison } from './context.ts'
import { formatDay } from './day.ts'
import type { DirectorySummary } from './directorySummary.ts'
import {
  type ArticleDocument,
  type Block,
  paragraph,
  paragraphs,
  type Section,
  shownTable,
} from './document.ts'
import { methodSection } from './methodSection.ts'
import { publishedSection } from './publishedSection.ts'
import { joinSentences, sentenceOn, summaryOf } from './sentences.ts'
import { sliceTable } from './slice.ts'
import { sourcesSection } from './sourcesSection.ts'
import { tableBlock } from './tableBlock.ts'
import { typeset } from './typeset.ts'

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
    title: typeset(
      definition.title ? toLocalizedText(definition.title)[language] : words.title(title),
      language,
    ),
    introduction: introductionOf(definition, directory, context),
    // The method tells of a query that a figure of the sections leads to.
    sections: [...sections, ...methodSection(source, context), sourcesSection(directory, context)],
    colophon: [{ text: words.colophon(day) }],
  }
}

function introductionOf(
  { introduction }: ArticleDefinition,
  { description, publisher, date, actors }: DirectorySummary,
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
    paragraph(words.about(publisher.name)),
    ...(description ? paragraphs(toLocalizedText(description)[language]) : []),
    size,
  ]
}

/**
 * The tables that an article tells of, in their order.
 *
 * @param comparisons by their names
 */
export function tablesOf(
  { sections, published }: ArticleDefinition,
  tables: readonly Table[],
  comparisons: ReadonlyMap<string, NamedComparison>,
): Table[] {
  if (!sections) return [...tables]
  const told = new Set([
    ...sections.flatMap(({ statistics = [], sentences = [] }) => [
      ...statistics.map(id => comparisons.get(id)?.statistic ?? id),
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
  const { language, tables, comparisons } = context
  const heading = typeset(toLocalizedText(title)[language], language)
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
    const shown = { at, show: told, under: heading }
    const [table, comparison] = [tables.get(id), comparisons.get(id)]
    if (comparison) blocks.push(...namedComparison(comparison, shown, context))
    else if (table && !isWithoutRows(table, at)) blocks.push(...(await writeTable(table, shown, context)))
  }
  return { heading, blocks }
}

/**
 * What is shown of a table: sentences, a chart, and the rows, which stand beside a chart whenever there is one; all under
 * its title, but for sentences alone.
 */
async function writeTable(table: Table, shown: ShownComparisons, context: ArticleContext): Promise<Block[]> {
  const { language, charts } = context
  const { show, under } = shown
  const at = Object.fromEntries(Object.entries(shown.at).filter(([name]) => table.dimensions.includes(name)))
  const slice = sliceTable(table, at)
  const title = slice.title[language]
  const blocks: Block[] = []
  const isAlone = show.every(part => part === 'sentences')
  if (!isAlone && title !== under) blocks.push({ kind: 'heading', text: title })
  if (show.includes('sentences') && table.observations.length > 0)
    blocks.push({ kind: 'paragraph', content: summaryOf(table, at, isAlone, context) })
  const chart = show.includes('chart') ? await charts(slice, at) : undefined
  if (chart) blocks.push({ kind: 'chart', title, ...chart })
  if (chart || show.includes('table')) blocks.push(...shownTable(tableBlock(table, title, at, context)))
  blocks.push(...comparisonBlocks(table, shown, context))
  return blocks
}
