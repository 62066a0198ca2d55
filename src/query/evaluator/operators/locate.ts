import type { Column } from '../../../graph/columns/columnar.ts'

/**
 * Writes the row that a column has for each of some ids, -1 where it has none. Where ids and keys both ascend, it goes
 * through the keys along with the ids instead of looking each one up.
 */
export function locate(column: Column, ids: Uint32Array, length: number, rows: Int32Array): void {
  const { keys } = column
  const last = keys.length - 1
  /** Where the last id was, or would be: the next one is most likely close behind. */
  let row = -1
  let steps = STEPS
  for (let index = 0; index < length; index++) {
    const id = ids[index]!
    if (row < 0 || id < keys[row]!) {
      steps = 1
      rows[index] = row = column.rowOf(id)
      continue
    }
    const end = Math.min(row + steps, last)
    while (row < end && keys[row]! < id) row++
    if (keys[row]! >= id) {
      const isThere = keys[row] === id
      rows[index] = isThere ? row : -1
      if (!isThere) row--
      steps = STEPS
    } else {
      const found = row === last ? -1 : column.rowOf(id)
      rows[index] = found
      if (found >= 0) row = found
      steps = 1
    }
  }
}

/** How many keys are passed over before one is looked up, as long as ids are found so. */
const STEPS = 8
