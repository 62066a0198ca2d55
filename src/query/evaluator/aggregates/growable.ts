/** The length for a typed array that has to hold one more index. */
export function grownLength(length: number, index: number): number {
  return Math.max(length * 2, index + 1, 64)
}

/** One number per group. */
export class Numbers {
  #values = new Float64Array(64)

  get bytes(): number {
    return this.#values.byteLength
  }

  /** The numbers, room for the groups up to one made. */
  upTo(group: number): Float64Array {
    if (group >= this.#values.length) {
      const values = new Float64Array(grownLength(this.#values.length, group))
      values.set(this.#values)
      this.#values = values
    }
    return this.#values
  }

  /** 0 of a group that has none. */
  get(group: number): number {
    return this.#values[group] ?? 0
  }
}

/** The greatest of the first numbers, -1 if there are none. */
export function greatest(groups: Uint32Array, length: number): number {
  let found = -1
  for (let row = 0; row < length; row++) {
    const group = groups[row]!
    if (group > found) found = group
  }
  return found
}
