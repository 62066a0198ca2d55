import { StatisticsError } from '../../errors.ts'
import { type Html, html } from '../../html/html.ts'
import { describeMeasure } from '../exchange/measures.ts'
import type { Observation } from '../statistic.ts'
import { formatNumber } from '../words/numbers.ts'
import { cleanText, isolate, widthOf } from './chartText.ts'
import { type Figure, figureTextOf } from './figureText.ts'
import type { Drawing } from './frame.ts'
import { drawLegend, type LegendEntry } from './legend.ts'
import { readOutlines } from './outlines.ts'
import { patternFill } from './patterns.ts'
import { type PlacedOutline, placeOutlines } from './placeOutlines.ts'
import { nameOf, type Sheet } from './sheet.ts'
import { INK, svgText } from './svgText.ts'

/** Shades from little to much, each darker than the last, and what is read on them with a contrast of 4.5:1. */
const SHADES = [
  { fill: '#dfe9f5', ink: INK },
  { fill: '#a9c5e3', ink: INK },
  { fill: '#6b9bcb', ink: INK },
  { fill: '#2f6aa8', ink: '#fff' },
  { fill: '#0d3a6e', ink: '#fff' },
] as const
type Shade = (typeof SHADES)[number]

const SMALL = 11
/** From the map to its legend, with the heading of this. */
const LEGEND_TOP = 34
/** Borders; they are seen on the darkest shade and on the lightest one (contrasts of 3.3:1 and 2.8:1). */
const BORDER = '#8a8a8a'

interface Cell {
  readonly label: string
  readonly figure: Figure
  readonly isSuppressed: boolean
}

/**
 * A choropleth: territories in at most five shades, each for as many territories as the others (quantiles; equal figures
 * share a shade). Those without a figure are hatched, and what is not on the map is told below it.
 */
export async function drawMap(sheet: Sheet): Promise<Drawing> {
  const { table, geometry, innerWidth, words, id } = sheet
  if (!geometry) {
    throw new StatisticsError(
      `the table "${table.id}" has no geometry to be a map of; give one, or ask for "bars"`,
    )
  }
  const d3 = await import('d3-geo')
  const outlines = readOutlines(geometry, d3.geoArea)
  const cells = cellsByCode(table.observations, sheet)
  const drawn = new Set(
    outlines.flatMap(({ code }) => (code === undefined || !cells.has(code) ? [] : [code])),
  )
  if (cells.size > 0 && drawn.size === 0)
    throw withoutCodes(
      sheet,
      outlines.map(({ code }) => code),
      cells,
    )

  const map = placeOutlines(d3, outlines, innerWidth, Math.round(innerWidth * 0.9))
  const classify = await classifierOf([...drawn].map(code => cells.get(code)!))
  const fillOf = (cell: Cell | undefined): { fill: string; ink: string } => {
    if (!cell) return { fill: patternFill(id, 'back'), ink: INK }
    if (cell.figure.value === null) return { fill: patternFill(id, 'dots'), ink: INK }
    return classify(cell.figure.value)
  }
  const territories = map.outlines.map(outline => {
    const cell = outline.code === undefined ? undefined : cells.get(outline.code)
    const name = cell?.label ?? (cleanText(outline.code ?? '') || '–')
    const title = words.of(isolate(name), cell?.figure.text ?? words.absent)
    return html`<path d="${outline.path}" fill="${fillOf(cell).fill}"><title>${title}</title></path>\n`
  })
  const frames = map.frames.map(
    ({ x, y, size }) =>
      html`<rect x="${x + 0.5}" y="${y + 0.5}" width="${size - 1}" height="${size - 1}" fill="none"/>\n`,
  )
  const figures = writeFigures(map.outlines, cells, cell => fillOf(cell).ink)
  const heading = words.legend(describeMeasure(sheet.measure).label[sheet.language])
  const legend = drawLegend(legendOf(cells, drawn, outlines, classify, sheet), innerWidth)
  const away = awayFrom(drawn, sheet)
  return {
    height: map.height + LEGEND_TOP + legend.height,
    body: html`<g stroke="${BORDER}" stroke-width="0.8" stroke-linejoin="round">\n${frames}${territories}</g>\n${figures}${svgText([heading], { x: 0, y: map.height + LEGEND_TOP - 9 })}
<g transform="translate(0 ${map.height + LEGEND_TOP})">${legend.body}</g>\n`,
    notes: away.length > 0 ? [words.notOnMap(words.list(away))] : [],
  }
}

