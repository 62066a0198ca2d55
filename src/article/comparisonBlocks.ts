import type { LocalizedText } from '../errors.ts'
import type {
  ComparedFigures,
  ComparisonObservation,
  ComparisonTable,
} from '../statistics/comparison/comparison.ts'
import { comparisonName, ownQueryName } from '../statistics/comparison/comparisonName.ts'
import { cellKey } from '../statistics/exchange/cells.ts'
import { roundNumber } from '../statistics/rounding.ts'
import type { Observation, Table } from '../statistics/statistic.ts'
import { toComparisonSentence } from '../statistics/words/comparisonSentence.ts'
import { GRAMMARS } from '../statistics/words/grammar.ts'
import { formatNumber, formatShareOf } from '../statistics/words/numbers.ts'
import type { ArticlePart } from './article.ts'
import type { ArticleContext, NamedComparison } from './context.ts'
import { type Block, type Line, paragraph, shownTable, type TableBlock } from './document.ts'
import { parted } from './keptBack.ts'
import { observationsAt } from './observationsAt.ts'
import { joinSentences, sentenceOptions } from './sentences.ts'
import { keptNotes, labelOf, SHOWN_ROWS } from './tableBlock.ts'

/** How many differences are told in sentences. */
const TOLD_DIFFERENCES = 3

/** What is shown of comparisons. */
export interface ShownComparisons {
  /** Codes by dimension: only these cells. */
  readonly at: Readonly<Record<string, string>>
  readonly show: readonly ArticlePart[]
  /** The heading of the section: where it is the title of a comparison, that has no other one. */
  readonly under: string
}

/**
 * What the figures of a table are held against, each comparison under its title: the greatest differences in sentences,
 * and all of them as rows. Comparisons that a section names stand there alone.
 */
export function comparisonBlocks(table: Table, shown: ShownComparisons, context: ArticleContext): Block[] {
  return [...context.comparisons]
    .filter(([name, { statistic }]) => statistic === table.id && !context.apart.has(name))
    .flatMap(([, comparison]) => namedComparison(comparison, shown, context))
}

/** A comparison; where only releases have it, that it is there. */
export function namedComparison(
  { statistic, title, made }: NamedComparison,
  shown: ShownComparisons,
  context: ArticleContext,
): Block[] {
  const { tables, words, language } = context
  const table = tables.get(statistic)
  if (made && table) return writeComparison(made, table, shown, context)
  return [paragraph(words.comparedInReleases(title[language]))]
}

function writeComparison(
  comparison: ComparisonTable,
  table: Table,
  { at, show, under }: ShownComparisons,
  context: ArticleContext,
): Block[] {
  const rows = observationsAt(comparison, at)
  const title = comparison.title[context.language]
  const sentences = show.includes('sentences') ? telling(comparison, rows, context) : []
  const hasRows = show.some(part => part !== 'sentences')
  return [
    ...(hasRows && title !== under ? [{ kind: 'heading', text: title } as const] : []),
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph', content: joinSentences(sentences) } as const]),
    ...(hasRows ? shownTable(comparisonTable(comparison, table, rows, title, context)) : []),
  ]
}

/** The greatest differences between values; of samples, only those that are more than chance. */
function telling(
  comparison: ComparisonTable,
  rows: readonly ComparisonObservation[],
  context: ArticleContext,
): readonly Line[] {
  const different = rows.filter(
    ({ values, difference }) => difference && values.every(({ role }) => role === undefined),
  )
  const sure = different.filter(({ interval }) => !interval || interval.lower > 0 || interval.upper < 0)
  if (different.length > 0 && sure.length === 0) return [[{ text: context.words.comparedByChance }]]
  return sure
    .toSorted((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!))
    .slice(0, TOLD_DIFFERENCES)
    .map((one, index) => {
      // Of one dimension all shares are of the same: the first sentence says of whom.
      const options = { ...sentenceOptions(context), isBrief: index > 0 && comparison.within === undefined }
      return [{ text: `${toComparisonSentence(comparison, one, options)}.` }]
    })
}

