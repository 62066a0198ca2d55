import { writeCodePoint } from './utf8Sequence.ts'

/** `\t`, `\b`, `\n`, `\r`, `\f`, `\"`, `\'` and `\\` (ECHAR, N-Triples production 153s), by the byte behind the backslash. */
const ECHAR = new Map(
  Object.entries({ t: '\t', b: '\b', n: '\n', r: '\r', f: '\f', '"': '"', "'": "'", '\\': '\\' }).map(
    ([name, character]) => [name.charCodeAt(0), character.charCodeAt(0)],
  ),
)
const BACKSLASH = 0x5c
const LOWER_U = 0x75
const UPPER_U = 0x55

/** Text whose escapes have been undone. */
export class Unescaped {
  /** Holds the bytes, from 0. */
  bytes: Uint8Array = new Uint8Array(1024)

  /**
   * Undoes the escapes of a text.
   *
   * @param isIri only `\u` and `\U` are known in an IRI
   * @returns how many bytes are left; -1 where an escape is none
   */
  decode(source: Uint8Array, start: number, end: number, isIri: boolean): number {
    // No escape is shorter than the character that it stands for.
    if (end - start > this.bytes.length) this.bytes = new Uint8Array((end - start) * 2)
    const { bytes } = this
    let length = 0
    for (let at = start; at < end; ) {
      const byte = source[at]!
      if (byte !== BACKSLASH) {
        bytes[length++] = byte
        at++
        continue
      }
      const kind = source[at + 1]!
      const digits = kind === LOWER_U ? 4 : kind === UPPER_U ? 8 : 0
      at += 2
      if (digits === 0) {
        const character = isIri ? undefined : ECHAR.get(kind)
        if (character === undefined) return -1
        bytes[length++] = character
        continue
      }
      const code = at + digits <= end ? hexadecimal(source, at, digits) : -1
      if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return -1
      length = writeCodePoint(code, bytes, length)
      at += digits
    }
    return length
  }
}

function hexadecimal(bytes: Uint8Array, start: number, digits: number): number {
  let number = 0
  for (let at = start; at < start + digits; at++) {
    const byte = bytes[at]!
    const letter = byte | 0x20
    if (byte >= 0x30 && byte <= 0x39) number = number * 16 + byte - 0x30
    else if (letter >= 0x61 && letter <= 0x66) number = number * 16 + letter - 0x57
    else return -1
  }
  return number
}
