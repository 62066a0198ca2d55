import { extname } from 'node:path'
import { type Effects, nodeEffects } from '../effects.ts'
import { SourceError } from '../errors.ts'
import { detectDelimiter, openCsv } from './csv.ts'
import { decode, detectEncoding } from './decode.ts'
import { readJsonRows } from './json.ts'
import type { Row, Source, SourceFormat } from './row.ts'

/** How to read a file, where it should not be detected. */
export interface SourceOptions {
  /** Default: by the extension. */
  readonly format?: SourceFormat
  /** A name of the WHATWG Encoding Standard. Default: detected. */
  readonly encoding?: string
  /** Of CSV. Default: detected. */
  readonly delimiter?: string
  /** What people know the file by. Default: its path. */
  readonly displayName?: string
  readonly effects?: Pick<Effects, 'readFile'>
}

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.json': 'json',
}

/**
 * Opens a file of records: detects what was not given, and reads its columns.
 *
 * @throws {SourceError} where the file cannot be read, or is of no known format
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<Source> {
  const { displayName: file = path, effects = nodeEffects } = options
  const format = options.format ?? FORMATS[extname(path).toLowerCase()]
  if (!format) {
    throw new SourceError('the format is not known by the extension; say "format: csv" or "format: json"', {
      location: { file },
    })
  }
  const bytes = await effects.readFile(path).catch(cause => {
    throw new SourceError('the file cannot be read; check its path', { cause, location: { file } })
  })
  const encoding = options.encoding ?? detectEncoding(bytes)
  const text = decode(bytes, encoding, file)
  if (format === 'json') {
    const { columns, rows } = readJsonRows(text, file)
    return {
      detection: { format, encoding },
      columns,
      async *batches() {
        yield rows
      },
    }
  }
  const delimiter = options.delimiter ?? detectDelimiter(text)
  const document = await openCsv(text, delimiter, file)
  return { detection: { format, encoding, delimiter }, ...document }
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
