import type { Effects } from '../effects.ts'
import { openSource, type SourceOptions } from '../sources/openSource.ts'
import { chooseKey, type KeyChoice } from './chooseKey.ts'
import * as fileReasons from './fileReasons.ts'
import type { Sample } from './sample.ts'

/** Keys that are held at once; of a longer file the beginning has to do. */
const MOST_KEYS = 3_000_000
/** Keys that are tried. */
const MOST_TRIED = 4

/**
 * Chooses a key that holds for the whole file, of which the sample is but the beginning.
 *
 * @param reading how the file is read
 */
export async function chooseKeyOfFile(
  sample: Sample,
  path: string,
  reading: SourceOptions,
  effects: Effects,
): Promise<KeyChoice> {
  const refused = new Set<string>()
  let least: { key: KeyChoice; clashes: number } | undefined
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const key = chooseKey(sample, refused)
    const name = JSON.stringify(key.columns)
    if (refused.has(name)) break
    const clashes = await countClashes(key.columns, path, reading, effects)
    if (clashes === 0) return key
    if (!least || clashes < least.clashes) least = { key, clashes }
    refused.add(name)
  }
  const { key, clashes } = least!
  return { columns: key.columns, why: { confidence: 0.2, reason: fileReasons.hardlyUnique(clashes) } }
}

/** Rows of a file that have the key of another. */
async function countClashes(
  columns: readonly string[],
  path: string,
  reading: SourceOptions,
  effects: Effects,
): Promise<number> {
  const source = await openSource(path, { ...reading, effects })
  const keys = new Set<string>()
  let rows = 0
  for await (const batch of source.batches()) {
    for (const row of batch) {
      const positions = columns.map(column => row.columns.indexOf(column))
      keys.add(JSON.stringify(positions.map(position => row.cells[position] ?? '')))
      rows += 1
    }
    if (keys.size > MOST_KEYS) break
  }
  return rows - keys.size
}
