import { type Decision, type ReadingOptions, withReason } from './draft.ts'
import { decideOwnField, type TakenNames } from './ownFields.ts'
import type { ColumnProfile } from './profile.ts'
import * as reasons from './reasons.ts'

/** More different values than these are not listed one by one. */
const MOST_LISTED = 40
/** Longer texts are no keys that anybody would read. */
const LONGEST_LISTED = 1000
/** Where a greater share of the values is refused, the column was not what it seemed. */
const MOST_REFUSED = 0.2

/**
 * What to do with a column that has values for which whole records are left out: a few are listed as no answer, so
 * that the records appear; where they are many, the column becomes a field of its own.
 */
export function correctColumn(
  decision: Decision,
  profile: ColumnProfile,
  refused: ReadonlyMap<string, number>,
  taken: TakenNames,
): Decision | undefined {
  const times = [...refused.values()].reduce((total, one) => total + one, 0)
  const isFew =
    refused.size <= MOST_LISTED &&
    times <= Math.max(1, MOST_REFUSED * profile.occurrences) &&
    [...refused.keys()].every(text => text !== '' && text.length <= LONGEST_LISTED)
  if (decision.to === 'field' && decision.field === 'name') return undefined
  if (decision.to === 'field' || decision.to === 'own field') {
    const options = decision.to === 'field' ? decision.options : decision.own.options
    if (isFew && options.split === undefined) {
      const values = {
        ...options.values,
        ...Object.fromEntries([...refused.keys()].map(text => [text.normalize('NFC'), ''])),
      }
      const changed: ReadingOptions = { ...options, values }
      const why = withReason(decision.why, reasons.unreadableValues(times))
      return decision.to === 'field'
        ? { ...decision, options: changed, why }
        : { ...decision, own: { ...decision.own, options: changed }, why }
    }
    if (decision.to === 'field') {
      return decideOwnField(profile, taken, [reasons.tooManyUnreadable(decision.field)])
    }
    const { scheme: _, ...own } = decision.own
    return { ...decision, own: { ...own, datatype: 'string' } }
  }
  return undefined
}
