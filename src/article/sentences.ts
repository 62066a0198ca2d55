import { toLocalizedText } from '../errors.ts'
import type { Observation, Table } from '../statistics/statistic.ts'
import type { ArticleSentence } from './article.ts'
import { findCell } from './comparePublished.ts'
import type { ArticleContext } from './context.ts'
import type { Inline, Line } from './document.ts'

/** What a section says of a cell: in the words of the template, or those that all such cells have. */
export function sentenceOn(sentence: ArticleSentence, context: ArticleContext): Line {
  const { language, tables, words } = context
  const table = tables.get(sentence.statistic)
  const cell = table && findCell(table, sentence)
  if (!table || !cell) {
    const codes = Object.values(sentence.at ?? {}).join(', ')
    return [{ text: words.noCell(table?.title[language] ?? sentence.statistic, codes) }]
  }
  return sentence.text === undefined
    ? standardSentence(table, cell, context)
    : fillSentence(toLocalizedText(sentence.text)[language], table, cell, context)
}

/** A text of the template with the figures of a cell in their places. */
function fillSentence(text: string, table: Table, cell: Observation, { figures }: ArticleContext): Line {
  return text
    .replace(/\s+/g, ' ')
    .split(/(\{(?:share|n|base|missing)\})/)
    .map((part): Inline => {
      const name = /^\{(share|n|base|missing)\}$/.exec(part)?.[1]
      if (name === undefined) return { text: part }
      return name === 'share' ? figures.share(table, cell) : figures.count(table, cell, name as 'n')
    })
}

/** The sentence that all such cells have. */
function standardSentence(table: Table, cell: Observation, { figures }: ArticleContext): Line {
  return [
    { text: `${cell.values.map(({ label }) => label).join(', ')} ` },
    ...figures.shareOfBase(table, cell),
  ]
}

/** What is to be said of a table, or of those of its rows that have some values (codes by dimension). */
export function summaryOf(
  table: Table,
  at: Readonly<Record<string, string>>,
  context: ArticleContext,
): Line[] {
  const cells = table.observations.filter(({ values }) =>
    values.every(({ code }, index) => (at[table.dimensions[index]!] ?? code) === code),
  )
  return cells.slice(0, 3).map(cell => standardSentence(table, cell, context))
}
