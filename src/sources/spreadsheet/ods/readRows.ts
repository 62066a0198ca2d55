import type { Archive } from '../archive.ts'
import { MOST_COLUMNS, MOST_ROWS, type SheetRow } from '../sheetRow.ts'
import { parsePart } from '../xml.ts'
import { cellText } from './cellText.ts'
import { brokenIn, CONTENT, onlyFirst } from './content.ts'
import { walkTables } from './tableWalker.ts'

/** Cells that repetitions may make; a sheet that people have written has hardly any. */
const MOST_REPEATED_CELLS = 50_000_000

interface RepeatedRow extends SheetRow {
  readonly repeated: number
}

/**
 * The rows of a sheet that hold something, in pieces; those that are stored once for several are told each.
 *
 * @throws {SourceError} where the sheet is broken, or repeats its cells beyond all measure
 */
export async function* readOdsRows(archive: Archive, sheet: string): AsyncGenerator<SheetRow[]> {
  const broken = brokenIn(archive.file, sheet)
  const gathered: RepeatedRow[] = []
  let line = 1
  let repeated = 1
  let column = 0
  let cells: string[] = []
  let copies = 0
  const listener = walkTables(
    {
      table: onlyFirst(sheet),
      row(count) {
        repeated = count
        column = 0
        cells = []
      },
      cell(cell) {
        const text = cellText(cell)
        if (text !== '') {
          if (column + cell.repeated > MOST_COLUMNS)
            throw broken(`row ${line} goes beyond column ${MOST_COLUMNS}`)
          while (cells.length < column) cells.push('')
          for (let count = 0; count < cell.repeated; count++) cells.push(text)
        }
        column += cell.repeated
      },
      rowEnd() {
        if (cells.length > 0) {
          copies += (repeated - 1) * cells.length
          if (line + repeated - 1 > MOST_ROWS) throw broken(`the sheet goes beyond row ${MOST_ROWS}`)
          if (copies > MOST_REPEATED_CELLS) throw broken(`row ${line} is repeated beyond all measure`)
          gathered.push({ line, cells, repeated })
        }
        line += repeated
      },
    },
    broken,
  )
  for await (const _ of parsePart(archive, CONTENT, listener)) {
    yield* expand(gathered)
    gathered.length = 0
  }
}

const PIECE_ROWS = 1000

function* expand(gathered: readonly RepeatedRow[]): Generator<SheetRow[]> {
  let piece: SheetRow[] = []
  for (const { line, cells, repeated } of gathered) {
    for (let count = 0; count < repeated; count++) {
      piece.push({ line: line + count, cells })
      if (piece.length < PIECE_ROWS) continue
      yield piece
      piece = []
    }
  }
  if (piece.length > 0) yield piece
}
