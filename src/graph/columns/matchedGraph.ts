import type * as RDF from '@rdfjs/types'
import type { CountingSource, Graph } from '../graph.ts'
import type { PackedColumn } from './column.ts'
import type { PackedColumnSet } from './columnSet.ts'
import { search } from './keyIndex.ts'
import type { PackedGraph } from './packedGraph.ts'
import { ANY, DEFAULT_GRAPH, intersect, NONE, type Pattern } from './pattern.ts'
import { QuadStream } from './quadStream.ts'
import { DEFAULT_GRAPH_TERM, QuadTerm } from './terms.ts'

/**
 * The quads of a graph that match a pattern: found when they are asked for, counted without being made. Subjects come
 * in the order in which they first came as such, of each the predicates in that of the graph, of each of these the
 * values by id; where the predicate or the object is given, subjects come by id.
 */
export class MatchedGraph implements Graph {
  readonly #graph: PackedGraph
  readonly #pattern: Pattern
  #size: number | undefined

  constructor(graph: PackedGraph, pattern: Pattern) {
    this.#graph = graph
    this.#pattern = pattern
  }

  get size(): number {
    if (this.#size !== undefined) return this.#size
    let size = 0
    for (const { set } of this.#sets()) size += count(set, this.#pattern)
    this.#size = size
    return size
  }

  has({ subject, predicate, object, graph }: RDF.Quad): boolean {
    return this.match(subject, predicate, object, graph).size > 0
  }

  match(...terms: Parameters<Graph['match']>): MatchedGraph {
    return new MatchedGraph(this.#graph, intersect(this.#pattern, this.#graph.patternOf(...terms)))
  }

  *[Symbol.iterator](): Iterator<RDF.Quad> {
    const { terms } = this.#graph
    for (const { set, name } of this.#sets()) {
      const graph = name === NONE ? DEFAULT_GRAPH_TERM : (terms.termOf(name) as RDF.Quad_Graph)
      for (const { column, key, start, end, isInverse } of runs(set, this.#pattern)) {
        const known = terms.termOf(key)
        const predicate = terms.termOf(column.predicate) as RDF.Quad_Predicate
        for (let at = start; at < end; at++) {
          const other = terms.termOf(column.values[at]!)
          const [subject, object] = isInverse ? [other, known] : [known, other]
          yield new QuadTerm(subject as RDF.Quad_Subject, predicate, object as RDF.Quad_Object, graph)
        }
      }
    }
  }

  asSource(): CountingSource {
    return {
      match: (...terms: Parameters<Graph['match']>) => new QuadStream(this.match(...terms)),
      countQuads: (...terms) => this.match(...terms).size,
    }
  }

  /** The columns of the graphs in which there may be matches. */
  *#sets(): Generator<{ set: PackedColumnSet; name: number }> {
    const { subject, predicate, object, graph } = this.#pattern
    if (subject === NONE || predicate === NONE || object === NONE || graph === NONE) return
    if (graph === ANY || graph === DEFAULT_GRAPH) yield { set: this.#graph.defaultGraph, name: NONE }
    for (const name of graph === ANY ? this.#graph.graphNames : graph > 0 ? [graph] : []) {
      const set = this.#graph.namedGraph(name)
      if (set) yield { set, name }
    }
  }
}

function count(set: PackedColumnSet, { subject, predicate, object }: Pattern): number {
  if (subject === ANY && object === ANY) {
    return predicate === ANY ? set.size : (set.column(predicate)?.size ?? 0)
  }
  let size = 0
  for (const column of columns(set, subject, predicate, object)) {
    if (subject === ANY) size += lengthOf(column, object)
    else if (object === ANY) size += lengthOf(column, subject)
    else if (column.has(subject, object)) size++
  }
  return size
}

function lengthOf(column: PackedColumn, key: number): number {
  const row = column.rowOf(key)
  return row < 0 ? 0 : column.offsets[row + 1]! - column.offsets[row]!
}

/** The columns in which there may be matches: inverse ones where the object is given, and the subject is not. */
function columns(
  set: PackedColumnSet,
  subject: number,
  predicate: number,
  object: number,
): readonly PackedColumn[] {
  const isInverse = subject === ANY && object !== ANY
  if (predicate !== ANY) {
    const column = isInverse ? set.inverse(predicate) : set.column(predicate)
    return column ? [column] : []
  }
  return isInverse ? set.ofObject(object) : set.ofSubject(subject)
}

/** Quads of one predicate and one subject (of an inverse column: one object), which follow each other. */
interface Run {
  readonly column: PackedColumn
  readonly key: number
  /** Where the values are in the column. */
  readonly start: number
  readonly end: number
  readonly isInverse: boolean
}

function* runs(set: PackedColumnSet, { subject, predicate, object }: Pattern): Generator<Run> {
  if (subject !== ANY || object !== ANY) {
    const isInverse = subject === ANY
    for (const column of columns(set, subject, predicate, object)) {
      if (isInverse) yield runOf(column, object, isInverse)
      else if (object === ANY) yield runOf(column, subject, isInverse)
      else if (column.has(subject, object)) yield onlyValue(runOf(column, subject, isInverse), object)
    }
  } else if (predicate === ANY) {
    for (const one of set.subjects) {
      for (const column of set.ofSubject(one)) yield runOf(column, one, false)
    }
  } else {
    const column = set.column(predicate)
    if (column) for (const key of column.keys) yield runOf(column, key, false)
  }
}

/** The values of a key; none where the column does not have it. */
function runOf(column: PackedColumn, key: number, isInverse: boolean): Run {
  const row = column.rowOf(key)
  const [start, end] = row < 0 ? [0, 0] : [column.offsets[row]!, column.offsets[row + 1]!]
  return { column, key, start, end, isInverse }
}

function onlyValue(run: Run, value: number): Run {
  const start = search(run.column.values, value, run.start, run.end)
  return { ...run, start, end: start + 1 }
}
