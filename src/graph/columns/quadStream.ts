import type * as RDF from '@rdfjs/types'
import { AsyncIterator } from 'asynciterator'

/** Quads as an RDF/JS stream, which can also be iterated over again and again. */
export class QuadStream extends AsyncIterator<RDF.Quad> implements Iterable<RDF.Quad> {
  readonly #quads: Iterable<RDF.Quad>
  readonly #iterator: Iterator<RDF.Quad>

  constructor(quads: Iterable<RDF.Quad>) {
    super()
    this.#quads = quads
    this.#iterator = quads[Symbol.iterator]()
    this.readable = true
  }

  override read(): RDF.Quad | null {
    if (this.done) return null
    const { value, done } = this.#iterator.next()
    if (!done) return value
    this.close()
    return null
  }

  [Symbol.iterator](): Iterator<RDF.Quad> {
    return this.#quads[Symbol.iterator]()
  }
}
