import type * as RDF from '@rdfjs/types'

/** What a term is, by number, as the columns of a graph have it. */
export const KIND = { iri: 1, blankNode: 2, string: 3, languageString: 4, typed: 5 } as const

/** One predicate: the objects of `keys[row]` are `values[offsets[row]] … values[offsets[row + 1] - 1]`. */
export interface DataColumn {
  readonly predicate: number
  readonly keys: Uint32Array
  readonly offsets: Uint32Array
  readonly values: Uint32Array
  /** -1 where the key has no row. */
  rowOf(key: number): number
  has(key: number, value: number): boolean
}

/**
 * What a data graph (SHACL §1.1) has to be to be checked by its columns: terms are numbers from 1, predicates are columns
 * of them. The graphs of `buildGraph` are so.
 */
export interface DataGraph {
  readonly terms: {
    readonly size: number
    kindOf(id: number): number
    valueOf(id: number): string
    languageOf(id: number): string
    datatypeOf(id: number): string
    /** Shared by literals of one datatype and language. */
    qualifierOf(id: number): number
    /** 0 where the graph has no such term. */
    idOf(term: RDF.Term): number
  }
  /** The graph that is checked; named graphs are not looked at. */
  readonly defaultGraph: {
    readonly predicates: Uint32Array
    column(predicate: number): DataColumn | undefined
    /** From objects to subjects. */
    inverse(predicate: number): DataColumn | undefined
  }
}
