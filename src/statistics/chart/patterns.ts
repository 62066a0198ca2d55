import { type Html, html } from '../../html/html.ts'
import { SOFT_INK } from './svgText.ts'

/** Fills that are told apart without colour. */
const PATTERNS = {
  hatch: html`<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="${SOFT_INK}" stroke-width="2"/>`,
  back: html`<path d="M-2 6 2 10M0 0 8 8M6-2 10 2" stroke="${SOFT_INK}" stroke-width="1"/>`,
  dots: html`<circle cx="2" cy="2" r="1.3" fill="${SOFT_INK}"/><circle cx="6" cy="6" r="1.3" fill="${SOFT_INK}"/>`,
  cross: html`<path d="M0 8 8 0M0 0 8 8" stroke="${SOFT_INK}" stroke-width="1"/>`,
  lines: html`<path d="M2 0V8M6 0V8" stroke="${SOFT_INK}" stroke-width="1.4"/>`,
} as const

export type PatternName = keyof typeof PATTERNS

/** The fill that refers to a pattern of the chart. */
export function patternFill(id: string, name: PatternName): string {
  return `url(#${id}-${name})`
}

/** Those patterns that a drawing refers to. */
export function definePatterns(id: string, drawing: Html): Html {
  const text = drawing.toString()
  const used = Object.entries(PATTERNS).filter(([name]) =>
    text.includes(patternFill(id, name as PatternName)),
  )
  if (used.length === 0) return html``
  return html`<defs>${used.map(
    ([name, content]) =>
      html`<pattern id="${id}-${name}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/>${content}</pattern>`,
  )}</defs>
`
}
