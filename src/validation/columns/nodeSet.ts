/** A set of nodes, a bit each. Its memory is what the greatest number takes, at most that of all nodes. */
export class NodeSet {
  #words = new Uint32Array(0)

  has(id: number): boolean {
    return ((this.#words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0
  }

  add(id: number): void {
    if (id >>> 5 >= this.#words.length) this.#grow(id >>> 5)
    this.#words[id >>> 5]! |= 1 << (id & 31)
  }

  /** The nodes, ascending. */
  toArray(): Uint32Array {
    const words = this.#words
    let size = 0
    for (let index = 0; index < words.length; index += 1) {
      for (let word = words[index]!; word !== 0; word &= word - 1) size += 1
    }
    const ids = new Uint32Array(size)
    let next = 0
    for (let index = 0; index < words.length; index += 1) {
      for (let word = words[index]!; word !== 0; word &= word - 1) {
        ids[next] = (index << 5) + 31 - Math.clz32(word & -word)
        next += 1
      }
    }
    return ids
  }

  #grow(index: number): void {
    const words = new Uint32Array(Math.max(64, index + 1, Math.ceil(this.#words.length * 1.5)))
    words.set(this.#words)
    this.#words = words
  }
}
