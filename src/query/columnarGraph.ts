import type { ColumnarGraph } from '../graph/columns/columnar.ts'
import type { Graph } from '../graph/graph.ts'

/** The same graph, where it is held in columns. */
export function columnarGraph(graph: Graph): ColumnarGraph | undefined {
  return 'terms' in graph && 'defaultGraph' in graph ? (graph as ColumnarGraph) : undefined
}
