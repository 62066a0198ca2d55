import { CsvError, parse } from 'csv-parse'
import { SourceError } from '../errors.ts'
import { growColumns, nameColumns } from './header.ts'
import { LineCursor } from './lineCursor.ts'
import type { Row } from './row.ts'

const CANDIDATES = [';', ',', '\t', '|'] as const
/** Enough lines to tell, few enough to be quick. */
const SAMPLE_LENGTH = 64 * 1024

/**
 * The delimiter of a CSV text: of `;` `,` TAB `|` the one that occurs most often outside quotes in the first line;
 * `,` where none does.
 */
export function detectDelimiter(text: string): string {
  const header = firstRecord(text.slice(0, SAMPLE_LENGTH))
  const counts = CANDIDATES.map(candidate => header.split(candidate).length - 1)
  const most = Math.max(...counts)
  return most === 0 ? ',' : CANDIDATES[counts.indexOf(most)]!
}

/** The first record without what stands in quotes. */
function firstRecord(text: string): string {
  let outside = ''
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted) outside += character
  }
  return outside
}

/** A CSV text, its header read. */
export interface CsvDocument {
  readonly columns: readonly string[]
  batches(): AsyncIterable<readonly Row[]>
}

/**
 * Opens a CSV text (RFC 4180, with any delimiter). Names in the header are trimmed and composed (NFC); one that is
 * empty or stands twice is told apart by its position. A row with more cells than the header keeps them under such names too.
 *
 * @throws {SourceError} on a quoted cell that never ends, with its line
 */
export async function openCsv(text: string, delimiter: string, file: string): Promise<CsvDocument> {
  const { value: header } = await readRecords(text, delimiter, file, { to: 1 }).next()
  const columns = header ? nameColumns([header.cells]) : []
  return {
    columns,
    async *batches() {
      const records = readRecords(text, delimiter, file)
      await records.next()
      const expected = columns.length
      for await (const { cells, line } of records) {
        growColumns(columns, cells.length)
        const found = cells.length
        yield [{ file, line, columns, cells, ...(found === expected ? {} : { ragged: { found, expected } }) }]
      }
    },
  }
}

interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

async function* readRecords(
  text: string,
  delimiter: string,
  file: string,
  options: { to?: number } = {},
): AsyncGenerator<CsvRecord> {
  const bytes = Buffer.from(text)
  const parser = parse(bytes, {
    ...options,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // The parser reads ahead of us: what it has parsed last tells where an error is.
    onRecord: (record, info) => {
      parsed = info.bytes
      return record
    },
  })
  let parsed = 0
  const lines = new LineCursor(bytes)
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { bytes: number }
      record: string[]
    }>) {
      const line = lines.skipLineEnds()
      yield { cells: record, line }
      lines.moveTo(info.bytes)
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    lines.moveTo(parsed)
    throw new SourceError(
      `a quoted cell never ends, or is broken; check the quotes from here on (${cause.message})`,
      { cause, location: { file, line: lines.skipLineEnds() } },
    )
  }
}
