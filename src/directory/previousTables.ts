import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { AnnuaireError } from '../errors.ts'
import type { PreviousRelease } from '../release/previous.ts'
import { tableFromCsv } from '../statistics/exchange/fromCsv.ts'
import type { Table } from '../statistics/statistic.ts'
import type { ValidationResult } from '../validation/report.ts'
import { changedQuery, unreadablePrevious } from './messages.ts'

/** Tables of the last release, as far as they can be compared with those of now. */
export interface PreviousTables {
  /** By id of the statistic. */
  readonly tables: ReadonlyMap<string, Table>
  /** What is no reference, or may differ because it was counted otherwise: as information. */
  readonly results: readonly ValidationResult[]
}

/**
 * Reads tables of a release that was published before, `statistics/<id>.csv`. A table that has other dimensions now, or cannot be read, is no
 * reference, and is told; so is one whose query was another.
 *
 * @param release Default: there is none, and nothing is read.
 * @param tables of now, those that are to be compared
 */
export async function readPreviousTables(
  release: PreviousRelease | undefined,
  tables: readonly Table[],
  effects: Effects,
): Promise<PreviousTables> {
  const found = new Map<string, Table>()
  const results: ValidationResult[] = []
  if (!release) return { tables: found, results }
  for (const { measures: _, observations: __, query, ...shape } of tables) {
    const path = join(release.path, 'statistics', shape.id)
    const text = await readText(`${path}.csv`, effects)
    if (text === undefined) continue
    const queryThen = (await readText(`${path}.rq`, effects))?.trimEnd()
    try {
      const table = tableFromCsv(text, { ...shape, query: queryThen ?? query, file: `${path}.csv` })
      found.set(shape.id, table)
    } catch (error) {
      if (!(error instanceof AnnuaireError)) throw error
      results.push(
        info('previous-table-unreadable', shape.id, unreadablePrevious(shape, release.date, error)),
      )
      continue
    }
    if (queryThen !== undefined && queryThen !== query.trimEnd())
      results.push(info('previous-query-differs', shape.id, changedQuery(shape, release.date)))
  }
  return { tables: found, results }
}

function info(code: string, path: string, message: ValidationResult['message']): ValidationResult {
  return { severity: 'info', code, path, message }
}

/** The text of a file; `undefined` where there is none. */
async function readText(path: string, effects: Effects): Promise<string | undefined> {
  return (await effects.exists(path)) ? new TextDecoder().decode(await effects.readFile(path)) : undefined
}
