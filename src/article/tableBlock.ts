import type { Language } from '../errors.ts'
import { type DimensionDescriptions, describeDimension } from '../statistics/exchange/dimensions.ts'
import { describeMeasure, measuresWithFigures } from '../statistics/exchange/measures.ts'
import { shareOf } from '../statistics/rows.ts'
import { PARTICIPATION } from '../statistics/sample/participation.ts'
import type { Measure, Observation, Table } from '../statistics/statistic.ts'
import { toTableNotes } from '../statistics/words/note.ts'
import { formatNumber, formatShareOf } from '../statistics/words/numbers.ts'
import type { ArticleContext } from './context.ts'
import type { Inline, Line, TableBlock } from './document.ts'
import { isKeptBack, parted } from './keptBack.ts'
import { observationsAt } from './observationsAt.ts'
import { sentenceOptions } from './sentences.ts'
import { typeset } from './typeset.ts'

/** Rows of a table in an article, at most; its query gives all of them. */
export const SHOWN_ROWS = 120
/** Rows of which nothing is published that are named, at most. */
const NAMED_ROWS = 40
/** Values of the inner dimension that have a column each, at most; where there are more, each cell has a row. */
const SHOWN_COLUMNS = 12

/**
 * A table, or those of its rows that have some values: of one dimension a row per value, of two a row per value of the
 * outer one and a column per value of the inner one.
 *
 * @param title with the values that all rows have
 * @param at codes by dimension
 */
export function tableBlock(
  table: Table,
  title: string,
  at: Readonly<Record<string, string>>,
  context: ArticleContext,
): TableBlock {
  const { words, language } = context
  const places = table.dimensions.flatMap((name, index) => (Object.hasOwn(at, name) ? [] : [index]))
  const cells = observationsAt(table, at)
  const outer = places.find(index => table.dimensions[index] === table.within)
  const inner = places.find(index => index !== outer)
  const columns = new Set(inner === undefined ? [] : cells.map(({ values }) => values[inner]!.code))
  const isCrossed = outer !== undefined && inner !== undefined && columns.size <= SHOWN_COLUMNS
  const { rowCount, kept, ...whole } = isCrossed
    ? crossRows(table, cells, outer, inner, context)
    : listRows(table, cells, places, context)
  if (cells.length === 0) {
    const notes = [[{ text: words.noFigures(title) }]]
    return { kind: 'table', caption: title, isUnderHeading: true, columns: [], rows: [], notes }
  }
  const told = context.populations.tellOnce(table)
  const note = [
    ...answeredNotes(table, cells, context),
    ...toTableNotes({ ...told, observations: cells }, sentenceOptions(context)),
  ].join(' ')
  const number = (count: number) => formatNumber(count, language)
  return {
    kind: 'table',
    caption: title,
    isUnderHeading: true,
    ...whole,
    notes: [
      ...(rowCount > SHOWN_ROWS ? [[{ text: words.moreRows(number(SHOWN_ROWS), number(rowCount)) }]] : []),
      ...keptNotes(kept, rowCount, context),
      ...(note === '' ? [] : [[{ text: note }]]),
    ],
    queries: queriesNote(table, cells, context),
  }
}

interface Rows extends Pick<TableBlock, 'columns' | 'rows'> {
  /** How many there are, shown or not, but for those of which nothing is published. */
  readonly rowCount: number
  /** What those are called. */
  readonly kept: readonly string[]
}

/** A row per cell, headed by its values. Base and missing, where they are the same for all, are told below. */
function listRows(
  table: Table,
  cells: readonly Observation[],
  places: readonly number[],
  { language, words, figures, dimensions }: ArticleContext,
): Rows {
  const told = measuresWithFigures(table).filter(
    measure => !isOfAll(measure) || !sameForAll(table, cells, measure),
  )
  const headings = places.map(index => labelOf(table.dimensions[index]!, language, dimensions))
  const { told: shown, kept } = parted(cells, isKeptBack)
  return {
    columns: [
      ...(places.length === 0 ? [words.figure] : headings).map(label => ({ label })),
      ...told.map(measure => numeric(describeMeasure(measure).label[language])),
    ],
    rows: shown
      .slice(0, SHOWN_ROWS)
      .map(cell => [
        ...(places.length === 0
          ? [table.title[language]]
          : places.map(index => cell.values[index]!.label)
        ).map((text): Line => [label(text)]),
        ...told.map((measure): Line => [figures.measure(table, cell, measure)]),
      ]),
    rowCount: shown.length,
    kept: kept.map(({ values }) => places.map(index => values[index]!.label).join(', ')),
  }
}

