/** How many rows a batch has at most. */
export const BATCH_SIZE = 4096

/**
 * Some solutions, column by column: `columns[slot][row]` is the id of the term that the variable of that slot has, 0
 * where it is unbound. A slot that the operator never binds has no column. A batch is its operator's to reuse: who keeps
 * rows beyond the next batch copies them. A batch without rows only says that work goes on.
 */
export interface Batch {
  readonly length: number
  readonly columns: readonly (Uint32Array | undefined)[]
}

/** A batch while it is filled. */
export interface OutputBatch extends Batch {
  length: number
  columns: (Uint32Array | undefined)[]
}

/** A batch without rows: a sign of life of whoever works for long. */
export const HEARTBEAT: Batch = { length: 0, columns: [] }

/** The column of a variable that no row binds. */
export const UNBOUND: Uint32Array = new Uint32Array(BATCH_SIZE)

/** The column of a slot, of zeros where the batch has none. */
export function columnOf({ columns }: Batch, slot: number): Uint32Array {
  return columns[slot] ?? UNBOUND
}

/** Copies the selected rows of a column. */
export function gather(source: Uint32Array, rows: Uint32Array, length: number, target: Uint32Array): void {
  for (let index = 0; index < length; index++) target[index] = source[rows[index]!]!
}
