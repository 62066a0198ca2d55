import { BATCH_SIZE, type Batch, HEARTBEAT, type OutputBatch } from '../batch.ts'
import { Operator } from './operator.ts'
import type { RowSource, SharedRows } from './sharedRows.ts'

/** Rows that stand several times in a query: of the operators that give them, the first to run evaluates them for all. */
export class Shared extends Operator {
  readonly #source: RowSource
  readonly #rows: SharedRows
  readonly #name: string
  /** The columns that have a slot here, by their numbers. */
  readonly #columns: readonly (readonly [column: number, slot: number])[]

  /** @param source the same rows, evaluated for this operator alone */
  constructor(source: RowSource, rows: SharedRows, name: string) {
    const { operator, slots } = source
    const { context, estimate, unique } = operator
    const known = new Set(slots)
    const possible = operator.possible.intersection(known)
    const certain = operator.certain.intersection(known)
    const ascending = possible.has(operator.ascending ?? -1) ? operator.ascending : undefined
    super(
      context,
      { possible, certain, estimate, ascending, unique },
      { operator: 'shared', detail: name, children: [operator] },
    )
    this.#source = source
    this.#rows = rows
    this.#name = name
    this.#columns = [...slots.entries()].filter(([, slot]) => possible.has(slot))
    rows.addReader()
  }

  protected override run(): Iterator<Batch> {
    return this.#rows.areShared ? this.#read() : this.#source.operator.batches()
  }

  *#read(): Generator<Batch> {
    const rows = this.#rows
    if (rows.hasBegun) {
      this.plan.detail = `${this.#name}, evaluated elsewhere`
      this.plan.children = []
    }
    rows.begin(this.#source)
    const output: OutputBatch = { length: 0, columns: [] }
    let position = 0
    try {
      while (true) {
        while (position < rows.length) {
          const end = Math.min(position + BATCH_SIZE, rows.length)
          output.length = end - position
          for (const [column, slot] of this.#columns) {
            output.columns[slot] = rows.part(column, position, end)
          }
          position = end
          yield output
        }
        const further = rows.advance()
        if (further === false) return
        if (further === true) {
          if (position === rows.length) yield HEARTBEAT
          continue
        }
        output.length = further.batch.length
        for (const [column, slot] of this.#columns) {
          output.columns[slot] = further.batch.columns[further.slots[column]!]
        }
        yield output
      }
    } finally {
      rows.end()
    }
  }
}
