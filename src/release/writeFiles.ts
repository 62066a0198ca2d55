import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import { ReleaseError } from '../errors.ts'
import { checkPath, type FileContent, type FileSummary, type ReleaseFile } from './releaseFile.ts'

/** Size from which text is handed to the file system, in UTF-16 code units. */
const WRITE_LENGTH = 65_536

/**
 * Writes files into a new folder, one after the other, measuring each as it is written, and flushes all of it.
 *
 * @throws {ReleaseError} for a path that is not safe or is there twice
 */
export async function writeFiles(
  files: Iterable<ReleaseFile> | AsyncIterable<ReleaseFile>,
  folder: string,
  effects: Effects,
  signal: AbortSignal | undefined,
): Promise<FileSummary[]> {
  const folders = new Set([folder])
  const paths = new Set<string>()
  const written: FileSummary[] = []
  await effects.makeDirectory(folder)
  for await (const { path, mediaType, content } of files) {
    checkPath(path)
    if (paths.has(path)) throw new ReleaseError(`a release cannot have two files "${path}"`)
    paths.add(path)
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent))
      folders.add(join(folder, parent))
    await effects.makeDirectory(dirname(join(folder, path)))
    const measure = createMeasure()
    await effects.writeFile(join(folder, path), measure.pass(encode(content([...written]), path, signal)))
    written.push({ path, mediaType, ...measure.result() })
  }
  for (const made of folders) await effects.syncDirectory(made)
  return written
}

/** Measures bytes that pass. */
export function createMeasure() {
  const hash = createHash('sha256')
  let byteSize = 0
  return {
    async *pass(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk)
        byteSize += chunk.byteLength
        yield chunk
      }
    },
    result: () => ({ byteSize, sha256: hash.digest('hex') }),
  }
}

async function* encode(
  content: FileContent,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let text = ''
  for await (const chunk of typeof content === 'string' ? [content] : content) {
    signal?.throwIfAborted()
    if (typeof chunk === 'string') {
      text += chunk
      if (text.length < WRITE_LENGTH) continue
    }
    // A character may be cut in two by the end of a chunk: its second half comes with the next.
    const whole = typeof chunk === 'string' ? text.replace(/[\uD800-\uDBFF]$/, '') : text
    if (whole !== '') yield toUtf8(whole, path)
    text = text.slice(whole.length)
    if (typeof chunk !== 'string') yield chunk
  }
  if (text !== '') yield toUtf8(text, path)
}

function toUtf8(text: string, path: string): Uint8Array {
  if (!text.isWellFormed()) throw new ReleaseError(`the text of "${path}" has half of a surrogate pair`)
  return Buffer.from(text)
}
