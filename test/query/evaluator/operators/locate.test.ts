import { expect, test } from 'vitest'
import { KeyList, PackedColumn } from '../../../../src/graph/columns/column.ts'
import { locate } from '../../../../src/query/evaluator/operators/locate.ts'
import { fc } from '../../../fastCheck.ts'

const id = fc.integer({ min: 1, max: 200 })

test('each id is found in its row, whatever order they come in', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { minLength: 1, maxLength: 80 }),
      fc.array(
        fc.array(id, { maxLength: 60 }).chain(part =>
          fc.constantFrom(
            part,
            part.toSorted((a, b) => a - b),
          ),
        ),
      ),
      (unordered, parts) => {
        const keys = Uint32Array.from(unordered).sort()
        const offsets = Uint32Array.from({ length: keys.length + 1 }, (_, row) => row)
        const column = new PackedColumn(1, new KeyList(keys), offsets, keys)
        const ids = Uint32Array.from(parts.flat())
        const rows = new Int32Array(ids.length)
        locate(column, ids, ids.length, rows)
        expect([...rows]).toEqual(Array.from(ids, one => keys.indexOf(one)))
      },
    ),
    { numRuns: 2000 },
  )
})
