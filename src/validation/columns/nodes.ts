import type * as RDF from '@rdfjs/types'
import { iri } from '../../vocabulary/namespaces.ts'
import { type DataGraph, KIND } from './dataGraph.ts'

/** The nodes that a validation meets: those of the graph, under their numbers, and those that only the shapes name. */
export class Nodes {
  readonly #terms: DataGraph['terms']
  /** Number of the last node that is in the graph. */
  readonly #last: number
  readonly #further: RDF.Term[] = []
  readonly #furtherIds = new Map<string, number>()

  constructor({ terms }: DataGraph) {
    this.#terms = terms
    this.#last = terms.size
  }

  /** Number of the last node. */
  get last(): number {
    return this.#last + this.#further.length
  }

  idOf(term: RDF.Term): number {
    const id = this.#terms.idOf(term)
    if (id !== 0) return id
    const key = keyOf(term)
    const further = this.#furtherIds.get(key) ?? this.#last + this.#further.length + 1
    if (further > this.last) this.#further.push(term)
    this.#furtherIds.set(key, further)
    return further
  }

  /** One of `KIND`. */
  kindOf(id: number): number {
    return id <= this.#last ? this.#terms.kindOf(id) : kindOf(this.#furtherOf(id))
  }

  /** The IRI, the label of the blank node, or the lexical form. */
  valueOf(id: number): string {
    return id <= this.#last ? this.#terms.valueOf(id) : this.#furtherOf(id).value
  }

  languageOf(id: number): string {
    if (id <= this.#last) return this.#terms.languageOf(id)
    const term = this.#furtherOf(id)
    return term.termType === 'Literal' ? term.language : ''
  }

  /** The IRI of the datatype of a literal; `''` for others. */
  datatypeOf(id: number): string {
    if (id <= this.#last) return this.#terms.datatypeOf(id)
    const term = this.#furtherOf(id)
    return term.termType === 'Literal' ? term.datatype.value : ''
  }

  /** A number that literals of one datatype and language share; 0 for those that are not in the graph. */
  qualifierOf(id: number): number {
    return id <= this.#last ? this.#terms.qualifierOf(id) : 0
  }

  #furtherOf(id: number): RDF.Term {
    return this.#further[id - this.#last - 1]!
  }
}

function kindOf(term: RDF.Term): number {
  if (term.termType === 'NamedNode') return KIND.iri
  if (term.termType !== 'Literal') return KIND.blankNode
  if (term.language !== '') return KIND.languageString
  return term.datatype.value === iri('xsd:string') ? KIND.string : KIND.typed
}

function keyOf(term: RDF.Term): string {
  const qualifier = term.termType === 'Literal' ? [term.datatype.value, term.language] : []
  return JSON.stringify([term.termType, term.value, ...qualifier])
}
