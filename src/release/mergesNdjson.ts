import type { Merge } from '../actor/duplicates/mergeDuplicates.ts'
import { maskAll } from './maskPersonal.ts'

/** What was merged, a line of JSON each: the actor, the records that are no more, and where each value comes from. */
export function mergesToNdjson(merges: readonly Merge[]): string {
  return merges
    .map(
      ({ kept, merged, fields, conflicts }) =>
        `${JSON.stringify(maskAll({ kept, merged, fields, conflicts }))}\n`,
    )
    .join('')
}
