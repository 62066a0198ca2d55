const FIRST_CHUNK = 16
const LARGEST_CHUNK = 2 ** 16

/** Numbers as they come, in chunks that are never copied. */
export class NumberBuffer {
  readonly #full: Uint32Array[] = []
  #chunk = new Uint32Array(FIRST_CHUNK)
  #used = 0

  push(number: number): void {
    if (this.#used === this.#chunk.length) {
      this.#full.push(this.#chunk)
      this.#chunk = new Uint32Array(Math.min(this.#chunk.length * 2, LARGEST_CHUNK))
      this.#used = 0
    }
    this.#chunk[this.#used++] = number
  }

  *chunks(): Generator<Uint32Array> {
    yield* this.#full
    yield this.#chunk.subarray(0, this.#used)
  }
}
