import { type Html, html } from '../../html/html.ts'
import { widthOf, wrapText } from './chartText.ts'
import { FONT_SIZE, LINE_HEIGHT, round, SOFT_INK, svgText } from './svgText.ts'

/** What a fill means. */
export interface LegendEntry {
  readonly fill: string
  readonly label: string
}

const SWATCH = 14
const GAP = 6
const BETWEEN = 18
const LABEL_LINES = 3

/** Swatches and their meanings, one after the other, in as many lines as they need. */
export function drawLegend(entries: readonly LegendEntry[], width: number): { height: number; body: Html } {
  let [x, y, lineHeight] = [0, 0, 0]
  const body = entries.map(({ fill, label }) => {
    const lines = wrapText(label, width - SWATCH - GAP, FONT_SIZE, LABEL_LINES)
    const entryWidth = SWATCH + GAP + Math.max(...lines.map(line => widthOf(line, FONT_SIZE)))
    if (x > 0 && x + entryWidth > width) {
      x = 0
      y += lineHeight
      lineHeight = 0
    }
    const drawn = html`<rect x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="${SWATCH - 1}" height="${SWATCH - 1}" fill="${fill}" stroke="${SOFT_INK}"/>${svgText(lines, { x: x + SWATCH + GAP, y: y + FONT_SIZE - 1 })}\n`
    x += entryWidth + BETWEEN
    lineHeight = Math.max(lineHeight, lines.length * LINE_HEIGHT + 4)
    return drawn
  })
  return { height: y + lineHeight, body: html`<g>\n${body}</g>\n` }
}
