import { resolve } from 'relative-to-absolute-iri'

const schemeForm = /^[a-zA-Z][a-zA-Z0-9+.-]*:/
/** Characters that no IRI has (RFC 3987 §2.2). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000- <>"{}|\\^`]/

/**
 * An IRI reference, made absolute against a base (RFC 3986 §5.2). An absolute one stays as it is.
 *
 * @returns `undefined` for what is no IRI, or is relative without a base
 */
export function resolveIri(reference: string, base: string | undefined): string | undefined {
  if (forbidden.test(reference)) return undefined
  if (schemeForm.test(reference)) return reference
  if (base === undefined || !schemeForm.test(base)) return undefined
  return resolve(reference, base)
}
