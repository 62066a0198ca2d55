import { TERM_KIND, type TermId, type TermKind } from '../../../graph/columns/columnar.ts'
import { parseValue } from './parseValue.ts'
import { typeOfDatatype, VALUE } from './valueTypes.ts'

/** The terms that an evaluation makes and its graph does not have, each once. Ids begin above an offset. */
export class ComputedTerms {
  readonly #offset: number
  /** By kind and qualifier, then by value. */
  readonly #ids = new Map<string, Map<string, TermId>>()
  readonly #values: string[] = []
  readonly #qualifiers: string[] = []
  #kinds = new Uint8Array(64)
  #types = new Uint8Array(64)
  #numbers = new Float64Array(64)
  #characters = 0

  constructor(offset: TermId) {
    this.#offset = offset
  }

  get bytes(): number {
    return this.#values.length * 100 + this.#characters * 2
  }

  intern(kind: TermKind, value: string, qualifier: string): TermId {
    const key = `${kind}${qualifier}`
    let ids = this.#ids.get(key)
    if (!ids) {
      ids = new Map()
      this.#ids.set(key, ids)
    }
    let id = ids.get(value)
    if (id === undefined) {
      id = this.#add(kind, value, qualifier)
      ids.set(value, id)
    }
    return id
  }

  kindOf(id: TermId): TermKind {
    return this.#kinds[id - this.#offset - 1] as TermKind
  }

  valueOf(id: TermId): string {
    return this.#values[id - this.#offset - 1]!
  }

  /** The language tag, or the IRI of the datatype of a typed literal. */
  qualifierOf(id: TermId): string {
    return this.#qualifiers[id - this.#offset - 1]!
  }

  packedTypeOf(id: TermId): number {
    return this.#types[id - this.#offset - 1]!
  }

  numberOf(id: TermId): number {
    return this.#numbers[id - this.#offset - 1]!
  }

  #add(kind: TermKind, value: string, qualifier: string): TermId {
    const index = this.#values.length
    if (index === this.#kinds.length) this.#grow()
    this.#values.push(value)
    this.#qualifiers.push(qualifier)
    this.#characters += value.length * 2
    this.#kinds[index] = kind
    const { type, number } = parseTerm(kind, value, qualifier)
    this.#types[index] = type
    this.#numbers[index] = number
    return this.#offset + index + 1
  }

  #grow(): void {
    const length = this.#kinds.length * 2
    const kinds = new Uint8Array(length)
    kinds.set(this.#kinds)
    this.#kinds = kinds
    const types = new Uint8Array(length)
    types.set(this.#types)
    this.#types = types
    const numbers = new Float64Array(length)
    numbers.set(this.#numbers)
    this.#numbers = numbers
  }
}

const plain = {
  [TERM_KIND.iri]: { type: VALUE.iri, number: 0 },
  [TERM_KIND.blankNode]: { type: VALUE.blankNode, number: 0 },
  [TERM_KIND.string]: { type: VALUE.string, number: 0 },
  [TERM_KIND.languageString]: { type: VALUE.languageString, number: 0 },
}

function parseTerm(kind: TermKind, value: string, qualifier: string): { type: number; number: number } {
  return kind === TERM_KIND.typed ? parseValue(typeOfDatatype(qualifier), value) : plain[kind]
}
