import type { Language } from '../errors.ts'
import { describeMeasure, figureOf, isWhole } from '../statistics/exchange/measures.ts'
import type { Measure, Observation, Table } from '../statistics/statistic.ts'
import { formatNumber, formatShare, formatShareOf } from '../statistics/words/numbers.ts'
import type { Inline, Line } from './document.ts'
import type { FigureLinks, OpenedCount } from './figureLinks.ts'
import type { ArticleWords } from './words.ts'

/** What stands where there is no figure. */
const NONE = '–'

/** Writes the figures of cells, each with the query that it leads to. */
export interface FigureText {
  /** A count: « 1 234 ». */
  count(table: Table, cell: Observation, count: OpenedCount): Inline
  /** A share as the table rounds it: « 56,9 % ». */
  share(table: Table, cell: Observation): Inline
  /** « 56,9 % (128 sur 225) », as far as it is known. */
  shareOfBase(table: Table, cell: Observation): Line
  /** Any measure of the table. */
  measure(table: Table, cell: Observation, measure: Measure): Inline
}

/** @param links where counts lead */
export function createFigureText(language: Language, words: ArticleWords, links: FigureLinks): FigureText {
  const opened = (text: string, table: Table, cell: Observation, count: OpenedCount): Inline => {
    const href = links.linkTo(table, cell, count)
    return { text, ...(href === undefined ? {} : { href }) }
  }
  const absent = ({ isSuppressed }: Observation): Inline => ({ text: isSuppressed ? words.kept : NONE })
  const count: FigureText['count'] = (table, cell, name) => {
    const figure = cell[name]
    return figure === null ? absent(cell) : opened(formatNumber(figure, language), table, cell, name)
  }
  const share: FigureText['share'] = (table, cell) => {
    const text = formatShareOf(cell, language, table.rounding)
    if (text === null) return absent(cell)
    return opened(`${cell.isApproximate ? '≈\u00a0' : ''}${text}`, table, cell, 'n')
  }
  return {
    count,
    share,
    shareOfBase(table, cell) {
      const first = share(table, cell)
      if (cell.n === null || cell.base === null) return [first]
      const [before, between, after] = words.of('\n', '\n').split('\n')
      return [
        first,
        { text: ` (${before}` },
        count(table, cell, 'n'),
        { text: between! },
        count(table, cell, 'base'),
        { text: `${after})` },
      ]
    },
    measure(table, cell, measure) {
      if (measure === 'share') return share(table, cell)
      if (measure === 'n' || measure === 'base' || measure === 'missing') return count(table, cell, measure)
      const figure = figureOf(cell, measure)
      if (figure === null) return absent(cell)
      if (describeMeasure(measure).kind === 'percentage')
        return { text: formatShare(figure, language, table.rounding) }
      return { text: formatNumber(figure, language, isWhole(table, measure) ? { decimals: 0 } : {}) }
    },
  }
}