/** The cells of values; what is no value is nowhere on a map. */
function cellsByCode(observations: readonly Observation[], sheet: Sheet): ReadonlyMap<string, Cell> {
  return new Map(
    observations
      .filter(({ values }) => values[0]!.role === undefined)
      .map(one => [
        one.values[0]!.code,
        {
          label: nameOf(one.values[0]!),
          figure: figureTextOf(one, sheet),
          isSuppressed: one.isSuppressed ?? false,
        },
      ]),
  )
}

/** The shade of a figure among those that are drawn. */
async function classifierOf(cells: readonly Cell[]): Promise<(value: number) => Shade> {
  const values = cells.flatMap(({ figure }) => figure.value ?? [])
  const distinct = new Set(values).size
  const { scaleQuantile } = await import('d3-scale')
  const shades = distinct < SHADES.length ? shadesFor(distinct) : SHADES
  // Of few figures each has a shade of its own.
  const domain = distinct < SHADES.length ? [...new Set(values)] : values
  return scaleQuantile<Shade>().domain(domain).range(shades)
}

/** So many shades, from the lightest to the darkest. */
function shadesFor(count: number): readonly Shade[] {
  if (count <= 1) return [SHADES[2]]
  return Array.from({ length: count }, (_, index) => SHADES[Math.round((index * 4) / (count - 1))]!)
}

function legendOf(
  cells: ReadonlyMap<string, Cell>,
  drawn: ReadonlySet<string>,
  outlines: readonly { readonly code: string | undefined }[],
  classify: (value: number) => Shade,
  { words, language, id }: Sheet,
): readonly LegendEntry[] {
  const shown = [...drawn].map(code => cells.get(code)!)
  const known = shown.filter(({ figure }) => figure.value !== null)
  known.sort((a, b) => a.figure.value! - b.figure.value!)
  const classes = Map.groupBy(known, ({ figure }) => classify(figure.value!).fill)
  const number = (count: number) => formatNumber(count, language)
  const unknown = Map.groupBy(
    shown.filter(({ figure }) => figure.value === null),
    ({ isSuppressed }) => (isSuppressed ? words.suppressed : words.noFigure),
  )
  const absent = outlines.filter(({ code }) => code === undefined || !cells.has(code)).length
  return [
    ...[...classes].map(([fill, members]) => ({
      fill,
      label: words.classOf(members[0]!.figure.short, members.at(-1)!.figure.short, number(members.length)),
    })),
    ...[...unknown].map(([label, members]) => ({
      fill: patternFill(id, 'dots'),
      label: `${label} (${number(members.length)})`,
    })),
    ...(absent > 0 ? [{ fill: patternFill(id, 'back'), label: `${words.absent} (${number(absent)})` }] : []),
  ]
}

/** The figures of those territories that have room for them, none over another. */
function writeFigures(
  outlines: readonly PlacedOutline[],
  cells: ReadonlyMap<string, Cell>,
  inkOf: (cell: Cell) => string,
): readonly Html[] {
  return outlines.flatMap(({ code, holds, center: [x, y] }) => {
    const cell = code === undefined ? undefined : cells.get(code)
    if (!cell || cell.figure.value === null) return []
    if (!holds(widthOf(cell.figure.short, SMALL), SMALL)) return []
    return [
      html`${svgText([cell.figure.short], { x, y: y + 4, anchor: 'middle', size: SMALL, fill: inkOf(cell) })}\n`,
    ]
  })
}

/** What the table has and the map has not: those who did not answer, and territories without an outline. */
function awayFrom(drawn: ReadonlySet<string>, sheet: Sheet): readonly string[] {
  const { table, words } = sheet
  return table.observations
    .filter(({ values: [value] }) => value!.role !== undefined || !drawn.has(value!.code))
    .map(one => words.of(isolate(nameOf(one.values[0]!)), figureTextOf(one, sheet).text))
}

function withoutCodes(
  { table, geometry }: Sheet,
  codes: readonly (string | undefined)[],
  cells: ReadonlyMap<string, Cell>,
): StatisticsError {
  const examples = (some: Iterable<string>) =>
    [...some]
      .slice(0, 3)
      .map(code => JSON.stringify(code.slice(0, 40)))
      .join(', ') || 'none'
  return new StatisticsError(
    `no feature has one of the codes of the table "${table.id}" (${examples(cells.keys())}) as its "${geometry!.code}"; ` +
      `there are ${examples(codes.filter(code => code !== undefined))}`,
  )
}
