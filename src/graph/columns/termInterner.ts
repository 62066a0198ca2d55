import type * as RDF from '@rdfjs/types'
import { GraphError } from '../../errors.ts'
import { iri } from '../../vocabulary/namespaces.ts'
import type { Allocate } from './allocate.ts'
import type { TermId } from './columnar.ts'
import { equalBytes, hashBytes } from './hashBytes.ts'
import {
  BLANK_TYPE,
  FIRST_TYPE_KEYS,
  IRI_TYPE,
  SLAB_BITS,
  SLAB_MASK,
  SLAB_SIZE,
  STRING_TYPE,
  type TermParts,
  tooLarge,
  typeKey,
} from './termParts.ts'
import { Utf8Scratch } from './utf8.ts'

const FIRST_SLAB_SIZE = 2 ** 14
const FIRST_CAPACITY = 256
const DIRECTIONAL = iri('rdf:dirLangString')

/** Gives each term a number, from 1, in the order in which they first come. */
export class TermInterner {
  size = 0
  readonly #allocate: Allocate
  readonly #slabs: Uint8Array[] = []
  #slab: Uint8Array
  /** The number of the slab that is being filled, and how much of it is. */
  #number = 0
  #used = 0
  /** By id, pairs of the address of the first byte and the type: what is compared stands together. */
  #entries = new Uint32Array(FIRST_CAPACITY * 2)
  /** Pairs of hash and id: terms that are not looked for need not be read. */
  #table = new Uint32Array(FIRST_CAPACITY * 4)
  readonly #typeKeys = [...FIRST_TYPE_KEYS]
  readonly #typeNumbers = new Map(FIRST_TYPE_KEYS.map((key, type) => [key, type]))
  readonly #scratch = new Utf8Scratch()

  constructor(allocate: Allocate) {
    this.#allocate = allocate
    this.#slab = new Uint8Array(allocate(FIRST_SLAB_SIZE))
    this.#slabs.push(this.#slab)
  }

  /**
   * The id of a term.
   *
   * @throws {GraphError} where it is no term of RDF 1.1, or no UTF-8 can hold it
   */
  intern(term: RDF.Term): TermId {
    switch (term.termType) {
      case 'NamedNode':
        return this.internText(IRI_TYPE, term.value)
      case 'BlankNode':
        return this.internText(BLANK_TYPE, term.value)
      case 'Literal':
        if (term.direction || term.datatype.value === DIRECTIONAL) {
          throw new GraphError(
            `the literal ${JSON.stringify(term.value)} has a base direction, which RDF 1.1 does not know`,
          )
        }
        return this.internText(this.typeOf(term.language, term.datatype.value), term.value)
      case 'Quad':
        throw new GraphError('a graph holds RDF 1.1, which has no triple terms')
      default:
        throw new GraphError(`a graph holds no ${term.termType}`)
    }
  }

