import { KeyList, PackedColumn } from '../../../graph/columns/column.ts'
import type { Column } from '../../../graph/columns/columnar.ts'
import { IdSet } from './idTable.ts'

/** What is left of a column with only those values that are in a list. */
export function restrictColumn(column: Column, list: Uint32Array): Column {
  const wanted = new IdSet()
  for (let index = 0; index < list.length; index++) wanted.add(list[index]!)
  const { keys, offsets, values } = column
  const keptKeys = new Uint32Array(keys.length)
  const keptOffsets = new Uint32Array(keys.length + 1)
  const keptValues = new Uint32Array(values.length)
  let rows = 0
  let count = 0
  for (let row = 0; row < keys.length; row++) {
    const before = count
    for (let index = offsets[row]!; index < offsets[row + 1]!; index++) {
      if (wanted.has(values[index]!)) keptValues[count++] = values[index]!
    }
    if (count === before) continue
    keptKeys[rows++] = keys[row]!
    keptOffsets[rows] = count
  }
  return new PackedColumn(
    column.predicate,
    new KeyList(keptKeys.slice(0, rows)),
    keptOffsets.slice(0, rows + 1),
    keptValues.slice(0, count),
  )
}
