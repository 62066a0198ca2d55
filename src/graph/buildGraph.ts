import type * as RDF from '@rdfjs/types'
import { Store } from 'n3'
import type { CountingSource, Graph } from './graph.ts'

/**
 * Holds quads as a graph; a quad given twice is held once. Iteration follows the order of first appearance of
 * subjects, so that equal input gives equal order.
 *
 * @throws {unknown} whatever iterating over `quads` throws
 */
export async function buildGraph(quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>): Promise<Graph> {
  const store = new Store()
  for await (const quad of quads) store.addQuad(quad)
  return new StoreGraph(store)
}

class StoreGraph implements Graph {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  get size(): number {
    return this.#store.size
  }

  has(quad: RDF.Quad): boolean {
    return this.#store.has(quad)
  }

  match(...pattern: Parameters<Graph['match']>): Graph {
    return new StoreGraph(new Store(this.#store.getQuads(...toN3Pattern(pattern))))
  }

  [Symbol.iterator](): Iterator<RDF.Quad> {
    return this.#store[Symbol.iterator]()
  }

  asSource(): CountingSource {
    return this.#store as unknown as CountingSource
  }
}

type N3Pattern = Parameters<Store['getQuads']>

function toN3Pattern([subject, predicate, object, graph]: Parameters<Graph['match']>): N3Pattern {
  return [subject ?? null, predicate ?? null, object ?? null, graph ?? null] as N3Pattern
}
