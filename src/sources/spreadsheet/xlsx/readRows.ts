import { SourceError } from '../../../errors.ts'
import type { Archive } from '../archive.ts'
import { toDecimal } from '../decimal.ts'
import { MOST_COLUMNS, MOST_ROWS, type SheetRow } from '../sheetRow.ts'
import { parsePart } from '../xml.ts'
import { columnOf } from './cellReference.ts'
import { mainNames } from './names.ts'
import type { NumberToText } from './numberFormat.ts'
import { stringItem, unescapeString } from './sharedStrings.ts'

/** What the cells of a worksheet refer to (ECMA-376 part 1, 18.4 and 18.8). */
export interface XlsxCells {
  readonly archive: Archive
  readonly sharedStrings: readonly string[]
  /** By the number of the cell style. */
  readonly formats: readonly NumberToText[]
}

/**
 * The rows of a worksheet that hold something (ECMA-376 part 1, 18.3), in pieces.
 *
 * @throws {SourceError} where the sheet is broken
 */
export async function* readXlsxRows(
  { archive, sharedStrings, formats }: XlsxCells,
  sheet: string,
  part: string,
): AsyncGenerator<SheetRow[]> {
  const broken = (message: string, row: number) =>
    new SourceError(`${message}; open the workbook in a spreadsheet program and save it again`, {
      location: { file: archive.file, sheet, ...(row > 0 ? { line: row } : {}) },
    })
  const local = mainNames()
  const inline = stringItem()
  let rows: SheetRow[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isValue = false

  const toText = (): string => {
    switch (type) {
      case 's': {
        if (value === '') return ''
        const string = sharedStrings[Number(value)]
        if (string === undefined)
          throw broken(`a cell has the shared text ${value}, which there is not`, line)
        return string
      }
      case 'b':
        return value === '1' || value === 'true' ? 'true' : value === '' ? '' : 'false'
      case 'd':
        return value.replace(/T00:00:00(\.0+)?Z?$/, '')
      case 'str':
        return unescapeString(value)
      case 'inlineStr':
        return inline.take()
      case 'e':
        return value
      default: {
        const format = formats[style] ?? toDecimal
        // The commonest number needs no arithmetic.
        if (format === toDecimal && /^[1-9]\d{0,14}$/.test(value)) return value
        const number = Number(value)
        return value.trim() === '' || !Number.isFinite(number) ? value : format(number)
      }
    }
  }

  for await (const _ of parsePart(archive, part, {
    open(name, attributes) {
      const element = local(name)
      switch (element) {
        case 'row': {
          const { r } = attributes
          const next = r === undefined ? line + 1 : Number(r)
          if (!(Number.isInteger(next) && next > line && next <= MOST_ROWS)) {
            throw broken(`row ${r ?? next} stands after row ${line}`, line)
          }
          line = next
          cells = []
          column = -1
          return
        }
        case 'c':
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
          if (!(column >= 0 && column < MOST_COLUMNS)) {
            throw broken(`there is no cell ${attributes.r ?? `in column ${column + 1}`}`, line)
          }
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          value = ''
          return
        case 'v':
          isValue = true
          return
        default:
          inline.open(element)
      }
    },
    close(name) {
      const element = local(name)
      switch (element) {
        case 'v':
          isValue = false
          return
        case 'c': {
          const text = toText()
          if (text === '') return
          while (cells.length < column) cells.push('')
          cells[column] = text
          return
        }
        case 'row':
          if (cells.length > 0) rows.push({ line, cells })
          return
        default:
          inline.close(element)
      }
    },
    text(text) {
      if (isValue) value += text
      else inline.text(text)
    },
  })) {
    if (rows.length > 0) yield rows
    rows = []
  }
}
