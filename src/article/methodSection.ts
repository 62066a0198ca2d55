import type { Table } from '../statistics/statistic.ts'
import { formatNumber } from '../statistics/words/numbers.ts'
import type { ArticleContext } from './context.ts'
import { type Block, paragraph, type Section } from './document.ts'

/** How the figures are to be read, as far as it concerns those that there are, and how their queries are run. */
export function methodSection(
  source: string | undefined,
  { words, language, tables, links, paths }: ArticleContext,
): Section {
  const all = [...tables.values()]
  const tell = (text: string, concerns: (table: Table) => boolean): Block[] =>
    all.some(concerns) ? [paragraph(text)] : []
  const counts = (table: Table) => table.observations.some(({ base }) => base !== null)
  const roundings = new Map(
    all.map(({ rounding: { decimals = 1, mode = 'half-up' } = {} }) => [
      `${decimals} ${mode}`,
      words.methodRounding(formatNumber(decimals, language), mode === 'truncate'),
    ]),
  )
  const [query] = links.queries.keys()
  return {
    heading: words.method,
    blocks: [
      ...tell(words.methodBase, counts),
      ...tell(words.methodPopulation, ({ base }) => base === 'population'),
      ...tell(words.methodMissing, counts),
      ...[...roundings.values()].map(paragraph),
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
    ],
  }
}

/** What is to be said of tables of shares alone, and how they are asked for: in the graph of the actors they are not. */
function sharesBlocks(
  tables: readonly Table[],
  words: ArticleContext['words'],
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
