import { type Html, html } from '../../html/html.ts'
import type { DimensionValue, Observation } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { drawNothing, fillOf } from './bars.ts'
import { balanceText, isolate, widthOf, wrapText } from './chartText.ts'
import { type Figure, figureTextOf } from './figureText.ts'
import type { Drawing } from './frame.ts'
import { keyOf, nameOf, type Sheet } from './sheet.ts'
import { FONT_SIZE, INK, LINE_HEIGHT, round, SOFT_INK, svgText } from './svgText.ts'

const BAR_HEIGHT = 12
const ROW_GAP = 5
const GAP = 8
const SMALL = 11
const LABEL_LINES = 2
const HEADING_LINES = 4
const LEAST_PANEL = 115
const MOST_PANELS = 4

interface Panel {
  readonly heading: string
  readonly base: string
  /** By the key of their inner value. */
  readonly observations: ReadonlyMap<string, Observation>
}

interface Line {
  readonly key: string
  readonly value: DimensionValue
  readonly labels: readonly string[]
  /** From the top of the first line. */
  readonly y: number
  readonly height: number
}

/**
 * A panel per value of the dimension that bases are of, all on one scale and with the same lines, so that each line is
 * read across. A value that the table does not have in a panel leaves its line empty.
 */
export async function drawMultiples(sheet: Sheet): Promise<Drawing> {
  const { table, words, limit, language, innerWidth, inner } = sheet
  if (table.observations.length === 0) return drawNothing(sheet)
  const panels = panelsOf(sheet)
  const values = new Map(table.observations.map(({ values }) => [keyOf(values[inner]!), values[inner]!]))
  const names = [...values].sort(
    ([, a], [, b]) => Number(a.role !== undefined) - Number(b.role !== undefined),
  )
  const shownNames = names.slice(0, limit)
  const shownPanels = panels.slice(0, limit)
  const labelWidth = Math.min(
    Math.max(...shownNames.map(([, value]) => widthOf(nameOf(value), FONT_SIZE))) + 2,
    innerWidth * 0.3,
  )
  const lines = linesOf(shownNames, labelWidth)
  const left = labelWidth + GAP
  const fitting = Math.min(MOST_PANELS, shownPanels.length, Math.floor((innerWidth - left) / LEAST_PANEL))
  const columns = Math.max(1, fitting)
  const panelWidth = (innerWidth - left) / columns

  const kept = new Set(shownNames.map(([name]) => name))
  const figures = shownPanels.flatMap(({ observations }) =>
    [...observations].flatMap(([name, one]) => (kept.has(name) ? [figureTextOf(one, sheet)] : [])),
  )
  const textWidth = Math.min(
    Math.max(...figures.map(({ short }) => widthOf(short, SMALL))) + GAP,
    panelWidth * 0.65,
  )
  const { scaleLinear } = await import('d3-scale')
  const numbers = figures.flatMap(({ value }) => value ?? [])
  const least = Math.min(0, ...numbers)
  const most = Math.max(0, ...numbers)
  const scale = scaleLinear([least, least === most ? 1 : most], [0, panelWidth - textWidth - GAP])

  let y = 0
  const body: Html[] = []
  for (let first = 0; first < shownPanels.length; first += columns) {
    const band = shownPanels.slice(first, first + columns)
    const headings = band.map(({ heading }) =>
      wrapText(heading, (panelWidth - GAP) / 1.08, FONT_SIZE, HEADING_LINES),
    )
    const headingHeight = (Math.max(...headings.map(({ length }) => length)) + 1) * LINE_HEIGHT + 4
    const top = y + headingHeight
    body.push(
      html`<g>\n${lines.map(line =>
        svgText(line.labels, { x: labelWidth, y: baseLine(top, line, line.labels.length), anchor: 'end' }),
      )}\n`,
    )
    for (const [column, panel] of band.entries()) {
      const x = left + column * panelWidth
      const heading = headings[column]!
      const headingTop = top - 4 - (heading.length + 1) * LINE_HEIGHT
      body.push(html`<g>
${svgText(heading, { x, y: headingTop + FONT_SIZE, isBold: true })}
${svgText([panel.base], { x, y: top - 4 - LINE_HEIGHT + FONT_SIZE, size: SMALL, fill: SOFT_INK })}
${lines.map(line => drawLine(line, panel, { x, top, scale, sheet, room: panelWidth }))}${axis(x + scale(0), top, lines)}</g>
`)
    }
    body.push(html`</g>\n`)
    y = top + heightOf(lines) + 18
  }
  const drawn = shownPanels.reduce(
    (sum, { observations }) => sum + [...observations.keys()].filter(name => kept.has(name)).length,
    0,
  )
  const rest = table.observations.length - drawn
  return {
    height: y - 18,
    body: html`${body}`,
    notes: rest > 0 ? [words.notDrawn(formatNumber(rest, language), rest === 1)] : [],
  }
}

function panelsOf({ table, outer, inner, words, language }: Sheet): readonly Panel[] {
  const groups = Map.groupBy(table.observations, ({ values }) => keyOf(values[outer]!))
  return [...groups.values()].map(group => {
    const known = group.find(({ base }) => base !== null)
    return {
      heading: nameOf(group[0]!.values[outer]!),
      base: known ? words.panelBase(formatNumber(known.base!, language)) : '',
      observations: new Map(group.map(one => [keyOf(one.values[inner]!), one])),
    }
  })
}

function linesOf(names: readonly (readonly [string, DimensionValue])[], labelWidth: number): readonly Line[] {
  let y = 0
  return names.map(([key, value]) => {
    const labels = balanceText(nameOf(value), labelWidth, FONT_SIZE, LABEL_LINES)
    const line = { key, value, labels, y, height: labels.length * LINE_HEIGHT + ROW_GAP }
    y += line.height
    return line
  })
}

function heightOf(lines: readonly Line[]): number {
  const last = lines.at(-1)
  return last ? last.y + last.height : 0
}

function baseLine(top: number, { y, height }: Line, count: number): number {
  return top + y + height / 2 - (count * LINE_HEIGHT) / 2 + FONT_SIZE - 0.5
}

interface Place {
  readonly x: number
  readonly top: number
  readonly scale: (value: number) => number
  readonly sheet: Sheet
  /** Width of the panel. */
  readonly room: number
}

function drawLine(line: Line, panel: Panel, { x, top, scale, sheet, room }: Place): Html {
  const observation = panel.observations.get(line.key)
  if (!observation) return html``
  const figure: Figure = figureTextOf(observation, sheet)
  const middle = top + line.y + line.height / 2
  const zero = scale(0)
  const end = figure.value === null ? zero : scale(figure.value)
  const [from, to] = end < zero ? [end, zero] : [zero, end]
  const name = `${isolate(panel.heading)} – ${isolate(nameOf(line.value))}`
  const [short] = wrapText(figure.short, room - to - GAP, SMALL, 1)
  return html`<g><title>${sheet.words.of(name, figure.text)}</title>${
    figure.value === null
      ? undefined
      : html`<rect x="${round(x + from)}" y="${round(middle - BAR_HEIGHT / 2)}" width="${round(to - from)}" height="${BAR_HEIGHT}"${fillOf(line.value.role, sheet.id)}/>`
  }${svgText([short!], { x: x + to + 4, y: middle + 4, size: SMALL, fill: figure.value === null ? SOFT_INK : INK })}</g>\n`
}

function axis(x: number, top: number, lines: readonly Line[]): Html {
  return html`<path d="M${round(x)} ${round(top)}V${round(top + heightOf(lines))}" stroke="${SOFT_INK}"/>\n`
}
