import { readCsvColumns, scanCsv } from './csv.ts'
import type { Addition } from './row.ts'
import type { TextInput } from './textInput.ts'

/** What a spreadsheet takes for a formula when it opens a CSV file. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A CSV text with columns added at the end of the header and of each record. A record with fewer cells than the header
 * is filled up, so that the added cells stand under their names; one with more has them after its own.
 */
export async function* annotateCsv(input: TextInput, addition: Addition): AsyncGenerator<string> {
  const { delimiter, headerRows, skipRows } = input
  const { length: width } = await readCsvColumns(input.texts(), input)
  const nothing = addition.headers.map(() => '')
  const addedCells = (index: number, line: number) => {
    if (index >= 0) return addition.cellsOf(line, index)
    return index === -1 && headerRows > 0 ? addition.headers : nothing
  }
  let index = -headerRows - skipRows
  for await (const { text, records, from, to } of scanCsv(input.texts(true), input)) {
    let annotated = ''
    let written = from
    for (const { cells, line, end } of records) {
      const added = addedCells(index, line)
      index += 1
      annotated += text.slice(written, end) + delimiter.repeat(Math.max(0, width - cells.length))
      for (const cell of added ?? nothing) annotated += delimiter + quote(cell, delimiter)
      written = end
    }
    yield annotated + text.slice(written, to)
  }
}

/** A cell as it is to be written (RFC 4180, 2), and so that no spreadsheet takes it for a formula. */
function quote(cell: string, delimiter: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  const isPlain = !/["\r\n]|^\s|\s$/.test(text) && !text.includes(delimiter)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
