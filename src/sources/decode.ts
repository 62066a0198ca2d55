import { SourceError } from '../errors.ts'

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The encoding of a text file: that of its byte order mark; else UTF-8 where all of it is valid UTF-8, for which
 * other encodings hardly pass by accident; else Windows-1252, what French spreadsheets write.
 *
 * @returns a name of the WHATWG Encoding Standard
 */
export function detectEncoding(bytes: Uint8Array): string {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/**
 * The text of a file, without its byte order mark.
 *
 * @param encoding a name of the WHATWG Encoding Standard
 * @throws {SourceError} where the encoding is unknown, or the bytes are not in it
 */
export function decode(bytes: Uint8Array, encoding: string, file: string): string {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (cause) {
    throw new SourceError(`unknown encoding "${encoding}"; use utf-8, windows-1252, iso-8859-1 or utf-16le`, {
      cause,
      location: { file },
    })
  }
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw new SourceError(`the file is not in ${encoding}; leave "encoding" out to have it detected`, {
      cause,
      location: { file },
    })
  }
}
