import { ReleaseError } from '../errors.ts'

/** Contents of a file: text is written as UTF-8. */
export type FileContent = string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** A file that a release shall have. */
export interface ReleaseFile {
  /** Path in the folder of the release, its parts separated by `/`. */
  readonly path: string
  readonly mediaType: string
  /**
   * Makes the contents; called once, when the files before it are written. Same input, same bytes.
   *
   * @param written those files, so that a catalogue can name their sizes and checksums
   */
  content(written: readonly FileSummary[]): FileContent
}

/** A file that a release has. */
export interface FileSummary {
  readonly path: string
  readonly mediaType: string
  /** Number of bytes. */
  readonly byteSize: number
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: string
}

/**
 * @throws {ReleaseError} where a path would leave the folder of the release, or is not the same on all systems
 */
export function checkPath(path: string): void {
  const isSafe = path
    .split('/')
    .every(part => /^[\p{L}\p{N}_.][\p{L}\p{N}_.+-]*$/u.test(part) && !/^\.*$/.test(part))
  if (!isSafe) throw new ReleaseError(`"${path}" cannot be the path of a file in a release`)
}

/**
 * @throws {ReleaseError} where it is no day of the calendar in the form `YYYY-MM-DD`
 */
export function checkDate(date: string): void {
  if (!isDate(date)) throw new ReleaseError(`"${date}" is no date; write it as YYYY-MM-DD`)
}

/** Whether it is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
