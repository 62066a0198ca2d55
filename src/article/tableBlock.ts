import type { Language } from '../errors.ts'
import { type DimensionDescriptions, describeDimension } from '../statistics/exchange/dimensions.ts'
import { describeMeasure, measuresWithFigures } from '../statistics/exchange/measures.ts'
import type { DimensionValue, Measure, Observation, Table } from '../statistics/statistic.ts'
import { formatNumber } from '../statistics/words/numbers.ts'
import type { ArticleContext } from './context.ts'
import type { Inline, Line, TableBlock } from './document.ts'
import type { FigureText } from './figureText.ts'
import type { ArticleWords } from './words.ts'

/** Rows of a table in an article, at most; its query gives all of them. */
export const SHOWN_ROWS = 120
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
  const { words, language, paths } = context
  const places = table.dimensions.flatMap((name, index) => (Object.hasOwn(at, name) ? [] : [index]))
  const cells = table.observations.filter(({ values }) =>
    values.every(({ code }, index) => places.includes(index) || code === at[table.dimensions[index]!]),
  )
  const outer = places.find(index => table.dimensions[index] === table.within)
  const inner = places.find(index => index !== outer)
  const columns = new Set(inner === undefined ? [] : cells.map(({ values }) => values[inner]!.code))
  const isCrossed = outer !== undefined && inner !== undefined && columns.size <= SHOWN_COLUMNS
  const { rows, ...whole } = isCrossed
    ? crossRows(table, cells, outer, inner, context)
    : listRows(table, cells, places, context)
  const more = (number: number) => formatNumber(number, language)
  return {
    kind: 'table',
    caption: title,
    ...whole,
    rows: rows.slice(0, SHOWN_ROWS),
    notes: [
      ...(rows.length === 0 ? [[{ text: words.noFigures(title) }]] : []),
      ...(rows.length > SHOWN_ROWS ? [[{ text: words.moreRows(more(SHOWN_ROWS), more(rows.length)) }]] : []),
      ...whole.notes,
      [{ text: words.query, href: paths.query(table.id) }],
    ],
  }
}

type Rows = Pick<TableBlock, 'columns' | 'rows' | 'notes'>

/** A row per cell, headed by its values. The base, where it is the same for all, is told below. */
function listRows(
  table: Table,
  cells: readonly Observation[],
  places: readonly number[],
  { language, words, figures, dimensions }: ArticleContext,
): Rows {
  const first = cells.find(({ isSuppressed }) => !isSuppressed)
  const areWhole = cells.every(({ base, missing }) => base === first?.base && missing === first?.missing)
  const told = measuresWithFigures(table).filter(measure => !(areWhole && isOfAll(measure)))
  const headings =
    places.length === 0 ? [''] : places.map(index => labelOf(table.dimensions[index]!, language, dimensions))
  return {
    columns: [
      ...headings.map(label => ({ label })),
      ...told.map(measure => ({ label: describeMeasure(measure).label[language], isNumeric: true })),
    ],
    rows: cells.map(cell => [
      ...(places.length === 0
        ? [[label(table.title[language])]]
        : places.map(index => [valueLabel(cell.values[index]!)])),
      ...told.map((measure): Line => [figures.measure(table, cell, measure)]),
    ]),
    notes: areWhole && first?.base != null ? [wholeNote(table, first, words, figures)] : [],
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
  const columns = new Map(cells.map(({ values }) => [values[inner]!.code, values[inner]!]))
  const blocks = Map.groupBy(cells, ({ values }) => values[outer]!.code)
  const counts = measuresWithFigures(table).filter(isOfAll)
  const rows = [...blocks.values()].map(block => {
    const byCode = new Map(block.map(cell => [cell.values[inner]!.code, cell]))
    const told = block.find(({ isSuppressed }) => !isSuppressed) ?? block[0]!
    return [
      [valueLabel(told.values[outer]!)],
      ...[...columns.keys()].map((code): Line => {
        const cell = byCode.get(code)
        if (!cell) return [{ text: '–' }]
        if (cell.n === null) return [figures.share(table, cell)]
        return [figures.share(table, cell), { text: ' (' }, figures.count(table, cell, 'n'), { text: ')' }]
      }),
      ...counts.map((measure): Line => [figures.measure(table, told, measure)]),
    ]
  })
  return {
    columns: [
      { label: labelOf(table.dimensions[outer]!, language, dimensions) },
      ...[...columns.values()].map(({ label }) => ({ label, isNumeric: true })),
      ...counts.map(measure => ({ label: describeMeasure(measure).label[language], isNumeric: true })),
    ],
    rows,
    notes: [],
  }
}

function isOfAll(measure: Measure): boolean {
  return measure === 'base' || measure === 'missing'
}

/** « Base : 225 ; sans réponse : 3 ». */
function wholeNote(table: Table, cell: Observation, words: ArticleWords, figures: FigureText): Line {
  const separator = words.baseNote.includes('\u00a0') ? '\u00a0; ' : '; '
  const missing =
    cell.missing === null || table.dimensions.length === 0
      ? []
      : [{ text: separator + words.missingNote }, figures.count(table, cell, 'missing')]
  return [{ text: words.baseNote }, figures.count(table, cell, 'base'), ...missing, { text: '.' }]
}

function labelOf(name: string, language: Language, dimensions: DimensionDescriptions): string {
  return describeDimension(name, dimensions).label[language]
}

function valueLabel({ label: text }: DimensionValue): Inline {
  return label(text)
}

function label(text: string): Inline {
  return { text, kind: 'label' }
}
