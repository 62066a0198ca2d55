import type * as RDF from '@rdfjs/types'
import { GraphError } from '../../errors.ts'
import { type Allocate, allocateOwn, allocateShared } from './allocate.ts'
import type { ColumnarGraph, TermId } from './columnar.ts'
import { NumberBuffer } from './numberBuffer.ts'
import { packColumns, type QuadBuffer } from './packColumns.ts'
import { PackedGraph } from './packedGraph.ts'
import { PairBuffer } from './pairBuffer.ts'
import { TermInterner } from './termInterner.ts'
import { PackedTermTable } from './termTable.ts'

export interface GraphBuilderOptions {
  /** Whether the graph lies in memory that threads share. Default: false. */
  readonly shared?: boolean
}

/** Takes quads one by one, and makes a graph of them. */
export function createGraphBuilder({ shared = false }: GraphBuilderOptions = {}): GraphBuilder {
  return new GraphBuilder(shared ? allocateShared : allocateOwn)
}

export class GraphBuilder {
  /** Gives terms their numbers. */
  readonly terms: TermInterner
  readonly #allocate: Allocate
  readonly #unnamed = new GraphBuffer()
  readonly #named = new Map<TermId, GraphBuffer>()
  #isBuilt = false

  constructor(allocate: Allocate) {
    this.#allocate = allocate
    this.terms = new TermInterner(allocate)
  }

  /**
   * Adds a quad. The ids are those that `terms` gave; that they are of terms which may stand there is for the caller
   * to see to.
   *
   * @param graph 0 for the default graph
   */
  add(subject: TermId, predicate: TermId, object: TermId, graph: TermId = 0): void {
    if (graph === 0) this.#unnamed.add(subject, predicate, object)
    else this.#graph(graph).add(subject, predicate, object)
  }

  /**
   * Adds a quad.
   *
   * @throws {GraphError} where it is no quad of RDF 1.1
   */
  addQuad({ subject, predicate, object, graph }: RDF.Quad): void {
    checkPlace(subject, 'a subject', 'NamedNode', 'BlankNode')
    checkPlace(predicate, 'a predicate', 'NamedNode')
    checkPlace(graph, 'the name of a graph', 'NamedNode', 'BlankNode', 'DefaultGraph')
    const { terms } = this
    this.add(
      terms.intern(subject),
      terms.intern(predicate),
      terms.intern(object),
      graph.termType === 'DefaultGraph' ? 0 : terms.intern(graph),
    )
  }

  /**
   * The graph of all quads that were added. Once only.
   *
   * @throws {GraphError} where it is called again
   */
  build(): ColumnarGraph {
    if (this.#isBuilt) throw new GraphError('the graph is built already; take another builder')
    this.#isBuilt = true
    const terms = new PackedTermTable(this.terms.finish())
    return new PackedGraph(terms, packColumns(this.#unnamed, this.#named, terms.size, this.#allocate))
  }

  #graph(name: TermId): GraphBuffer {
    const known = this.#named.get(name)
    if (known) return known
    const buffer = new GraphBuffer()
    this.#named.set(name, buffer)
    return buffer
  }
}

function checkPlace(term: RDF.Term, place: string, ...allowed: RDF.Term['termType'][]): void {
  if (allowed.includes(term.termType)) return
  throw new GraphError(`the ${term.termType} ${JSON.stringify(term.value)} cannot be ${place} in RDF 1.1`)
}

/** How many predicates are found without a search; a power of two. */
const RECENT = 64

class GraphBuffer implements QuadBuffer {
  readonly pairs = new Map<TermId, PairBuffer>()
  readonly subjects = new NumberBuffer()
  readonly #recent: (PairBuffer | undefined)[] = []
  readonly #recentIds: TermId[] = []
  #subject: TermId = 0

  add(subject: TermId, predicate: TermId, object: TermId): void {
    if (subject !== this.#subject) {
      this.#subject = subject
      this.subjects.push(subject)
    }
    const place = predicate & (RECENT - 1)
    if (this.#recentIds[place] !== predicate) {
      this.#recentIds[place] = predicate
      this.#recent[place] = this.#bufferOf(predicate)
    }
    this.#recent[place]!.push(subject, object)
  }

  #bufferOf(predicate: TermId): PairBuffer {
    const known = this.pairs.get(predicate)
    if (known) return known
    const buffer = new PairBuffer()
    this.pairs.set(predicate, buffer)
    return buffer
  }
}
