import { buildGraph } from './buildGraph.ts'
import type { ColumnarGraph } from './columns/columnar.ts'
import { createGraphBuilder, type GraphBuilderOptions } from './columns/graphBuilder.ts'
import { readNTriples } from './columns/readNTriples.ts'
import type { ReadableMediaType } from './mediaTypes.ts'
import { type ParseOptions, parseQuads } from './parse.ts'

/** How a document becomes a graph. */
export interface LoadGraphOptions extends ParseOptions, GraphBuilderOptions {}

/**
 * The graph of a document. N-Triples and N-Quads are read from bytes to columns; other formats as {@link parseQuads}
 * reads them.
 *
 * @param chunks UTF-8, cut anywhere
 * @throws {GraphError} where the document is malformed, is not UTF-8 or needs another document; with the line where it
 *   is known
 */
export async function loadGraph(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mediaType: ReadableMediaType,
  options: LoadGraphOptions = {},
): Promise<ColumnarGraph> {
  if (mediaType !== 'application/n-triples' && mediaType !== 'application/n-quads') {
    return buildGraph(parseQuads(chunks, mediaType, options), options)
  }
  const builder = createGraphBuilder(options)
  const { blankNodePrefix = 'b', file = mediaType, signal } = options
  const isQuads = mediaType === 'application/n-quads'
  await readNTriples(chunks, builder, { file, blankNodePrefix, isQuads, ...(signal ? { signal } : {}) })
  return builder.build()
}