  /**
   * @throws {GraphError} where the text has half of a surrogate pair
   */
  internText(type: number, value: string): TermId {
    const length = this.#scratch.encode(value)
    if (length < 0) throw new GraphError(`the text ${JSON.stringify(value)} has half of a surrogate pair`)
    return this.internBytes(type, this.#scratch.bytes, 0, length)
  }

  /**
   * @param bytes hold the value as well-formed UTF-8
   */
  internBytes(type: number, bytes: Uint8Array, start: number, end: number): TermId {
    const hash = hashBytes(bytes, start, end, type)
    const table = this.#table
    const mask = table.length / 2 - 1
    let place = hash & mask
    for (; ; place = (place + 1) & mask) {
      const id = table[place * 2 + 1]!
      if (id === 0) break
      if (table[place * 2] === hash && this.#isAt(id, type, bytes, start, end - start)) return id
    }
    return this.#append(hash, place, type, bytes, start, end)
  }

  /** The number of a type of literals. */
  typeOf(language: string, datatype: string): number {
    return datatype === XSD_STRING && language === ''
      ? STRING_TYPE
      : this.#numberOf(typeKey(language, datatype))
  }

  /** The terms as they are read. Nothing can be interned any more. */
  finish(): TermParts {
    const address = this.#address()
    this.#slabs[this.#number] = this.#copy(this.#slab, this.#used)
    const starts = new Uint32Array(this.#allocate((this.size + 2) * 4))
    const types = new Uint32Array(this.#allocate((this.size + 1) * 4))
    for (let id = 1; id <= this.size; id++) {
      starts[id] = this.#entries[id * 2]!
      types[id] = this.#entries[id * 2 + 1]!
    }
    starts[this.size + 1] = address
    this.#entries = EMPTY
    const table = new Uint32Array(this.#allocate(this.#table.length * 2))
    for (let place = 0; place < table.length; place++) table[place] = this.#table[place * 2 + 1]!
    this.#table = EMPTY
    return { slabs: this.#slabs, starts, types, table, typeKeys: this.#typeKeys }
  }

  #numberOf(key: string): number {
    const known = this.#typeNumbers.get(key)
    if (known !== undefined) return known
    if (this.#scratch.encode(key) < 0) {
      throw new GraphError(`the datatype or language ${JSON.stringify(key)} has half of a surrogate pair`)
    }
    const type = this.#typeKeys.push(key) - 1
    this.#typeNumbers.set(key, type)
    return type
  }

  #isAt(id: TermId, type: number, bytes: Uint8Array, start: number, length: number): boolean {
    const entries = this.#entries
    if (entries[id * 2 + 1] !== type) return false
    const address = entries[id * 2]!
    const number = address >>> SLAB_BITS
    const slab = this.#slabs[number]!
    const next = id === this.size ? this.#address() : entries[id * 2 + 2]!
    const from = address & SLAB_MASK
    const to = next >>> SLAB_BITS === number ? next & SLAB_MASK : this.#slabs[number]!.length
    return to - from === length && equalBytes(slab, from, bytes, start, length)
  }

  #append(hash: number, place: number, type: number, bytes: Uint8Array, start: number, end: number): TermId {
    const length = end - start
    if (this.#used + length > this.#slab.length || this.#used >= SLAB_SIZE) this.#makeRoom(length)
    const id = ++this.size
    if (id * 2 + 1 >= this.#entries.length) this.#entries = enlarged(this.#entries)
    this.#entries[id * 2] = this.#address()
    this.#entries[id * 2 + 1] = type
    const slab = this.#slab
    let at = this.#used
    for (let from = start; from < end; from++) slab[at++] = bytes[from]!
    this.#used = at
    this.#table[place * 2] = hash
    this.#table[place * 2 + 1] = id
    if (id * 3 > this.#table.length) this.#rehash()
    return id
  }

  /** The address behind the last value. */
  #address(): number {
    return this.#number * SLAB_SIZE + this.#used
  }

  #makeRoom(length: number): void {
    if (this.#number === 0 && this.#used + length <= SLAB_SIZE && this.#used < SLAB_SIZE) {
      let size = this.#slab.length * 2
      while (size < this.#used + length) size *= 2
      const larger = new Uint8Array(this.#allocate(Math.min(size, SLAB_SIZE)))
      larger.set(this.#slab.subarray(0, this.#used))
      this.#slab = larger
      this.#slabs[0] = larger
      return
    }
    this.#slabs[this.#number] = this.#slab.subarray(0, this.#used)
    const count = Math.max(1, Math.ceil(length / SLAB_SIZE))
    const first = this.#slabs.length
    if (first + count >= 2 ** (32 - SLAB_BITS)) tooLarge('its terms have more than 4 GiB of text')
    this.#slab = new Uint8Array(this.#allocate(Math.max(length, SLAB_SIZE)))
    for (let number = first; number < first + count; number++) this.#slabs.push(this.#slab)
    this.#number = first
    this.#used = 0
  }

  #copy(slab: Uint8Array, length: number): Uint8Array {
    if (length > SLAB_SIZE / 2) return slab.subarray(0, length)
    const copy = new Uint8Array(this.#allocate(length))
    copy.set(slab.subarray(0, length))
    return copy
  }

  #rehash(): void {
    const old = this.#table
    if (old.length >= 2 ** 32) tooLarge('it has more than two thousand million terms')
    const table = new Uint32Array(old.length * 2)
    const mask = table.length / 2 - 1
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue
      let place = old[at]! & mask
      while (table[place * 2 + 1] !== 0) place = (place + 1) & mask
      table[place * 2] = old[at]!
      table[place * 2 + 1] = old[at + 1]!
    }
    this.#table = table
  }
}

const XSD_STRING = iri('xsd:string')
const EMPTY = new Uint32Array(0)

function enlarged(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(array.length / 4) * 6)
  larger.set(array)
  return larger
}
