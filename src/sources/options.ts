import type { Effects } from '../effects.ts'
import type { SourceFormat } from './row.ts'

/** How to read a file, where it should not be detected. */
export interface SourceOptions {
  /** Default: by the extension and the first bytes. */
  readonly format?: SourceFormat
  /** Of text formats: a label of the WHATWG Encoding Standard. Default: detected. */
  readonly encoding?: string
  /** Of CSV: any one character. Default: detected. */
  readonly delimiter?: string
  /**
   * Of CSV and spreadsheets: how many rows name the columns; the first of two names groups. Without any, columns are
   * called by their positions, `#1`, `#2`… Default: 1.
   */
  readonly headerRows?: 0 | 1 | 2
  /** Of CSV and spreadsheets: how many rows that hold something stand above the header: a title. Default: 0. */
  readonly skipRows?: number
  /** Of spreadsheets: the name of the sheet. Default: the first that is not hidden. */
  readonly sheet?: string
  /**
   * Of JSON: names of the members that lead to the array or object of records, as `data.items`; `''` for the root;
   * `$` where the root is itself the one record. Default: the root, or the only one of its members that is an array of objects.
   */
  readonly records?: string
  /** What people know the file by. Default: its path. */
  readonly displayName?: string
  readonly effects?: Pick<Effects, 'readChunks'>
}
