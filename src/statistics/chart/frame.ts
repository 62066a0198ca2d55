import { type Html, html } from '../../html/html.ts'
import { drawingNotes, ownNotes, readingNotes } from './chartNotes.ts'
import { cleanText, wrapText } from './chartText.ts'
import { describeSheet } from './describeChart.ts'
import { definePatterns } from './patterns.ts'
import { MARGIN, type Sheet } from './sheet.ts'
import { FONT_SIZE, LINE_HEIGHT, SOFT_INK, svgText } from './svgText.ts'

/** What is drawn below the title of a chart, from y = 0 and x = 0 on. */
export interface Drawing {
  readonly height: number
  readonly body: Html
  /** What has to be said of it, a sentence each. */
  readonly notes?: readonly string[]
}

/** Widths are known of these: Arial and what is made to take its place. */
const FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif"
const TITLE_SIZE = 16
const TITLE_LINE = 20

/**
 * A drawing as a document of its own: named and described for those who do not see it (SVG 2, §5.8; WAI-ARIA Graphics
 * Module), with its title, what its shares are of, and its notes in it.
 */
export function frame(sheet: Sheet, { height: drawn, body, notes = [] }: Drawing): string {
  const { table, language, width, innerWidth, id, isTitled, isAnnotated } = sheet
  const title = cleanText(table.title[language]) || cleanText(table.id) || '–'
  // Bold letters are wider.
  const titleLines = isTitled ? wrapText(title, innerWidth / 1.08, TITLE_SIZE, 6) : []
  const linesOf = (sentences: readonly string[]) =>
    sentences.length === 0 ? [] : wrapText(sentences.join(' '), innerWidth, FONT_SIZE)
  const baseLines = linesOf(isAnnotated ? readingNotes(sheet) : drawingNotes(sheet))
  const noteLines = linesOf([...notes, ...(isAnnotated ? ownNotes(sheet) : [])])

  const baseTop = MARGIN + titleLines.length * TITLE_LINE
  const bodyTop =
    baseTop + baseLines.length * LINE_HEIGHT + (titleLines.length + baseLines.length > 0 ? 10 : 0)
  const notesTop = bodyTop + Math.ceil(drawn) + (noteLines.length > 0 ? 10 : 0)
  const height = notesTop + noteLines.length * LINE_HEIGHT + MARGIN

  return html`<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" xml:lang="${language}" role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="max-width:100%;height:auto" font-family="${FONTS}" font-size="${FONT_SIZE}">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${describeSheet(sheet)}</desc>
${definePatterns(id, body)}<rect width="${width}" height="${height}" fill="#fff"/>
${titleLines.length > 0 ? html`${svgText(titleLines, { x: MARGIN, y: MARGIN + TITLE_SIZE - 3, size: TITLE_SIZE, isBold: true })}\n` : undefined}${
  baseLines.length > 0
    ? html`${svgText(baseLines, { x: MARGIN, y: baseTop + FONT_SIZE, fill: SOFT_INK })}\n`
    : undefined
}<g transform="translate(${MARGIN} ${bodyTop})">
${body}</g>
${noteLines.length > 0 ? html`${svgText(noteLines, { x: MARGIN, y: notesTop + FONT_SIZE, fill: SOFT_INK })}\n` : undefined}</svg>
`.toString()
}
