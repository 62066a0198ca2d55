import { isNullMarker } from './nullMarkers.ts'
import { type ColumnProfile, count } from './profile.ts'

/** The values of a column, its cells taken apart. */
export interface Pieces {
  /** Empty where cells hold one value each. */
  readonly separators: readonly string[]
  /** How often each piece occurs, in the order of their first occurrence. */
  readonly counts: ReadonlyMap<string, number>
  readonly occurrences: number
}

const CANDIDATES = ['|', ';', '\n', ' / ', ',', ' - '] as const
/** Separators that hardly stand in a text for anything else. */
const STRONG: readonly string[] = ['|', ';', '\n']

/** Of all cells, at least this share holds a separator; a rarer one is taken for part of a text. */
const LEAST_SHARE = 0.04

/**
 * Takes the cells of a column apart where they are lists: only where it makes fewer different values of them, that is
 * where the pieces recur, in other cells too. The commas of a text or a name do not.
 */
export function takeApart(profile: ColumnProfile): Pieces {
  let pieces: Pieces = { separators: [], counts: profile.values, occurrences: profile.occurrences }
  for (;;) {
    const better = CANDIDATES.filter(separator => !pieces.separators.includes(separator))
      .map(separator => split(pieces, separator))
      .filter(one => one !== undefined)
      .sort((a, b) => a.counts.size - b.counts.size)[0]
    if (!better) return pieces
    pieces = better
  }
}

function split({ separators, counts, occurrences }: Pieces, separator: string): Pieces | undefined {
  let [holding, total] = [0, 0]
  const split = new Map<string, number>()
  for (const [value, times] of counts) {
    const parts = value.split(separator).map(part => part.trim())
    if (parts.length > 1) holding += times
    for (const part of parts) {
      if (part === '' || isNullMarker(part)) continue
      count(split, part, times)
      total += times
    }
  }
  // Where cells are lists already, a further separator may be rare.
  const least = separators.length > 0 ? 1 : Math.max(2, LEAST_SHARE * occurrences)
  if (holding < least) return undefined
  const isStrong = STRONG.includes(separator)
  const [after, before] = [kindsIn(split), kindsIn(counts)]
  const mayBeEqual = isStrong || separators.length === 0
  if (mayBeEqual ? after > before : after >= before) return undefined
  // Pieces that hardly recur are the sentences of texts, or the parts of addresses.
  if (total / split.size < (isStrong ? 1.5 : 2)) return undefined
  return { separators: [...separators, separator], counts: split, occurrences: total }
}

/** Different values, whatever their case. */
function kindsIn(counts: ReadonlyMap<string, number>): number {
  return new Set([...counts.keys()].map(text => text.toLowerCase())).size
}
