import type { AddedColumns } from '../addedColumns.ts'
import type { Archive } from '../archive.ts'
import { TextPatch } from '../textPatch.ts'
import { type Attributes, parsePart, parseWholePart } from '../xml.ts'
import { columnLetters, columnOf } from './cellReference.ts'
import { mainNames } from './names.ts'
import { escapeString } from './sharedStrings.ts'

/** The first column of a worksheet that is free of values and formulas in all rows, from 0. */
export async function findFreeColumn(archive: Archive, part: string): Promise<number> {
  const local = mainNames()
  const position = cellPosition()
  let free = 0
  await parseWholePart(archive, part, {
    open(name, attributes) {
      const element = local(name)
      if (element === 'row') position.row(attributes)
      else if (element === 'c') position.cell(attributes)
      else if (isContent(element)) free = Math.max(free, position.column + 1)
    },
    close() {},
  })
  return free
}

/**
 * The XML of a worksheet with columns added as inline texts; the rest of it stays as it is, character for character,
 * but for empty cells in the way, the dimension of the sheet and the spans of the rows.
 */
export async function* annotateXlsxSheet(
  archive: Archive,
  part: string,
  added: AddedColumns,
): AsyncGenerator<string> {
  const local = mainNames()
  const patch = new TextPatch()
  const position = cellPosition()
  let texts: readonly string[] | undefined
  let isWritten = false
  let inTheWay = false
  let style: string | undefined
  let isSelfClosed = false
  let done = 0

  const writeCells = (prefix: string) => {
    if (isWritten || !texts) return
    isWritten = true
    patch.insert(
      cellsXml(texts, added, position.line, position.line === added.headerLine ? style : undefined, prefix),
    )
  }
  const prefixOf = (name: string, element: string) => name.slice(0, name.length - element.length)

  for await (const _ of parsePart(archive, part, {
    piece: text => patch.piece(text),
    open(name, attributes, end) {
      const element = local(name)
      if (element === 'dimension') {
        patch.copyTo(patch.tagStart(end))
        patch.insert(widenDimension(patch.slice(patch.tagStart(end), end), added))
        patch.leaveOutTo(end)
      } else if (element === 'row') {
        position.row(attributes)
        texts = added.textsOf(position.line)
        isWritten = false
        style = undefined
        if (texts) {
          const start = patch.tagStart(end)
          const tag = patch.slice(start, end)
          isSelfClosed = tag.endsWith('/>')
          patch.copyTo(start)
          const open = `${tag.slice(0, isSelfClosed ? -2 : -1)}>`
          patch.insert(open.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, ''))
          patch.leaveOutTo(end)
        }
      } else if (element === 'c') {
        position.cell(attributes)
        if (texts && position.column >= added.column) {
          patch.copyTo(patch.tagStart(end))
          writeCells(prefixOf(name, element))
          inTheWay = position.column < added.column + added.count
        } else {
          style = attributes.s ?? style
        }
      }
      done = end
    },
    close(name, end) {
      const element = local(name)
      if (element === 'c' && inTheWay) {
        patch.leaveOutTo(end)
        inTheWay = false
      } else if (element === 'row' && texts) {
        patch.copyTo(isSelfClosed ? end : patch.tagStart(end))
        writeCells(prefixOf(name, element))
        if (isSelfClosed) patch.insert(`</${name}>`)
        isSelfClosed = false
        texts = undefined
      }
      done = end
    },
  })) {
    if (!inTheWay) patch.copyTo(done)
    yield patch.take()
  }
  patch.copyRest()
  yield patch.take()
}

/** Children of a cell that are more than its style. */
function isContent(element: string): boolean {
  return element === 'v' || element === 'f' || element === 'is'
}

/** Where we are in a sheet; references may be left out. */
function cellPosition() {
  return {
    line: 0,
    column: -1,
    row({ r }: Attributes): void {
      this.line = r === undefined ? this.line + 1 : Number(r)
      this.column = -1
    },
    cell({ r }: Attributes): void {
      this.column = r === undefined ? this.column + 1 : columnOf(r)
    },
  }
}

function cellsXml(
  texts: readonly string[],
  { column, count }: AddedColumns,
  line: number,
  style: string | undefined,
  prefix: string,
): string {
  const styled = style === undefined ? '' : ` s="${escapeString(style)}"`
  return texts
    .slice(0, count)
    .map((text, index) => {
      if (text === '') return ''
      const [c, is, t] = ['c', 'is', 't'].map(name => prefix + name)
      const reference = `${columnLetters(column + index)}${line}`
      return `<${c} r="${reference}"${styled} t="inlineStr"><${is}><${t} xml:space="preserve">${escapeString(text)}</${t}></${is}></${c}>`
    })
    .join('')
}

function widenDimension(tag: string, { column, count }: AddedColumns): string {
  return tag.replace(/(ref\s*=\s*["'])([A-Z]+\d+)(?::([A-Z]+)(\d+))?/, (_, before, first, letters, row) => {
    const last = Math.max(columnOf(`${letters ?? first}1`), column + count - 1)
    return `${before}${first}:${columnLetters(last)}${row ?? first.replace(/\D+/, '')}`
  })
}
