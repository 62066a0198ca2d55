import type { Cell, Row, Source } from '../sources/row.ts'
import type { CellStatus } from './crosswalk.ts'
import type { LinkedTable } from './linkedTable.ts'
import type { MappedRow } from './mapRow.ts'

/** A row with the rows of other tables hung on it. */
export interface LinkedRow extends Row {
  /** By table: positions of its rows that are hung on this one. */
  readonly linked: readonly (readonly number[])[]
}

/**
 * Hangs tables on the rows of a source: their columns come first, as lists where a row has several of theirs.
 * Without tables, the source is taken as it is.
 */
export function linkTables(source: Source, tables: readonly LinkedTable[]): Source {
  if (tables.length === 0) return source
  const columns: string[] = tables.flatMap(table => table.linkedColumns)
  const width = columns.length
  // The columns of a JSON source grow while it is read.
  const extend = (own: readonly string[]) => {
    for (let position = columns.length - width; position < own.length; position += 1)
      columns.push(own[position]!)
  }
  extend(source.columns)
  return {
    detection: source.detection,
    columns,
    async *batches() {
      for await (const batch of source.batches()) {
        extend(source.columns)
        yield batch.map(row => hang(row, tables, columns))
      }
    },
  }
}

function hang(row: Row, tables: readonly LinkedTable[], columns: readonly string[]): LinkedRow {
  const linked: (readonly number[])[] = []
  const cells: (Cell | undefined)[] = []
  const valuesOf = (column: string): string[] => {
    const own = row.cells[row.columns.indexOf(column)]
    const cell = own ?? cells[columns.indexOf(column)]
    return [cell ?? []].flat().map(text => text.trim())
  }
  for (const table of tables) {
    const found = table.find(valuesOf(table.definition.on))
    table.claim(found)
    linked.push(found)
    for (const position of table.columns.keys()) {
      const texts = found.map(index => [table.rows[index]!.cells[position] ?? ''].flat().join('\n'))
      cells.push(table.definition.one ? texts[0] : texts)
    }
  }
  return { ...row, columns, cells: [...cells, ...row.cells], linked }
}

/** Tells the tables what became of the cells that were hung on rows. */
export function noteLinked(rows: readonly Row[], mapped: MappedRow, tables: readonly LinkedTable[]): void {
  for (const [at, row] of rows.entries()) {
    if (!('linked' in row)) continue
    let start = 0
    for (const [which, table] of tables.entries()) {
      const indices = (row as LinkedRow).linked[which]!
      for (const position of table.columns.keys()) {
        const statuses: readonly (CellStatus | undefined)[] =
          mapped.elements.get(`${at} ${start + position}`) ??
          indices.map(() => mapped.cells[at]![start + position])
        table.note(indices, position, statuses)
      }
      start += table.columns.length
    }
  }
}
