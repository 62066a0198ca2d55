import type { TermId } from '../../../graph/columns/columnar.ts'

const PAGE_BITS = 12
const PAGE_SIZE = 1 << PAGE_BITS
const PAGE_MASK = PAGE_SIZE - 1

/** A number from 0 for each of some ids, in pages that are there once one of their ids is. */
export class IdTable {
  readonly #pages: (Int32Array | undefined)[] = []
  #count = 0

  /** -1 where the id has none. */
  get(id: TermId): number {
    const page = this.#pages[id >>> PAGE_BITS]
    return page === undefined ? -1 : page[id & PAGE_MASK]! - 1
  }

  set(id: TermId, value: number): void {
    const number = id >>> PAGE_BITS
    const page = this.#pages[number] ?? this.#addPage(number)
    page[id & PAGE_MASK] = value + 1
  }

  #addPage(number: number): Int32Array {
    while (this.#pages.length <= number) this.#pages.push(undefined)
    this.#count++
    const page = new Int32Array(PAGE_SIZE)
    this.#pages[number] = page
    return page
  }

  get bytes(): number {
    return this.#count * PAGE_SIZE * 4 + this.#pages.length * 8
  }
}

/** A set of ids: a bit for each, in pages like those of {@link IdTable}. */
export class IdSet {
  readonly #pages: (Int32Array | undefined)[] = []
  #count = 0

  has(id: TermId): boolean {
    const page = this.#pages[id >>> 15]
    return page !== undefined && ((page[(id >>> 5) & 1023]! >>> (id & 31)) & 1) === 1
  }

  /** Whether the id is new. */
  add(id: TermId): boolean {
    const page = this.#pages[id >>> 15] ?? this.#addPage(id >>> 15)
    const word = (id >>> 5) & 1023
    const bit = 1 << (id & 31)
    if ((page[word]! & bit) !== 0) return false
    page[word] = page[word]! | bit
    return true
  }

  #addPage(number: number): Int32Array {
    while (this.#pages.length <= number) this.#pages.push(undefined)
    this.#count++
    const page = new Int32Array(1024)
    this.#pages[number] = page
    return page
  }

  get bytes(): number {
    return this.#count * 4096 + this.#pages.length * 8
  }
}
