import type { Column, TermId } from '../../../graph/columns/columnar.ts'
import type { IdList } from './idList.ts'
import type { PathWalk } from './pathRelation.ts'

/** Follows a path of one step: a predicate, or all but some. */
export class StepWalk implements PathWalk {
  readonly bytes = 0
  readonly #columns: readonly Column[]

  constructor(columns: readonly Column[]) {
    this.#columns = columns
  }

  start(from: TermId, found: IdList): void {
    for (const column of this.#columns) {
      const row = column.rowOf(from)
      if (row >= 0) found.append(column.values, column.offsets[row]!, column.offsets[row + 1]!)
    }
  }

  advance(): boolean {
    return true
  }
}
