import { isUtf8 } from 'node:buffer'
import { SourceError } from '../errors.ts'

/** Decodes a text piece by piece; throws a `TypeError` on bytes that are not in the encoding. */
interface PieceDecoder {
  decode(chunk: Uint8Array): string
  /** What is left at the end. */
  end(): string
}

/**
 * The text of a source, piece by piece, without its byte order mark. No piece ends within a character.
 *
 * @param encoding a name of the WHATWG Encoding Standard
 * @throws {SourceError} where the bytes are not in that encoding
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  file: string,
): AsyncGenerator<string> {
  const decoder = pieceDecoder(encoding)
  const decode = (piece: () => string) => {
    try {
      return piece()
    } catch (cause) {
      throw new SourceError(`the file is not in ${encoding}; leave "encoding" out to have it detected`, {
        cause,
        location: { file },
      })
    }
  }
  for await (const chunk of chunks) {
    const text = decode(() => decoder.decode(chunk))
    if (text !== '') yield text
  }
  const rest = decode(() => decoder.end())
  if (rest !== '') yield rest
}

/** Node.js has fast ways for two encodings; `TextDecoder` knows the others. */
export function pieceDecoder(encoding: string): PieceDecoder {
  if (encoding === 'utf-8') return new Utf8Decoder()
  if (encoding === 'windows-1252') return { decode: decodeWindows1252, end: () => '' }
  const decoder = new TextDecoder(encoding, { fatal: true })
  return { decode: chunk => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
}

class Utf8Decoder implements PieceDecoder {
  #carried: Uint8Array = new Uint8Array()
  #isFirst = true

  decode(chunk: Uint8Array): string {
    const bytes = this.#carried.length > 0 ? Buffer.concat([this.#carried, chunk]) : chunk
    const whole = bytes.length - incompleteTail(bytes)
    this.#carried = bytes.slice(whole)
    return this.#decodeWhole(bytes.subarray(0, whole))
  }

  end(): string {
    return this.#decodeWhole(this.#carried)
  }

  #decodeWhole(bytes: Uint8Array): string {
    if (!isUtf8(bytes)) throw new TypeError('invalid UTF-8')
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    if (!this.#isFirst || text === '') return text
    this.#isFirst = false
    return text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

/**
 * How many bytes at the end begin a character of UTF-8 that is not complete.
 */
export function incompleteTail(bytes: Uint8Array): number {
  for (let count = 1; count <= Math.min(3, bytes.length); count++) {
    const byte = bytes[bytes.length - count]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > count ? count : 0
    }
  }
  return 0
}

/** The characters of the bytes 0x80 to 0x9F; the five that Windows leaves open are control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Not by `TextDecoder`, which in some versions of Node.js takes Windows-1252 for ISO 8859-1. */
function decodeWindows1252(chunk: Uint8Array): string {
  const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, character => WINDOWS_1252[character.charCodeAt(0) - 0x80]!)
}
