import type { TermId } from '../../../graph/columns/columnar.ts'

/** A list of ids that grows, to be filled and emptied over and over. */
export class IdList {
  /** The first `length` are the list. */
  ids = new Uint32Array(64)
  length = 0

  push(id: TermId): void {
    if (this.length === this.ids.length) this.#grow(this.length + 1)
    this.ids[this.length++] = id
  }

  /** Appends `values[start] … values[end - 1]`. */
  append(values: Uint32Array, start: number, end: number): void {
    const length = this.length + end - start
    if (length > this.ids.length) this.#grow(length)
    for (let index = start, to = this.length; index < end; index++, to++) this.ids[to] = values[index]!
    this.length = length
  }

  clear(): void {
    this.length = 0
  }

  #grow(needed: number): void {
    const larger = new Uint32Array(Math.max(needed, this.ids.length * 2))
    larger.set(this.ids.subarray(0, this.length))
    this.ids = larger
  }
}
