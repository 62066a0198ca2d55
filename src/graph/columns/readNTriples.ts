import type { GraphBuilder } from './graphBuilder.ts'
import { type NTriplesOptions, NTriplesReader } from './nTriplesReader.ts'

export interface ReadNTriplesOptions extends Partial<NTriplesOptions> {
  /** Stops the reading between two chunks. */
  readonly signal?: AbortSignal
}

const LF = 0x0a
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * Reads N-Triples or N-Quads into a graph, as fast as bytes come. Literals, IRIs and language tags are kept as they are
 * written. Strictly: one statement a line, absolute IRIs, well-formed UTF-8.
 *
 * @param chunks UTF-8, cut anywhere
 * @throws {GraphError} where a line is malformed or is not UTF-8, with its number
 */
export async function readNTriples(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  builder: GraphBuilder,
  {
    file = 'application/n-triples',
    blankNodePrefix = 'b',
    isQuads = false,
    signal,
  }: ReadNTriplesOptions = {},
): Promise<void> {
  const reader = new NTriplesReader(builder, { file, blankNodePrefix, isQuads })
  const pending = new Pending()
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    pending.append(chunk)
    if (pending.isFirst && pending.size < BYTE_ORDER_MARK.length) continue
    const end = chunk.lastIndexOf(LF)
    if (end >= 0) reader.read(pending.take(pending.size - chunk.length + end + 1))
  }
  reader.read(pending.take(pending.size))
}

/** Bytes that wait for the end of their line. */
class Pending {
  size = 0
  /** Whether none have been taken yet. */
  isFirst = true
  #bytes = new Uint8Array(2 ** 17)
  /** Where those begin that have not been taken. */
  #start = 0

  append(chunk: Uint8Array): void {
    this.#bytes.copyWithin(0, this.#start, this.#start + this.size)
    this.#start = 0
    const needed = this.size + chunk.length
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.size))
      this.#bytes = larger
    }
    this.#bytes.set(chunk, this.size)
    this.size = needed
  }

  /** The first bytes, which are valid until more are appended; a byte order mark at the very beginning apart. */
  take(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#start, this.#start + length)
    const hasMark = this.isFirst && BYTE_ORDER_MARK.every((byte, place) => bytes[place] === byte)
    this.isFirst = false
    this.#start += length
    this.size -= length
    return hasMark ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes
  }
}
