import { type Html, html } from '../../html/html.ts'
import type { DimensionValue, Observation } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { balanceText, cleanText, isolate, widthOf, wrapText } from './chartText.ts'
import { type Figure, figureTextOf } from './figureText.ts'
import type { Drawing } from './frame.ts'
import { patternFill } from './patterns.ts'
import { keyOf, labelOf, nameOf, type Sheet } from './sheet.ts'
import { FONT_SIZE, INK, LINE_HEIGHT, round, SOFT_INK, svgText } from './svgText.ts'

/** Fill of bars; on white its contrast is 9:1. */
export const BAR = '#1d4f91'
const BAR_HEIGHT = 14
const ROW_GAP = 8
const GAP = 8
/** Labels and figures leave this for the bars, in pixels. */
const LEAST_BAR = 50
const LABEL_LINES = 3

interface Row {
  readonly label: string
  readonly figure: Figure
  readonly role: DimensionValue['role']
}

interface Group {
  /** The value that the rows are within, where there is one. */
  readonly heading: string | undefined
  readonly rows: readonly Row[]
}

/** Bars that lie, in the order of the table: label at the left, figure with its base at the end of its bar. */
export async function drawBars(sheet: Sheet): Promise<Drawing> {
  const { table, words, limit, language } = sheet
  if (table.observations.length === 0) return drawNothing(sheet)
  const shown = table.observations.slice(0, limit)
  const rest = table.observations.length - shown.length
  const { height, body } = await drawGroups(groupsOf(shown, sheet), sheet)
  return { height, body, notes: rest > 0 ? [words.notDrawn(formatNumber(rest, language), rest === 1)] : [] }
}

/** What stands where there is nothing to draw. */
export function drawNothing({ words }: Sheet): Drawing {
  return { height: LINE_HEIGHT, body: svgText([words.nothing], { x: 0, y: FONT_SIZE }) }
}

function groupsOf(observations: readonly Observation[], sheet: Sheet): readonly Group[] {
  const { outer, table } = sheet
  if (table.dimensions.length < 2)
    return [{ heading: undefined, rows: observations.map(one => rowOf(one, sheet)) }]
  const groups = Map.groupBy(observations, ({ values }) => keyOf(values[outer]!))
  return [...groups.values()].map(group => ({
    heading: nameOf(group[0]!.values[outer]!),
    rows: group.map(one => rowOf(one, sheet, outer)),
  }))
}

function rowOf(observation: Observation, sheet: Sheet, outer?: number): Row {
  const { table, words, language } = sheet
  const population = cleanText(table.populationLabel?.[language] ?? '')
  return {
    label: labelOf(observation, outer) || population || words.population,
    figure: figureTextOf(observation, sheet),
    role: observation.values.find(({ role }) => role)?.role,
  }
}

async function drawGroups(groups: readonly Group[], sheet: Sheet): Promise<{ height: number; body: Html }> {
  const { innerWidth } = sheet
  const rows = groups.flatMap(group => group.rows)
  const widest = (texts: readonly string[], most: number) =>
    Math.min(Math.ceil(Math.max(...texts.map(text => widthOf(text, FONT_SIZE)))) + 2, Math.floor(most))
  const labelWidth = widest(
    rows.map(({ label }) => label),
    innerWidth * 0.4,
  )
  const textWidth = widest(
    rows.map(({ figure }) => figure.text),
    innerWidth - labelWidth - 2 * GAP - LEAST_BAR,
  )
  const { scaleLinear } = await import('d3-scale')
  const values = rows.flatMap(({ figure }) => figure.value ?? [])
  const least = Math.min(0, ...values)
  const most = Math.max(isPart(sheet) ? 100 : 0, ...values)
  const left = labelWidth + GAP
  const scale = scaleLinear([least, least === most ? 1 : most], [left, innerWidth - textWidth - GAP])
  const place = { labelWidth, textWidth, scale, sheet }

  let y = 0
  const body: Html[] = []
  for (const { heading, rows } of groups) {
    if (heading !== undefined) {
      const lines = wrapText(heading, innerWidth / 1.08, FONT_SIZE, LABEL_LINES)
      if (y > 0) y += ROW_GAP
      body.push(html`${svgText(lines, { x: 0, y: y + FONT_SIZE, isBold: true })}\n`)
      y += lines.length * LINE_HEIGHT + 4
    }
    const top = y
    for (const row of rows) {
      const drawn = drawRow(row, y, heading, place)
      body.push(drawn.body)
      y += drawn.height
    }
    const zero = round(scale(0))
    body.push(html`<path d="M${zero} ${round(top)}V${round(y)}" stroke="${SOFT_INK}"/>\n`)
  }
  return { height: y, body: html`${body}` }
}

interface Place {
  readonly labelWidth: number
  readonly textWidth: number
  readonly scale: (value: number) => number
  readonly sheet: Sheet
}

function drawRow(
  { label, figure, role }: Row,
  y: number,
  heading: string | undefined,
  { labelWidth, textWidth, scale, sheet }: Place,
): { height: number; body: Html } {
  const labels = balanceText(label, labelWidth, FONT_SIZE, LABEL_LINES)
  const texts = wrapText(figure.text, textWidth, FONT_SIZE)
  const height = Math.max(labels.length, texts.length) * LINE_HEIGHT + ROW_GAP
  const middle = y + height / 2
  const baseLine = (lines: number) => middle - (lines * LINE_HEIGHT) / 2 + FONT_SIZE - 0.5
  const zero = scale(0)
  const end = figure.value === null ? zero : scale(figure.value)
  const [from, to] = end < zero ? [end, zero] : [zero, end]
  const name = [...(heading === undefined ? [] : [heading]), label].map(isolate).join(' – ')
  return {
    height,
    body: html`<g><title>${sheet.words.of(name, figure.text)}</title>
${svgText(labels, { x: labelWidth, y: baseLine(labels.length), anchor: 'end' })}
${isPart(sheet) ? html`<rect x="${round(zero)}" y="${round(middle - BAR_HEIGHT / 2)}" width="${round(scale(100) - zero)}" height="${BAR_HEIGHT}" fill="none" stroke="${SOFT_INK}"/>\n` : undefined}${
  figure.value === null
    ? undefined
    : html`<rect x="${round(from)}" y="${round(middle - BAR_HEIGHT / 2)}" width="${round(to - from)}" height="${BAR_HEIGHT}"${fillOf(role, sheet.id)}/>\n`
}${svgText(texts, { x: (isPart(sheet) ? scale(100) : to) + GAP - 2, y: baseLine(texts.length), fill: figure.value === null ? SOFT_INK : INK })}
</g>
`,
  }
}

/** A population is drawn within the whole that it is a share of. */
function isPart({ kind, measure }: Sheet): boolean {
  return kind === 'total' && measure === 'share'
}

/** Rows that are no values are set apart by patterns. */
export function fillOf(role: DimensionValue['role'], id: string): Html {
  if (role === undefined) return html` fill="${BAR}"`
  return html` fill="${patternFill(id, role === 'missing' ? 'back' : 'lines')}" stroke="${SOFT_INK}"`
}
