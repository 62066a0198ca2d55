import type * as RDF from '@rdfjs/types'
import { iri } from '../../vocabulary/namespaces.ts'
import { TERM_KIND, type TermId, type TermKind, type TermTable } from './columnar.ts'
import { equalBytes, hashBytes } from './hashBytes.ts'
import {
  BLANK_TYPE,
  IRI_TYPE,
  kindOfType,
  NO_TYPE,
  SLAB_BITS,
  SLAB_MASK,
  STRING_TYPE,
  type TermParts,
  typeKey,
} from './termParts.ts'
import { BlankTerm, IriTerm, LiteralTerm } from './terms.ts'
import { decodeUtf8, Utf8Scratch } from './utf8.ts'

/** How many terms are kept as objects; a power of two. */
const RECENT_TERMS = 4096

/** Reads terms where they lie. */
export class PackedTermTable implements TermTable {
  readonly parts: TermParts
  readonly size: number
  readonly #slabs: readonly Uint8Array[]
  readonly #starts: Uint32Array
  readonly #types: Uint32Array
  readonly #table: Uint32Array
  readonly #kinds: Uint8Array
  readonly #typeNumbers: ReadonlyMap<string, number>
  /** By type, its datatype; `undefined` for IRIs and blank nodes. */
  readonly #datatypes: readonly (IriTerm | undefined)[]
  readonly #languages: readonly string[]
  readonly #recent = new Array<RDF.Term | undefined>(RECENT_TERMS)
  readonly #recentIds = new Uint32Array(RECENT_TERMS)
  readonly #scratch = new Utf8Scratch()
  readonly #cache = new Map<string | symbol, unknown>()

  constructor(parts: TermParts) {
    const { typeKeys } = parts
    this.parts = parts
    this.size = parts.starts.length - 2
    this.#slabs = parts.slabs
    this.#starts = parts.starts
    this.#types = parts.types
    this.#table = parts.table
    this.#kinds = Uint8Array.from(typeKeys, (key, type) => (type === NO_TYPE ? 0 : kindOfType(type, key)))
    this.#typeNumbers = new Map(typeKeys.map((key, type) => [key, type]))
    this.#languages = typeKeys.map(key => (key.startsWith('@') ? key.slice(1) : ''))
    this.#datatypes = typeKeys.map((key, type) => {
      if (type < STRING_TYPE) return undefined
      return new IriTerm(key.startsWith('@') ? iri('rdf:langString') : key.slice(1))
    })
  }

  kindOf(id: TermId): TermKind {
    return this.#kinds[this.#types[id]!] as TermKind
  }

  valueOf(id: TermId): string {
    return decodeUtf8(this.slabOf(id), this.startOf(id), this.endOf(id))
  }

  languageOf(id: TermId): string {
    return this.#languages[this.#types[id]!]!
  }

  datatypeOf(id: TermId): string {
    return this.#datatypes[this.#types[id]!]?.value ?? ''
  }

  qualifierOf(id: TermId): number {
    const type = this.#types[id]!
    return type < STRING_TYPE ? 0 : type
  }

  termOf(id: TermId): RDF.Term {
    const place = id & (RECENT_TERMS - 1)
    if (this.#recentIds[place] === id) return this.#recent[place]!
    const type = this.#types[id]!
    const value = this.valueOf(id)
    const datatype = this.#datatypes[type]
    const term =
      type === IRI_TYPE
        ? new IriTerm(value)
        : datatype
          ? new LiteralTerm(value, this.#languages[type]!, datatype)
          : new BlankTerm(value)
    this.#recent[place] = term
    this.#recentIds[place] = id
    return term
  }

  idOf(term: RDF.Term): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.#find(IRI_TYPE, term.value)
      case 'BlankNode':
        return this.#find(BLANK_TYPE, term.value)
      case 'Literal':
        if (term.direction) return 0
        return this.#find(this.#typeNumbers.get(typeKey(term.language, term.datatype.value)), term.value)
      default:
        return 0
    }
  }

  find(kind: TermKind, value: string, qualifier = ''): TermId {
    switch (kind) {
      case TERM_KIND.iri:
        return this.#find(IRI_TYPE, value)
      case TERM_KIND.blankNode:
        return this.#find(BLANK_TYPE, value)
      case TERM_KIND.string:
        return this.#find(STRING_TYPE, value)
      case TERM_KIND.languageString:
        return this.#find(this.#typeNumbers.get(`@${qualifier}`), value)
      case TERM_KIND.typed:
        return this.#find(this.#typeNumbers.get(`^${qualifier}`), value)
    }
  }

  compareValues(a: TermId, b: TermId): number {
    if (a === b) return 0
    const left = this.slabOf(a)
    const right = this.slabOf(b)
    const leftStart = this.startOf(a)
    const rightStart = this.startOf(b)
    const leftLength = this.endOf(a) - leftStart
    const rightLength = this.endOf(b) - rightStart
    const shared = Math.min(leftLength, rightLength)
    for (let at = 0; at < shared; at++) {
      const difference = left[leftStart + at]! - right[rightStart + at]!
      if (difference !== 0) return difference
    }
    return leftLength - rightLength
  }

  slabOf(id: TermId): Uint8Array {
    return this.#slabs[this.#starts[id]! >>> SLAB_BITS]!
  }

  startOf(id: TermId): number {
    return this.#starts[id]! & SLAB_MASK
  }

  endOf(id: TermId): number {
    const slab = this.#starts[id]! >>> SLAB_BITS
    const next = this.#starts[id + 1]!
    return next >>> SLAB_BITS === slab ? next & SLAB_MASK : this.#slabs[slab]!.length
  }

  cached<T>(key: string | symbol, create: () => T): T {
    if (!this.#cache.has(key)) this.#cache.set(key, create())
    return this.#cache.get(key) as T
  }

  #find(type: number | undefined, value: string): TermId {
    if (type === undefined) return 0
    const length = this.#scratch.encode(value)
    if (length < 0) return 0
    const { bytes } = this.#scratch
    const table = this.#table
    const mask = table.length - 1
    for (let place = hashBytes(bytes, 0, length, type) & mask; ; place = (place + 1) & mask) {
      const id = table[place]!
      if (id === 0) return 0
      if (this.#types[id] !== type) continue
      const start = this.startOf(id)
      if (this.endOf(id) - start === length && equalBytes(this.slabOf(id), start, bytes, 0, length)) return id
    }
  }
}
