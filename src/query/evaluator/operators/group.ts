import { BATCH_SIZE, type Batch, columnOf, HEARTBEAT, type OutputBatch, UNBOUND } from '../batch.ts'
import type { Accumulator, Expression } from '../expression.ts'
import type { DistinctRowCount } from './countAccumulators.ts'
import { type GroupNumbers, groupNumbers } from './groupNumbers.ts'
import { Operator } from './operator.ts'

/** An aggregate of a grouping. */
export type GroupAggregate = {
  /** Slot of its value. */
  readonly slot: number
  /** Whether it has a value whatever it is given. */
  readonly isCertain: boolean
} & (
  | {
      /** The slot, or the expression, whose values it takes; without either it counts rows. */
      readonly of: number | Expression | undefined
      readonly accumulator: () => Accumulator
    }
  | {
      /** The slots of the rows that it counts each once. */
      readonly rows: readonly number[]
      readonly accumulator: () => DistinctRowCount
    }
)

/** A row for each group of its input's rows (SPARQL 1.1 §18.5, Group and Aggregation). */
export class Group extends Operator {
  readonly #input: Operator
  readonly #keys: readonly number[]
  readonly #aggregates: readonly GroupAggregate[]

  constructor(input: Operator, keys: readonly number[], aggregates: readonly GroupAggregate[]) {
    const slots = aggregates.map(({ slot }) => slot)
    const certain = aggregates.flatMap(({ slot, isCertain }) => (isCertain ? [slot] : []))
    const { context } = input
    super(
      context,
      {
        possible: new Set([...keys.filter(slot => input.possible.has(slot)), ...slots]),
        certain: new Set([...keys.filter(slot => input.certain.has(slot)), ...certain]),
        estimate: keys.length === 0 ? 1 : Math.max(1, input.estimate / 20),
        unique: new Set(keys),
      },
      {
        operator: 'group',
        detail: keys.map(slot => `?${context.names[slot]}`).join(' ') || 'all',
        children: [input],
      },
    )
    this.#input = input
    this.#keys = keys
    this.#aggregates = aggregates
  }

  protected override *run(): Generator<Batch> {
    const share = this.context.budget.share('GROUP BY')
    const numbers = groupNumbers(this.#keys.length)
    const gathered = this.#aggregates.map(aggregate => gather(aggregate))
    const groups = new Uint32Array(BATCH_SIZE)
    let batches = 0
    try {
      for (const input of this.#input.batches()) {
        if (input.length > 0) {
          numbers.number(
            this.#keys.map(slot => columnOf(input, slot)),
            input.length,
            groups,
          )
          for (const { add } of gathered) add(groups, input)
          share.set(gathered.reduce((sum, { result }) => sum + result.bytes, numbers.bytes))
        }
        if (++batches % BATCHES_AT_ONCE === 0 || input.length === 0) yield HEARTBEAT
      }
      yield* this.#results(
        numbers,
        gathered.map(({ result }) => result),
      )
    } finally {
      share.release()
    }
  }

  *#results(numbers: GroupNumbers, results: readonly { result(group: number): number }[]): Generator<Batch> {
    for (let start = 0; start < numbers.size; start += BATCH_SIZE) {
      const length = Math.min(BATCH_SIZE, numbers.size - start)
      const output: OutputBatch = { length, columns: [] }
      for (const [index, slot] of this.#keys.entries()) {
        const column = new Uint32Array(length)
        for (let row = 0; row < length; row++) column[row] = numbers.keyOf(start + row, index)
        output.columns[slot] = column
      }
      for (const [index, { slot }] of this.#aggregates.entries()) {
        const column = new Uint32Array(length)
        for (let row = 0; row < length; row++) column[row] = results[index]!.result(start + row)
        output.columns[slot] = column
      }
      yield output
    }
  }
}

const BATCHES_AT_ONCE = 16

interface Gathered {
  readonly result: { result(group: number): number; readonly bytes: number }
  readonly add: (groups: Uint32Array, input: Batch) => void
}

function gather(aggregate: GroupAggregate): Gathered {
  if ('rows' in aggregate) {
    const accumulator = aggregate.accumulator()
    const { rows } = aggregate
    return {
      result: accumulator,
      add: (groups, input) =>
        accumulator.addRows(
          groups,
          rows.map(slot => columnOf(input, slot)),
          input.length,
        ),
    }
  }
  const accumulator = aggregate.accumulator()
  const { of } = aggregate
  if (typeof of === 'object' && of.forEachValue && accumulator.addValue) {
    return {
      result: accumulator,
      add: (groups, input) =>
        of.forEachValue?.(input, (row, value) => accumulator.addValue?.(groups[row]!, value)),
    }
  }
  const valuesOf = (input: Batch) =>
    of === undefined ? UNBOUND : typeof of === 'number' ? columnOf(input, of) : of.evaluate(input)
  return {
    result: accumulator,
    add: (groups, input) => accumulator.add(groups, valuesOf(input), input.length),
  }
}
