import type { Repair } from '../crosswalk/crosswalk.ts'

/** The log of repairs, a line of JSON each: the cell, what it held, the rule, and what became of it. */
export function repairsToNdjson(repairs: readonly Repair[]): string {
  return repairs
    .map(({ rule, raw, result, source }) => `${JSON.stringify({ ...source, raw, rule, result })}\n`)
    .join('')
}
