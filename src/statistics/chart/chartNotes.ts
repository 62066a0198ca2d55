import { describeMeasure } from '../exchange/measures.ts'
import { toTableNote } from '../words/note.ts'
import { toSentence } from '../words/sentence.ts'
import { cleanText } from './chartText.ts'
import type { Sheet } from './sheet.ts'

/** What has to be known to read a chart rightly, a sentence or several each: what shares are of, and what is drawn. */
export function readingNotes(sheet: Sheet): readonly string[] {
  const { table, language, wording, descriptions } = sheet
  const options = { language, dimensions: descriptions, ...(wording && { wording }) }
  const [total] = table.observations
  const isTotal = table.dimensions.length === 0 && total !== undefined
  const note = isTotal
    ? `${toSentence(table, total, options)}.`
    : toTableNote({ ...table, notes: [] }, options)
  return [cleanText(note), ...drawingNotes(sheet)].filter(one => one !== '')
}

/** What is drawn, where that is not the share, rounded. */
export function drawingNotes({ table, words, language, measure }: Sheet): readonly string[] {
  const isTruncated = measure === 'share' && table.rounding?.mode === 'truncate'
  return [
    ...(measure === 'share' ? [] : [words.isMeasure(describeMeasure(measure).label[language])]),
    ...(isTruncated ? [words.truncated] : []),
  ].map(cleanText)
}

/** What the table has to say of itself: where it comes from, how it is to be taken. */
export function ownNotes({ table, language }: Sheet): readonly string[] {
  return (table.notes ?? []).map(note => cleanText(note[language])).filter(note => note !== '')
}
