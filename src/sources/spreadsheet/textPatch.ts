/**
 * A text that is copied piece by piece, with insertions and omissions. Offsets are those of the original text and only
 * grow.
 */
export class TextPatch {
  /** Of the original, what was neither copied nor left out yet; it begins at `#offset`. */
  #rest = ''
  #offset = 0
  #patched = ''

  /** The next piece of the original. */
  piece(text: string): void {
    this.#rest += text
  }

  /** The original between two offsets that lie ahead. */
  slice(start: number, end: number): string {
    return this.#rest.slice(start - this.#offset, end - this.#offset)
  }

  /** Where the tag begins that ends before an offset: neither tags nor the values in them hold another `<`. */
  tagStart(end: number): number {
    return this.#offset + this.#rest.lastIndexOf('<', end - this.#offset - 1)
  }

  /** Copies the original up to an offset. */
  copyTo(offset: number): void {
    if (offset <= this.#offset) return
    this.#patched += this.slice(this.#offset, offset)
    this.leaveOutTo(offset)
  }

  /** Copies all that is left of the original. */
  copyRest(): void {
    this.copyTo(this.#offset + this.#rest.length)
  }

  /** Leaves out the original up to an offset. */
  leaveOutTo(offset: number): void {
    this.#rest = this.#rest.slice(offset - this.#offset)
    this.#offset = offset
  }

  insert(text: string): void {
    this.#patched += text
  }

  /** What is patched since the last time. */
  take(): string {
    const text = this.#patched
    this.#patched = ''
    return text
  }
}
