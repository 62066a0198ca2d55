import { EMAIL, TELEPHONE } from '../actor/personal.ts'
import { replaceNames } from '../actor/personNames.ts'

/** What stands in a published report for an e-mail address, telephone number or name that a cell held. */
const MASK = '[…]'

/**
 * A text without the e-mail addresses, the telephone numbers and, as far as they are recognised, the names of persons in
 * it. A report is published, and what a producer put into the wrong column may be a person's.
 */
export function maskPersonal(text: string): string {
  return replaceNames(text.replace(EMAIL, MASK).replace(TELEPHONE, MASK), MASK)
}

/** The same for all texts of a value. */
export function maskAll<T>(value: T): T {
  if (typeof value === 'string') return maskPersonal(value) as T
  if (Array.isArray(value)) return value.map(maskAll) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskAll(member)])) as T
}
