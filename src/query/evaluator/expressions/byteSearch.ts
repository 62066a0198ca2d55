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
  /**
   * @param isPlain whether {@link mayHaveOtherCases} is known to be false
   * @returns 1 or 0; 2 where the bytes do not tell, and the text has to be decoded
   */
  find(bytes: Uint8Array, start: number, end: number, isPlain: boolean): number
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
  return new CaseSearch(needle, place, OTHER_CASES.test(text))
}

/** A search that only tells where there is nothing to be found. */
export class Prefilter implements ByteSearch {
  readonly #search: ByteSearch

  constructor(search: ByteSearch) {
    this.#search = search
  }

  find(bytes: Uint8Array, start: number, end: number, isPlain: boolean): number {
    return this.#search.find(bytes, start, end, isPlain) === 0 ? 0 : UNDECIDED
  }
}

/** How far a search may go on when a byte lies under the last one of the text (Horspool 1980). */
function createShifts(needle: Uint8Array, isOfBothCases: boolean): Uint32Array {
  const shifts = new Uint32Array(256).fill(needle.length)
  for (let at = 0; at < needle.length - 1; at++) {
    const byte = needle[at]!
    const shift = needle.length - 1 - at
    shifts[byte] = shift
    if (!isOfBothCases) continue
    if (byte >= 0x61 && byte <= 0x7a) shifts[byte - 32] = shift
    // the second byte of a small letter of Latin-1
    if (needle[at - 1] === 0xc3 && byte >= 0xa0) shifts[byte - 32] = Math.min(shift, shifts[byte - 32]!)
  }
  return shifts
}

class ExactSearch implements ByteSearch {
  readonly #needle: Uint8Array
  readonly #shifts: Uint32Array

  constructor(needle: Uint8Array) {
    this.#needle = needle
    this.#shifts = createShifts(needle, false)
  }

  find(bytes: Uint8Array, start: number, end: number): number {
    const needle = this.#needle
    const shifts = this.#shifts
    const { length } = needle
    if (length === 0) return 1
    const last = needle[length - 1]!
    for (let at = start + length - 1; at < end; ) {
      const byte = bytes[at]!
      if (byte === last) {
        const from = at - length + 1
        let matched = 0
        while (matched < length - 1 && bytes[from + matched] === needle[matched]) matched++
        if (matched === length - 1) return 1
      }
      at += shifts[byte]!
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

/** Letters with another case beyond Latin-1: of i only in lower case, of s only without regard to it. */
const OTHER_CASES = /[iskåÿ]/

/** ASCII letters in lower case. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte))

class CaseSearch implements ByteSearch {
  /** In lower case. */
  readonly #needle: Uint8Array
  readonly #place: SearchPlace
  readonly #shifts: Uint32Array
  readonly #hasOtherCases: boolean

  constructor(needle: Uint8Array, place: SearchPlace, hasOtherCases: boolean) {
    this.#needle = needle
    this.#place = place
    this.#shifts = createShifts(needle, true)
    this.#hasOtherCases = hasOtherCases
  }

  find(bytes: Uint8Array, start: number, end: number, isPlain: boolean): number {
    const { length } = this.#needle
    if (length === 0) return 1
    if (this.#finds(bytes, start, end)) return 1
    return !isPlain && this.#hasOtherCases && mayHaveOtherCases(bytes, start, end) ? UNDECIDED : 0
  }

  #finds(bytes: Uint8Array, start: number, end: number): boolean {
    const { length } = this.#needle
    if (end - start < length) return false
    if (this.#place === 'start') return this.#matches(bytes, start)
    if (this.#place === 'end') return this.#matches(bytes, end - length)
    const shifts = this.#shifts
    for (let at = start + length - 1; at < end; at += shifts[bytes[at]!]!) {
      if (this.#matches(bytes, at - length + 1)) return true
    }
    return false
  }

  #matches(bytes: Uint8Array, start: number): boolean {
    const needle = this.#needle
    for (let at = needle.length - 1; at >= 0; at--) {
      const byte = bytes[start + at]!
      if (LOWER[byte] === needle[at]) continue
      // À … Þ are C3 80 … C3 9E, their small letters 32 further; × has none
      const isCapital = at > 0 && needle[at - 1] === 0xc3 && byte >= 0x80 && byte <= 0x9e && byte !== 0x97
      if (!isCapital || byte + 32 !== needle[at]) return false
    }
    return true
  }
}

/**
 * Whether a text may have characters beyond Latin-1 that are other cases of such within: İ, ſ, Ÿ, ẞ, K (Kelvin) and Å
 * (Ångström), and some around them.
 */
export function mayHaveOtherCases(bytes: Uint8Array, start: number, end: number): boolean {
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
