import { annotateText } from '../../src/sources/annotateText.ts'
import { openSource, type SourceOptions } from '../../src/sources/openSource.ts'
import type { Addition, Cell, Row } from '../../src/sources/row.ts'

type Options = Omit<SourceOptions, 'effects'> & {
  readonly path?: string
  /** Length of the pieces in which the bytes come. */
  readonly pieceLength?: number
}

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** The cells that a row has, by the names of their columns. */
export function cellsOf({ columns, cells }: Row): Record<string, Cell> {
  return Object.fromEntries(
    cells.flatMap((cell, index) => (cell === undefined ? [] : [[columns[index]!, cell]])),
  )
}

/** Reads bytes as if they were a file, called `f.csv` if nothing else is said. */
export async function readBytes(
  bytes: Uint8Array,
  { path = 'f.csv', pieceLength, ...options }: Options = {},
) {
  const source = await openSource(path, {
    ...options,
    effects: { readChunks: () => pieces(bytes, pieceLength) },
  })
  const rows = (await Array.fromAsync(source.batches())).flat()
  return { ...source, rows, records: rows.map(cellsOf), lines: rows.map(({ line }) => line) }
}

/** Annotates bytes as if they were a file. */
export async function annotateBytes(
  bytes: Uint8Array,
  addition: Addition,
  { path = 'f.csv', pieceLength, ...options }: Options = {},
): Promise<Buffer> {
  const effects = { readChunks: () => pieces(bytes, pieceLength) }
  return Buffer.concat(await Array.fromAsync(annotateText(path, { ...options, effects }, addition)))
}

async function* pieces(bytes: Uint8Array, length = bytes.length): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length)
}
