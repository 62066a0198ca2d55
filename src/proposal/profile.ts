import type { Cell } from '../sources/row.ts'
import { isNullMarker } from './nullMarkers.ts'

/** What the sample of a column holds. Null markers are counted apart: they are no values. */
export interface ColumnProfile {
  readonly column: string
  /** Place of the column, from 0. */
  readonly position: number
  /** Rows that were looked at. */
  readonly rows: number
  /** Rows whose cell holds a value. */
  readonly filled: number
  /** How often each value occurs, in the order of their first occurrence; trimmed. */
  readonly values: ReadonlyMap<string, number>
  /** Sum of all occurrences: more than `filled` where cells hold several values. */
  readonly occurrences: number
  /** Whether cells are lists, as in JSON. */
  readonly isList: boolean
  /** Most values in a cell. */
  readonly mostPerCell: number
  /** Null markers as they stand, and how often each occurs. */
  readonly nullMarkers: ReadonlyMap<string, number>
  /** Whether the cells count the rows, from 0 or 1. */
  readonly countsRows: boolean
}

/** Profiles the cells of a column. */
export function profileColumn(
  column: string,
  position: number,
  cells: readonly (Cell | undefined)[],
): ColumnProfile {
  const values = new Map<string, number>()
  const nullMarkers = new Map<string, number>()
  let [filled, occurrences, mostPerCell] = [0, 0, 0]
  let isList = false
  for (const cell of cells) {
    if (Array.isArray(cell)) isList = true
    let held = 0
    for (const raw of cell === undefined ? [] : [cell].flat()) {
      const text = raw.trim()
      if (text === '') continue
      if (isNullMarker(text)) {
        count(nullMarkers, text)
        continue
      }
      count(values, text)
      held += 1
    }
    occurrences += held
    mostPerCell = Math.max(mostPerCell, held)
    if (held > 0) filled += 1
  }
  const first = Number(cells[0])
  const countsRows =
    cells.length > 2 &&
    (first === 0 || first === 1) &&
    cells.every((cell, index) => typeof cell === 'string' && cell.trim() === String(first + index))
  return {
    column,
    position,
    rows: cells.length,
    filled,
    values,
    occurrences,
    isList,
    mostPerCell,
    nullMarkers,
    countsRows,
  }
}

/** Adds one to the count of a text. */
export function count(counts: Map<string, number>, text: string, by = 1): void {
  counts.set(text, (counts.get(text) ?? 0) + by)
}

/** The share, 0 to 1, of the values that pass a test, each as often as it occurs; 0 where there is none. */
export function shareOf({ values, occurrences }: ColumnProfile, test: (value: string) => boolean): number {
  let passed = 0
  for (const [value, times] of values) if (test(value)) passed += times
  return occurrences === 0 ? 0 : passed / occurrences
}

/** The share of the rows that hold a value. */
export function filledShare({ filled, rows }: ColumnProfile): number {
  return rows === 0 ? 0 : filled / rows
}

/** Different values among all. 1 where none occurs twice. */
export function distinctShare({ values, occurrences }: ColumnProfile): number {
  return occurrences === 0 ? 0 : values.size / occurrences
}

/** Mean length of the values, in characters. */
export function meanLength({ values, occurrences }: ColumnProfile): number {
  let total = 0
  for (const [value, times] of values) total += value.length * times
  return occurrences === 0 ? 0 : total / occurrences
}
