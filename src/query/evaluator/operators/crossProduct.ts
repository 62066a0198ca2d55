import { BATCH_SIZE, type Batch, HEARTBEAT, type OutputBatch } from '../batch.ts'
import { Operator, type Slots } from './operator.ts'
import { RowStore } from './rowStore.ts'

/** Each row of `streamed` with each of `kept`, of which there are few: a batch at a time, whose columns are handed on. */
export class CrossProduct extends Operator {
  readonly #streamed: Operator
  readonly #kept: Operator
  readonly #needed: Slots

  constructor(streamed: Operator, kept: Operator, needed: Slots) {
    super(
      streamed.context,
      {
        possible: streamed.possible.union(kept.possible),
        certain: streamed.certain.union(kept.certain),
        estimate: streamed.estimate * kept.estimate,
        unique: streamed.unique && kept.unique ? streamed.unique.union(kept.unique) : undefined,
      },
      { operator: 'cross product', children: [streamed, kept] },
    )
    this.#streamed = streamed
    this.#kept = kept
    this.#needed = needed
  }

  protected override *run(): Generator<Batch> {
    const slots = [...this.#kept.possible].filter(slot => this.#needed.has(slot))
    const store = new RowStore(slots)
    const share = this.context.budget.share('a join')
    try {
      for (const batch of this.#kept.batches()) {
        if (batch.length > 0) store.append(batch)
        share.set(store.bytes)
        yield HEARTBEAT
      }
      if (store.length === 0) return
      const buffers = slots.map(() => new Uint32Array(BATCH_SIZE))
      const output: OutputBatch = { length: 0, columns: [] }
      for (const batch of this.#streamed.batches()) {
        if (batch.length === 0) {
          yield batch
          continue
        }
        output.length = batch.length
        for (const slot of this.#streamed.possible) output.columns[slot] = batch.columns[slot]
        for (let row = 0; row < store.length; row++) {
          for (const [index, slot] of slots.entries()) {
            output.columns[slot] = buffers[index]!.fill(store.columns[slot]![row]!, 0, batch.length)
          }
          yield output
        }
      }
    } finally {
      share.release()
    }
  }
}
