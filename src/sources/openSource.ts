import { readCsvColumns, readCsvRows } from './csv.ts'
import { openInput } from './input.ts'
import { openJson } from './json.ts'
import type { SourceOptions } from './options.ts'
import type { Row, Source } from './row.ts'
import { openText, type TextInput } from './textInput.ts'

export type { SourceOptions }

/**
 * Opens a file of records: CSV, JSON, JSON lines or a spreadsheet, compressed with gzip or not; `-` is standard input.
 * What the options do not say is detected. Memory grows with the longest record of a text, not with the file; a
 * spreadsheet is read whole.
 *
 * @throws {SourceError} where the file cannot be read, or is of no known format
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<Source> {
  const input = await openInput(path, options)
  const { format } = input
  if (format === 'xlsx' || format === 'ods') {
    const { openSpreadsheet } = await import('./spreadsheet/openSpreadsheet.ts')
    const { sheet, headerRows, skipRows } = options
    return openSpreadsheet(Buffer.concat(await Array.fromAsync(input.bytes.chunks(true))), format, {
      file: input.file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerRows === undefined ? {} : { headerRows }),
      ...(skipRows === undefined ? {} : { skipRows }),
    })
  }
  const text = await openText(input, options)
  return text.detection.format === 'csv' ? openCsv(text) : openJson(text)
}

async function openCsv(text: TextInput): Promise<Source> {
  const columns = await readCsvColumns(text.texts(), text)
  return { detection: text.detection, columns, batches: () => readCsvRows(text.texts(true), columns, text) }
}

/**
 * The rows of a file, one by one.
 *
 * @throws {SourceError} as {@link openSource}, and where a record is broken
 */
export async function* readRows(path: string, options?: SourceOptions): AsyncGenerator<Row> {
  const source = await openSource(path, options)
  for await (const batch of source.batches()) yield* batch
}
