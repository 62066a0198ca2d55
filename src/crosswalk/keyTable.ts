const DIGITS = new Map([...'abcdefghijklmnopqrstuvwxyz234567'].map((digit, value) => [digit, value]))

/**
 * Remembers on which line each record stands, in little room: a record is known by the 80 bits of the opaque part of
 * its IRI, which is what has to be unique.
 */
export class KeyTable {
  /** Four words a slot: 30, 30 and 20 bits of the name, and the line; line 0 is an empty slot. */
  #slots = new Uint32Array(4 * 1024)
  #size = 0

  /**
   * Notes a record.
   *
   * @param name 16 base32 characters
   * @returns the line of the record that has this name already, if there is one
   */
  add(name: string, line: number): number | undefined {
    if (this.#size * 2 >= this.#slots.length / 4) this.#grow()
    const [high, middle, low] = [word(name, 0, 6), word(name, 6, 12), word(name, 12, 16)]
    const slot = this.#find(this.#slots, high, middle, low)
    const known = this.#slots[slot + 3]!
    if (known !== 0) return known
    this.#slots.set([high, middle, low, line], slot)
    this.#size += 1
    return undefined
  }

  /** The slot of a name, or the empty one where it belongs. */
  #find(slots: Uint32Array, high: number, middle: number, low: number): number {
    const mask = slots.length / 4 - 1
    // The names are digests: any of their bits will do.
    for (let index = middle & mask; ; index = (index + 1) & mask) {
      const slot = index * 4
      if (slots[slot + 3] === 0) return slot
      if (slots[slot] === high && slots[slot + 1] === middle && slots[slot + 2] === low) return slot
    }
  }

  #grow(): void {
    const old = this.#slots
    const slots = new Uint32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 4) {
      if (old[slot + 3] === 0) continue
      const to = this.#find(slots, old[slot]!, old[slot + 1]!, old[slot + 2]!)
      slots.set(old.subarray(slot, slot + 4), to)
    }
    this.#slots = slots
  }
}

function word(name: string, start: number, end: number): number {
  let value = 0
  for (let index = start; index < end; index += 1) value = (value << 5) | DIGITS.get(name[index]!)!
  return value
}
