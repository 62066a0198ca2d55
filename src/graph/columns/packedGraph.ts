import type * as RDF from '@rdfjs/types'
import type { CountingSource, Graph } from '../graph.ts'
import type { ColumnarGraph, TermId } from './columnar.ts'
import type { ColumnParts } from './columnParts.ts'
import { PackedColumnSet } from './columnSet.ts'
import { search } from './keyIndex.ts'
import { MatchedGraph } from './matchedGraph.ts'
import { ANY, DEFAULT_GRAPH, EVERYTHING, type Pattern } from './pattern.ts'
import type { PackedTermTable } from './termTable.ts'

export class PackedGraph implements ColumnarGraph {
  readonly terms: PackedTermTable
  readonly parts: ColumnParts
  readonly size: number
  readonly defaultGraph: PackedColumnSet
  readonly graphNames: Uint32Array
  readonly #named: (PackedColumnSet | undefined)[]
  readonly #cache = new Map<string | symbol, unknown>()

  constructor(terms: PackedTermTable, parts: ColumnParts) {
    this.terms = terms
    this.parts = parts
    this.size = parts.values.length
    this.defaultGraph = new PackedColumnSet(parts, 0)
    this.graphNames = parts.graphNames
    this.#named = new Array(parts.graphNames.length)
  }

  namedGraph(name: TermId): PackedColumnSet | undefined {
    const index = search(this.graphNames, name, 0, this.graphNames.length)
    if (index < 0) return undefined
    const set = this.#named[index] ?? new PackedColumnSet(this.parts, index + 1)
    this.#named[index] = set
    return set
  }

  has({ subject, predicate, object, graph }: RDF.Quad): boolean {
    return this.match(subject, predicate, object, graph).size > 0
  }

  match(...terms: Parameters<Graph['match']>): Graph {
    return new MatchedGraph(this, this.patternOf(...terms))
  }

  [Symbol.iterator](): Iterator<RDF.Quad> {
    return new MatchedGraph(this, EVERYTHING)[Symbol.iterator]()
  }

  asSource(): CountingSource {
    return new MatchedGraph(this, EVERYTHING).asSource()
  }

  cached<T>(key: string | symbol, create: () => T): T {
    if (!this.#cache.has(key)) this.#cache.set(key, create())
    return this.#cache.get(key) as T
  }

  /** What terms stand for in this graph. */
  patternOf(...[subject, predicate, object, graph]: Parameters<Graph['match']>): Pattern {
    return {
      subject: this.#idOf(subject),
      predicate: this.#idOf(predicate),
      object: this.#idOf(object),
      graph: graph?.termType === 'DefaultGraph' ? DEFAULT_GRAPH : this.#idOf(graph),
    }
  }

  #idOf(term: RDF.Term | null | undefined): TermId {
    return term ? this.terms.idOf(term) : ANY
  }
}
