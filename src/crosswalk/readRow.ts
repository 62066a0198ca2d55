import type { Crosswalk } from './createCrosswalk.ts'
import { readDerivation } from './derive.ts'
import type { MappedRecord } from './mappedRecord.ts'
import { planOf } from './plan.ts'
import { isEmptyCell, isWanted, readCell } from './readCell.ts'

/** Reads the cells of the row that a record is at, column by column, then what is derived of them. */
export function readRow(record: MappedRecord, crosswalk: Crosswalk): void {
  const { cells, columns } = record.row
  const plan = planOf(columns, crosswalk)
  for (let position = 0; position < cells.length; position += 1) {
    const cell = cells[position]
    if (cell === undefined) continue
    const { column, targets, isKey, isUsed, otherwise } = plan[position]!
    if (isEmptyCell(cell, crosswalk)) {
      record.mark(position, 'empty')
      continue
    }
    if (isKey) record.mark(position, 'mapped')
    for (const target of targets) {
      if (isWanted(target, record)) readCell(cell, position, column, target, record, crosswalk)
      else record.mark(position, 'ignored')
    }
    // What derivations make of it is noted when they do; until then it is what it is without them.
    if (targets.length === 0 && !isKey && !isUsed) record.mark(position, otherwise)
  }
  for (const derivation of crosswalk.derivations) readDerivation(derivation, record, crosswalk)
  if (!plan.hasUsed) return
  for (let position = 0; position < cells.length; position += 1) {
    const cell = cells[position]
    const { isUsed } = plan[position]!
    if (isUsed && cell !== undefined && !isEmptyCell(cell, crosswalk)) record.mark(position, 'ignored')
  }
}
