import type * as RDF from '@rdfjs/types'
import type { Graph } from '../graph.ts'

/** The number of a term in its graph, from 1; 0 stands for no term. */
export type TermId = number

/** What a term is (RDF 1.1 Concepts §3). Literals are ≥ 3. */
export const TERM_KIND = {
  iri: 1,
  blankNode: 2,
  /** A literal of the datatype `xsd:string`. */
  string: 3,
  /** A literal with a language tag. */
  languageString: 4,
  /** A literal of any other datatype. */
  typed: 5,
} as const
export type TermKind = (typeof TERM_KIND)[keyof typeof TERM_KIND]

/** The terms of a graph, each once, kept exactly as they were written. Never changes once the graph is built. */
export interface TermTable {
  /** Number of terms; ids are 1 … `size`. */
  readonly size: number
  kindOf(id: TermId): TermKind
  /** The IRI, the label of the blank node (without `_:`), or the lexical form. */
  valueOf(id: TermId): string
  /** The language tag as it was written; `''` for all other terms. */
  languageOf(id: TermId): string
  /** The IRI of the datatype of a literal; `''` for IRIs and blank nodes. */
  datatypeOf(id: TermId): string
  /** A small number that two literals share if, and only if, they have one datatype and one language tag; 0 otherwise. */
  qualifierOf(id: TermId): number
  termOf(id: TermId): RDF.Term
  /** 0 where the graph has no such term. */
  idOf(term: RDF.Term): TermId
  /**
   * The same without a term object.
   *
   * @param qualifier the language tag of a language string, the IRI of the datatype of a typed literal
   */
  find(kind: TermKind, value: string, qualifier?: string): TermId
  /** Order of two values by code point, as their UTF-8 bytes have it. Negative, 0 or positive. */
  compareValues(a: TermId, b: TermId): number
  /** The slab that holds the UTF-8 bytes of the value, and where in it: `slab.subarray(start, end)`. No copy. */
  slabOf(id: TermId): Uint8Array
  startOf(id: TermId): number
  endOf(id: TermId): number
  /** Something derived from the terms, made when first asked for and kept as long as they are. */
  cached<T>(key: string | symbol, create: () => T): T
}

/**
 * One predicate of one graph: subject → objects as compressed rows; or, inverted, object → subjects. The objects of row
 * `r` are `values[offsets[r]] … values[offsets[r + 1] - 1]`.
 */
export interface Column {
  readonly predicate: TermId
  /** Number of quads. */
  readonly size: number
  /**
   * The distinct keys (subjects), ascending. Two columns of one set that have the same keys have the same array, and
   * so the same row for each key.
   */
  readonly keys: Uint32Array
  /** One more than there are keys. */
  readonly offsets: Uint32Array
  /** Of each key ascending, without duplicates. */
  readonly values: Uint32Array
  /** Whether each key has just one value, so that `offsets[r] === r`. */
  readonly isSingle: boolean
  /** The row of a key, or -1. In constant time, or that of a binary search for columns that are small. */
  rowOf(key: TermId): number
  /** Whether the key has the value. */
  has(key: TermId, value: TermId): boolean
}

/** The columns of one graph (the default graph, or a named one). */
export interface ColumnSet {
  /** Number of quads. */
  readonly size: number
  /** The predicates, ascending. */
  readonly predicates: Uint32Array
  column(predicate: TermId): Column | undefined
  /** The column from objects to subjects: built when first asked for, then kept. */
  inverse(predicate: TermId): Column | undefined
}

/** A graph held in columns. */
export interface ColumnarGraph extends Graph {
  readonly terms: TermTable
  readonly defaultGraph: ColumnSet
  /** The names of the named graphs, ascending. */
  readonly graphNames: Uint32Array
  namedGraph(name: TermId): ColumnSet | undefined
  /** Something derived from the graph, made when first asked for and kept as long as it is. */
  cached<T>(key: string | symbol, create: () => T): T
}
