import type { AddedColumns } from '../addedColumns.ts'
import type { Archive } from '../archive.ts'
import { TextPatch } from '../textPatch.ts'
import { parsePart, parseWholePart } from '../xml.ts'
import { brokenIn, CONTENT, onlyFirst } from './content.ts'
import { type OdsCell, walkTables } from './tableWalker.ts'

/** The first column of a sheet that is free of all but styles in all rows, from 0. */
export async function findFreeColumn(archive: Archive, sheet: string): Promise<number> {
  let column = 0
  let free = 0
  const walker = walkTables(
    {
      table: onlyFirst(sheet),
      row() {
        column = 0
      },
      cell({ repeated, filled }) {
        column += repeated
        if (filled) free = Math.max(free, column)
      },
    },
    brokenIn(archive.file, sheet),
  )
  await parseWholePart(archive, CONTENT, walker)
  return free
}

/** A cell of the row that is being read, with its place in the sheet and in the XML. */
interface PlacedCell extends OdsCell {
  readonly column: number
  readonly start: number
  readonly end: number
}

/**
 * The XML of a workbook with columns of text added to a sheet; the rest of it stays as it is, character for character,
 * but for empty cells in the way, and rows stored once for several, which are parted where their texts differ.
 */
export async function* annotateOdsSheet(
  archive: Archive,
  sheet: string,
  added: AddedColumns,
): AsyncGenerator<string> {
  const patch = new TextPatch()
  let columns = 0
  let line = 1
  let repeated = 1
  let rowStart: number | undefined
  let rowTagEnd = 0
  let column = 0
  let cells: PlacedCell[] = []
  let done = 0

  const walker = walkTables(
    {
      table: onlyFirst(sheet),
      columns(count) {
        columns += count
      },
      beforeRows(end) {
        const missing = added.column + added.count - columns
        if (missing <= 0) return
        patch.copyTo(patch.tagStart(end))
        patch.insert(`<table:table-column${repetition(missing)}/>`)
      },
      row(count, end) {
        repeated = count
        rowStart = patch.tagStart(end)
        rowTagEnd = end
        column = 0
        cells = []
      },
      cell(cell, end) {
        cells.push({ ...cell, column, start: patch.tagStart(cell.startTagEnd), end })
        column += cell.repeated
      },
      rowEnd(end) {
        patch.copyTo(rowStart!)
        writeRows(end)
        patch.leaveOutTo(end)
        rowStart = undefined
        line += repeated
      },
    },
    brokenIn(archive.file, sheet),
  )

  /** Rows without texts remain together, those with texts stand alone. */
  const writeRows = (end: number) => {
    const isFilled = cells.some(({ filled }) => filled)
    const noted = isFilled ? Iterator.from(range(line, repeated)).filter(row => added.textsOf(row)) : []
    let next = line
    for (const row of noted) {
      writePlainRows(row - next, end)
      writeNotedRow(row, added.textsOf(row)!, end)
      next = row + 1
    }
    writePlainRows(line + repeated - next, end)
  }
  const writePlainRows = (count: number, end: number) => {
    if (count === repeated) patch.insert(patch.slice(rowStart!, end))
    else if (count > 0) patch.insert(rowTag(count) + patch.slice(rowTagEnd, end))
  }
  const rowTag = (count: number) => setRepetition(patch.slice(rowStart!, rowTagEnd), 'rows', count)
  const writeNotedRow = (row: number, texts: readonly string[], end: number) => {
    const behind = added.column + added.count
    const before = cells.filter(cell => cell.column < added.column)
    const last = before.at(-1)
    patch.insert(rowTag(1))
    patch.insert(patch.slice(rowTagEnd, last ? last.start : rowTagEnd))
    if (last) patch.insert(part(last, last.column, Math.min(last.column + last.repeated, added.column)))
    if (column < added.column) patch.insert(`<table:table-cell${repetition(added.column - column)}/>`)
    const style =
      row === added.headerLine
        ? cells.findLast(({ filled }) => filled)?.attributes['table:style-name']
        : undefined
    for (let index = 0; index < added.count; index++) patch.insert(cellXml(texts[index] ?? '', style))
    for (const cell of cells) {
      const cellEnd = cell.column + cell.repeated
      if (cellEnd > behind) patch.insert(part(cell, Math.max(cell.column, behind), cellEnd))
    }
    const rowEnd = cells.at(-1)?.end ?? rowTagEnd
    patch.insert(patch.slice(rowEnd, end))
  }
  /** A cell for the columns from one to before another. */
  const part = (cell: PlacedCell, from: number, to: number) =>
    to - from === cell.repeated
      ? patch.slice(cell.start, cell.end)
      : setRepetition(patch.slice(cell.start, cell.startTagEnd), 'columns', to - from) +
        patch.slice(cell.startTagEnd, cell.end)

  for await (const _ of parsePart(archive, CONTENT, {
    piece: text => patch.piece(text),
    open(name, attributes, end) {
      walker.open(name, attributes, end)
      done = end
    },
    close(name, end) {
      walker.close(name, end)
      done = end
    },
  })) {
    if (rowStart === undefined) patch.copyTo(done)
    yield patch.take()
  }
  patch.copyRest()
  yield patch.take()
}

function* range(from: number, count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield from + index
}

function repetition(count: number): string {
  return count > 1 ? ` table:number-columns-repeated="${count}"` : ''
}

/** A start tag with another number of repetitions. */
function setRepetition(tag: string, what: 'rows' | 'columns', count: number): string {
  const bare = tag.replace(new RegExp(`\\stable:number-${what}-repeated\\s*=\\s*("[^"]*"|'[^']*')`), '')
  return count > 1
    ? bare.replace(/^<[^\s/>]+/, name => `${name} table:number-${what}-repeated="${count}"`)
    : bare
}

function cellXml(text: string, style: string | undefined): string {
  if (text === '') return '<table:table-cell/>'
  const styled = style === undefined ? '' : ` table:style-name="${escapeText(style)}"`
  const paragraphs = text.split(/\r\n|\r|\n/).map(line => `<text:p>${escapeText(line)}</text:p>`)
  return `<table:table-cell${styled} office:value-type="string">${paragraphs.join('')}</table:table-cell>`
}

/** What XML has no place for becomes U+FFFD; white space that would collapse has elements of its own. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ +| {2,}| +$/g, spaces => `<text:s text:c="${spaces.length}"/>`)
}
