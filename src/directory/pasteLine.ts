import type { ColumnTarget } from '../crosswalk/crosswalk.ts'
import type { UnmatchedValue } from '../crosswalk/mappedRecord.ts'

/**
 * The line of `annuaire.yaml`, to take the place of that of the column under the `columns` of its source, that takes
 * the values that are in no list for their nearest concepts. What the column has said so far stays. People have to say
 * that the guesses are right.
 *
 * @param targets of the column, as the configuration has them
 * @param unmatched values of one column and field
 * @returns `undefined` where nothing is near, or the values do not come from a column that is mapped by itself
 */
export function pasteLine(
  targets: readonly ColumnTarget[] | undefined,
  unmatched: readonly UnmatchedValue[],
): string | undefined {
  const guesses = unmatched.flatMap(({ value, nearest: [first] }) => (first ? [[value, first.notation]] : []))
  const [{ column, field } = { column: '', field: '' }] = unmatched
  if (guesses.length === 0 || !targets?.some(target => target.field === field)) return undefined
  const completed = targets.map(target => {
    if (target.field !== field) return Object.keys(target).length === 1 ? target.field : target
    return { ...target, values: { ...target.values, ...Object.fromEntries(guesses) } }
  })
  // JSON is YAML (YAML 1.2.2 §1.3).
  return `${JSON.stringify(column)}: ${JSON.stringify(completed.length === 1 ? completed[0] : completed)}`
}
