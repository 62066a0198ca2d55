import { annotateCsv } from './annotateCsv.ts'
import { annotateJson } from './annotateJson.ts'
import { gzip } from './gzip.ts'
import { openInput } from './input.ts'
import type { SourceOptions } from './options.ts'
import type { Addition } from './row.ts'
import { encodeText } from './textEncoder.ts'
import { openText } from './textInput.ts'

/**
 * A text file with something written beside each record: to CSV columns are added at the end, to JSON members. All
 * else is as it was, byte for byte: encoding, byte order mark, delimiter, quotes, line ends and order; what was
 * compressed is compressed again.
 *
 * @param options with which the file was read
 * @throws {SourceError} as the reading of the file does, and where nothing can be written in its encoding
 */
export async function* annotateText(
  path: string,
  options: SourceOptions,
  addition: Addition,
): AsyncGenerator<Uint8Array> {
  const input = await openInput(path, options)
  const text = await openText(input, options)
  const { format, encoding, byteOrderMark = false } = text.detection
  const annotated = format === 'csv' ? annotateCsv(text, addition) : annotateJson(text, addition)
  const bytes = encodeText(annotated, { encoding, byteOrderMark }, text.file)
  yield* input.gzip ? gzip(bytes) : bytes
}
