import type { DimensionValue, Observation } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { patternFill } from './patterns.ts'
import { keyOf, nameOf, type Sheet } from './sheet.ts'
import { INK } from './svgText.ts'

/** Values with a fill of their own; where there are more, the smallest are drawn together. */
const SERIES = 7

/** A fill, and the ink that is read on it; a pattern has a plate below its text. */
export interface Fill {
  readonly fill: string
  readonly ink: string
  readonly isPattern: boolean
}

/** Values that are drawn as one segment of each bar. */
export interface Series extends Fill {
  readonly label: string
  readonly keys: ReadonlySet<string>
}

/** What has a segment in each bar: the greatest values, the others together, and what is no value. */
export function seriesOf(observations: readonly Observation[], sheet: Sheet): readonly Series[] {
  const { inner, words, language, id } = sheet
  const totals = new Map<string, { value: DimensionValue; total: number }>()
  for (const { values, n, share, isSuppressed } of observations) {
    const value = values[inner]!
    const name = keyOf(value)
    const known = totals.get(name) ?? { value, total: 0 }
    totals.set(name, { value, total: known.total + (isSuppressed ? 0 : (n ?? share ?? 0)) })
  }
  const all = [...totals]
  const values = all.filter(([, { value }]) => value.role === undefined)
  const kept = new Set(
    values.length <= SERIES + 1
      ? values.map(([name]) => name)
      : values
          .toSorted(([, a], [, b]) => b.total - a.total)
          .slice(0, SERIES)
          .map(([name]) => name),
  )
  const folded = values.filter(([name]) => !kept.has(name)).map(([name]) => name)
  const fills = fillsOf(id)
  const own = values
    .filter(([name]) => kept.has(name))
    .map(([name, { value }], index) => ({ label: nameOf(value), keys: new Set([name]), ...fills[index]! }))
  const rest =
    folded.length === 0
      ? []
      : [
          {
            label: words.folded(formatNumber(folded.length, language)),
            keys: new Set(folded),
            ...fills.at(-1)!,
          },
        ]
  const roles = all
    .filter(([name, { value }]) => value.role !== undefined && hasShare(name, observations, inner))
    .map(([name, { value }]) => ({
      label: nameOf(value),
      keys: new Set([name]),
      fill: patternFill(id, value.role === 'missing' ? 'back' : 'lines'),
      ink: INK,
      isPattern: true,
    }))
  return [...own, ...rest, ...roles]
}

/** Those who did not answer have no share where shares are of those who did. */
function hasShare(name: string, observations: readonly Observation[], inner: number): boolean {
  return observations.some(({ values, share }) => share !== null && keyOf(values[inner]!) === name)
}

/** Fills that stand apart from their neighbours in black and white too. */
function fillsOf(id: string): readonly Fill[] {
  const solid = (fill: string, ink: string): Fill => ({ fill, ink, isPattern: false })
  const pattern = (name: 'hatch' | 'dots' | 'cross'): Fill => ({
    fill: patternFill(id, name),
    ink: INK,
    isPattern: true,
  })
  return [
    solid('#0d3a6e', '#fff'),
    solid('#a9c5e3', INK),
    pattern('hatch'),
    solid('#5f94c8', INK),
    pattern('dots'),
    solid('#4a4a4a', '#fff'),
    pattern('cross'),
    solid('#e3e3e3', INK),
  ]
}
