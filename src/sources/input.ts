import { nodeEffects } from '../effects.ts'
import { type Bytes, headOf, nameOf, openBytes } from './bytes.ts'
import { detectFormat } from './format.ts'
import type { SourceOptions } from './options.ts'
import type { SourceFormat } from './row.ts'

/** A file whose format is known. */
export interface Input {
  /** As rows and errors name it. */
  readonly file: string
  readonly format: SourceFormat
  readonly gzip: boolean
  /** All of it, decompressed. */
  readonly bytes: Bytes
  /** The first bytes, decompressed. */
  readonly head: Uint8Array
}

/**
 * Opens a file, or standard input under the path `-`, and detects its format where the options do not say.
 *
 * @throws {SourceError} where it cannot be read, or is of no known format
 */
export async function openInput(path: string, options: SourceOptions): Promise<Input> {
  const { displayName: file = nameOf(path), effects = nodeEffects } = options
  const { bytes, gzip } = await openBytes(path, file, effects)
  const head = await headOf(bytes)
  return { file, format: options.format ?? detectFormat(path, head, file), gzip, bytes, head }
}
