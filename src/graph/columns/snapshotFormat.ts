import { GraphError } from '../../errors.ts'
import type { Checksum } from './checksum.ts'
import type { ColumnParts } from './columnParts.ts'

/**
 * A snapshot is the parts of a graph, one behind the other, little-endian, each beginning at a multiple of
 * {@link ALIGNMENT} bytes, so that the arrays of the graph are views of the bytes of the file:
 *
 * | bytes | |
 * |---|---|
 * | 8 | {@link MAGIC} |
 * | 4 | {@link VERSION} |
 * | 4 | length of the manifest, in bytes, padding included |
 * | 16 | checksum of the manifest |
 * | … | manifest: JSON, UTF-8, padded with spaces |
 * | … | sections, in the order of the manifest, padded with zeros |
 */
export const MAGIC = Uint8Array.of(0x89, 0x41, 0x4c, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
export const VERSION = 1
export const ALIGNMENT = 16
export const HEADER_SIZE = 32

export interface Manifest {
  /** Size of the whole file, in bytes. */
  readonly size: number
  /** The types of terms: see `TermParts`. */
  readonly typeKeys: readonly string[]
  readonly sections: readonly SectionEntry[]
}

export interface SectionEntry {
  readonly name: SectionName
  /** In bytes, without padding. */
  readonly length: number
  /** Over the padded bytes. */
  readonly checksum: Checksum
  /** How many numbers the slab takes up. Default: one. */
  readonly numbers?: number
}

export const COLUMN_SECTIONS = [
  'graphNames',
  'setStarts',
  'subjectStarts',
  'subjects',
  'predicates',
  'ranks',
  'keyStarts',
  'keyCounts',
  'valueStarts',
  'offsetStarts',
  'keys',
  'offsets',
  'values',
  'identity',
] as const satisfies (keyof ColumnParts)[]

export const TERM_SECTIONS = ['starts', 'types', 'table'] as const

/** A slab, or an array of numbers. */
export type SectionName = 'slab' | (typeof TERM_SECTIONS)[number] | (typeof COLUMN_SECTIONS)[number]

/** A length with its padding. */
export function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

/**
 * @throws {GraphError} on a machine whose numbers are big-endian
 */
export function checkByteOrder(): void {
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] === 1) return
  throw new GraphError('snapshots are little-endian, and this machine is not; read the dump instead')
}
