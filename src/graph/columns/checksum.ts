/** A checksum of 128 bits. */
export type Checksum = readonly [number, number, number, number]

/**
 * The checksum of some words. Each of its four parts is a chain of one-to-one steps over every fourth word, so that a
 * change of one word is always found; any other change is found but for one chance in 2³² or less. It protects from
 * accidents, not from forgers.
 */
export function checksumOf(words: Uint32Array): Checksum {
  let a = 0x243f6a88
  let b = 0x85a308d3
  let c = 0x13198a2e
  let d = 0x03707344
  const { length } = words
  const last = length - (length & 3)
  let at = 0
  for (; at < last; at += 4) {
    a = step(a, words[at]!)
    b = step(b, words[at + 1]!)
    c = step(c, words[at + 2]!)
    d = step(d, words[at + 3]!)
  }
  if (at < length) a = step(a, words[at]!)
  if (at + 1 < length) b = step(b, words[at + 1]!)
  if (at + 2 < length) c = step(c, words[at + 2]!)
  return [step(a, length) >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

function step(state: number, word: number): number {
  const product = Math.imul(state ^ word, 0x9e3779b1)
  return (product << 15) | (product >>> 17)
}
