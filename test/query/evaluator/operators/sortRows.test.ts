import { expect, test } from 'vitest'
import { sortRows } from '../../../../src/query/evaluator/operators/sortRows.ts'

const ROWS = 200_000

test('rows are sorted, equal ones in the order in which they came, and the work can be given up on the way', () => {
  // A fixed sequence without order, of which each value stands there some 200 times.
  const values = Uint32Array.from({ length: ROWS }, (_, row) => Math.imul(row, 0x9e3779b1) >>> 22)
  let comparisons = 0
  const sorting = sortRows(ROWS, (a, b) => {
    comparisons++
    return values[a]! - values[b]! || a - b
  })
  let most = 0
  let before = 0
  let step = sorting.next()
  for (; !step.done; step = sorting.next()) {
    most = Math.max(most, comparisons - before)
    before = comparisons
  }
  const expected = Array.from({ length: ROWS }, (_, row) => row).sort(
    (a, b) => values[a]! - values[b]! || a - b,
  )
  expect(Array.from(step.value)).toEqual(expected)
  expect(comparisons).toBeGreaterThan(1_000_000)
  expect(most).toBeLessThan(250_000)
})
