import { GraphError } from '../errors.ts'

/** A document in parts: text, or UTF-8, cut anywhere. */
export type TextChunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/**
 * The text of a document without its byte order mark; never empty parts.
 *
 * @throws {GraphError} where bytes are not UTF-8
 */
export async function* decode(
  chunks: TextChunks,
  file: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let isFirst = true
  for await (const chunk of withEnd(chunks)) {
    signal?.throwIfAborted()
    let text: string
    try {
      text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: chunk !== undefined })
    } catch (cause) {
      throw new GraphError('it is not UTF-8', { cause, location: { file } })
    }
    if (text === '') continue
    yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text
    isFirst = false
  }
}

/** The elements, then `undefined`. */
export async function* withEnd<T>(elements: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T | undefined> {
  yield* elements
  yield undefined
}
