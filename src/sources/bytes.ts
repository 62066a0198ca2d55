import type { Effects } from '../effects.ts'
import { SourceError } from '../errors.ts'
import { gunzip, isGzip } from './gzip.ts'

/** Enough bytes to tell what a file is, few enough to be quick. */
const HEAD_LENGTH = 64 * 1024

/** The path that means standard input. */
const STANDARD_INPUT = '-'

/** The bytes of a source, which detection reads before the records are read. */
export interface Bytes {
  /**
   * All bytes, from the first. A file may be read as often as one likes; what standard input gave is kept in memory
   * until the `last` reading begins.
   */
  chunks(last?: boolean): AsyncIterable<Uint8Array>
}

/** How a source is called where nobody gave it a name. */
export function nameOf(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : path
}

/**
 * Opens a file, or standard input under the path `-`; what is compressed with gzip (RFC 1952) is decompressed.
 *
 * @throws {SourceError} where the file cannot be read
 */
export async function openBytes(
  path: string,
  file: string,
  effects: Pick<Effects, 'readChunks'>,
): Promise<{ bytes: Bytes; gzip: boolean }> {
  const raw =
    path === STANDARD_INPUT ? keptBytes(effects.readChunks(path), file) : fileBytes(path, file, effects)
  if (!isGzip(await headOf(raw))) return { bytes: raw, gzip: false }
  return { bytes: { chunks: last => gunzip(raw.chunks(last), file) }, gzip: true }
}

/** The first bytes of a source, all of them if it is short. */
export async function headOf(bytes: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes.chunks()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= HEAD_LENGTH) break
  }
  return Buffer.concat(chunks)
}

function fileBytes(path: string, file: string, effects: Pick<Effects, 'readChunks'>): Bytes {
  return {
    async *chunks() {
      try {
        yield* effects.readChunks(path)
      } catch (cause) {
        throw unreadable(file, cause)
      }
    },
  }
}

/** Of a stream that cannot be read again. */
function keptBytes(stream: AsyncIterable<Uint8Array>, file: string): Bytes {
  const iterator = stream[Symbol.asyncIterator]()
  const kept: Uint8Array[] = []
  let gone = false
  const read = async () => {
    try {
      const { done, value } = await iterator.next()
      return done ? undefined : value
    } catch (cause) {
      throw unreadable(file, cause)
    }
  }
  return {
    async *chunks(last = false) {
      if (gone) {
        throw new SourceError('it can be read but once; save it to a file to read it again', {
          location: { file },
        })
      }
      gone = last
      for (let index = 0; ; index++) {
        const chunk = kept[index] ?? (await read())
        if (!chunk) return
        if (last) delete kept[index]
        else kept[index] = chunk
        yield chunk
      }
    },
  }
}

function unreadable(file: string, cause: unknown): SourceError {
  return new SourceError('the file cannot be read; check its path', { cause, location: { file } })
}
