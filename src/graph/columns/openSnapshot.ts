import { GraphError } from '../../errors.ts'
import { checkParts } from './checkParts.ts'
import { checksumOf } from './checksum.ts'
import type { ColumnarGraph } from './columnar.ts'
import { type GraphParts, importParts } from './graphParts.ts'
import {
  ALIGNMENT,
  COLUMN_SECTIONS,
  checkByteOrder,
  HEADER_SIZE,
  MAGIC,
  type Manifest,
  padded,
  type SectionEntry,
  TERM_SECTIONS,
  VERSION,
} from './snapshotFormat.ts'

/**
 * The graph of a snapshot. Nothing is copied: it reads these bytes, which may no longer be changed. Each byte is looked
 * at, so that a damaged file is found.
 *
 * @param bytes a whole file; at a multiple of four bytes of their buffer, or they are copied
 * @param file its name, for messages
 * @throws {GraphError} where the file is no snapshot, one of another version, cut off or damaged
 */
export function openSnapshot(bytes: Uint8Array, file = 'snapshot'): ColumnarGraph {
  checkByteOrder()
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const { manifest, start } = readManifest(aligned, file)
  const parts = readSections(aligned, manifest, start, file)
  const fault = checkParts(parts)
  if (fault !== undefined) damaged(file, fault)
  return importParts(parts)
}

function readManifest(bytes: Uint8Array, file: string): { manifest: Manifest; start: number } {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) {
    throw new GraphError('it is no snapshot of a graph', { location: { file } })
  }
  if (bytes.length < HEADER_SIZE) cutOff(file)
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_SIZE / 4)
  if (header[2] !== VERSION) {
    throw new GraphError(
      `it is a snapshot of version ${header[2]}, and only version ${VERSION} can be read; make it again from the dump`,
      { location: { file } },
    )
  }
  const length = header[3]!
  const start = HEADER_SIZE + length
  if (length % ALIGNMENT !== 0) damaged(file, 'its manifest')
  if (start > bytes.length) cutOff(file)
  const checksum = checksumOf(new Uint32Array(bytes.buffer, bytes.byteOffset + HEADER_SIZE, length / 4))
  if (checksum.some((part, at) => part !== header[4 + at])) damaged(file, 'its manifest')
  const manifest = parseManifest(new TextDecoder().decode(bytes.slice(HEADER_SIZE, start)))
  if (!manifest) return damaged(file, 'its manifest')
  if (bytes.length < manifest.size) cutOff(file)
  if (bytes.length > manifest.size) damaged(file, 'something stands behind its end')
  return { manifest, start }
}

/** The manifest, where the JSON is one. */
function parseManifest(text: string): Manifest | undefined {
  try {
    const { size, typeKeys, sections } = JSON.parse(text) as Manifest
    const areEntries = sections.every(
      ({ name, length, checksum, numbers = 1 }) =>
        Number.isSafeInteger(length) &&
        length >= 0 &&
        (name === 'slab' || length % 4 === 0) &&
        Array.isArray(checksum) &&
        Number.isSafeInteger(numbers) &&
        numbers >= 1 &&
        numbers <= 256,
    )
    const areKeys = typeKeys.every(key => typeof key === 'string')
    return areEntries && areKeys ? { size, typeKeys, sections } : undefined
  } catch {
    return undefined
  }
}

function readSections(
  bytes: Uint8Array,
  { typeKeys, sections }: Manifest,
  start: number,
  file: string,
): GraphParts {
  const slabs: Uint8Array[] = []
  const arrays: Partial<Record<SectionEntry['name'], Uint32Array>> = {}
  let at = bytes.byteOffset + start
  const end = bytes.byteOffset + bytes.length
  for (const { name, length, checksum, numbers = 1 } of sections) {
    const size = padded(length)
    if (at + size > end) damaged(file, 'its manifest')
    const found = checksumOf(new Uint32Array(bytes.buffer, at, size / 4))
    if (found.some((part, place) => part !== checksum[place])) damaged(file, name)
    if (name !== 'slab') arrays[name] = new Uint32Array(bytes.buffer, at, length / 4)
    else for (let number = 0; number < numbers; number++) slabs.push(new Uint8Array(bytes.buffer, at, length))
    at += size
  }
  if (at !== end) damaged(file, 'its manifest')
  const pick = <Name extends SectionEntry['name']>(names: readonly Name[]) =>
    Object.fromEntries(
      names.map(name => [name, arrays[name] ?? damaged(file, `${name} is missing`)]),
    ) as Record<Name, Uint32Array>
  return { terms: { slabs, typeKeys, ...pick(TERM_SECTIONS) }, columns: pick(COLUMN_SECTIONS) }
}

function cutOff(file: string): never {
  throw new GraphError('it is cut off; make it again from the dump', { location: { file } })
}

function damaged(file: string, what: string): never {
  throw new GraphError(`it is damaged (${what}); make it again from the dump`, { location: { file } })
}
