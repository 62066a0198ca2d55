import type { ColumnarGraph } from './columns/columnar.ts'
import { createGraphBuilder, type GraphBuilder, type GraphBuilderOptions } from './columns/graphBuilder.ts'
import { readNTriples } from './columns/readNTriples.ts'
import type { ReadableMediaType } from './mediaTypes.ts'
import { type ParseOptions, parseQuads } from './parse.ts'

/** UTF-8, cut anywhere. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * The graph of a document. N-Triples and N-Quads are read from bytes to columns; other formats as {@link parseQuads}
 * reads them.
 *
 * @throws {GraphError} where the document is malformed, is not UTF-8 or needs another document; with the line where it
 *   is known
 */
export async function loadGraph(
  chunks: ByteChunks,
  mediaType: ReadableMediaType,
  options: ParseOptions & GraphBuilderOptions = {},
): Promise<ColumnarGraph> {
  const builder = createGraphBuilder(options)
  await addDocument(builder, chunks, mediaType, options)
  return builder.build()
}

/**
 * Adds the quads of a document to those that a graph is built of.
 *
 * @throws {GraphError} as {@link loadGraph}
 */
export async function addDocument(
  builder: GraphBuilder,
  chunks: ByteChunks,
  mediaType: ReadableMediaType,
  options: ParseOptions = {},
): Promise<void> {
  if (mediaType !== 'application/n-triples' && mediaType !== 'application/n-quads') {
    for await (const quad of parseQuads(chunks, mediaType, options)) builder.addQuad(quad)
    return
  }
  const { blankNodePrefix, file = mediaType, signal } = options
  await readNTriples(chunks, builder, {
    file,
    isQuads: mediaType === 'application/n-quads',
    ...(blankNodePrefix === undefined ? {} : { blankNodePrefix }),
    ...(signal === undefined ? {} : { signal }),
  })
}
