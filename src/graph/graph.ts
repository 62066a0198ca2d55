import type * as RDF from '@rdfjs/types'

/** An RDF/JS source that also knows how many quads a pattern matches, which query planners ask. */
export interface CountingSource extends RDF.Source {
  countQuads(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): number
}

/** An immutable set of quads: the reading half of the RDF/JS `DatasetCore`. */
export interface Graph extends Iterable<RDF.Quad> {
  /** Number of quads. */
  readonly size: number
  has(quad: RDF.Quad): boolean
  /** The quads that match, as a graph of their own; `null` or `undefined` matches anything. */
  match(
    subject?: RDF.Term | null,
    predicate?: RDF.Term | null,
    object?: RDF.Term | null,
    graph?: RDF.Term | null,
  ): Graph
  /** The same quads as an RDF/JS `Source` (whose `match` gives a stream), for query engines. */
  asSource(): CountingSource
}
