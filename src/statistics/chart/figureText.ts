import { describeMeasure, figureOf } from '../exchange/measures.ts'
import type { Observation } from '../statistic.ts'
import { formatNumber, formatShare, formatShareOf } from '../words/numbers.ts'
import type { Sheet } from './sheet.ts'

/** The figure of an observation that is drawn, and what is written beside it. */
export interface Figure {
  /** `null` where there is none to draw. */
  readonly value: number | null
  /** The figure and its base: « 56,9 % (128 sur 225) »; where there is none, why. */
  readonly text: string
  /** The figure alone. */
  readonly short: string
}

/** What a chart shows of an observation. Figures that are kept back are not even looked at. */
export function figureTextOf(
  observation: Observation,
  { measure, language, words, table }: Pick<Sheet, 'measure' | 'language' | 'words' | 'table'>,
): Figure {
  const { n, base, isSuppressed, isApproximate, values } = observation
  if (isSuppressed) return { value: null, text: words.suppressed, short: words.suppressed }
  const number = (figure: number) => formatNumber(figure, language)
  const figure = figureOf(observation, measure)
  if (figure === null) {
    if (measure === 'share' && base === 0) return { value: null, text: words.noBase, short: '–' }
    if (n === null || measure !== 'share') return { value: null, text: words.noFigure, short: '–' }
    const isMissing = values.some(({ role }) => role === 'missing')
    const text = isMissing ? words.outsideBase(number(n)) : number(n)
    return { value: null, text, short: text }
  }
  if (measure === 'share') {
    const exact = formatShareOf(observation, language, table.rounding)
    if (exact === null) return { value: null, text: words.noBase, short: '–' }
    const share = isApproximate ? words.about(exact) : exact
    const text = n === null || base === null ? share : words.shareOf(share, number(n), number(base))
    return { value: figure, text, short: share }
  }
  const isPercentage = describeMeasure(measure).kind === 'percentage'
  const short = isPercentage ? formatShare(figure, language, table.rounding) : number(figure)
  return { value: figure, text: short, short }
}
