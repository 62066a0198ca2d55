/** Up to this many code units or bytes, a loop is faster than the platform's own coder. */
const SHORT = 48

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Encodes texts as UTF-8 into a buffer that it reuses. */
export class Utf8Scratch {
  /** Holds the bytes of the last text, from 0. */
  bytes: Uint8Array = new Uint8Array(1024)

  /**
   * Encodes a text.
   *
   * @returns how many bytes it has; -1 where it has half of a surrogate pair, which UTF-8 cannot hold
   */
  encode(text: string): number {
    const { length } = text
    if (length * 3 > this.bytes.length) this.bytes = new Uint8Array(length * 4)
    const { bytes } = this
    if (length <= SHORT) {
      let at = 0
      for (; at < length; at++) {
        const unit = text.charCodeAt(at)
        if (unit > 0x7f) break
        bytes[at] = unit
      }
      if (at === length) return length
    }
    if (!text.isWellFormed()) return -1
    return encoder.encodeInto(text, bytes).written
  }
}

/** The text of some UTF-8 bytes. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT) {
    let text = ''
    let at = start
    // Eight at a time: each piece that is added is an object on the way.
    for (; at + 8 <= end; at += 8) {
      const [a, b, c, d] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!]
      const [e, f, g, h] = [bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!]
      if ((a | b | c | d | e | f | g | h) > 0x7f) break
      text += String.fromCharCode(a, b, c, d, e, f, g, h)
    }
    for (; at < end; at++) {
      const byte = bytes[at]!
      if (byte > 0x7f) break
      text += String.fromCharCode(byte)
    }
    if (at === end) return text
  }
  // Memory that threads share is nothing that every platform's decoder takes.
  const isShared = typeof SharedArrayBuffer !== 'undefined' && bytes.buffer instanceof SharedArrayBuffer
  return decoder.decode(isShared ? bytes.slice(start, end) : bytes.subarray(start, end))
}
