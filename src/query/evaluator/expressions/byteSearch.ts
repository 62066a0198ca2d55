/** How letters are compared. */
export type CaseMode =
  /** As they are. */
  | 'exact'
  /** In small letters, as `LCASE` makes them. */
  | 'lower'
  /** Without regard to case, as the flag `i` of `REGEX` has it. */
  | 'folded'

export type SearchPlace = 'anywhere' | 'start' | 'end'

/** Whether a text has another in it, from its UTF-8 bytes. */
export interface ByteSearch {
  /** @returns 1 or 0; 2 where the bytes do not tell, and the text has to be decoded */
  find(bytes: Uint8Array, start: number, end: number): number
}

/** What {@link ByteSearch} gives where it does not know. */
export const UNDECIDED = 2

/**
 * Searches for a text. Upper and lower case is known of ASCII and Latin-1.
 *
 * @returns `undefined` where case matters and the text has letters beyond Latin-1
 */
export function createByteSearch(text: string, place: SearchPlace, mode: CaseMode): ByteSearch | undefined {
  if (!text.isWellFormed()) return undefined
  if (mode === 'folded') text = text.toLowerCase()
  if (mode !== 'exact') {
    // µ and ß have forms of the other case beyond Latin-1; a capital is in no text in small letters
    const isLatin1 = [...text].every(character => character <= 'ÿ')
    if (!isLatin1 || /[µß]/.test(text) || text !== text.toLowerCase()) return undefined
  }
  const needle = new TextEncoder().encode(text)
  if (mode === 'exact') return place === 'anywhere' ? new ExactSearch(needle) : new EdgeSearch(needle, place)
  return new CaseSearch(needle, place)
}

class ExactSearch implements ByteSearch {
  readonly #needle: Uint8Array

  constructor(needle: Uint8Array) {
    this.#needle = needle
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    const needle = this.#needle
    const { length } = needle
    if (length === 0) return 1
    const first = needle[0]!
    for (let at = start; at <= end - length; at++) {
      if (bytes[at] !== first) continue
      let matched = 1
      while (matched < length && bytes[at + matched] === needle[matched]) matched++
      if (matched === length) return 1
    }
    return 0
  }
}

class EdgeSearch implements ByteSearch {
  readonly #needle: Uint8Array
  readonly #isStart: boolean

  constructor(needle: Uint8Array, place: SearchPlace) {
    this.#needle = needle
    this.#isStart = place === 'start'
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    const needle = this.#needle
    const { length } = needle
    if (end - start < length) return 0
    const from = this.#isStart ? start : end - length
    for (let at = 0; at < length; at++) if (bytes[from + at] !== needle[at]) return 0
    return 1
  }
}

/** ASCII letters in lower case. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte))

class CaseSearch implements ByteSearch {
  /** In lower case. */
  readonly #needle: Uint8Array
  readonly #place: SearchPlace

  constructor(needle: Uint8Array, place: SearchPlace) {
    this.#needle = needle
    this.#place = place
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    const { length } = this.#needle
    if (length === 0) return 1
    const last = end - length
    const from = this.#place === 'end' ? Math.max(start, last) : start
    const to = this.#place === 'start' ? Math.min(start, last) : last
    const first = this.#needle[0]!
    for (let at = from; at <= to; at++) {
      if (LOWER[bytes[at]!] === first && this.#matches(bytes, at)) return 1
    }
    return hasOtherCases(bytes, start, end) ? UNDECIDED : 0
  }

  #matches(bytes: Uint8Array, start: number): boolean {
    const needle = this.#needle
    for (let at = 1; at < needle.length; at++) {
      const byte = bytes[start + at]!
      if (LOWER[byte] === needle[at]) continue
      // À … Þ are C3 80 … C3 9E, their small letters 32 further; × has none
      const isCapital = bytes[start + at - 1] === 0xc3 && byte >= 0x80 && byte <= 0x9e && byte !== 0x97
      if (!isCapital || byte + 32 !== needle[at]) return false
    }
    return true
  }
}

/**
 * Whether a text may have characters beyond Latin-1 that are other cases of such within: İ, ſ, Ÿ, ẞ, K (Kelvin) and Å
 * (Ångström), and some around them.
 */
function hasOtherCases(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at + 1 < end; at++) {
    const byte = bytes[at]!
    if (byte < 0xc4 || byte > 0xe2) continue
    const next = bytes[at + 1]!
    if (byte === 0xc4 && next === 0xb0) return true
    if (byte === 0xc5 && (next === 0xb8 || next === 0xbf)) return true
    if (byte === 0xe1 && next === 0xba) return true
    if (byte === 0xe2 && next === 0x84) return true
  }
  return false
}
