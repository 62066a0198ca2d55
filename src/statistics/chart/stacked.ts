import { type Html, html } from '../../html/html.ts'
import type { Observation } from '../statistic.ts'
import { formatNumber, formatShareOf } from '../words/numbers.ts'
import { drawNothing } from './bars.ts'
import { balanceText, isolate, widthOf, wrapText } from './chartText.ts'
import { figureTextOf } from './figureText.ts'
import type { Drawing } from './frame.ts'
import { drawLegend, type LegendEntry } from './legend.ts'
import { type Fill, type Series, seriesOf } from './series.ts'
import { keyOf, nameOf, type Sheet } from './sheet.ts'
import { FONT_SIZE, LINE_HEIGHT, round, SOFT_INK, svgText } from './svgText.ts'

const BAR_HEIGHT = 20
const ROW_GAP = 8
const GAP = 8
const SMALL = 11
const LABEL_LINES = 3

interface Segment extends Fill {
  readonly share: number
  readonly text: string
  readonly title: string
}

/** A bar of 100 % per value of the dimension that bases are of, in the order of the table; its segments are the shares. */
export async function drawStacked(sheet: Sheet): Promise<Drawing> {
  const { table, outer, words, limit, language, innerWidth } = sheet
  if (table.observations.length === 0) return drawNothing(sheet)
  const groups = [...Map.groupBy(table.observations, ({ values }) => keyOf(values[outer]!)).values()]
  const shown = groups.slice(0, limit)
  const series = seriesOf(table.observations, sheet)
  const bars = shown.map(group => ({
    label: nameOf(group[0]!.values[outer]!),
    segments: segmentsOf(group, series, sheet),
    base: baseOf(group, sheet),
    beside: besideOf(group, series, sheet),
    secret: group.some(({ isSuppressed }) => isSuppressed) ? words.suppressed : '',
  }))

  const widest = (texts: readonly string[]) => Math.max(...texts.map(text => widthOf(text, FONT_SIZE))) + 2
  const labelWidth = Math.min(widest(bars.map(({ label }) => label)), innerWidth * 0.35)
  const baseWidth = Math.min(widest(bars.map(({ base }) => base)), innerWidth * 0.25)
  const left = labelWidth + GAP
  const { scaleLinear } = await import('d3-scale')
  const totals = bars.map(({ segments }) => segments.reduce((sum, { share }) => sum + share, 0))
  const scale = scaleLinear([0, Math.max(100, ...totals)], [left, innerWidth - baseWidth - GAP])

  const entries: LegendEntry[] = series.map(({ label, fill }) => ({ label, fill }))
  if (bars.some(({ secret }) => secret)) entries.push({ label: words.suppressed, fill: '#fff' })
  const legend = drawLegend(entries, innerWidth)
  let y = legend.height + 8
  const body: Html[] = []
  for (const { label, segments, base, beside, secret } of bars) {
    const labels = balanceText(label, labelWidth, FONT_SIZE, LABEL_LINES)
    const bases = wrapText(base, baseWidth, FONT_SIZE)
    const textHeight = Math.max(labels.length, bases.length) * LINE_HEIGHT
    const height = Math.max(BAR_HEIGHT, textHeight) + ROW_GAP
    const middle = y + height / 2
    const baseLine = (lines: number) => middle - (lines * LINE_HEIGHT) / 2 + FONT_SIZE - 0.5
    const baseText = svgText(bases, { x: innerWidth - baseWidth, y: baseLine(bases.length), fill: SOFT_INK })
    body.push(html`<g>
${svgText(labels, { x: labelWidth, y: baseLine(labels.length), anchor: 'end' })}
${drawSegments(segments, middle, scale)}${drawRest(segments, middle, scale, secret)}${beside === '' ? baseText : html`<g><title>${beside}</title>${baseText}</g>`}
</g>
`)
    y += height
  }
  const rest = groups.slice(limit).reduce((sum, group) => sum + group.length, 0)
  return {
    height: y,
    body: html`${legend.body}${body}`,
    notes: rest > 0 ? [words.notDrawn(formatNumber(rest, language), rest === 1)] : [],
  }
}

