import { SourceError } from '../errors.ts'
import { type CsvRecord, CsvScanner } from './csvScanner.ts'
import { growColumns, nameColumns } from './header.ts'
import { LONGEST_RECORD } from './limits.ts'
import type { Row } from './row.ts'

/** How a CSV text is to be read. */
export interface CsvOptions {
  /** One character. */
  readonly delimiter: string
  readonly headerRows: 0 | 1 | 2
  /** Rows above the header. */
  readonly skipRows: number
  /** As rows and errors name it. */
  readonly file: string
}

/** Some records of a CSV text. */
export interface CsvPiece {
  /** What the positions of the records refer to. */
  readonly text: string
  readonly records: readonly CsvRecord[]
  /** The text between these positions has been read; it and that of the pieces before and after is the whole. */
  readonly from: number
  readonly to: number
}

/**
 * Reads the columns of a CSV text: the names in its header, or the positions of the cells in its first record.
 *
 * @throws {SourceError} on a quoted cell that never ends, with its line
 */
export async function readCsvColumns(texts: AsyncIterable<string>, options: CsvOptions): Promise<string[]> {
  const { headerRows, skipRows } = options
  const first: (readonly string[])[] = []
  for await (const { records } of scanCsv(texts, options)) {
    first.push(...records.map(({ cells }) => cells))
    if (first.length >= skipRows + Math.max(headerRows, 1)) break
  }
  const columns = nameColumns(first.slice(skipRows, skipRows + headerRows))
  if (headerRows === 0) growColumns(columns, first[skipRows]?.length ?? 0)
  return columns
}

/**
 * The rows of a CSV text, some hundreds at a time. A row with more cells than there are columns adds to these.
 *
 * @throws {SourceError} on a quoted cell that never ends, with its line
 */
export async function* readCsvRows(
  texts: AsyncIterable<string>,
  columns: string[],
  options: CsvOptions,
): AsyncGenerator<readonly Row[]> {
  const { file, headerRows, skipRows } = options
  const expected = columns.length
  let toSkip = skipRows + headerRows
  for await (const { records } of scanCsv(texts, options)) {
    const rows: Row[] = []
    for (const { cells, line } of records) {
      const found = cells.length
      if (toSkip > 0) toSkip -= 1
      else if (found === expected) rows.push({ file, line, columns, cells })
      else {
        growColumns(columns, found)
        rows.push({ file, line, columns, cells, ragged: { found, expected } })
      }
    }
    if (rows.length > 0) yield rows
  }
}

/**
 * Cuts a text that comes in pieces into records. Memory does not grow with the text, but with the longest record.
 *
 * @throws {SourceError} on a quoted cell that never ends, and on a record that is too long
 */
export async function* scanCsv(
  texts: AsyncIterable<string>,
  { delimiter, file }: Pick<CsvOptions, 'delimiter' | 'file'>,
): AsyncGenerator<CsvPiece> {
  const scanner = new CsvScanner(delimiter, file)
  let text = ''
  let waiting: string[] = []
  let waitingLength = 0
  for await (const more of texts) {
    waiting.push(more)
    waitingLength += more.length
    // A long record is looked at anew only when there is as much again of it: else it would take quadratic time.
    if (waitingLength < text.length) continue
    text += waiting.join('')
    waiting = []
    waitingLength = 0
    scanner.load(text, false)
    yield* scanAll(scanner, text)
    text = text.slice(scanner.position)
    if (text.length > LONGEST_RECORD) {
      throw new SourceError('a record is longer than 64 million characters; check the quotes from here on', {
        location: { file, line: scanner.line },
      })
    }
  }
  text += waiting.join('')
  scanner.load(text, true)
  yield* scanAll(scanner, text)
}

function* scanAll(scanner: CsvScanner, text: string): Generator<CsvPiece> {
  for (;;) {
    const from = scanner.position
    const records = scanner.read()
    if (scanner.position > from) yield { text, records, from, to: scanner.position }
    if (records.length === 0) return
  }
}
