/**
 * How fast, and how rightly, duplicates are found: `node test/bench/duplicates.ts [COUNT …]`. Pairs that were planted
 * as duplicates should be found as duplicates or uncertain; planted near-misses should not be called duplicates.
 */
import { findDuplicates } from '../../src/actor/duplicates/findDuplicates.ts'
import { pairKey } from '../../src/actor/duplicates/reference.ts'
import { plantDuplicates } from './duplicateActors.ts'

const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [5_000, 50_000, 200_000]) {
  const { actors, duplicates, nearMisses } = plantDuplicates(count, 42)
  const start = process.cpuUsage()
  const { pairs, comparisons, skippedBlocks } = findDuplicates(actors)
  // Of the processor: a machine that does other things too does not count.
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  const keyOf = ([a, b]: readonly [number, number]) => pairKey(actors[a]!, actors[b]!)
  const [planted, missed] = [new Set(duplicates.map(keyOf)), new Set(nearMisses.map(keyOf))]
  const found = pairs.map(pair => ({ ...pair, key: pairKey(pair.a, pair.b) }))
  const certain = found.filter(({ verdict }) => verdict === 'duplicate')
  const right = certain.filter(({ key }) => planted.has(key)).length
  const shown = found.filter(({ key }) => planted.has(key)).length
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  console.log(`${count} actors: ${seconds.toFixed(1)} s, ${comparisons} comparisons`)
  console.log(
    `  "duplicate": precision ${percent(right, certain.length)}, recall ${percent(right, planted.size)}`,
  )
  console.log(
    `  "duplicate" or "uncertain": recall ${percent(shown, planted.size)}, ${found.length} pairs shown`,
  )
  console.log(
    `  near-misses called duplicates: ${certain.filter(({ key }) => missed.has(key)).length} of ${missed.size}`,
  )
  console.log(
    `  skipped: ${skippedBlocks.length} blocks, ${skippedBlocks.reduce((sum, block) => sum + block.comparisons, 0)} pairs`,
  )
  console.log(`  peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}
