import type { Decision, DerivationDraft } from './draft.ts'
import type { ColumnProfile } from './profile.ts'
import * as reasons from './reasons.ts'
import type { Sample } from './sample.ts'

/** Of the rows that either column fills, at most this share may be filled by both. */
const MOST_OVERLAP = 0.01

/**
 * A field that two columns hold by turns, as where a file is of two generations: it takes the first that is filled.
 * `undefined` where they are filled side by side.
 */
export function takeByTurns(
  holder: ColumnProfile,
  other: ColumnProfile,
  field: string,
  decisions: Map<string, Decision>,
  sample: Sample,
): DerivationDraft | undefined {
  const held = decisions.get(holder.column)
  if (held?.to !== 'field' || Object.keys(held.options).length > 0) return undefined
  if (holder.filled === holder.rows || holder.filled === 0) return undefined
  const others = sample.cellsOf(other.column)
  const both = sample
    .cellsOf(holder.column)
    .filter((cell, row) => isFilled(cell) && isFilled(others[row])).length
  if (both > MOST_OVERLAP * (holder.filled + other.filled)) return undefined
  const columns = [holder.column, other.column]
  decisions.set(holder.column, { to: 'derivation', field, why: held.why })
  const why = { confidence: 0.7, reason: reasons.fillsUp(holder.column) }
  decisions.set(other.column, { to: 'derivation', field, why })
  return { field, from: 'first', columns, reason: why.reason }
}

function isFilled(cell: string | readonly string[] | undefined): boolean {
  return cell !== undefined && [cell].flat().some(text => text.trim() !== '')
}
