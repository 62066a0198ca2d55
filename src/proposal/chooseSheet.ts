import type { Effects } from '../effects.ts'
import type { LocalizedText } from '../errors.ts'
import { openInput } from '../sources/input.ts'
import { openSource } from '../sources/openSource.ts'
import type { Row } from '../sources/row.ts'
import { listSheets } from '../sources/spreadsheet/openSpreadsheet.ts'
import { fieldsNamedBy } from './dictionary.ts'
import * as fileReasons from './fileReasons.ts'

/** The sheet of a workbook that is most like a directory. */
export interface SheetChoice {
  /** Absent where there is but one. */
  readonly sheet?: string
  /** What is to be said of the sheets. */
  readonly note?: LocalizedText
}

/** Rows of each sheet that are looked at. */
const ROWS = 200

/**
 * Chooses, of the sheets that are not hidden, the one whose rows name most fields; of equals, the one with more rows.
 *
 * @throws {SourceError} where the workbook is broken
 */
export async function chooseSheet(
  path: string,
  format: 'xlsx' | 'ods',
  effects: Effects,
): Promise<SheetChoice> {
  const input = await openInput(path, { effects })
  const bytes = Buffer.concat(await Array.fromAsync(input.bytes.chunks(true)))
  const visible = (await listSheets(bytes, format, path)).filter(({ hidden }) => !hidden)
  if (visible.length < 2) return {}
  const weighed: { name: string; weight: number; rows: number }[] = []
  for (const { name } of visible) weighed.push({ name, ...(await weigh(path, name, effects)) })
  const best = weighed.reduce((held, one) => (one.weight > held.weight ? one : held))
  const others = weighed.filter(one => one !== best).map(({ name }) => name)
  return { sheet: best.name, note: fileReasons.otherSheets(best.name, others) }
}

async function weigh(
  path: string,
  sheet: string,
  effects: Effects,
): Promise<{ weight: number; rows: number }> {
  const source = await openSource(path, { effects, sheet })
  const rows: Row[] = []
  for await (const batch of source.batches()) {
    rows.push(...batch)
    if (rows.length >= ROWS) break
  }
  // A title may stand above the header.
  const headers = [source.columns, ...rows.slice(0, 2).map(({ cells }) => cells.flatMap(cell => cell ?? []))]
  const named = headers.map(header => header.filter(isNamed).length)
  return { weight: Math.max(...named) * ROWS + Math.min(rows.length, ROWS), rows: rows.length }
}

function isNamed(header: string): boolean {
  return fieldsNamedBy(header).some(({ score }) => score > 0.6)
}
