/** What stands in a published report for an e-mail address or telephone number that a cell held. */
const MASK = '[…]'

const EMAIL = /[^\s@<>(),;:"«»]+@[^\s@<>(),;:"«»]+/g
/** Ten digits from 0 on, in pairs or not, or an international number; within a word or path it is something else. */
const TELEPHONE =
  /(?<![\p{L}\p{N}/_.-])(?:(?:\+|00)[1-9](?:[\s.\-/()]{0,2}\d){7,13}|0[1-9](?:[\s.\-/]{0,2}\d{2}){4})(?![\p{L}\p{N}/_-])/gu

/**
 * A text without the e-mail addresses and telephone numbers in it. A report is published, and what a producer put
 * into the wrong column may be a person's.
 */
export function maskPersonal(text: string): string {
  return text.replace(EMAIL, MASK).replace(TELEPHONE, MASK)
}

/** The same for all texts of a value. */
export function maskAll<T>(value: T): T {
  if (typeof value === 'string') return maskPersonal(value) as T
  if (Array.isArray(value)) return value.map(maskAll) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskAll(member)])) as T
}
