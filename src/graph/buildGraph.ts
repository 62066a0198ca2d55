import type * as RDF from '@rdfjs/types'
import type { ColumnarGraph } from './columns/columnar.ts'
import { createGraphBuilder, type GraphBuilderOptions } from './columns/graphBuilder.ts'

/**
 * Holds quads as a graph; a quad given twice is held once. Iteration follows the order of first appearance of
 * subjects, so that equal input gives equal order.
 *
 * @throws {GraphError} where a quad is none of RDF 1.1, or a text has half of a surrogate pair
 * @throws {unknown} whatever iterating over `quads` throws
 */
export async function buildGraph(
  quads: Iterable<RDF.Quad> | AsyncIterable<RDF.Quad>,
  options: GraphBuilderOptions = {},
): Promise<ColumnarGraph> {
  const builder = createGraphBuilder(options)
  // Waiting for each quad of an array would cost more than the quad.
  if (Symbol.iterator in quads) for (const quad of quads) builder.addQuad(quad)
  else for await (const quad of quads) builder.addQuad(quad)
  return builder.build()
}
