import { GraphError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import { TERM_KIND, type TermKind } from './columnar.ts'

/**
 * The terms of a graph as plain arrays. The UTF-8 bytes of the values stand one after the other, in the order of ids, in
 * slabs; the address of a byte is the number of its slab and, in the lowest {@link SLAB_BITS} bits, where it is in the
 * slab. A value that is longer than a slab has a slab of its own, which takes up several numbers.
 */
export interface TermParts {
  /** By number; a slab with several numbers stands at each of them. */
  readonly slabs: readonly Uint8Array[]
  /** By id, the address of the first byte; then that behind the last value. */
  readonly starts: Uint32Array
  /** By id, the number of the type. */
  readonly types: Uint32Array
  /** Ids where their hashes put them (linear probing); its length is a power of two. */
  readonly table: Uint32Array
  /** The types of terms by number: see {@link typeKey}. */
  readonly typeKeys: readonly string[]
}

export const SLAB_BITS = 24
export const SLAB_SIZE = 2 ** SLAB_BITS
export const SLAB_MASK = SLAB_SIZE - 1

/** Numbers of the types that each graph has. Literals of other types have larger ones. */
export const NO_TYPE = 0
export const IRI_TYPE = 1
export const BLANK_TYPE = 2
export const STRING_TYPE = 3
export const FIRST_TYPE_KEYS: readonly string[] = ['', 'iri', 'blank', `^${iri('xsd:string')}`]

/** What two literals share if they have one datatype and one language tag: `@fr`, or `^` and the IRI of the datatype. */
export function typeKey(language: string, datatype: string): string {
  return language === '' ? `^${datatype}` : `@${language}`
}

/** The kind of the terms of a type. */
export function kindOfType(type: number, key: string): TermKind {
  if (type === IRI_TYPE) return TERM_KIND.iri
  if (type === BLANK_TYPE) return TERM_KIND.blankNode
  if (type === STRING_TYPE) return TERM_KIND.string
  return key.startsWith('@') ? TERM_KIND.languageString : TERM_KIND.typed
}

/**
 * @throws {GraphError} always: there is more than a graph can hold
 */
export function tooLarge(what: string): never {
  throw new GraphError(`the graph is too large: ${what}; split it`)
}
