/** What no IRI holds (RFC 3987 §2.2; Turtle §6.5, production 18), and the marks of direction (RFC 3987 §4.1). */
const EXCLUDED = /[\s\p{Cc}<>"{}|\\^`\u200E\u200F\u202A-\u202E]/u

/**
 * Whether a text is an absolute http(s) IRI that every RDF format can carry: with a host, with one `#` at most, and
 * nothing that `URL` would quietly repair. All IRIs of a record are of this kind: each becomes a link somewhere.
 */
export function isHttpIri(text: string): boolean {
  return (
    /^https?:\/\/[^/?#]+[^#]*(?:#[^#]*)?$/i.test(text) &&
    !EXCLUDED.test(text) &&
    text.isWellFormed() &&
    URL.canParse(text)
  )
}
