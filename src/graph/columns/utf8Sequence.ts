/**
 * Where the character ends that begins with a byte beyond ASCII (Unicode 16, table 3-7).
 *
 * @returns -1 where the bytes are no UTF-8
 */
export function sequenceEnd(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + length > end) return -1
  const second = bytes[at + 1]!
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < lowest || second > highest) return -1
  for (let place = at + 2; place < at + length; place++) if (bytes[place]! >>> 6 !== 2) return -1
  return at + length
}

/**
 * Writes a code point as UTF-8.
 *
 * @returns where it ends
 */
export function writeCodePoint(code: number, target: Uint8Array, at: number): number {
  if (code < 0x80) {
    target[at] = code
    return at + 1
  }
  const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  const mark = (0xf0 << (4 - length)) & 0xff
  target[at] = mark | (code >>> (6 * (length - 1)))
  for (let place = 1; place < length; place++) {
    target[at + place] = 0x80 | ((code >>> (6 * (length - 1 - place))) & 0x3f)
  }
  return at + length
}
