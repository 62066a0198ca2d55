import type * as RDF from '@rdfjs/types'
import type { Column, ColumnSet, TermId, TermTable } from '../../../graph/columns/columnar.ts'
import { Bitmap } from './bitmap.ts'

/** What a path may lead over in one step: a predicate, or all but some (SPARQL 1.1 §18.2.2.3, link and NPS). */
export interface PathStep {
  readonly iris: readonly RDF.NamedNode[]
  readonly isNegated: boolean
  /** From object to subject. */
  readonly isInverse: boolean
}

/** The graph that paths lead through: its columns, and its nodes once these are asked for. */
export class PathGraph {
  readonly #columns: ColumnSet
  readonly #terms: Pick<TermTable, 'size' | 'idOf'>
  #nodes: Bitmap | undefined
  #nodeIds: Uint32Array | undefined

  constructor(columns: ColumnSet, terms: Pick<TermTable, 'size' | 'idOf'>) {
    this.#columns = columns
    this.#terms = terms
  }

  /** The highest id that a node of the graph may have. */
  get bound(): number {
    return this.#terms.size
  }

  get size(): number {
    return this.#columns.size
  }

  /** The columns of a step, inverted where it is. */
  columnsOf({ iris, isNegated, isInverse }: PathStep): Column[] {
    const ids = new Set(iris.map(iri => this.#terms.idOf(iri)))
    const predicates = isNegated ? this.#columns.predicates.filter(id => !ids.has(id)) : ids
    return [...predicates].flatMap(id => {
      const column = isInverse ? this.#columns.inverse(id) : this.#columns.column(id)
      return column ?? []
    })
  }

  /** Whether a term is a subject or an object: a node, in the words of SPARQL 1.1 §18.1.7. */
  isNode(id: TermId): boolean {
    return id <= this.bound && this.#nodeSet().has(id)
  }

  /** All nodes, ascending. */
  nodes(): Uint32Array {
    this.#nodeIds ??= this.#nodeSet().toIds()
    return this.#nodeIds
  }

  get bytes(): number {
    return (this.#nodes?.bytes ?? 0) + (this.#nodeIds?.byteLength ?? 0)
  }

  #nodeSet(): Bitmap {
    if (!this.#nodes) {
      this.#nodes = new Bitmap(this.bound)
      for (const predicate of this.#columns.predicates) {
        const column = this.#columns.column(predicate)!
        this.#nodes.addAll(column.keys)
        this.#nodes.addAll(column.values)
      }
    }
    return this.#nodes
  }
}

/** The keys that any of the columns has, ascending. */
export function keysOf(columns: readonly Column[], bound: number): Uint32Array {
  if (columns.length === 1) return columns[0]!.keys
  const keys = new Bitmap(bound)
  for (const column of columns) keys.addAll(column.keys)
  return keys.toIds()
}
