/** What a byte may be in N-Triples (https://www.w3.org/TR/n-triples/#n-triples-grammar): flags of {@link BYTES}. */

/** Stands in an IRIREF as it is, beyond ASCII apart. */
export const IN_IRI = 1
/** Stands in a STRING_LITERAL_QUOTE as it is, beyond ASCII apart. */
export const IN_STRING = 2
/** Begins a BLANK_NODE_LABEL. */
export const LABEL_START = 4
/** Goes on with a BLANK_NODE_LABEL; so does the dot, but not at its end. */
export const IN_LABEL = 8
/** Stands in the scheme of an IRI (RFC 3986 §3.1). */
export const IN_SCHEME = 16
export const LETTER = 32
export const DIGIT = 64

export const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte)
  const isAscii = byte < 0x80
  return (
    (isAscii && byte > 0x20 && !'<>"{}|^`\\'.includes(character) ? IN_IRI : 0) |
    (isAscii && !'"\\\n\r'.includes(character) ? IN_STRING : 0) |
    (!isAscii || /[A-Za-z0-9_]/.test(character) ? LABEL_START : 0) |
    (!isAscii || /[A-Za-z0-9_.-]/.test(character) ? IN_LABEL : 0) |
    (/[A-Za-z0-9+.-]/.test(character) ? IN_SCHEME : 0) |
    (/[A-Za-z]/.test(character) ? LETTER : 0) |
    (/[0-9]/.test(character) ? DIGIT : 0)
  )
})

const COLON = 0x3a

/** Whether an IRI has a scheme. */
export function isAbsolute(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start
  if (at === end || (BYTES[bytes[at]!]! & LETTER) === 0) return false
  while (at < end && (BYTES[bytes[at]!]! & IN_SCHEME) !== 0) at++
  return at < end && bytes[at] === COLON
}

/** Whether all characters may stand in an IRI. */
export function areInIri(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at]! < 0x80 && (BYTES[bytes[at]!]! & IN_IRI) === 0) return false
  }
  return true
}
