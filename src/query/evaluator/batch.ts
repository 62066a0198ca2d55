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
