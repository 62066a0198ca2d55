import { SourceError } from '../errors.ts'
import type { Cell, Row } from './row.ts'

/** A text that holds one record, and the line on which it begins. */
interface JsonElement {
  readonly text: string
  readonly line: number
}

/**
 * The rows of a JSON text that is an array of objects. Nested values get paths as column names: `address.city`,
 * and `members[].code` gathers one text per element.
 *
 * @throws {SourceError} where the text is not such an array, with the line of the record
 */
export function readJsonRows(text: string, file: string): { columns: string[]; rows: Row[] } {
  const columns: string[] = []
  const positions = new Map<string, number>()
  const positionOf = (path: string) => {
    let position = positions.get(path)
    if (position === undefined) {
      position = columns.push(path) - 1
      positions.set(path, position)
    }
    return position
  }
  const rows = [...splitArray(text, file)].map(({ text: element, line }) => {
    let record: unknown
    try {
      record = JSON.parse(element)
    } catch (cause) {
      throw new SourceError(`this record is not JSON: ${(cause as Error).message}`, {
        cause,
        location: { file, line },
      })
    }
    if (record === null || typeof record !== 'object' || Array.isArray(record)) {
      throw new SourceError('this record is not a JSON object', { location: { file, line } })
    }
    const cells = new Map<string, string[]>()
    flatten(record, '', cells)
    const row: (Cell | undefined)[] = []
    for (const [path, values] of cells) row[positionOf(path)] = toCell(path, values)
    return { file, line, columns, cells: row }
  })
  return { columns, rows }
}

/** A path through an array is a list, though it has but one element; the others have one text. */
function toCell(path: string, values: readonly string[]): Cell {
  return path.includes('[]') ? values : values[0]!
}

function flatten(value: unknown, path: string, cells: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    for (const element of value) flatten(element, `${path}[]`, cells)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      const name = key.normalize('NFC')
      flatten(member, path ? `${path}.${name}` : name, cells)
    }
  } else {
    const texts = cells.get(path)
    const text = value === null ? '' : String(value)
    if (texts) texts.push(text)
    else cells.set(path, [text])
  }
}

/** Cuts the text of an array into the texts of its elements, so that each keeps its line. */
function* splitArray(text: string, file: string): Generator<JsonElement> {
  const scanner = /"(?:[^"\\]|\\[\s\S])*"|[[\]{},\n]/g
  if (!/^\s*\[/.test(text)) {
    throw new SourceError('the file is not a JSON array of records', { location: { file, line: 1 } })
  }
  let depth = 0
  let line = 1
  let start = 0
  let startLine = 1
  for (const { 0: token, index } of text.matchAll(scanner)) {
    if (token === '\n') {
      line += 1
      if (text.slice(start, index).trim() === '') startLine = line
    } else if (token === '[' || token === '{') {
      depth += 1
      if (depth === 1) start = index + 1
      if (depth === 1) startLine = line
    } else if (token === ']' || token === '}' || token === ',') {
      if (token !== ',') depth -= 1
      if ((token === ',' && depth === 1) || depth === 0) {
        const element = text.slice(start, index)
        if (element.trim() !== '' || token === ',') yield { text: element, line: startLine }
        start = index + 1
        startLine = line
        if (depth === 0) return checkRest(text.slice(start), file, line)
      }
    }
  }
  throw new SourceError('the JSON array never ends; the file looks cut off', { location: { file, line } })
}

function checkRest(rest: string, file: string, line: number): void {
  if (rest.trim() !== '') {
    throw new SourceError('there is text after the end of the JSON array', { location: { file, line } })
  }
}
