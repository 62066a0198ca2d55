import type { Batch } from '../batch.ts'
import { type EvaluationContext, Operator, type Slots } from './operator.ts'

/** One row that binds nothing, as the empty group pattern has it (SPARQL 1.1 §18.5). */
export class Unit extends Operator {
  constructor(context: EvaluationContext) {
    const none = new Set<number>()
    super(context, { possible: none, certain: none, estimate: 1, unique: none }, { operator: 'unit' })
  }

  protected override *run(): Generator<Batch> {
    yield { length: 1, columns: [] }
  }
}

/** No row at all. */
export class Empty extends Operator {
  constructor(context: EvaluationContext, slots: Slots, detail: string) {
    super(
      context,
      { possible: slots, certain: slots, estimate: 0, unique: new Set() },
      { operator: 'empty', detail },
    )
  }

  protected override *run(): Generator<Batch> {}
}

/** Rows that are given from outside: those of another operator, to which more is joined batch by batch. */
export class Feed extends Operator {
  batch: Batch = { length: 0, columns: [] }

  constructor(context: EvaluationContext, possible: Slots, certain: Slots, ordinal?: number) {
    const unique = ordinal === undefined ? undefined : new Set([ordinal])
    super(
      context,
      { possible, certain, estimate: 1000, ascending: ordinal, unique },
      { operator: 'outer rows' },
    )
  }

  protected override *run(): Generator<Batch> {
    yield this.batch
  }
}
