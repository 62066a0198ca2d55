import type { ColumnParts } from './columnParts.ts'
import type { GraphParts } from './graphParts.ts'
import { FIRST_TYPE_KEYS, SLAB_BITS, SLAB_MASK, type TermParts } from './termParts.ts'

/**
 * What is wrong with parts that others have made: with such ones a search might not end, or read beyond an array.
 * `undefined` where nothing is.
 */
export function checkParts({ terms, columns }: GraphParts): string | undefined {
  return faultOfTerms(terms) ?? faultOfColumns(columns, terms.types.length - 1)
}

function faultOfTerms({ slabs, starts, types, table, typeKeys }: TermParts): string | undefined {
  const size = types.length - 1
  if (size < 0 || starts.length !== size + 2) return 'terms: how many there are'
  if (!FIRST_TYPE_KEYS.every((key, type) => typeKeys[type] === key)) return 'types of terms'
  for (let id = 1; id <= size; id++) {
    if (types[id]! === 0 || types[id]! >= typeKeys.length) return 'types of terms'
    const start = starts[id]!
    const next = starts[id + 1]!
    const slab = slabs[start >>> SLAB_BITS]
    // Behind the very last byte of 4 GiB, the address is 0.
    if (!slab || (next < start && !(id === size && next === 0))) return 'starts of terms'
    const end = next >>> SLAB_BITS === start >>> SLAB_BITS ? next & SLAB_MASK : slab.length
    if ((start & SLAB_MASK) > end || end > slab.length) return 'starts of terms'
  }
  return isTable(table, size) ? undefined : 'table of terms'
}

/** Whether each search in a hash table comes to an end. */
function isTable(table: Uint32Array, size: number): boolean {
  const { length } = table
  if (length <= size || (length & (length - 1)) !== 0) return false
  let count = 0
  for (let place = 0; place < length; place++) {
    if (table[place]! > size) return false
    if (table[place] !== 0) count++
  }
  return count === size
}

function faultOfColumns(parts: ColumnParts, size: number): string | undefined {
  const sets = parts.graphNames.length + 1
  const count = parts.predicates.length
  const arrays = [parts.ranks, parts.keyStarts, parts.keyCounts, parts.offsetStarts]
  if (arrays.some(({ length }) => length !== count)) return 'columns: how many there are'
  if (!isDivision(parts.setStarts, sets, count)) return 'columns of graphs'
  if (!isDivision(parts.subjectStarts, sets, parts.subjects.length)) return 'subjects of graphs'
  if (!isDivision(parts.valueStarts, count, parts.values.length)) return 'values of columns'
  for (const ids of [parts.graphNames, parts.subjects, parts.predicates, parts.keys, parts.values]) {
    if (!areIds(ids, size)) return 'numbers of terms'
  }
  if (!isAscending(parts.graphNames, 0, sets - 1)) return 'names of graphs'
  for (let set = 0; set < sets; set++) {
    const [start, end] = [parts.setStarts[set]!, parts.setStarts[set + 1]!]
    if (!isAscending(parts.predicates, start, end)) return 'predicates'
    for (let at = start; at < end; at++) if (parts.ranks[at]! >= end - start) return 'order of predicates'
  }
  if (!parts.identity.every((number, row) => number === row)) return 'offsets of columns'
  for (let column = 0; column < count; column++) {
    const fault = faultOfColumn(parts, column)
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOfColumn(parts: ColumnParts, column: number): string | undefined {
  const size = parts.valueStarts[column + 1]! - parts.valueStarts[column]!
  const keyStart = parts.keyStarts[column]!
  const count = parts.keyCounts[column]!
  if (count === 0 || count > size || keyStart + count > parts.keys.length) return 'keys of columns'
  // Columns that share their keys share the check too.
  const isNew =
    column === 0 || keyStart !== parts.keyStarts[column - 1] || count !== parts.keyCounts[column - 1]
  if (isNew && !isAscending(parts.keys, keyStart, keyStart + count)) return 'keys of columns'
  if (count === size) return parts.identity.length > count ? undefined : 'offsets of columns'
  const start = parts.offsetStarts[column]!
  const offsets = parts.offsets.subarray(start, start + count + 1)
  return isDivision(offsets, count, size) ? undefined : 'offsets of columns'
}

/** Whether these are the beginnings of so many parts of a whole, and its end. */
function isDivision(starts: Uint32Array, parts: number, whole: number): boolean {
  if (starts.length !== parts + 1 || starts[0] !== 0 || starts[parts] !== whole) return false
  for (let part = 0; part < parts; part++) if (starts[part]! > starts[part + 1]!) return false
  return true
}

function areIds(ids: Uint32Array, size: number): boolean {
  for (let at = 0; at < ids.length; at++) if (ids[at] === 0 || ids[at]! > size) return false
  return true
}

function isAscending(numbers: Uint32Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (numbers[at]! <= numbers[at - 1]!) return false
  return true
}
