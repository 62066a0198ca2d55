/**
 * A 32-bit hash of some bytes and of a number (Murmur3's mixing, over words of four bytes).
 *
 * @param seed told apart from other seeds with the same bytes
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ (end - start)
  let at = start
  for (const last = end - 3; at < last; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    hash = mix(hash, word)
  }
  let rest = 0
  for (; at < end; at++) rest = (rest << 8) | bytes[at]!
  hash = mix(hash, rest)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function mix(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51)
  const mixed = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

/** Whether two ranges of the same length hold the same bytes. */
export function equalBytes(
  left: Uint8Array,
  leftStart: number,
  right: Uint8Array,
  rightStart: number,
  length: number,
): boolean {
  for (let at = 0; at < length; at++) {
    if (left[leftStart + at] !== right[rightStart + at]) return false
  }
  return true
}
