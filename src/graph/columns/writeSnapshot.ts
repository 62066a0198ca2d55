import { checksumOf } from './checksum.ts'
import type { ColumnarGraph } from './columnar.ts'
import { exportParts } from './graphParts.ts'
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
 * The bytes of a snapshot, which {@link openSnapshot} reads at the speed of the disk. Equal graphs, built in the same
 * order, give equal bytes. The parts are views of the graph's own memory: write them out, or copy them, before the next.
 *
 * @throws {GraphError} where the graph was not built by this library, or the machine is big-endian
 */
export function* writeSnapshot(graph: ColumnarGraph): Generator<Uint8Array> {
  checkByteOrder()
  const { terms, columns } = exportParts(graph)
  const sections = [
    ...[...new Set(terms.slabs)].map(slab =>
      sectionOf('slab', slab, terms.slabs.lastIndexOf(slab) - terms.slabs.indexOf(slab) + 1),
    ),
    ...TERM_SECTIONS.map(name => sectionOf(name, terms[name])),
    ...COLUMN_SECTIONS.map(name => sectionOf(name, columns[name])),
  ]
  yield* header(
    terms.typeKeys,
    sections.map(({ entry }) => entry),
  )
  for (const { bytes, entry } of sections) {
    yield bytes
    if (padded(entry.length) > entry.length) yield new Uint8Array(padded(entry.length) - entry.length)
  }
}

interface Section {
  readonly entry: SectionEntry
  readonly bytes: Uint8Array
}

function sectionOf(name: SectionEntry['name'], array: Uint8Array | Uint32Array, numbers = 1): Section {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  const checksum = checksumOf(wordsOf(bytes))
  const { length } = bytes
  return { bytes, entry: { name, length, checksum, ...(numbers > 1 ? { numbers } : {}) } }
}

/** The bytes with their padding, as words. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const { length } = bytes
  if (length % ALIGNMENT === 0 && bytes.byteOffset % 4 === 0) {
    return new Uint32Array(bytes.buffer, bytes.byteOffset, length / 4)
  }
  const copy = new Uint8Array(padded(length))
  copy.set(bytes)
  return new Uint32Array(copy.buffer)
}

function* header(typeKeys: readonly string[], sections: readonly SectionEntry[]): Generator<Uint8Array> {
  const bodySize = sections.reduce((sum, { length }) => sum + padded(length), 0)
  // The size is a part of the manifest, whose length it has an influence on.
  let text = ''
  for (let size = 0; ; ) {
    text = JSON.stringify({ size, typeKeys, sections } satisfies Manifest)
    const next = HEADER_SIZE + padded(new TextEncoder().encode(text).length) + bodySize
    if (next === size) break
    size = next
  }
  const encoded = new TextEncoder().encode(text)
  const manifest = new Uint8Array(padded(encoded.length)).fill(0x20)
  manifest.set(encoded)
  const start = new Uint8Array(HEADER_SIZE)
  start.set(MAGIC)
  const checksum = checksumOf(new Uint32Array(manifest.buffer))
  new Uint32Array(start.buffer).set([VERSION, manifest.length, ...checksum], 2)
  yield start
  yield manifest
}
