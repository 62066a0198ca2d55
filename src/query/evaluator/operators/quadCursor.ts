import type { Column, ColumnarGraph, ColumnSet, TermId } from '../../../graph/columns/columnar.ts'

/** Walks through the quads of a graph that match a pattern, of which 0 matches anything. */
export class QuadCursor {
  subject: TermId = 0
  predicate: TermId = 0
  object: TermId = 0
  graphName: TermId = 0
  readonly #graph: ColumnarGraph
  readonly #isNamed: boolean
  #sought: readonly [TermId, TermId, TermId] = [0, 0, 0]
  /** The graphs still to come, as a part of the graph's names. */
  #nextGraph = 0
  #lastGraph = 0
  #columns: ColumnSet | undefined
  #predicates: Uint32Array = NONE
  #nextPredicate = 0
  #column: Column | undefined
  #isInverse = false
  #row = 0
  #lastRow = 0
  #position = 0
  #end = 0

  /** @param isNamed whether the quads of named graphs are sought, instead of those of the default graph */
  constructor(graph: ColumnarGraph, isNamed: boolean) {
    this.#graph = graph
    this.#isNamed = isNamed
  }

  /** Begins anew. */
  seek(subject: TermId, predicate: TermId, object: TermId, graphName: TermId): void {
    this.#sought = [subject, predicate, object]
    this.#column = undefined
    this.#predicates = NONE
    this.#nextPredicate = 0
    this.#nextGraph = 0
    this.#lastGraph = 0
    if (!this.#isNamed) {
      this.#enterGraph(this.#graph.defaultGraph, 0)
    } else if (graphName !== 0) {
      const columns = this.#graph.namedGraph(graphName)
      if (columns) this.#enterGraph(columns, graphName)
    } else {
      this.#lastGraph = this.#graph.graphNames.length
    }
  }

  /** Moves on to the next quad, if there is one. */
  next(): boolean {
    while (true) {
      const column = this.#column
      if (column) {
        if (this.#position < this.#end) {
          const value = column.values[this.#position++]!
          if (this.#isInverse) this.subject = value
          else this.object = value
          return true
        }
        if (this.#enterRow(column)) continue
        this.#column = undefined
      }
      if (this.#nextPredicate < this.#predicates.length) {
        this.#enterPredicate(this.#predicates[this.#nextPredicate++]!)
        continue
      }
      if (this.#nextGraph >= this.#lastGraph) return false
      const name = this.#graph.graphNames[this.#nextGraph++]!
      this.#enterGraph(this.#graph.namedGraph(name)!, name)
    }
  }

  #enterGraph(columns: ColumnSet, name: TermId): void {
    const predicate = this.#sought[1]
    this.graphName = name
    this.#columns = columns
    this.#nextPredicate = 0
    this.#predicates = predicate === 0 ? columns.predicates : Uint32Array.of(predicate)
  }

  #enterPredicate(predicate: TermId): void {
    const [subject, , object] = this.#sought
    const column = this.#columns!.column(predicate)
    if (!column) return
    this.predicate = predicate
    this.#position = 0
    this.#end = 0
    this.#row = 0
    this.#lastRow = 0
    if (subject !== 0 && object !== 0) {
      if (!column.has(subject, object)) return
      this.subject = subject
      this.#column = column
      this.#isInverse = false
      const row = column.rowOf(subject)
      this.#position = lowerBound(column.values, object, column.offsets[row]!, column.offsets[row + 1]!)
      this.#end = this.#position + 1
    } else if (object !== 0) {
      const inverse = this.#columns!.inverse(predicate)
      if (inverse) this.#enterKey(inverse, object, true)
    } else if (subject !== 0) {
      this.#enterKey(column, subject, false)
    } else {
      this.#column = column
      this.#isInverse = false
      this.#lastRow = column.keys.length
    }
  }

  #enterKey(column: Column, key: TermId, isInverse: boolean): void {
    const row = column.rowOf(key)
    if (row < 0) return
    this.#column = column
    this.#isInverse = isInverse
    if (isInverse) this.object = key
    else this.subject = key
    this.#position = column.offsets[row]!
    this.#end = column.offsets[row + 1]!
  }

  #enterRow(column: Column): boolean {
    if (this.#row >= this.#lastRow) return false
    this.subject = column.keys[this.#row]!
    this.#position = column.offsets[this.#row]!
    this.#end = column.offsets[this.#row + 1]!
    this.#row++
    return true
  }
}

const NONE = new Uint32Array(0)

function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
