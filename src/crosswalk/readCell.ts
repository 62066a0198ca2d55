import type { Cell } from '../sources/row.ts'
import type { CompiledTarget, Crosswalk } from './createCrosswalk.ts'
import { type CellStatus, worse } from './crosswalk.ts'
import type { MappedRecord } from './mappedRecord.ts'
import { readValue } from './readValue.ts'
import { splitCell } from './splitCell.ts'

/** Whether a target takes anything from the row that a record is at: private fields never do. */
export function isWanted({ field, options, when }: CompiledTarget, record: MappedRecord): boolean {
  if (!field.public) return false
  if (!when) return true
  for (const column of options.when!.columns)
    if (record.text(column).trim() !== '') record.mark(column, 'mapped')
  return when(column => record.text(column))
}

/** Reads the values of a cell that is not empty. */
export function readCell(
  cell: Cell,
  position: number,
  column: string,
  target: CompiledTarget,
  record: MappedRecord,
  crosswalk: Crosswalk,
): void {
  const statusOf = (text: string): CellStatus => {
    let status: CellStatus | undefined
    for (const value of splitCell(text, target)) {
      if (crosswalk.isNull(value.trim())) continue
      status = worse(status, readValue(value, column, target, record, crosswalk))
    }
    return status ?? 'empty'
  }
  if (typeof cell === 'string') {
    record.mark(position, statusOf(cell))
    return
  }
  const { where } = target
  for (const name of target.options.where?.columns ?? []) markConsulted(name, record)
  const statuses = cell.map((text, index) => {
    if (!where || crosswalk.isNull(text.trim())) return statusOf(text)
    return where(name => elementOf(name, index, record)) ? statusOf(text) : 'ignored'
  })
  record.markElements(position, statuses)
  for (const status of statuses) record.mark(position, status)
}

/** What decides on another value has been made use of. */
function markConsulted(column: string, record: MappedRecord): void {
  if (record.text(column).trim() !== '') record.mark(column, 'mapped')
}

/** The element of a list column that stands at a place. */
function elementOf(column: string, index: number, record: MappedRecord): string {
  const cell = record.cell(column) ?? ''
  return typeof cell === 'string' ? cell : (cell[index] ?? '')
}

/** Whether a cell says nothing. */
export function isEmptyCell(cell: Cell, { isNull }: Crosswalk): boolean {
  return typeof cell === 'string' ? isNull(cell.trim()) : cell.every(text => isNull(text.trim()))
}
