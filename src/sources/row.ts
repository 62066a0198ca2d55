/** A cell of a file: a text, or the texts that a path with `[]` gathers. */
export type Cell = string | readonly string[]

/** One record of a source file. */
export interface Row {
  /** The file, as it is to be named to people. */
  readonly file: string
  /** Of a spreadsheet: the sheet. */
  readonly sheet?: string
  /** Line of the file or row of the sheet, from 1 and header included, on which the record begins. */
  readonly line: number
  /** Place of the record in the file, from 0, where one before it begins on the same line. */
  readonly index?: number
  /**
   * Names of the columns, or paths in a JSON record (`members[].code`). All rows of a source share this list; it grows
   * where a record has a path that none had before.
   */
  readonly columns: readonly string[]
  /** By the position of their column. A cell that the row lacks is `undefined`. */
  readonly cells: readonly (Cell | undefined)[]
  /** Numbers of cells, where the row has not as many as the header. */
  readonly ragged?: { readonly found: number; readonly expected: number }
}

/** How a file is read. */
export type SourceFormat = 'csv' | 'json' | 'ndjson' | 'xlsx' | 'ods'

/** What a file turned out to be; most of it can be given beforehand. */
export interface SourceDetection {
  readonly format: SourceFormat
  /** Of text formats: the WHATWG name of the encoding. */
  readonly encoding?: string
  /** The text begins with a byte order mark. */
  readonly byteOrderMark?: true
  /** Of CSV only. */
  readonly delimiter?: string
  /** Of CSV and spreadsheets: how many rows name the columns. */
  readonly headerRows?: 0 | 1 | 2
  /** Rows above the header. */
  readonly skipRows?: number
  /** Of spreadsheets: the sheet. */
  readonly sheet?: string
  /** Of JSON: the path to the records, where they are not the root, as `data.items`. */
  readonly records?: string
  /** The file is compressed with gzip. */
  readonly gzip?: true
}

/** A file that is open for reading. */
export interface Source {
  readonly detection: SourceDetection
  /** Columns in their order: of a table the header, of JSON the paths as they occur; complete once all is read. */
  readonly columns: readonly string[]
  /** The records, in pieces of a handy size. */
  batches(): AsyncIterable<readonly Row[]>
}

/** What is to be written beside the rows of a file. */
export interface Addition {
  /** Names of the added columns. */
  readonly headers: readonly string[]
  /**
   * Their cells; `undefined` where there is nothing to say.
   *
   * @param line on which the record begins
   * @param index of text files: of the record among the rows, from 0; in JSON several may begin on one line
   */
  cellsOf(line: number, index?: number): readonly string[] | undefined
}
