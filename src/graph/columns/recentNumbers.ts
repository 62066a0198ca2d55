import { equalBytes } from './hashBytes.ts'

/** How many are kept; a power of two. */
const RECENT = 1024

/** Numbers of what is written, for what came lately: found faster than in a table of everything. */
export class RecentNumbers {
  readonly #bytes: Uint8Array[] = new Array(RECENT).fill(new Uint8Array(0))
  readonly #numbers = new Uint32Array(RECENT)

  /** 0 where it is not kept. */
  get(bytes: Uint8Array, start: number, end: number): number {
    const place = placeOf(bytes, start, end)
    const kept = this.#bytes[place]!
    const isSame = kept.length === end - start && equalBytes(kept, 0, bytes, start, end - start)
    return isSame ? this.#numbers[place]! : 0
  }

  set(bytes: Uint8Array, start: number, end: number, number: number): void {
    const place = placeOf(bytes, start, end)
    this.#bytes[place] = bytes.slice(start, end)
    this.#numbers[place] = number
  }
}

/** Names that belong together differ at their ends. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  if (length < 6) return length
  const tail = bytes[end - 2]! * 31 + bytes[end - 3]! * 131 + bytes[end - 4]! * 521 + bytes[end - 6]! * 7
  return (tail + length * 11) & (RECENT - 1)
}
