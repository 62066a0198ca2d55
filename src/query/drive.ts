import { setImmediate } from 'node:timers/promises'
import type { Batch } from './evaluator/batch.ts'

/** Milliseconds of work after which everything else that waits gets its turn: timers, signals, other queries. */
const TURN = 10

/**
 * The batches of an evaluation that hold rows. The evaluation is synchronous, and hands on an empty batch now and then
 * while it works: between two batches it can be given up.
 *
 * @throws {unknown} while iterated over: the reason of the signal, and whatever the evaluation throws
 */
export async function* drive(batches: Iterator<Batch>, signal: AbortSignal): AsyncGenerator<Batch> {
  try {
    let begun = performance.now()
    while (true) {
      signal.throwIfAborted()
      const { done, value } = batches.next()
      if (done) return
      if (performance.now() - begun > TURN) {
        await setImmediate()
        begun = performance.now()
        signal.throwIfAborted()
      }
      if (value.length > 0) yield value
    }
  } finally {
    batches.return?.()
  }
}
