import type { Column } from '../../../graph/columns/columnar.ts'

/**
 * Writes the row that a column has for each of some ids, -1 where it has none. Where ids and keys both ascend, it goes
 * through the keys along with the ids instead of looking each one up.
 */
export function locate(column: Column, ids: Uint32Array, length: number, rows: Int32Array): void {
  const { keys } = column
  const { length: keyCount } = keys
  let row = -1
  /** The key at that row, and the next one. */
  let low = -1
  let high = 0
  for (let index = 0; index < length; index++) {
    const id = ids[index]!
    if (id === high && row >= 0) {
      row++
    } else if (id === low) {
      rows[index] = row
      continue
    } else if (id > low && id < high && row >= 0) {
      rows[index] = -1
      continue
    } else {
      const found = column.rowOf(id)
      if (found < 0) {
        rows[index] = -1
        continue
      }
      row = found
    }
    rows[index] = row
    low = id
    high = row + 1 < keyCount ? keys[row + 1]! : NO_MORE
  }
}

/** More than any id. */
const NO_MORE = 2 ** 32
