import { type Batch, HEARTBEAT } from '../batch.ts'

/** How many rows are sorted without a pause. */
const RUN = 8192

/** The numbers of so many rows in order: sorted in runs that are merged, so that it can be stopped on the way. */
export function* sortRows(
  length: number,
  compare: (a: number, b: number) => number,
): Generator<Batch, Uint32Array> {
  let sorted = new Uint32Array(length)
  for (let row = 0; row < length; row++) sorted[row] = row
  for (let start = 0; start < length; start += RUN) {
    sorted.subarray(start, start + RUN).sort(compare)
    yield HEARTBEAT
  }
  let target = new Uint32Array(length > RUN ? length : 0)
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      yield* merge(
        sorted,
        target,
        start,
        Math.min(start + width, length),
        Math.min(start + 2 * width, length),
        compare,
      )
    }
    const other = sorted
    sorted = target
    target = other
  }
  return sorted
}

function* merge(
  source: Uint32Array,
  target: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: (a: number, b: number) => number,
): Generator<Batch> {
  let left = start
  let right = middle
  for (let index = start; index < end; index++) {
    if ((index & 0x3fff) === 0x3fff) yield HEARTBEAT
    const takesLeft = right >= end || (left < middle && compare(source[left]!, source[right]!) <= 0)
    target[index] = takesLeft ? source[left++]! : source[right++]!
  }
}
