import type { Entry, FileEntry } from '@zip.js/zip.js'
import { SourceError } from '../../errors.ts'

/** An entry that inflates to more than this share of its compressed size … */
const MOST_INFLATION = 200
/** … and beyond this many bytes is no data, but a decompression bomb. */
const MOST_INFLATED = 100 * 1024 ** 2
/** Bytes of all entries together. */
const MOST_TOTAL = 4 * 1024 ** 3

/** A zip archive in memory, the container of XLSX (Open Packaging Conventions) and ODS workbooks. */
export interface Archive {
  /** What people know the file by. */
  readonly file: string
  /** In the order of the archive. */
  readonly entries: readonly Entry[]
  /** The entry of this name; part names of XLSX do not tell upper from lower case (ECMA-376 part 2, 6.2.2). */
  find(name: string): FileEntry | undefined
}

/**
 * Opens a zip archive.
 *
 * @throws {SourceError} where the bytes are no archive, or one that is broken, encrypted or a decompression bomb
 */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive> {
  refuseOtherContainers(bytes, file)
  const { Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js')
  const listed = await new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false })
    .getEntries()
    .catch(cause => {
      throw new SourceError(
        'the file is not a workbook, or is cut off: its zip archive cannot be read; save or download it again',
        { cause, location: { file } },
      )
    })
  const byName = new Map<string, FileEntry>()
  let total = 0
  for (const entry of listed) {
    if (entry.directory) continue
    const name = toKey(entry.filename)
    if (byName.has(name))
      throw new SourceError(`the workbook holds "${name}" twice; save it again`, { location: { file } })
    byName.set(name, entry)
    total += entry.uncompressedSize
    if (total > MOST_TOTAL || isBomb(entry.uncompressedSize, entry)) throw bomb(entry, file)
    if (entry.encrypted)
      throw new SourceError('the workbook is encrypted; save it without a password', { location: { file } })
  }
  return { file, entries: listed, find: name => byName.get(toKey(name)) }
}

/**
 * The text of an entry, piece by piece. Any number of readers may read at a time.
 *
 * @throws {SourceError} where it is broken, larger than it says, or not in UTF-8
 */
export async function* readText({ file }: Archive, entry: FileEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  try {
    for await (const chunk of inflate(entry)) {
      size += chunk.length
      if (size > entry.uncompressedSize || isBomb(size, entry)) throw bomb(entry, file)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    const isEncoding =
      cause instanceof TypeError && 'code' in cause && cause.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    throw new SourceError(
      isEncoding
        ? `"${entry.filename}" in the workbook is not in UTF-8; open the file in a spreadsheet program and save it again`
        : `"${entry.filename}" in the workbook is damaged; save or download it again`,
      { cause, location: { file } },
    )
  }
}

async function* inflate(entry: FileEntry): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const written = entry.getData(writable, { checkCrc32: true, useWebWorkers: false })
  const reader = readable.getReader()
  const leave = () => reader.cancel().catch(() => {})
  // Not all that goes wrong arrives through the readable side, which would then be waited for without end.
  written.catch(leave)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
    await written
  } finally {
    await leave()
  }
}

/**
 * A copy of an archive in which one entry has another content. All others keep their bytes, and all their order and
 * dates, so that the same input gives the same archive.
 *
 * @param name of the entry
 * @param content the new content of the entry, piece by piece
 * @throws what the content throws
 */
export async function replaceEntry(
  { entries, find }: Archive,
  name: string,
  content: AsyncIterable<string>,
): Promise<Uint8Array> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } = await import('@zip.js/zip.js')
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    extendedTimestamp: false,
    dataDescriptor: false,
  })
  for (const entry of entries) {
    const { filename, rawLastModDate } = entry
    if (entry === find(name)) {
      await writer.add(filename, ReadableStream.from(encode(content)), {
        entry,
        rawLastModDate: Number(rawLastModDate),
      })
    } else if (entry.directory) {
      await writer.add(filename, undefined, { entry, directory: true })
    } else {
      const bytes = await entry.getData(new Uint8ArrayWriter(), { passThrough: true, useWebWorkers: false })
      await writer.add(filename, new Uint8ArrayReader(bytes), { entry, passThrough: true })
    }
  }
  return writer.close()
}

async function* encode(content: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of content) yield encoder.encode(text)
}

/** An absolute part name, without its slash. Some writers separate folders as their system does. */
function toKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function isBomb(size: number, { compressedSize }: FileEntry): boolean {
  return size > MOST_INFLATED && size > MOST_INFLATION * compressedSize
}

function bomb({ filename }: FileEntry, file: string): SourceError {
  return new SourceError(
    `the workbook inflates beyond all measure ("${filename}"), as a decompression bomb does; delete empty rows and columns, or save it as CSV`,
    { location: { file } },
  )
}

/** Compound File Binary Format, in which old workbooks are stored, and new ones with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function refuseOtherContainers(bytes: Uint8Array, file: string): void {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    throw new SourceError(
      'the file is an old workbook (.xls), or one with a password; save it as .xlsx or .ods without a password',
      { location: { file } },
    )
  }
}