/** A row per value of the outer dimension, with a share and a count per value of the inner one, its base and missing. */
function crossRows(
  table: Table,
  cells: readonly Observation[],
  outer: number,
  inner: number,
  { language, figures, dimensions }: ArticleContext,
): Rows {
  const columns = new Map(cells.map(({ values }) => [values[inner]!.code, values[inner]!.label]))
  const { told: blocks, kept } = parted(
    [...Map.groupBy(cells, ({ values }) => values[outer]!.code).values()],
    block => block.every(isKeptBack),
  )
  // Those who did not answer have one column, where there are any.
  const areTold = cells.some(({ values }) => values[inner]!.role === 'missing')
  const counts = measuresWithFigures(table).filter(
    measure =>
      isOfAll(measure) && !(measure === 'missing' && (areTold || cells.every(cell => !cell.missing))),
  )
  const shareAndCount = (cell: Observation | undefined): Line => {
    if (!cell) return [{ text: '–' }]
    if (cell.n === null) return [figures.share(table, cell)]
    if (cell.share === null) return [figures.count(table, cell, 'n')]
    return [figures.share(table, cell), { text: ' (' }, figures.count(table, cell, 'n'), { text: ')' }]
  }
  return {
    columns: [
      { label: labelOf(table.dimensions[outer]!, language, dimensions) },
      ...[...columns.values()].map(numeric),
      ...counts.map(measure => numeric(describeMeasure(measure).label[language])),
    ],
    rows: blocks.slice(0, SHOWN_ROWS).map(block => {
      const byCode = new Map(block.map(cell => [cell.values[inner]!.code, cell]))
      const told = block.find(({ isSuppressed }) => !isSuppressed) ?? block[0]!
      return [
        [label(told.values[outer]!.label)],
        ...[...columns.keys()].map(code => shareAndCount(byCode.get(code))),
        ...counts.map((measure): Line => [figures.measure(table, told, measure)]),
      ]
    }),
    rowCount: blocks.length,
    kept: kept.map(([cell]) => cell!.values[outer]!.label),
  }
}

/**
 * Which rows are only named, as many as are read.
 *
 * @param shown how many rows there are beside them
 */
export function keptNotes(
  names: readonly string[],
  shown: number,
  { words, language }: Pick<ArticleContext, 'words' | 'language'>,
): readonly Line[] {
  if (names.length === 0) return []
  if (shown === 0) return [[{ text: words.keptAll }]]
  const rest = names.length - NAMED_ROWS
  const named = names
    .slice(0, NAMED_ROWS)
    .flatMap((name, index) => [
      ...(index === 0 ? [] : [{ text: language === 'fr' ? '\u00a0; ' : '; ' }]),
      label(name),
    ])
  const [before, after] = words.keptRows(formatNumber(names.length, language), '\n').split('\n')
  const more = rest > 0 ? words.keptMore(formatNumber(rest, language)) : ''
  return [[{ text: before! }, ...named, { text: more + after }]]
}

function isOfAll(measure: Measure): measure is 'base' | 'missing' {
  return measure === 'base' || measure === 'missing'
}

/** A cell with the count of whom all cells are about; `undefined` where these are not the same, or none tells it. */
function sameForAll(
  { dimensions, within }: Table,
  cells: readonly Observation[],
  count: 'base' | 'missing',
): Observation | undefined {
  const outer = dimensions.indexOf(within ?? '')
  const [first, ...others] = cells.filter(({ isSuppressed }) => !isSuppressed)
  if (!first || first[count] === null) return undefined
  const isSame = (cell: Observation) =>
    cell[count] === first[count] && cell.values[outer]?.code === first.values[outer]?.code
  return others.every(isSame) ? first : undefined
}

/** « Réponse connue : 98,7 % (225 sur 228). », where some did not answer and all rows have the same base. */
function answeredNotes(
  table: Table,
  cells: readonly Observation[],
  { words, language }: ArticleContext,
): readonly string[] {
  const base = sameForAll(table, cells, 'base')?.base
  const missing = sameForAll(table, cells, 'missing')?.missing
  if (!base || !missing || table.base === 'population') return []
  const whole = base + missing
  const share = formatShareOf(
    { n: base, base: whole, share: shareOf(base, whole) },
    language,
    table.rounding,
  )!
  return [words.answered(share, formatNumber(base, language), formatNumber(whole, language))]
}

/** « Requêtes : base (225), sans réponse (3), tableau. », the first two where they are somebody, the same for all rows. */
function queriesNote(
  table: Table,
  cells: readonly Observation[],
  { words, paths, figures }: ArticleContext,
): Line {
  const isOfAllAsked = table.dimensions.length === 0 || table.dimensions.includes(PARTICIPATION)
  const counts = isOfAllAsked ? (['base'] as const) : (['base', 'missing'] as const)
  const opened = counts.flatMap((count): Line => {
    const cell = sameForAll(table, cells, count)
    if (!cell?.[count]) return []
    return [{ text: `${words.queryOf[count]} (` }, figures.count(table, cell, count), { text: '), ' }]
  })
  const whole: Inline = { text: words.queryOf.table, href: paths.query(table.id) }
  return [{ text: words.queries }, ...opened, whole, { text: '.' }]
}

/** What a dimension is called, above its values. */
export function labelOf(name: string, language: Language, dimensions: DimensionDescriptions): string {
  return typeset(describeDimension(name, dimensions).label[language], language)
}

function label(text: string): Inline {
  return { text, kind: 'label' }
}

function numeric(label: string) {
  return { label, isNumeric: true }
}
