import type { Language } from '../errors.ts'
import { PARTICIPATION } from '../statistics/sample/participation.ts'
import type { Table } from '../statistics/statistic.ts'
import { formatNumber } from '../statistics/words/numbers.ts'
import type { ArticleContext } from './context.ts'
import { type Block, paragraph, type Section } from './document.ts'
import type { ArticleWords } from './words.ts'

/** How the figures are to be read, as far as it concerns those that there are, and how their queries are run; nothing without figures. */
export function methodSection(
  source: string | undefined,
  { words, language, tables, links, paths }: ArticleContext,
): readonly Section[] {
  const all = [...tables.values()]
  const tell = (text: string, concerns: (table: Table) => boolean): Block[] =>
    all.some(concerns) ? [paragraph(text)] : []
  const [query] = links.queries.keys()
  const blocks: Block[] = [
    ...baseBlocks(all.filter(hasBase), words, language),
    ...tell(words.methodTotals, ({ dimensions }) => dimensions.length === 0),
    ...tell(words.methodRates, isRate),
    ...tell(words.methodMissing, ({ observations }) => observations.some(({ missing }) => missing)),
    ...roundingBlocks(all, words, language),
    ...tell(words.methodSeveral, ({ isMultiValued }) => isMultiValued === true),
    ...tell(words.methodWeighted, ({ weight }) => weight !== undefined),
    ...tell(words.methodSuppressed, ({ observations }) => observations.some(one => one.isSuppressed)),
    ...(query === undefined
      ? []
      : [
          paragraph(source === undefined ? words.methodQueriesOf : words.methodQueries),
          {
            kind: 'code',
            text: `annuaire query - --source ${source ?? words.placeholder} < ${query}`,
          } as const,
          paragraph(words.methodTableQueries),
        ]),
    ...tell(words.methodResponses, ({ counted }) => counted === 'responses'),
    ...sharesBlocks(all, words, paths),
  ]
  return blocks.length === 0 ? [] : [{ heading: words.method, blocks }]
}

/** Whether its shares are those of values among the answers, of a base that is known. */
function hasBase(table: Table): boolean {
  return table.dimensions.length > 0 && !isRate(table) && table.observations.some(({ base }) => base !== null)
}

function isRate({ dimensions }: Table): boolean {
  return dimensions.includes(PARTICIPATION)
}

/** What shares are shares of: where tables differ in that, it is said of which. */
function baseBlocks(tables: readonly Table[], words: ArticleWords, language: Language): readonly Block[] {
  const ofAll = tables.filter(({ base }) => base === 'population')
  const ofAnswers = tables.filter(({ base }) => base !== 'population')
  const isMixed = ofAll.length > 0 && ofAnswers.length > 0
  return [
    ...(ofAnswers.length === 0 ? [] : [paragraph(words.methodBase(isMixed))]),
    ...(ofAnswers.some(({ within }) => within !== undefined) ? [paragraph(words.methodCrossed)] : []),
    ...(ofAll.length === 0
      ? []
      : [paragraph(words.methodPopulation(isMixed ? titlesOf(ofAll, words, language) : undefined))]),
  ]
}

/** How shares are rounded: first as in most tables, then, by their titles, the others. */
function roundingBlocks(tables: readonly Table[], words: ArticleWords, language: Language): readonly Block[] {
  const shown = tables.filter(({ observations }) => observations.some(({ share }) => share !== null))
  const groups = Map.groupBy(shown, ({ rounding: { decimals = 1, mode = 'half-up' } = {} }) =>
    JSON.stringify([decimals, mode]),
  )
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length)
  return sorted.map((group, index) => {
    const { decimals = 1, mode = 'half-up' } = group[0]!.rounding ?? {}
    return paragraph(
      words.methodRounding({
        decimals: formatNumber(decimals, language),
        truncates: mode === 'truncate',
        tables: index === 0 ? undefined : titlesOf(group, words, language),
        others: sorted.length > 1,
      }),
    )
  })
}

function titlesOf(tables: readonly Table[], words: ArticleWords, language: Language): string {
  return [...new Set(tables.map(({ title }) => words.quote(title[language])))].join(', ')
}

/** What is to be said of tables of shares alone, and how they are asked for: in the graph of the actors they are not. */
function sharesBlocks(
  tables: readonly Table[],
  words: ArticleWords,
  paths: ArticleContext['paths'],
): readonly Block[] {
  const [table] = tables.filter(({ observations }) =>
    observations.some(({ n, share }) => n === null && share !== null),
  )
  if (!table) return []
  const told = paragraph(words.methodShares)
  if (!paths.cube) return [told, paragraph(words.methodCubeElsewhere)]
  const command = `annuaire query - --source ${paths.cube(table.id)} < ${paths.query(table.id)}`
  return [told, paragraph(words.methodCube), { kind: 'code', text: command }]
}
