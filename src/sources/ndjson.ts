import { SourceError } from '../errors.ts'
import type { JsonElement } from './jsonElements.ts'
import { LONGEST_RECORD } from './limits.ts'

/** A line of a text. */
export interface TextLine extends JsonElement {
  /** LF, or nothing at the end of the text. */
  readonly lineEnd: string
}

/**
 * The lines of a text that comes in pieces. As each line of NDJSON (JSON Lines) is a record, only LF ends lines: CR is
 * white space to JSON.
 *
 * @throws {SourceError} on a line that is longer than any record
 */
export async function* readLines(texts: AsyncIterable<string>, file: string): AsyncGenerator<TextLine> {
  let line = 1
  let begun: string[] = []
  let begunLength = 0
  for await (const piece of texts) {
    let from = 0
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      const text = piece.slice(from, end)
      yield { text: begun.length > 0 ? begun.join('') + text : text, line, lineEnd: '\n' }
      begun = []
      begunLength = 0
      from = end + 1
      line += 1
    }
    if (from < piece.length) begun.push(piece.slice(from))
    begunLength += piece.length - from
    if (begunLength > LONGEST_RECORD) {
      throw new SourceError('a line is longer than 64 million characters; is this NDJSON?', {
        location: { file, line },
      })
    }
  }
  if (begun.length > 0) yield { text: begun.join(''), line, lineEnd: '' }
}

/** Whether a line holds no record. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}

/**
 * Whether a text is NDJSON, and not one JSON value: its first line is a whole object, and others follow.
 *
 * @param sample the beginning of the text
 */
export function looksLikeNdjson(sample: string): boolean {
  const [first = '', ...others] = sample.split('\n').filter(line => !isBlank(line))
  if (!first.trimStart().startsWith('{') || !others[0]?.trimStart().startsWith('{')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}
