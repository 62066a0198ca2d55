import { SourceError } from '../errors.ts'
import { byteOrderMarkOf, type Encoding } from './encoding.ts'
import { pieceDecoder } from './textDecoder.ts'

const SINGLE_BYTE = /^(?:ibm866|iso-8859-\d+(?:-i)?|koi8-[ru]|macintosh|windows-\d+|x-mac-cyrillic)$/
const WRITTEN_LENGTH = 64 * 1024

/**
 * The bytes of a text that comes in pieces. A character that the encoding lacks becomes `?`.
 *
 * @throws {SourceError} where nothing can be written in that encoding
 */
export async function* encodeText(
  texts: AsyncIterable<string>,
  { encoding, byteOrderMark }: Encoding,
  file: string,
): AsyncGenerator<Uint8Array> {
  const encode = encoderOf(encoding, file)
  if (byteOrderMark) yield byteOrderMarkOf(encoding)
  let text = ''
  for await (const more of texts) {
    text += more
    if (text.length < WRITTEN_LENGTH) continue
    yield encode(text)
    text = ''
  }
  if (text !== '') yield encode(text)
}

function encoderOf(encoding: string, file: string): (text: string) => Uint8Array {
  if (encoding === 'utf-8') return text => Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return text => Buffer.from(text.toWellFormed(), 'utf16le')
  if (encoding === 'utf-16be') return text => Buffer.from(text.toWellFormed(), 'utf16le').swap16()
  if (SINGLE_BYTE.test(encoding)) return singleByteEncoder(encoding)
  throw new SourceError(`nothing can be written in ${encoding}; save the file in UTF-8`, {
    location: { file },
  })
}

/** The WHATWG Encoding Standard has no such encoders for scripts, but each is the inverse of its decoder. */
function singleByteEncoder(encoding: string): (text: string) => Uint8Array {
  const bytes = new Map<number, number>()
  for (let byte = 0; byte < 256; byte++) {
    try {
      bytes.set(pieceDecoder(encoding).decode(Uint8Array.of(byte)).charCodeAt(0), byte)
    } catch {
      // A byte that means nothing in this encoding.
    }
  }
  const unknown = '?'.charCodeAt(0)
  return text => {
    const encoded = new Uint8Array(text.length)
    let length = 0
    for (const character of text) {
      encoded[length] = (character.length === 1 ? bytes.get(character.charCodeAt(0)) : undefined) ?? unknown
      length += 1
    }
    return encoded.subarray(0, length)
  }
}
