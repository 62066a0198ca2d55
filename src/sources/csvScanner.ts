import { SourceError } from '../errors.ts'
import { MOST_COLUMNS } from './limits.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const TAB = 0x09
const SPACE = 0x20

/** The text ends before it is clear. */
const INCOMPLETE = -1
/** The quote at the beginning of the cell opens nothing. */
const UNQUOTED = -2

const MOST_RECORDS = 512

/** A record of a CSV text, and where in the text it stands. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** On which it begins, from 1. */
  readonly line: number
  /** Where the record begins in the scanned text… */
  readonly start: number
  /** …and where it ends, its line end not included. */
  readonly end: number
}

/**
 * Cuts CSV (RFC 4180) into records, with any delimiter of one character. CR LF, LF and CR end lines, mixed too. Lines
 * without anything are skipped. It takes the time of a few looks at each character, whatever the text.
 *
 * Quotes count only at the beginning of a cell. Where a quoted cell holds quotes that are not doubled, it ends with the
 * last of the line that a delimiter or line end follows. Where there is none, or another quoted cell begins before it,
 * the cell was not quoted: all of it is its text, the quotes too.
 */
export class CsvScanner {
  readonly #delimiter: number
  readonly #file: string
  #line = 1
  /** Line ends within the record that is being read. */
  #inner = 0
  /** End of the line that was looked at last. */
  #lineEnd = -1

  /**
   * @param delimiter one UTF-16 unit
   * @param file as errors name it
   */
  constructor(delimiter: string, file: string) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#file = file
  }

  /** The line that the scanner has come to: where it stopped in a quoted cell, the one on which that begins. */
  get line(): number {
    return this.#line + this.#inner
  }

  /**
   * Reads the records of a text, at most some hundreds.
   *
   * @param final whether this is the end of the text; else the last record is left for when there is more
   * @returns the records and the position up to which the text has been read
   * @throws {SourceError} on a quoted cell that never ends, and on a record with too many cells
   */
  scan(text: string, from: number, final: boolean): { records: CsvRecord[]; end: number } {
    const records: CsvRecord[] = []
    this.#lineEnd = -1
    let position = from
    while (records.length < MOST_RECORDS) {
      const start = this.#skipLineEnds(text, position, final)
      position = start
      if (start === text.length) break
      const cells: string[] = []
      this.#inner = 0
      const end = this.#readRecord(text, start, final, cells)
      if (end === INCOMPLETE) break
      records.push({ cells, line: this.#line, start, end })
      this.#line += this.#inner
      this.#inner = 0
      position = this.#skipLineEnd(text, end)
    }
    return { records, end: position }
  }

  #skipLineEnds(text: string, from: number, final: boolean): number {
    let position = from
    for (;;) {
      const code = text.charCodeAt(position)
      // The LF of a CR LF may be still to come.
      if (code === CR && position + 1 === text.length && !final) return position
      if (code !== LF && code !== CR) return position
      position = this.#skipLineEnd(text, position)
    }
  }

  #skipLineEnd(text: string, position: number): number {
    if (position === text.length) return position
    this.#line += 1
    return text.charCodeAt(position) === CR && text.charCodeAt(position + 1) === LF
      ? position + 2
      : position + 1
  }

  /** @returns where the record ends, or INCOMPLETE */
  #readRecord(text: string, from: number, final: boolean, cells: string[]): number {
    const { length } = text
    const delimiter = this.#delimiter
    let start = from
    for (;;) {
      let index = start
      let code = text.charCodeAt(index)
      let close = UNQUOTED
      if (code === QUOTE) {
        close = this.#closingQuote(text, start, final)
        if (close === INCOMPLETE) return INCOMPLETE
      }
      if (close >= 0) {
        const cell = text.slice(start + 1, close)
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell)
        this.#inner += countLineEnds(cell)
        index = this.#skipSpaces(text, close + 1)
        code = text.charCodeAt(index)
      } else {
        while (index < length && code !== delimiter && code !== LF && code !== CR) {
          index += 1
          code = text.charCodeAt(index)
        }
        if (index === length && !final) return INCOMPLETE
        cells.push(text.slice(start, index))
      }
      if (index === length) return index
      if (code !== delimiter) return code === CR && index + 1 === length && !final ? INCOMPLETE : index
      if (cells.length === MOST_COLUMNS) throw this.#tooManyCells()
      start = index + 1
    }
  }

  /** @returns the position of the quote that closes the cell; INCOMPLETE or UNQUOTED */
  #closingQuote(text: string, start: number, final: boolean): number {
    let isStray = false
    for (let index = start + 1; ; ) {
      const first = text.indexOf('"', index)
      if (isStray && (first === -1 || first > this.#lineEnd)) return UNQUOTED
      if (first === -1) {
        if (final) throw this.#neverEnds()
        return INCOMPLETE
      }
      let last = first
      while (text.charCodeAt(last + 1) === QUOTE) last += 1
      const next = this.#skipSpaces(text, last + 1)
      if (next === text.length && !final) return INCOMPLETE
      index = last + 1
      // Pairs of quotes stand for quotes.
      if ((last - first) % 2 === 1) continue
      if (next === text.length || this.#endsCell(text.charCodeAt(next))) return last
      if (first === last && first > start + 1 && this.#endsCell(text.charCodeAt(first - 1))) return UNQUOTED
      isStray = true
      if (this.#lineEnd < last) this.#lineEnd = findLineEnd(text, last)
      if (this.#lineEnd === text.length && !final) return INCOMPLETE
    }
  }

  #endsCell(code: number): boolean {
    return code === this.#delimiter || code === LF || code === CR
  }

  #skipSpaces(text: string, from: number): number {
    let position = from
    for (;;) {
      const code = text.charCodeAt(position)
      if ((code !== SPACE && code !== TAB) || code === this.#delimiter) return position
      position += 1
    }
  }

  #neverEnds(): SourceError {
    return new SourceError('a quoted cell never ends; check the quotes from here on', {
      location: { file: this.#file, line: this.line },
    })
  }

  #tooManyCells(): SourceError {
    return new SourceError(
      `the record has more than ${MOST_COLUMNS} cells; check the delimiter, and the quotes from here on`,
      { location: { file: this.#file, line: this.#line } },
    )
  }
}

function findLineEnd(text: string, from: number): number {
  let position = from
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === LF || code === CR) break
  }
  return position
}

function countLineEnds(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0
  let count = 0
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index)
    if (code === LF || (code === CR && cell.charCodeAt(index + 1) !== LF)) count += 1
  }
  return count
}
