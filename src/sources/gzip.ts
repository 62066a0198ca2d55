import { pipeline, Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { SourceError } from '../errors.ts'

/** Text compresses ten times, rarely fifty; deflate reaches a thousand with what is no text. */
const MOST_EXPANSION = 200
/** Less than this much output harms nobody, whatever the expansion. */
const HARMLESS_LENGTH = 64 * 1024 * 1024

/** Whether bytes begin as those of a gzip file do (RFC 1952, 2.3.1: ID1, ID2). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Decompresses what is compressed with gzip.
 *
 * @throws {SourceError} where the data is broken or cut off, or grows as only a decompression bomb does
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  let read = 0
  let written = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      read += chunk.length
      yield chunk
    }
  }
  const inflated = pipeline(Readable.from(counted()), createGunzip(), () => {
    // An error reaches the loop below too.
  })
  try {
    for await (const chunk of inflated as AsyncIterable<Uint8Array>) {
      written += chunk.length
      if (written > HARMLESS_LENGTH && written > read * MOST_EXPANSION) {
        throw new SourceError(
          `it expands to more than ${MOST_EXPANSION} times its size, as a decompression bomb does; decompress it yourself if you trust it`,
          { location: { file } },
        )
      }
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    throw new SourceError('the gzip data is broken or cut off; fetch or compress the file again', {
      cause,
      location: { file },
    })
  }
}

/** Compresses with gzip. */
export function gzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(chunks), createGzip(), () => {
    // An error reaches the reader too.
  })
}
