import { type Language, toLocalizedText } from '../errors.ts'
import { formatNumber, formatShare, formatShareOf } from '../statistics/words/numbers.ts'
import type { PublishedFigures, PublishedSource } from './article.ts'
import { comparePublished, type PublishedComparison, type Verdict } from './comparePublished.ts'
import type { ArticleContext } from './context.ts'
import { formatDay } from './day.ts'
import { type Block, type Inline, type Line, paragraph, type Section } from './document.ts'

/** How the verdicts are counted: in this order, those that there are. */
const TALLIES = ['same', 'digits', 'approximate', 'explained', 'unexplained', 'unknown'] as const

/** Each published figure beside that of the directory, with the difference and its reason; how many are the same first. */
export function publishedSection({ source, figures }: PublishedFigures, context: ArticleContext): Section {
  const { words, language } = context
  const compared = figures.map(figure => comparePublished(figure, context.tables))
  const rows = compared.map((one): Line[] => [
    nameOf(one, context),
    printedOf(one, source.language, context),
    hereOf(one, context),
    [{ text: reasonOf(one, context) }],
  ])
  return {
    heading: words.published,
    blocks: [
      sourceOf(source, context),
      {
        kind: 'paragraph',
        content: [{ text: words.tallyOf(formatNumber(compared.length, language), compared.length) }],
      },
      tally(compared, context),
      ...roundingOf(compared, context),
      {
        kind: 'table',
        caption: words.publishedCaption,
        columns: [
          { label: words.figure },
          { label: words.printed },
          { label: words.here, isNumeric: true },
          { label: words.comparison },
        ],
        rows,
        notes: [],
      },
    ],
  }
}

function sourceOf(
  { title, author, url, date, licence }: PublishedSource,
  { words, language }: ArticleContext,
): Block {
  const day = date === undefined ? undefined : formatDay(date, language)
  const name = words.publishedBy(toLocalizedText(title)[language], author, day)
  return {
    kind: 'paragraph',
    content: [
      { text: words.publishedSource },
      { text: name, ...(url === undefined ? {} : { href: url }) },
      { text: licence === undefined ? '.' : ` (${toLocalizedText(licence)[language]}).` },
    ],
  }
}

function tally(compared: readonly PublishedComparison[], { words, language }: ArticleContext): Block {
  const counts = Map.groupBy(compared, ({ verdict }) => tallyOf(verdict))
  const separator = language === 'fr' ? '\u00a0: ' : ': '
  return {
    kind: 'list',
    items: TALLIES.flatMap(name => {
      const number = counts.get(name)?.length ?? 0
      return number === 0
        ? []
        : [[{ text: `${words.tally[name]}${separator}${formatNumber(number, language)}` }]]
    }),
  }
}

/** How the source rounds, where its digits tell. */
function roundingOf(
  compared: readonly PublishedComparison[],
  { words, language }: ArticleContext,
): readonly Block[] {
  const count = (name: Verdict) => compared.filter(({ verdict }) => verdict === name).length
  const [truncated, rounded] = [count('truncated'), count('rounded')]
  if (truncated > 0 === rounded > 0) return []
  const tell = truncated > 0 ? words.truncates : words.rounds
  return [paragraph(tell(formatNumber(truncated + rounded, language)))]
}

function tallyOf(verdict: Verdict): (typeof TALLIES)[number] {
  return verdict === 'truncated' || verdict === 'rounded' ? 'digits' : verdict
}

/** « Association, Expertise TIC : part »: the values of the cell, or the title of the table. */
function nameOf({ figure, table, cell }: PublishedComparison, { words, language }: ArticleContext): Line {
  const labels = cell?.values.map(({ label }) => label) ?? Object.values(figure.at ?? {})
  const name = labels.length > 0 ? labels.join(', ') : (table?.title[language] ?? figure.statistic)
  const separator = language === 'fr' ? '\u00a0: ' : ': '
  return [{ text: name, kind: 'label' }, { text: separator + words.measures[figure.measure ?? 'share'] }]
}

function printedOf(
  { figure }: PublishedComparison,
  language: Language | undefined,
  context: ArticleContext,
): Line {
  const value = { text: writePrinted(figure.value, figure.measure, context.language) }
  if (figure.quote === undefined) return [value]
  const [open, close] = context.words.quote('\n').split('\n')
  const quote = { text: figure.quote, ...(language === undefined ? {} : { language }) }
  return [value, { text: ` (${open}` }, quote, { text: `${close})` }]
}

function writePrinted(value: number, measure: string | undefined, language: Language): string {
  if (measure !== undefined && measure !== 'share') return formatNumber(value, language)
  const decimals = String(value).split('.')[1]?.length ?? 0
  return formatShare(value, language, { decimals: Math.min(decimals, 4) })
}

function hereOf({ figure, table, cell, actual }: PublishedComparison, context: ArticleContext): Line {
  const { figures, language, paths, words } = context
  const { measure = 'share' } = figure
  if (!table || actual === null) return [{ text: cell?.isSuppressed ? words.kept : '–' }]
  if (cell && measure === 'share') return figures.shareOfBase(table, cell)
  if (cell && (measure === 'n' || measure === 'base' || measure === 'missing'))
    return [figures.count(table, cell, measure)]
  const query: Inline = { text: formatNumber(actual, language), href: paths.query(table.id) }
  return [query]
}

/** What is to be said of the difference: what follows from the digits, then the reason that was given. */
function reasonOf(compared: PublishedComparison, context: ArticleContext): string {
  const { words, language } = context
  const { figure, verdict } = compared
  const given = figure.reason === undefined ? [] : [toLocalizedText(figure.reason)[language]]
  const digits = () =>
    [writePrinted(figure.value, figure.measure, language), writeExact(compared, context)] as const
  const derived: Readonly<Record<Verdict, () => string>> = {
    same: () => words.same,
    truncated: () => words.truncated(...digits()),
    rounded: () => words.rounded(...digits()),
    digits: () => words.truncatedOrRounded(...digits()),
    approximate: () => words.approximate(writeDifference(compared, context)),
    explained: () => words.explained(writeDifference(compared, context)),
    unexplained: () => words.unexplained(writeDifference(compared, context)),
    unknown: () => words.unknown,
  }
  return [derived[verdict](), ...given].join(' ')
}

/** The share with one decimal more than was published. */
function writeExact({ figure, cell }: PublishedComparison, { language }: ArticleContext): string {
  const decimals = (String(figure.value).split('.')[1]?.length ?? 0) + 1
  return formatShareOf(cell!, language, { decimals: Math.min(decimals, 4) })!
}

/** The figure of the directory less the published one: « −0,8 point », “+2”. */
function writeDifference(
  { figure, actual }: PublishedComparison,
  { words, language }: ArticleContext,
): string {
  const difference = actual! - figure.value
  const isShare = (figure.measure ?? 'share') === 'share'
  const text = formatNumber(difference, language, { decimals: isShare ? 1 : 2 })
  const signed = difference > 0 ? `+${text}` : text
  return isShare ? words.points(signed, Math.round(Math.abs(difference) * 10) / 10) : signed
}
