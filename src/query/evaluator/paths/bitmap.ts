/** A set of ids below a bound. */
export class Bitmap {
  readonly #words: Uint32Array

  /** @param bound the highest id */
  constructor(bound: number) {
    this.#words = new Uint32Array((bound >>> 5) + 1)
  }

  has(id: number): boolean {
    return (this.#words[id >>> 5]! & (1 << (id & 31))) !== 0
  }

  /** @returns whether it was new */
  add(id: number): boolean {
    const word = this.#words[id >>> 5]!
    const bit = 1 << (id & 31)
    this.#words[id >>> 5] = word | bit
    return (word & bit) === 0
  }

  addAll(ids: Uint32Array): void {
    const words = this.#words
    for (const id of ids) words[id >>> 5]! |= 1 << (id & 31)
  }

  delete(id: number): void {
    this.#words[id >>> 5]! &= ~(1 << (id & 31))
  }

  /** Ascending. */
  toIds(): Uint32Array {
    let length = 0
    for (const word of this.#words) for (let rest = word; rest !== 0; rest &= rest - 1) length++
    const ids = new Uint32Array(length)
    let index = 0
    for (const [position, word] of this.#words.entries()) {
      for (let rest = word; rest !== 0; rest &= rest - 1) {
        ids[index++] = (position << 5) + 31 - Math.clz32(rest & -rest)
      }
    }
    return ids
  }

  get bytes(): number {
    return this.#words.byteLength
  }
}
