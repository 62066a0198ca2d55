import { GraphError } from '../../errors.ts'
import type { ColumnarGraph } from './columnar.ts'
import type { ColumnParts } from './columnParts.ts'
import { PackedGraph } from './packedGraph.ts'
import type { TermParts } from './termParts.ts'
import { PackedTermTable } from './termTable.ts'

/**
 * A whole graph as plain objects of typed arrays and texts: structured-cloneable, so that it can be posted to another
 * thread. Nothing is copied on the way where the graph was built with `shared`; otherwise all of it is.
 */
export interface GraphParts {
  readonly terms: TermParts
  readonly columns: ColumnParts
}

/**
 * What a graph is made of; the graph and its parts share their memory, and neither may be changed.
 *
 * @throws {GraphError} where it is no graph that {@link buildGraph} or {@link importParts} gave
 */
export function exportParts(graph: ColumnarGraph): GraphParts {
  if (!(graph instanceof PackedGraph)) throw new GraphError('only graphs that this library built have parts')
  return { terms: graph.terms.parts, columns: graph.parts }
}

/** The graph that such parts make. In constant time: nothing is copied or looked at. */
export function importParts({ terms, columns }: GraphParts): ColumnarGraph {
  return new PackedGraph(new PackedTermTable(terms), columns)
}
