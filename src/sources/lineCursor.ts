const LF = 0x0a
const CR = 0x0d

/** Walks through the bytes of a text (in an encoding that holds ASCII as it is) and counts the lines. */
export class LineCursor {
  readonly #bytes: Uint8Array
  #position = 0
  #line = 1

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Walks to a position that lies ahead. */
  moveTo(position: number): void {
    while (this.#position < position) this.#step()
  }

  /**
   * Walks over line ends.
   *
   * @returns the line on which the next text begins, from 1
   */
  skipLineEnds(): number {
    while (this.#bytes[this.#position] === LF || this.#bytes[this.#position] === CR) this.#step()
    return this.#line
  }

  #step(): void {
    const byte = this.#bytes[this.#position]
    // CR LF is one line end, told by its LF.
    if (byte === LF || (byte === CR && this.#bytes[this.#position + 1] !== LF)) this.#line += 1
    this.#position += 1
  }
}
