import { type Html, html } from '../../html/html.ts'
import { widthOf } from './chartText.ts'

/** Colours of texts; on white their contrast is 17:1 and 8.9:1 (WCAG 2.2, 1.4.3 asks for 4.5:1). */
export const INK = '#1a1a1a'
export const SOFT_INK = '#4a4a4a'

/** Size of the texts of a chart, in pixels, and how high their lines are. */
export const FONT_SIZE = 12
export const LINE_HEIGHT = 15

/** Where and how a text is set. */
export interface TextPlace {
  readonly x: number
  /** Base line of the first line. */
  readonly y: number
  /** Default: `start`. */
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Pixels. Default: {@link FONT_SIZE}. */
  readonly size?: number
  readonly isBold?: boolean
  /** Default: {@link INK}. */
  readonly fill?: string
}

/** Lines of text as one element. A space is left between them, so that who copies or searches them finds the words. */
export function svgText(
  lines: readonly string[],
  { x, y, anchor = 'start', size = FONT_SIZE, isBold = false, fill = INK }: TextPlace,
): Html {
  // The space that ends a line is a part of it: without this, lines that end at x would end before it.
  const space = { start: 0, middle: 0.5, end: 1 }[anchor] * (widthOf(' ', size) / 1.06)
  const lineHeight = Math.round(size * (LINE_HEIGHT / FONT_SIZE))
  const content =
    lines.length === 1
      ? lines
      : lines.map((line, index) => {
          const isLast = index === lines.length - 1
          return html`<tspan x="${round(isLast ? x : x + space)}" dy="${index === 0 ? 0 : lineHeight}">${line}${isLast ? '' : ' '}</tspan>`
        })
  return html`<text x="${round(x)}" y="${round(y)}"${attribute('text-anchor', anchor, 'start')}${attribute('font-size', size, FONT_SIZE)}${attribute('font-weight', isBold ? 'bold' : 'normal', 'normal')}${attribute('fill', fill, INK)}>${content}</text>`
}

/** Coordinates have a tenth of a pixel. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}

function attribute<Value extends string | number>(name: string, value: Value, byDefault: Value): Html {
  return value === byDefault ? html`` : html` ${name}="${value}"`
}
