import { checkDelimiter, detectDelimiter } from './delimiter.ts'
import { detectEncoding, namedEncoding } from './encoding.ts'
import type { Input } from './input.ts'
import { findRecords } from './jsonElements.ts'
import { looksLikeNdjson } from './ndjson.ts'
import type { SourceOptions } from './options.ts'
import type { SourceDetection } from './row.ts'
import { decodeText } from './textDecoder.ts'

/** Characters enough to tell the delimiter and the shape of a text. */
const SAMPLE_LENGTH = 64 * 1024

/** A text file that is known well enough to be read. */
export interface TextInput {
  /** As rows and errors name it. */
  readonly file: string
  readonly detection: SourceDetection & { readonly encoding: string }
  /** Of CSV. */
  readonly delimiter: string
  readonly headerRows: 0 | 1 | 2
  readonly skipRows: number
  /** Of JSON: the path to the records. */
  readonly recordsPath: string
  /** The text in pieces, from its beginning. Standard input can be read no more after its `last` reading. */
  texts(last?: boolean): AsyncIterable<string>
}

/**
 * Detects how a text is to be read, where the options do not say.
 *
 * @throws {SourceError} where the options do not fit, or it is not clear where the records of a JSON text are
 */
export async function openText(input: Input, options: SourceOptions): Promise<TextInput> {
  const { file, bytes, head, gzip } = input
  const { encoding, byteOrderMark } =
    options.encoding === undefined
      ? await detectEncoding(head, () => bytes.chunks())
      : namedEncoding(options.encoding, head, file)
  const texts = (last?: boolean) => decodeText(bytes.chunks(last), encoding, file)
  const sample = await sampleOf(texts())
  const isNdjson = input.format === 'json' && options.format === undefined && looksLikeNdjson(sample.text)
  const format = isNdjson ? 'ndjson' : input.format
  const detection = {
    format,
    encoding,
    ...(byteOrderMark ? { byteOrderMark } : {}),
    ...(gzip ? { gzip } : {}),
  }
  const { skipRows = 0 } = options
  const text: TextInput = { file, detection, delimiter: '', headerRows: 1, skipRows, recordsPath: '', texts }
  if (format === 'csv') {
    const { headerRows = 1 } = options
    const delimiter =
      options.delimiter === undefined ? detectDelimiter(sample) : checkDelimiter(options.delimiter, file)
    const skipped = skipRows > 0 ? { skipRows } : {}
    return { ...text, delimiter, headerRows, detection: { ...detection, delimiter, headerRows, ...skipped } }
  }
  if (format === 'ndjson') return text
  const records = options.records ?? (await findRecords(texts(), file))
  return { ...text, recordsPath: records, detection: { ...detection, ...(records ? { records } : {}) } }
}

/** The beginning of a text, and whether that is all of it. */
async function sampleOf(texts: AsyncIterable<string>): Promise<{ text: string; whole: boolean }> {
  let text = ''
  for await (const piece of texts) {
    text += piece
    if (text.length >= SAMPLE_LENGTH) return { text, whole: false }
  }
  return { text, whole: true }
}
