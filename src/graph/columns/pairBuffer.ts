/** Sizes of chunks, in pairs. */
const FIRST_CHUNK = 4
const LARGEST_CHUNK = 2 ** 15

/** Pairs of subject and object as they come, in chunks that are never copied. */
export class PairBuffer {
  size = 0
  readonly #full: Uint32Array[] = []
  #chunk = new Uint32Array(FIRST_CHUNK * 2)
  #used = 0

  push(subject: number, object: number): void {
    if (this.#used === this.#chunk.length) {
      this.#full.push(this.#chunk)
      this.#chunk = new Uint32Array(Math.min(this.#chunk.length * 2, LARGEST_CHUNK * 2))
      this.#used = 0
    }
    this.#chunk[this.#used] = subject
    this.#chunk[this.#used + 1] = object
    this.#used += 2
    this.size++
  }

  /** All pairs, in two arrays. */
  separate(): { subjects: Uint32Array; objects: Uint32Array } {
    const subjects = new Uint32Array(this.size)
    const objects = new Uint32Array(this.size)
    let place = 0
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#used)]) {
      for (let at = 0; at < chunk.length; at += 2) {
        subjects[place] = chunk[at]!
        objects[place++] = chunk[at + 1]!
      }
    }
    return { subjects, objects }
  }
}
