import { toLocalizedText } from '../errors.ts'
import type { Observation, Table } from '../statistics/statistic.ts'
import { toSentenceParts } from '../statistics/words/sentence.ts'
import { toSummaryParts } from '../statistics/words/summary.ts'
import type { SentencePart } from '../statistics/words/template.ts'
import type { SentenceOptions } from '../statistics/words/voice.ts'
import type { ArticleSentence } from './article.ts'
import { findCell } from './comparePublished.ts'
import type { ArticleContext } from './context.ts'
import type { Inline, Line } from './document.ts'
import { observationsAt } from './observationsAt.ts'

/** How many values of a table are told in sentences: beside its rows, and in their place. */
const TOLD_VALUES = { besideRows: 3, alone: 12 } as const

/**
 * What a section says of a cell: in the words of the template, or those that all such cells have. Of a cell that there is
 * not, nothing: {@link articleFindings} tells of it.
 */
export function sentenceOn(sentence: ArticleSentence, context: ArticleContext): Line | undefined {
  const { language, tables } = context
  const table = tables.get(sentence.statistic)
  const cell = table && findCell(table, sentence)
  if (!table || !cell) return undefined
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

/** The sentence that all such cells have, its figures linked. */
function standardSentence(table: Table, cell: Observation, context: ArticleContext): Line {
  const parts = toSentenceParts(table, cell, sentenceOptions(context))
  return [...parts.map(part => linkPart(part, table, cell, context)), { text: '.' }]
}

/** A part of a sentence; a share leads to those that it is the share of its base. */
function linkPart(
  { text, figure }: SentencePart,
  table: Table,
  cell: Observation | undefined,
  { links }: ArticleContext,
): Inline {
  const count = figure === 'share' ? 'n' : figure
  if (!cell || (count !== 'n' && count !== 'base' && count !== 'missing')) return { text }
  const href = links.linkTo(table, cell, count)
  return { text, ...(href === undefined ? {} : { href }) }
}

/**
 * What is to be said of a table, or of those of its rows that have some values.
 *
 * @param at codes by dimension
 * @param isAlone whether its rows are not shown
 */
export function summaryOf(
  table: Table,
  at: Readonly<Record<string, string>>,
  isAlone: boolean,
  context: ArticleContext,
): Line {
  const limit = isAlone ? TOLD_VALUES.alone : TOLD_VALUES.besideRows
  const observations = observationsAt(table, at)
  const isValue = ({ values }: Observation) => values.every(({ role }) => role === undefined)
  // Rows for no answer, or for other values together, are told where nothing else is asked for.
  const areOfRole = Object.keys(at).length > 0 && !observations.some(isValue)
  if (areOfRole) {
    const told = observations.slice(0, limit)
    return joinSentences(told.map(cell => standardSentence(table, cell, context)))
  }
  const sentences = toSummaryParts(
    { ...table, observations },
    { ...sentenceOptions(context), limit, isNoted: !isAlone },
  )
  return joinSentences(
    sentences.map(parts => parts.map(part => linkPart(part, table, part.observation, context))),
  )
}

/** Sentences one after the other. */
export function joinSentences(sentences: readonly Line[]): Line {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]))
}

/** How sentences are worded. */
export function sentenceOptions({ language, wording, dimensions }: ArticleContext): SentenceOptions {
  return { language, dimensions, ...(wording === undefined ? {} : { wording }) }
}
