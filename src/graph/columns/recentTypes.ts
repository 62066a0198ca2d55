import { equalBytes, hashBytes } from './hashBytes.ts'

/** How many are kept; a power of two. */
const RECENT = 64

/** Numbers of types by how they are written, for those that came lately: found without making a text of them. */
export class RecentTypes {
  readonly #bytes: Uint8Array[] = new Array(RECENT).fill(new Uint8Array(0))
  readonly #types = new Uint32Array(RECENT)

  /** 0 where it is not kept. */
  get(bytes: Uint8Array, start: number, end: number): number {
    const place = hashBytes(bytes, start, end, 0) & (RECENT - 1)
    const kept = this.#bytes[place]!
    const isSame = kept.length === end - start && equalBytes(kept, 0, bytes, start, end - start)
    return isSame ? this.#types[place]! : 0
  }

  set(bytes: Uint8Array, start: number, end: number, type: number): void {
    const place = hashBytes(bytes, start, end, 0) & (RECENT - 1)
    this.#bytes[place] = bytes.slice(start, end)
    this.#types[place] = type
  }
}