/** A row per cell: its share on each side, and how far these are apart. */
function comparisonTable(
  comparison: ComparisonTable,
  table: Table,
  rows: readonly ComparisonObservation[],
  title: string,
  context: ArticleContext,
): TableBlock {
  const { words, language, dimensions: descriptions } = context
  const { dimensions, labels, withoutIntervals } = comparison
  const { told, kept } = parted(
    rows,
    ({ own, other }) => (own.n ?? own.share ?? other.n ?? other.share) === null,
  )
  const hasIntervals = rows.some(({ interval }) => interval)
  const cells = cellsOf(table, comparison)
  const numeric = (label: string) => ({ label, isNumeric: true })
  const number = (count: number) => formatNumber(count, language)
  return {
    kind: 'table',
    caption: title,
    isUnderHeading: true,
    columns: [
      ...(dimensions.length === 0
        ? [words.figure]
        : dimensions.map(name => labelOf(name, language, descriptions))
      ).map(label => ({ label })),
      ...[labels.own[language], labels.other[language]].map(side =>
        numeric(words.comparedShare(side, GRAMMARS[language].isClause(side))),
      ),
      numeric(words.comparedDifference),
      ...(hasIntervals ? [numeric(words.comparedInterval)] : []),
      numeric(words.comparedRatio),
    ],
    rows: told.slice(0, SHOWN_ROWS).map(row => {
      const { values, own, other, difference, interval, ratio } = row
      const cell = cells.get(cellKey(values))
      const points = (value: number) => signed(value, comparison, context)
      return [
        ...(dimensions.length === 0 ? [table.title[language]] : values.map(({ label }) => label)).map(
          (text): Line => [{ text, kind: 'label' }],
        ),
        cell ? context.figures.shareOfBase(table, cell) : [{ text: sideText(own, comparison, context) }],
        [{ text: sideText(other, comparison, context) }],
        [{ text: difference === null ? '–' : points(difference) }],
        ...(hasIntervals
          ? [
              [
                {
                  text: interval ? words.comparedBounds(points(interval.lower), points(interval.upper)) : '–',
                },
              ],
            ]
          : []),
        [{ text: ratio === null ? '–' : number(ratio) }],
      ]
    }),
    notes: [
      ...(rows.length === 0 ? [[{ text: words.noFigures(title) }]] : []),
      ...(told.length > SHOWN_ROWS
        ? [[{ text: words.comparedRows(number(SHOWN_ROWS), number(told.length)) }]]
        : []),
      ...keptNotes(
        kept.map(({ values }) => values.map(({ label }) => label).join(', ')),
        told.length,
        context,
      ),
      ...(withoutIntervals === undefined ? [] : [[{ text: words.withoutIntervals[withoutIntervals] }]]),
    ],
    queries: queriesNote(comparison, table, context),
  }
}

/** The queries of both sides; that of the own one is that of the table, where it gives these figures. */
function queriesNote(
  comparison: ComparisonTable,
  table: Table,
  { words, language, paths }: ArticleContext,
): Line {
  const { labels, queries } = comparison
  const link = (side: LocalizedText, name: string) => ({
    text: words.comparedQueries(side[language], GRAMMARS[language].isClause(side[language])),
    href: paths.query(name),
  })
  return [
    { text: words.queries },
    link(labels.own, queries.own === table.query ? table.id : ownQueryName(comparison)),
    { text: ', ' },
    link(labels.other, comparisonName(comparison)),
    { text: '.' },
  ]
}

/** The cells of the own table, by their keys, so that their figures are opened; none where it is told in other cells. */
function cellsOf(table: Table, { dimensions }: ComparisonTable): ReadonlyMap<string, Observation> {
  if (JSON.stringify(dimensions) !== JSON.stringify(table.dimensions)) return new Map()
  return new Map(table.observations.map(one => [cellKey(one.values), one]))
}

/** « 56,9 % (128 sur 225) », as far as it is known. */
function sideText(
  { status, n, base, share }: ComparedFigures,
  { rounding }: ComparisonTable,
  { words, language }: ArticleContext,
): string {
  if (status === 'suppressed') return words.kept
  const text = formatShareOf({ n, base, share }, language, rounding)
  if (text === null) return n === null ? '–' : `– (${formatNumber(n, language)})`
  if (n === null || base === null) return text
  return `${text} (${words.of(formatNumber(n, language), formatNumber(base, language))})`
}

/** Percentage points, « +8,5 », rounded as shares are. */
function signed(value: number, { rounding = {} }: ComparisonTable, { language }: ArticleContext): string {
  const { decimals = 1 } = rounding
  const rounded = roundNumber(value, rounding)
  const text = formatNumber(rounded, language, { decimals, isFixed: true })
  return rounded > 0 ? `+${text}` : text
}
