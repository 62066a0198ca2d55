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
  readonly #delimiter: string
  readonly #delimiterCode: number
  readonly #file: string
  #text = ''
  #isEnd = false
  /** The record that follows is not complete. */
  #needsMore = false
  #position = 0
  #line = 1
  /** Line ends within the record that is being read. */
  #inner = 0
  /** The next of each from some position on that we have passed; the length of the text where there is none. */
  #nextDelimiter = -1
  #nextQuote = -1
  #nextLf = -1
  #nextCr = -1

  /**
   * @param delimiter one UTF-16 unit
   * @param file as errors name it
   */
  constructor(delimiter: string, file: string) {
    this.#delimiter = delimiter
    this.#delimiterCode = delimiter.charCodeAt(0)
    this.#file = file
  }

  /** The line that the scanner has come to: where it stopped in a quoted cell, the one on which that begins. */
  get line(): number {
    return this.#line + this.#inner
  }

  /** Up to where the text has been read. */
  get position(): number {
    return this.#position
  }

  /**
   * Gives the scanner what it is to read from now on: what it has not read yet, and what follows.
   *
   * @param isEnd whether nothing more will follow; else the last record is left for when there is more
   */
  load(text: string, isEnd: boolean): void {
    this.#text = text
    this.#isEnd = isEnd
    this.#needsMore = false
    this.#position = 0
    this.#nextDelimiter = this.#nextQuote = this.#nextLf = this.#nextCr = -1
  }

  /**
   * Reads the next records, at most some hundreds; none where there are no more.
   *
   * @throws {SourceError} on a quoted cell that never ends, and on a record with too many cells
   */
  read(): CsvRecord[] {
    const records: CsvRecord[] = []
    while (records.length < MOST_RECORDS && !this.#needsMore) {
      this.#skipLineEnds()
      const start = this.#position
      if (start === this.#text.length) break
      const lineEnd = this.#lineEndFrom(start)
      const line = this.#line
      let cells: string[]
      let end: number
      if (this.#quoteFrom(start) >= lineEnd) {
        this.#needsMore = !this.#isWhole(lineEnd)
        if (this.#needsMore) break
        end = lineEnd
        cells = this.#text.slice(start, end).split(this.#delimiter)
        if (cells.length > MOST_COLUMNS) throw this.#tooManyCells()
      } else {
        cells = []
        this.#inner = 0
        end = this.#readRecord(start, cells)
        this.#needsMore = end === INCOMPLETE
        if (this.#needsMore) break
        this.#line += this.#inner
        this.#inner = 0
      }
      records.push({ cells, line, start, end })
      this.#position = end
      if (end < this.#text.length) this.#skipLineEnd()
    }
    return records
  }

  #skipLineEnds(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#position)
      if ((code !== LF && code !== CR) || !this.#isWhole(this.#position)) return
      this.#skipLineEnd()
    }
  }

  #skipLineEnd(): void {
    this.#line += 1
    const isPair =
      this.#text.charCodeAt(this.#position) === CR && this.#text.charCodeAt(this.#position + 1) === LF
    this.#position += isPair ? 2 : 1
  }

  /** Whether it is clear that a line ends at a position: more may follow, and the LF of a CR LF be still to come. */
  #isWhole(lineEnd: number): boolean {
    const { length } = this.#text
    if (this.#isEnd || lineEnd + 1 < length) return true
    return lineEnd + 1 === length && this.#text.charCodeAt(lineEnd) !== CR
  }

  /** @returns where the record ends, or INCOMPLETE */
  #readRecord(from: number, cells: string[]): number {
    const text = this.#text
    let start = from
    for (;;) {
      const close = text.charCodeAt(start) === QUOTE ? this.#readQuotes(start) : UNQUOTED
      if (close === INCOMPLETE) return INCOMPLETE
      let end: number
      if (close === UNQUOTED) {
        end = Math.min(this.#delimiterFrom(start), this.#lineEndFrom(start))
        cells.push(text.slice(start, end))
      } else {
        const cell = text.slice(start + 1, close)
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell)
        this.#inner += countLineEnds(cell)
        end = this.#skipSpaces(close + 1)
      }
      if (text.charCodeAt(end) !== this.#delimiterCode) return this.#isWhole(end) ? end : INCOMPLETE
      if (cells.length === MOST_COLUMNS) throw this.#tooManyCells()
      start = end + 1
    }
  }

  /** As {@link #closingQuote}; where it has looked ahead for nothing, what was next before is next again. */
  #readQuotes(start: number): number {
    this.#lineEndFrom(start)
    const nextLf = this.#nextLf
    const nextCr = this.#nextCr
    const close = this.#closingQuote(start)
    if (close === UNQUOTED) {
      this.#nextLf = nextLf
      this.#nextCr = nextCr
      this.#nextQuote = start
    }
    return close
  }

  /** @returns the position of the quote that closes the cell; INCOMPLETE or UNQUOTED */
  #closingQuote(start: number): number {
    const text = this.#text
    let isStray = false
    let lineEnd = -1
    for (let index = start + 1; ; ) {
      const first = this.#quoteFrom(index)
      if (isStray && first >= lineEnd) return UNQUOTED
      if (first === text.length) {
        if (this.#isEnd) throw this.#neverEnds()
        return INCOMPLETE
      }
      let last = first
      while (text.charCodeAt(last + 1) === QUOTE) last += 1
      const next = this.#skipSpaces(last + 1)
      if (next === text.length && !this.#isEnd) return INCOMPLETE
      index = last + 1
      // Pairs of quotes stand for quotes.
      if ((last - first) % 2 === 1) continue
      if (next === text.length || this.#endsCell(text.charCodeAt(next))) return last
      if (first === last && first > start + 1 && this.#endsCell(text.charCodeAt(first - 1))) return UNQUOTED
      isStray = true
      lineEnd = this.#lineEndFrom(last)
      if (lineEnd === text.length && !this.#isEnd) return INCOMPLETE
    }
  }

  #endsCell(code: number): boolean {
    return code === this.#delimiterCode || code === LF || code === CR
  }

  #skipSpaces(from: number): number {
    for (let position = from; ; position++) {
      const code = this.#text.charCodeAt(position)
      if ((code !== SPACE && code !== TAB) || code === this.#delimiterCode) return position
    }
  }

  #delimiterFrom(position: number): number {
    if (this.#nextDelimiter < position) this.#nextDelimiter = this.#find(this.#delimiter, position)
    return this.#nextDelimiter
  }

  #quoteFrom(position: number): number {
    if (this.#nextQuote < position) this.#nextQuote = this.#find('"', position)
    return this.#nextQuote
  }

  #lineEndFrom(position: number): number {
    if (this.#nextLf < position) this.#nextLf = this.#find('\n', position)
    if (this.#nextCr < position) this.#nextCr = this.#find('\r', position)
    return Math.min(this.#nextLf, this.#nextCr)
  }

  #find(character: string, position: number): number {
    const found = this.#text.indexOf(character, position)
    return found === -1 ? this.#text.length : found
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

function countLineEnds(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0
  let count = 0
  for (let index = 0; index < cell.length; index++) {
    const code = cell.charCodeAt(index)
    if (code === LF || (code === CR && cell.charCodeAt(index + 1) !== LF)) count += 1
  }
  return count
}
