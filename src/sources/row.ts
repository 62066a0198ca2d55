/** A cell of a file: a text, or in JSON the texts that a path with `[]` gathers. */
export type Cell = string | readonly string[]

/** One record of a source file. */
export interface Row {
  /** The file, as it is to be named to people. */
  readonly file: string
  /** Line of the file, from 1 and header included, on which the record begins. */
  readonly line: number
  /** By column name, or by path in a JSON record (`members[].code`). A cell that the row lacks is absent. */
  readonly cells: ReadonlyMap<string, Cell>
  /** Numbers of cells, where the row has not as many as the header. */
  readonly ragged?: { readonly found: number; readonly expected: number }
}

/** How a file is read. */
export type SourceFormat = 'csv' | 'json'

/** What a file turned out to be; every detected part can be given beforehand. */
export interface SourceDetection {
  readonly format: SourceFormat
  /** WHATWG name of the encoding. */
  readonly encoding: string
  /** Of CSV only. */
  readonly delimiter?: string
}

/** A file that is open for reading. */
export interface Source {
  readonly detection: SourceDetection
  /** Columns in their order: of CSV the header, of JSON the paths that occur. */
  readonly columns: readonly string[]
  rows(): AsyncIterable<Row>
}