function drawSegments(
  segments: readonly Segment[],
  middle: number,
  scale: (share: number) => number,
): readonly Html[] {
  let passed = 0
  return segments.map(({ share, text, title, fill, ink, isPattern }) => {
    const [from, to] = [scale(passed), scale(passed + share)]
    passed += share
    const textWidth = widthOf(text, SMALL)
    const center = (from + to) / 2
    const isWritten = to - from >= textWidth + 6
    if (share === 0) return html`<g><title>${title}</title></g>\n`
    return html`<g><title>${title}</title><rect x="${round(from)}" y="${round(middle - BAR_HEIGHT / 2)}" width="${round(to - from)}" height="${BAR_HEIGHT}" fill="${fill}" stroke="#fff"/>${
      isWritten && isPattern
        ? html`<rect x="${round(center - textWidth / 2 - 2)}" y="${round(middle - 7)}" width="${round(textWidth + 4)}" height="14" fill="#fff"/>`
        : undefined
    }${isWritten ? svgText([text], { x: center, y: middle + 4, anchor: 'middle', size: SMALL, fill: ink }) : undefined}</g>\n`
  })
}

/** What is left of 100 %: what is kept back, or not told. */
function drawRest(
  segments: readonly Segment[],
  middle: number,
  scale: (share: number) => number,
  text: string,
): Html | undefined {
  const known = segments.reduce((sum, { share }) => sum + share, 0)
  if (known > 99.9) return undefined
  const [from, to] = [scale(known), scale(100)]
  const isWritten = to - from >= widthOf(text, SMALL) + 6
  return html`<rect x="${round(from)}" y="${round(middle - BAR_HEIGHT / 2 + 0.5)}" width="${round(to - from)}" height="${BAR_HEIGHT - 1}" fill="#fff" stroke="${SOFT_INK}" stroke-dasharray="3 2"/>${
    isWritten && text
      ? svgText([text], { x: (from + to) / 2, y: middle + 4, anchor: 'middle', size: SMALL, fill: SOFT_INK })
      : undefined
  }\n`
}

/** The segments of a bar, in the order of the series. */
function segmentsOf(
  group: readonly Observation[],
  series: readonly Series[],
  sheet: Sheet,
): readonly Segment[] {
  const { inner, words } = sheet
  const byKey = new Map(group.map(observation => [keyOf(observation.values[inner]!), observation]))
  return series.flatMap(({ keys, fill, ink, isPattern }): Segment[] => {
    const members = [...keys].flatMap(name => byKey.get(name) ?? [])
    if (members.length === 0) return []
    const share = members.reduce((sum, one) => sum + knownShare(one), 0)
    const title = words.list(members.map(one => tell(one, sheet)))
    return [{ share, text: shareText(members, share, sheet), title, fill, ink, isPattern }]
  })
}

/** What has no segment in any bar: those who did not answer, where shares are of those who did. */
function besideOf(group: readonly Observation[], series: readonly Series[], sheet: Sheet): string {
  const isDrawn = ({ values }: Observation) =>
    series.some(({ keys }) => keys.has(keyOf(values[sheet.inner]!)))
  return sheet.words.list(group.filter(one => !isDrawn(one)).map(one => tell(one, sheet)))
}

function tell(observation: Observation, sheet: Sheet): string {
  const { inner, outer, words } = sheet
  const name = [outer, inner].map(place => isolate(nameOf(observation.values[place]!))).join(' – ')
  return words.of(name, figureTextOf(observation, sheet).text)
}

/** What an observation has of its bar; nothing where it is kept back, not known, or of nobody. */
function knownShare({ share, base, isSuppressed }: Observation): number {
  return isSuppressed || base === 0 ? 0 : (share ?? 0)
}

/** The share of values together, from their counts where these are known. */
function shareText(
  members: readonly Observation[],
  share: number,
  { table, language, words }: Sheet,
): string {
  const known = members.filter(one => knownShare(one) > 0)
  const [first] = known
  if (!first) return ''
  const hasCounts = known.every(({ n, base }) => n !== null && base !== null && base === first.base)
  const n = hasCounts ? known.reduce((sum, { n }) => sum + n!, 0) : null
  const text = formatShareOf({ n, base: first.base, share }, language, table.rounding)!
  return known.some(({ isApproximate }) => isApproximate) ? words.about(text) : text
}

function baseOf(group: readonly Observation[], { words, language }: Sheet): string {
  const known = group.find(({ base }) => base !== null)
  return known ? words.panelBase(formatNumber(known.base!, language)) : ''
}
