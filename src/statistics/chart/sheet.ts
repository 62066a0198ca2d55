import { type Language, StatisticsError } from '../../errors.ts'
import type { DimensionDescriptions } from '../exchange/dimensions.ts'
import { knownLanguage } from '../language.ts'
import type { DimensionValue, Measure, Table } from '../statistic.ts'
import type { Wording } from '../words/wording.ts'
import type { ChartGeometry, ChartKind, ChartOptions } from './chartOptions.ts'
import { cleanText } from './chartText.ts'
import { CHART_WORDS, type ChartWords } from './chartWords.ts'

/** What a chart is drawn from, with nothing left open. */
export interface Sheet {
  readonly table: Table
  readonly kind: ChartKind | 'total'
  readonly measure: Measure
  readonly language: Language
  readonly words: ChartWords
  readonly descriptions: DimensionDescriptions
  readonly wording: Wording | undefined
  /** Of several dimensions, the place of the one whose values are the bases, and of the other one. */
  readonly outer: number
  readonly inner: number
  readonly geometry: ChartGeometry | undefined
  /** Of the whole chart, and of what is left to draw on, in pixels. */
  readonly width: number
  readonly innerWidth: number
  readonly limit: number
  readonly isTitled: boolean
  readonly isAnnotated: boolean
  readonly id: string
}

/** Empty space at each side of a chart, in pixels. */
export const MARGIN = 16

/** The values whose labels name a row: all of an observation’s but the one that its group is named by. */
export function labelOf({ values }: { readonly values: readonly DimensionValue[] }, except?: number): string {
  return values
    .filter((_, index) => index !== except)
    .map(nameOf)
    .join(' – ')
}

/** How a value is called; by its code, where its label is empty. */
export function nameOf({ label, code }: DimensionValue): string {
  return cleanText(label) || cleanText(code) || '–'
}

/** Tells the values of a dimension apart. */
export function keyOf({ role, code, iri }: DimensionValue): string {
  return JSON.stringify([role, code, iri])
}

/**
 * Completes what is asked for.
 *
 * @throws {StatisticsError} where the language is neither French nor English, an option is out of its range, or the kind does not fit the table
 */
export function layOutSheet(table: Table, options: ChartOptions): Sheet {
  const {
    language = 'fr',
    width = 720,
    limit = 120,
    dimensions: descriptions = {},
    isTitled = true,
    isAnnotated = true,
  } = options
  checkRange('width', width, 320, 4000)
  checkRange('limit', limit, 1, 10_000)
  const { idPrefix: id = idOf(table.id) } = options
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) {
    throw new StatisticsError(
      `"${id}" can begin no identifier of a chart; give a letter, then letters, digits and hyphens`,
    )
  }
  const measure = options.measure ?? measureOf(table)
  const outer = Math.max(table.dimensions.indexOf(table.within ?? ''), 0)
  return {
    table,
    kind: kindOf(table, measure, options.kind),
    measure,
    language,
    words: CHART_WORDS[knownLanguage(language)],
    descriptions,
    wording: options.wording,
    outer,
    inner: outer === 0 ? 1 : 0,
    geometry: options.geometry,
    width,
    innerWidth: width - 2 * MARGIN,
    limit,
    isTitled,
    isAnnotated,
    id,
  }
}

function measureOf({ observations }: Table): Measure {
  const hasShares = observations.some(({ share, base }) => share !== null || base === 0)
  return hasShares || observations.every(({ n }) => n === null) ? 'share' : 'n'
}

function kindOf(
  { id, dimensions, chart, isMultiValued }: Table,
  measure: Measure,
  asked: ChartKind | undefined,
): ChartKind | 'total' {
  const defined = chart?.kind === 'none' ? undefined : chart?.kind
  const kind = asked ?? defined
  const count = dimensions.length
  if (kind === undefined) {
    if (count === 0) return 'total'
    if (count !== 2) return 'bars'
    return isMultiValued || measure !== 'share' ? 'multiples' : 'stacked'
  }
  if (kind === 'bars') return count === 0 ? 'total' : 'bars'
  const wanted = kind === 'map' ? 1 : 2
  if (count !== wanted) {
    throw new StatisticsError(
      `the table "${id}" has ${count} dimensions and a chart of the kind "${kind}" ${wanted}; ask for "bars"`,
    )
  }
  if (kind === 'stacked' && (measure !== 'share' || isMultiValued)) {
    throw new StatisticsError(
      `the table "${id}" cannot be stacked: only shares of those who have one value each add up to a whole; ` +
        'ask for "multiples"',
    )
  }
  return kind
}

function checkRange(option: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new StatisticsError(
    `the ${option} of a chart is ${value}; give a whole number from ${least} to ${most}`,
  )
}

/** An identifier for any name: what may not stand in one is written by its code point. */
function idOf(name: string): string {
  return `chart-${name.toWellFormed().replace(/[^A-Za-z0-9]/gu, character => `-${character === '-' ? '' : `${character.codePointAt(0)!.toString(16)}-`}`)}`
}
