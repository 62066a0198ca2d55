import type { CompiledPart, Crosswalk } from './createCrosswalk.ts'
import type { CellStatus } from './crosswalk.ts'
import type { MappedRecord } from './mappedRecord.ts'
import { readValue } from './readValue.ts'
import { RecordBuilder, type Tree } from './recordBuilder.ts'

/** Reads the sites and actions that the row of a record tells of. */
export function readParts(record: MappedRecord, crosswalk: Crosswalk): void {
  for (const part of crosswalk.parts) {
    if (part.definition.of === undefined) readOne(part, 0, record, crosswalk)
    else readList(part, record, crosswalk)
  }
}

function readList(part: CompiledPart, record: MappedRecord, crosswalk: Crosswalk): void {
  const lengths = [...part.columns.keys()].map(column => [record.cell(column) ?? []].flat().length)
  const statuses = new Map<string, CellStatus[]>()
  for (let index = 0; index < Math.max(0, ...lengths); index += 1) {
    for (const [column, status] of readOne(part, index, record, crosswalk)) {
      const list = statuses.get(column) ?? []
      list[index] = status
      statuses.set(column, list)
    }
  }
  for (const [column, list] of statuses) {
    record.markElements(
      record.row.columns.indexOf(column),
      Array.from(list, status => status ?? 'empty'),
    )
  }
}

/** Reads the part at a place of its list columns. */
function readOne(
  part: CompiledPart,
  index: number,
  record: MappedRecord,
  crosswalk: Crosswalk,
): [string, CellStatus][] {
  const builder = new RecordBuilder()
  const statuses: [string, CellStatus][] = []
  for (const [column, target] of part.columns) {
    const raw = [record.cell(column) ?? []].flat()[index]
    if (raw === undefined || crosswalk.isNull(raw.trim())) continue
    const status = readValue(raw, column, target, record, crosswalk, builder)
    record.mark(column, status)
    statuses.push([column, status])
  }
  if (!builder.isEmpty) addPart(part.definition.into, builder.build(), record)
  return statuses
}

/** An action with nothing but a name is a text; what is told twice, in two rows, is one. */
function addPart(into: 'sites' | 'actions', part: Tree, record: MappedRecord): void {
  const held = (record.builder.get(into) ?? []) as (Tree | string)[]
  const isName = into === 'actions' && typeof part.name === 'string' && Object.keys(part).length === 1
  const added = isName ? (part.name as string) : part
  const text = JSON.stringify(added)
  if (!held.some(other => JSON.stringify(other) === text)) record.builder.addPart(into, added)
}
