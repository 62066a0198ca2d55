import type { FileEntry } from '@zip.js/zip.js'
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
  readonly entries: readonly FileEntry[]
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
  const entries = listed.filter(entry => !entry.directory)
  const byName = new Map<string, FileEntry>()
  let total = 0
  for (const entry of entries) {
    const name = toKey(entry.filename)
    if (byName.has(name))
      throw new SourceError(`the workbook holds "${name}" twice; save it again`, { location: { file } })
    byName.set(name, entry)
    total += entry.uncompressedSize
    if (total > MOST_TOTAL || isBomb(entry.uncompressedSize, entry)) throw bomb(entry, file)
    if (entry.encrypted)
      throw new SourceError('the workbook is encrypted; save it without a password', { location: { file } })
  }
  return { file, entries, find: name => byName.get(toKey(name)) }
}

/** The text of an entry, piece by piece. Any number of readers may read at a time.
 *
 * @throws {SourceError} where it is broken, larger than it says, or not in UTF-8
 */
export async function* readText({ file }: Archive, entry: FileEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const written = entry.getData(writable, { checkCrc32: true, useWebWorkers: false })
  // What goes wrong arrives through the readable side as well, or the reader has left: then nobody asks.
  written.catch(() => {})
  let size = 0
  try {
    for await (const chunk of readable) {
      size += chunk.length
      if (size > entry.uncompressedSize || isBomb(size, entry)) throw bomb(entry, file)
      yield decoder.decode(chunk, { stream: true })
    }
    await written
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
