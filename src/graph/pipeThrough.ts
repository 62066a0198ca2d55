import { pipeline, Readable } from 'node:stream'

/** What a transform makes of a sequence, as a sequence. A failure of either ends both. */
export function pipeThrough<T>(
  input: AsyncIterable<unknown>,
  transform: NodeJS.ReadWriteStream,
): AsyncIterable<T> {
  // The reader of the transform is told of the failure; nobody else need be.
  pipeline(Readable.from(input), transform, () => {})
  return transform as unknown as AsyncIterable<T>
}
