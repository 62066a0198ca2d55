import type { EvaluationContext, Operator } from '../operators/operator.ts'
import { Shared } from '../operators/shared.ts'
import { SharedRows } from '../operators/sharedRows.ts'
import { findRepeated, type Repeated } from './repeated.ts'
import type { Operation } from './variables.ts'

/** Rows that are there for several operators. */
interface Known {
  readonly rows: SharedRows
  readonly name: string
  /** What is known of the rows of the first operator, by the numbers of columns. */
  readonly properties: string
}

/** What an evaluation has to do several times, and does once. */
export class Sharing {
  readonly #repeated: ReadonlyMap<Operation, Repeated>
  readonly #context: EvaluationContext
  readonly #known = new Map<string, Known>()

  constructor(query: Operation, context: EvaluationContext) {
    this.#repeated = findRepeated(query)
    this.#context = context
  }

  repeated(operation: Operation): Repeated | undefined {
    return this.#repeated.get(operation)
  }

  /**
   * An operator that shares its rows with the others of what is repeated.
   *
   * @param slots of its variables
   */
  share({ text, variables }: Repeated, operator: Operator, slots: readonly number[]): Operator {
    const properties = describe(operator, slots)
    let known = this.#known.get(text)
    if (!known) {
      const rows = new SharedRows(slots.length, this.#context.budget)
      const name = `rows ${this.#known.size + 1}: ${variables.map(variable => `?${variable}`).join(' ')}`
      known = { rows, name, properties }
      this.#known.set(text, known)
    }
    // Whoever reads the rows of another relies on what it knows of its own.
    if (known.properties !== properties) return operator
    return new Shared({ operator, slots }, known.rows, known.name)
  }
}

function describe({ possible, certain, ascending }: Operator, slots: readonly number[]): string {
  const marks = slots.map(slot =>
    [possible.has(slot), certain.has(slot), ascending === slot].map(Number).join(''),
  )
  return marks.join(' ')
}
